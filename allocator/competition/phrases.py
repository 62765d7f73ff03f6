"""What a comparison and a rulebook say, put into words for whoever reads them: screen, files, report and page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from allocator.competition.labels import Labels
from allocator.words import CATALOGUE

if TYPE_CHECKING:
    from allocator.competition.compare import Change, Claim, Trade
    from models.competition.outcome import Outcome
    from models.competition.rulebook import Rulebook


def why(change: Change, trade: Trade | None, labels: Labels) -> str:
    """What explains one person's change: the ground of the rules' seat, whose seats change hands, the trade.

    Of somebody who lost a seat by the draw alone, or one that only follows from others, no effect on the whole is told.
    """
    if change.verdict == "unchanged":
        return ""
    parts = []
    if change.rules is not None:
        parts.append(labels.words("why.ground", ground=ground(change, labels)))
    if change.won_from:
        parts.append(labels.words("why.won_from", people=_few(change.won_from, labels)))
    if change.lost_to:
        parts.append(labels.words("why.lost_to", people=_few(change.lost_to, labels)))
    if change.equals is not None:
        parts.append(drawn(change.equals, labels))
    elif change.neutral:
        parts.append(labels.words("why.neutral"))
    elif trade is not None:
        parts.append(labels.words("why.trade", number=trade.number, effect=effect(trade, labels)))
    return labels.joined(parts, "semicolon")


def drawn(equals: tuple[str, ...], labels: Labels) -> str:
    """That only the draw decided, and who else could have the seat."""
    return labels.words("why.drawn", people=labels.people(equals)) if equals else labels.words("why.drawn_alone")


def _few(people: tuple[str, ...], labels: Labels) -> str:
    """One or two names, or the first with how many there are."""
    if len(people) <= 2:
        return labels.people(people)
    return labels.words("why.and_others", person=labels.person(people[0]), count=len(people))


def ground(change: Change, labels: Labels) -> str:
    """The basis of the rules' seat with its articles."""
    from allocator.competition.compare import article_of

    if change.rules is None:
        return labels.words("none")
    basis = labels.words(f"basis.{change.rules.basis}")
    return labels.words("why.basis", basis=basis, article=article_of(change.rules))


def effect(trade: Trade, labels: Labels) -> str:
    """What a trade does to the first level it changes."""
    if trade.decided_by is None:
        return labels.words("trade.nothing")
    delta = trade.levels[trade.decided_by]
    sign = "+" if delta > 0 else ""
    return f"{labels.words(f'level.{trade.decided_by}')} {sign}{labels.level(trade.decided_by, delta)}"


def claim_ground(claim: Claim, labels: Labels) -> str:
    """By which key of the post's own order the person stands first, with the figures where they mean anything.

    Of whoever lost by the draw alone it is told, with the others who could have the seat.
    """
    ground = _clause(claim, labels)
    if claim.equals is None:
        return ground
    return labels.joined([ground, drawn(claim.equals, labels)], "semicolon")


def _clause(claim: Claim, labels: Labels) -> str:
    if claim.holder is None:
        return labels.words("claim.vacant")
    if claim.clause in ("applied", "lot", "id"):
        return labels.words(f"claim.{claim.clause}")
    name = claim.clause if claim.clause in ("composite", "quantification") else ""
    mine = labels.level(name, claim.person_value)
    if claim.holder_value is None:
        return labels.words("claim.unlisted", person=mine)
    return labels.words(f"claim.{claim.clause}", person=mine, holder=labels.level(name, claim.holder_value))


def wish(kind: str, labels: Labels) -> str:
    """What kind of seat somebody got: of a filing round, or none that was filed for."""
    return labels.words("met.round", round=kind) if kind.isdigit() else labels.words(f"met.{kind}")


def wish_kinds(*counts: Mapping[str, int]) -> list[str]:
    """The kinds of wishes that occur, filing rounds first."""
    known = dict.fromkeys(kind for one in counts for kind in one)
    return sorted((kind for kind in known if kind.isdigit()), key=int) + [kind for kind in known if not kind.isdigit()]


def totals(outcome: Outcome) -> dict[str, int]:
    """The figures of an outcome by name (``total.<name>``)."""
    return {
        "chiefs": sum(one.role == "chief" for one in outcome.placements),
        "placed": len(outcome.placements),
        "unplaced": len(outcome.unplaced),
        "chief_vacant": sum(one.count for one in outcome.vacancies if one.role == "chief"),
        "seats_vacant": sum(one.count for one in outcome.vacancies if one.role == "clerk"),
        "ties": len(outcome.ties),
    }


def rulebook_rows(book: Rulebook, labels: Labels) -> list[tuple[str, str, str, str]]:
    """Every number of a rulebook: what it means, its key, its value, its article."""
    from models.common.rulebook_numbers import numbers

    return [
        (labels.words(f"rulebook.{key}"), key, _value(key, value, labels), article)
        for key, value, article in numbers(book)
    ]


NAMED_BY = {
    "eligibility.years": "rank",
    "exam.weights": "part",
    "appraisal.weights": "part",
    "quantification.weights": "score",
    "quantification.bonus": "rank",
    "recommendation.weights": "voters",
    "composite.weights": "score",
    "objective.chiefs": "level",
    "objective.clerks": "level",
    "objective.institution": "level",
    "applications.reading": "reading",
    "exam.absent": "absent",
}
"""The family of words that names the codes of a number of the rulebook; codes without a word stand as they are."""


def _value(key: str, value: Any, labels: Labels) -> str:
    def named(code: object) -> str:
        known = f"{NAMED_BY.get(key, '')}.{code}"
        return labels.words(known) if known in CATALOGUE else str(code)

    if value is None:
        return named("error") if key == "exam.absent" else labels.words("none")
    if isinstance(value, dict):
        return labels.joined(f"{named(name)} {one}" for name, one in value.items())
    if isinstance(value, list):
        if any(isinstance(one, dict) for one in value):
            return labels.joined((_target(one, labels) for one in value), "semicolon")
        return labels.joined(map(named, value))
    return labels.words("yes" if value else "no") if isinstance(value, bool) else named(value)


def _target(target: Mapping[str, Any], labels: Labels) -> str:
    """One composition target: at least so many members of a section with an attribute."""
    attribute = str(target["attribute"])
    if "below" in target:
        wanted = labels.words("target.below", years=target["below"])
    else:
        names = (f"word.{attribute}.{value}" for value in target["values"])
        wanted = labels.joined(labels.words(n) if n in CATALOGUE else n.rpartition(".")[2] for n in names)
    return labels.words(
        "target",
        attribute=labels.words(f"target.{attribute}"),
        wanted=wanted,
        least=target.get("min_count", 1),
        headcount=target.get("from_headcount", 1),
    )
