"""Tables with a column a judge, a voter group, a year, a round or a choice, laid out as one row for each."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from allocator.files.cells import folded, narrow
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


@dataclass(frozen=True)
class _Group:
    """What a heading says of a voter group, whose names are known."""

    names: tuple[tuple[str, str], ...]

    def __call__(self, text: str) -> tuple[str, ...] | None:
        known = dict(self.names)
        name = re.sub(f"{VOTES}$", "", _bare(text))
        return next(((one,) for one in (_bare(text), name) if folded(one) in known), None)


def by_judge(value: str) -> Wide:
    """One column a judge."""
    return Wide("wide_judges", ("judge",), value, _judge)


def by_group(value: str, names: tuple[tuple[str, str], ...]) -> Wide:
    """One column a voter group."""
    return Wide("wide_groups", ("group",), value, _Group(names))


def by_year(value: str) -> Wide:
    """One column a year."""
    return Wide("wide_years", ("year",), value, _year)


def by_round(value: str) -> Wide:
    """One column a round."""
    return Wide("wide_rounds", ("round",), value, _round)


def by_choice(value: str) -> Wide:
    """One column a choice."""
    return Wide("wide_choices", ("choice",), value, _choice)


def by_round_and_choice(value: str) -> Wide:
    """One column a round and choice."""
    return Wide("wide_choices", ("round", "choice"), value, _round_and_choice)


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
