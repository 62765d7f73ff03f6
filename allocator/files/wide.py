"""Tables with a column a judge, a voter group, a year, a round or a choice, laid out as one row for each."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from allocator.files.cells import folded, group_names, narrow
from allocator.files.heading_forms import changes_meaning, squeeze
from allocator.words._sheets import (
    AROUND_A_ROUND,
    CHOICE,
    JUDGE,
    NUMERALS,
    ROUND,
    VOTES,
    YEAR,
)
from models.competition.rulebook import Rulebook

_REMARK = re.compile(r"[(\[][^()\[\]]*[)\]]")
_YEAR = re.compile(YEAR)
_JUDGE = re.compile(JUDGE)
_ROUND = re.compile(f"{AROUND_A_ROUND}{ROUND}{AROUND_A_ROUND}")
_CHOICE = re.compile(f"{AROUND_A_ROUND}(?:{CHOICE}){AROUND_A_ROUND}")
_ROUND_AND_CHOICE = re.compile(f"{AROUND_A_ROUND}{ROUND}[-_/、 ]*(?:{CHOICE}){AROUND_A_ROUND}")
Says = Callable[[str], tuple[str, ...] | None]


@dataclass(frozen=True)
class Wide:
    """One way in which a table is wide: ``keys`` are the columns its headings say, ``value`` the one its cells fill."""

    kind: str
    keys: tuple[str, ...]
    value: str
    says: Says


def ways(table: str, rulebook: Rulebook) -> Sequence[Wide]:
    """The ways in which a table may be wide, the most telling first."""
    groups = group_names(rulebook.recommendation.weights)

    def group(text: str) -> tuple[str, ...] | None:
        name = re.sub(f"{VOTES}$", "", _bare(text))
        return next(((known,) for known in (_bare(text), name) if folded(known) in groups), None)

    found: Mapping[str, Sequence[Wide]] = {
        "speeches": (Wide("wide_judges", ("judge",), "score", _judge),),
        "ballots": (Wide("wide_groups", ("group",), "votes", group),),
        "attendance": (Wide("wide_groups", ("group",), "present", group),),
        "reviews": (Wide("wide_years", ("year",), "score", _year),),
        "applications": (
            Wide("wide_choices", ("round", "choice"), "section_id", _round_and_choice),
            Wide("wide_choices", ("choice",), "section_id", _choice),
        ),
        "clerk_applications": (Wide("wide_rounds", ("round",), "section_id", _round),),
    }
    return found.get(table, ())


def _bare(text: str) -> str:
    """A heading without its remarks, unless one of them changes what it means."""
    plain = squeeze(text)
    kept = _REMARK.sub(lambda found: found[0] if changes_meaning(found[0][1:-1]) else "", plain)
    return kept.rstrip(":*")


def _judge(text: str) -> tuple[str, ...] | None:
    name = _REMARK.sub("", narrow(text)).strip()
    return ("".join(name.split()),) if _JUDGE.fullmatch(_bare(text)) else None


def _year(text: str) -> tuple[str, ...] | None:
    found = _YEAR.fullmatch(_bare(text))
    return (found[1],) if found else None


def _round(text: str) -> tuple[str, ...] | None:
    found = _ROUND.fullmatch(_bare(text))
    return (_digits(found[1]),) if found else None


def _choice(text: str) -> tuple[str, ...] | None:
    found = _CHOICE.fullmatch(_bare(text))
    return (_digits(next(filter(None, found.groups()))),) if found else None


def _round_and_choice(text: str) -> tuple[str, ...] | None:
    found = _ROUND_AND_CHOICE.fullmatch(_bare(text))
    if found is None:
        return None
    round_, *choices = found.groups()
    return _digits(round_), _digits(next(filter(None, choices)))


def _digits(text: str) -> str:
    return str(NUMERALS.get(text, text))
