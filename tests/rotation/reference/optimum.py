"""The optimal method, by looking at every legal plan: the levels, the one plan taken, and every tie.

Pinned people count in no level; a pair is counted unless both of its members are pinned.
A wish for a post that is not allowed never counts, as no plan has such a move.
"""

from collections.abc import Callable
from dataclasses import dataclass

from tests.rotation.reference.case import Case
from tests.rotation.reference.duties import by_lot, duties, lot
from tests.rotation.reference.plans import Plan, legal_plans

LEVELS: dict[str, Callable[[int], int]] = {
    "together": lambda value: -value,
    "must": lambda value: value,
    "should": lambda value: value,
    "rotated": lambda value: value,
    "volunteers": lambda value: value,
    "overdue": lambda value: value,
    "counterparts": lambda value: -value,
    "objections": lambda value: -value,
    "wishes": lambda value: value,
    "moves": lambda value: -value,
    "lot": lambda value: value,
}
"""The levels in their order, each with its value turned so that more is better."""


@dataclass(frozen=True)
class Proposal:
    """What a method proposes: the plan, its levels, and the people whose fate the draw alone settled."""

    plan: Plan
    levels: dict[str, int]
    ties: dict[str, tuple[str, ...]]

    @property
    def unique(self) -> bool:
        return not self.ties


def levels(case: Case, plan: Plan) -> dict[str, int]:
    """The value of the plan on each level."""
    owed = duties(case)
    free = [person for person in case.people if person not in case.assigned]
    kinds = {person: case.move_of(person, plan[person]) for person in free}
    movers = [person for person in free if kinds[person] != "stays"]
    exchanged = [person for person in movers if kinds[person] == "exchange"]
    rotated = [person for person in movers if kinds[person] == "rotation"]
    cap = case.parameters.overdue_cap

    def of(people: list[str], *names: str) -> list[str]:
        return [person for person in people if owed[person].name in names]

    return {
        "together": sum(
            case.unit_of(plan[one]) == case.unit_of(plan[other])
            for one, other in case.pairs
            if not {one, other} <= set(case.assigned)
        ),
        "must": len(of(exchanged, "must")),
        "should": len(of(exchanged, "should")),
        "rotated": len(of(movers, "rotate")) + len(of(rotated, "must", "should")),
        "volunteers": len(of(exchanged, "volunteer")),
        "overdue": sum(min(owed[person].overdue, cap) for person in of(movers, "must", "should", "rotate")),
        "counterparts": len(of(movers, "none")),
        "objections": sum(case.objected(person, plan[person]) for person in exchanged),
        "wishes": sum(case.points(person, plan[person]) for person in movers),
        "moves": len(movers),
        "lot": sum(lot(case, person) for person in movers),
    }


def worth(values: dict[str, int]) -> tuple[int, ...]:
    """Levels to compare by: the greater tuple is the better plan."""
    return tuple(turned(values[name]) for name, turned in LEVELS.items())


def fate(case: Case, person: str, plan: Plan) -> str:
    """`stays`, the wished post that is got, else `exchange` or `rotation`."""
    return plan[person] if (person, plan[person]) in case.choices else case.move_of(person, plan[person])


def fates_of(case: Case, plans: list[Plan]) -> dict[str, tuple[str, ...]]:
    """The people with more than one fate among the plans, with all their fates."""
    found = {person: tuple(sorted({fate(case, person, plan) for plan in plans})) for person in case.people}
    return {person: fates for person, fates in found.items() if len(fates) > 1}


def best_before_lot(case: Case) -> list[Plan]:
    """Every legal plan that is best on all levels but the lot."""
    best: tuple[int, ...] | None = None
    found: list[Plan] = []
    for plan in legal_plans(case):
        value = worth(levels(case, plan))[:-1]
        if best is None or value > best:
            best, found = value, []
        if value == best:
            found.append(plan)
    return found


def solve(case: Case) -> Proposal:
    """The optimum, the plan that the draw and the order of posts take of it, and its ties."""
    equal = best_before_lot(case)
    top = max(levels(case, plan)["lot"] for plan in equal)
    taken = take_one(case, [plan for plan in equal if levels(case, plan)["lot"] == top])
    return Proposal(taken, levels(case, taken), fates_of(case, equal))


def take_one(case: Case, plans: list[Plan]) -> Plan:
    """One of the best: by the draw everybody takes the first post still possible, the own one last."""
    for person in sorted(case.people, key=lambda person: by_lot(case, person)):
        first = min((plan[person] for plan in plans), key=lambda post: by_liking(case, person, post))
        plans = [plan for plan in plans if plan[person] == first]
    return plans[0]


def by_liking(case: Case, person: str, post_id: str) -> tuple[int, int, str]:
    """To sort by: wished posts by choice, others by post_id, the own post last."""
    if post_id == case.today[person]:
        return (2, 0, post_id)
    choice = case.choices.get((person, post_id))
    return (1, 0, post_id) if choice is None else (0, choice, post_id)
