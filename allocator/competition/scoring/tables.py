"""The scores as the rows of two tables, one of people and one of pairs."""

from fractions import Fraction

from allocator.competition.scoring.scores import Scores
from models.common.base import thousandths_text

PEOPLE_COLUMNS = ("person_id", "exam", "appraisal", "review", "quantification", "speech")
PAIR_COLUMNS = (
    "person_id",
    "section_id",
    "round",
    "votes",
    "present",
    "rate",
    "recommendation",
    "composite",
    "admissible",
)
Cell = str | int | bool | None


def score_text(value: int | None) -> str | None:
    """A score with three decimals, or ``None`` where it cannot be computed."""
    return None if value is None else thousandths_text(value)


def rate_text(rate: Fraction | None) -> str | None:
    """A rate as votes/present in lowest terms (``1/3``, also ``0/1`` and ``1/1``)."""
    return None if rate is None else f"{rate.numerator}/{rate.denominator}"


def people_table(scores: Scores) -> list[dict[str, Cell]]:
    """Everybody's named scores as text with three decimals, in id order; columns :data:`PEOPLE_COLUMNS`."""
    rows: list[dict[str, Cell]] = []
    for who, own in scores.people.items():
        row: dict[str, Cell] = {"person_id": who}
        row.update((name, score_text(getattr(own, name))) for name in PEOPLE_COLUMNS[1:])
        rows.append(row)
    return rows


def pairs_table(scores: Scores) -> list[dict[str, Cell]]:
    """Every pair of an entrant with an open post, barred ones included; columns :data:`PAIR_COLUMNS`."""
    return [
        {
            "person_id": pair.person_id,
            "section_id": pair.section_id,
            "round": pair.round,
            "votes": pair.votes,
            "present": pair.present,
            "rate": rate_text(pair.rate),
            "recommendation": score_text(pair.recommendation),
            "composite": score_text(pair.composite),
            "admissible": pair.admissible,
        }
        for pair in scores.pairs
    ]
