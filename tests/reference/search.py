"""Choosing the best of all placements, level by level."""

from dataclasses import dataclass, field

from tests.reference.facts import Facts, Seat

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
    counts: dict[str, int] = field(default_factory=dict)

    def placed(self) -> list[Seat]:
        return [s for s in self.standing if s.role == ROLE[self.stage] and s.basis not in ("fixed", "pinned")]


def objective_of(facts: Facts, stage: str) -> list[str]:
    """The rulebook's levels; without an order rule only the first level and the lot are left."""
    names = list(facts.book["objective"][stage])
    if f"order.{stage}" in facts.without:
        names = [name for name in names if name in ("posts_filled", "placed", "lot")]
    return [name for name in names if name != "lot" or "order.lot" not in facts.without]


def best(choices: list[Choice], objective: list[str], lot: str = "max") -> Choice:
    """The best choice level by level; what is left is settled by the smallest list, then the smallest rounds."""
    left = choices
    for name in objective:
        smallest = name in MINIMISED or (name == "lot" and lot == "min")
        value = (min if smallest else max)(values[name] for values, _ in left)
        left = [choice for choice in left if choice[0][name] == value]
    return min(left, key=lambda choice: last_word(choice[1]))


def last_word(seats: list[Seat]) -> tuple[list[tuple[str, str, str]], list[int]]:
    ordered = sorted(seats)
    return [(s.section, s.role, s.person) for s in ordered], [s.round or 0 for s in ordered]


def both_senses(choices: list[Choice], objective: list[str]) -> tuple[Choice, Choice]:
    """The best, and another as good but for the draw: the one drawn lowest, or where that is the best, highest.

    Where the draw is a level the best is the one drawn highest already.
    """
    first = best(choices, objective)
    levels = [name for name in objective if name != "lot"]
    lowest, highest = (best(choices, [*levels, "lot"], lot=sense) for sense in ("min", "max"))
    return first, (highest if last_word(lowest[1])[0] == last_word(first[1])[0] else lowest)


def differing(high: list[Seat], low: list[Seat]) -> list[tuple[str, tuple[str, ...]]]:
    """The sections whose people differ between the two, with the people in one but not in both."""
    found = []
    for section in sorted({seat.section for seat in [*high, *low]}):
        one = {seat.person for seat in high if seat.section == section}
        two = {seat.person for seat in low if seat.section == section}
        if one != two:
            found.append((section, tuple(sorted(one ^ two))))
    return found


def better(objective: list[str], one: Values, other: Values) -> bool:
    """Whether ``one`` is better than ``other`` at the first level where they differ."""
    for name in objective:
        if one[name] != other[name]:
            return (one[name] < other[name]) == (name in MINIMISED)
    return False
