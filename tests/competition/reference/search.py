"""Choosing the best of all placements, level by level."""

from dataclasses import dataclass, field

from tests.competition.reference.facts import Facts, Seat

MINIMISED = {"round", "pick_order", "shortfall"}
STAGES = ("chiefs", "clerks", "institution")
ROLE = {"chiefs": "chief", "clerks": "clerk", "institution": "institution"}

Values = dict[str, int]
Choice = tuple[Values, list[Seat]]


@dataclass
class Result:
    """What one stage came to."""

    stage: str
    standing: list[Seat]
    levels: Values
    unplaced: dict[str, str]
    ties: list[tuple[str, tuple[str, ...]]]
    unique: bool | None
    follows: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    def placed(self) -> list[Seat]:
        return [s for s in self.standing if s.role == ROLE[self.stage] and s.basis not in ("fixed", "pinned")]


def objective_of(facts: Facts, stage: str) -> list[str]:
    """The rulebook's levels; without an order rule only the first level and the lot are left."""
    names = list(facts.book["objective"][stage])
    if f"order.{stage}" in facts.without:
        names = [name for name in names if name in ("posts_filled", "placed", "lot")]
    return [name for name in names if name != "lot" or "order.lot" not in facts.without]


def best(choices: list[Choice], objective: list[str]) -> Choice:
    """The best choice level by level; what is left is settled by the smallest list, then the smallest rounds."""
    left = choices
    for name in objective:
        value = (min if name in MINIMISED else max)(values[name] for values, _ in left)
        left = [choice for choice in left if choice[0][name] == value]
    return min(left, key=lambda choice: last_word(choice[1]))


def last_word(seats: list[Seat]) -> tuple[list[tuple[str, str, str]], list[int]]:
    ordered = sorted(seats)
    return [(s.section, s.role, s.person) for s in ordered], [s.round or 0 for s in ordered]


def tied(choices: list[Choice], objective: list[str]) -> list[tuple[str, tuple[str, ...]]]:
    """By section, the people of every seat that some choices best on all levels before the draw have, and others not.

    Where the draw is no level, all levels come before it.
    """
    left = choices
    for name in objective[: objective.index("lot")] if "lot" in objective else objective:
        value = (min if name in MINIMISED else max)(values[name] for values, _ in left)
        left = [choice for choice in left if choice[0][name] == value]
    seats = [{(seat.section, seat.person) for seat in chosen} for _, chosen in left]
    some, every = set().union(*seats), set.intersection(*seats)
    sections = sorted({section for section, _ in some - every})
    return [(s, tuple(sorted(person for section, person in some - every if section == s))) for s in sections]


def better(objective: list[str], one: Values, other: Values) -> bool:
    """Whether ``one`` is better than ``other`` at the first level where they differ."""
    for name in objective:
        if one[name] != other[name]:
            return (one[name] < other[name]) == (name in MINIMISED)
    return False
