"""The rules method, as done by hand: the line, free seats and swaps, pass by pass.

Pinned people are put in their posts first. They stand in no line and swap with nobody; the other member of their pair
may stand for it. A pair that the pins have parted needs nobody. "Has duty must or should" is asked of those of a pair
who could stand: neither exempt by article 8 nor pinned.
Where a free seat would break the plan, a swap may be looked for in the same post.
"""

from dataclasses import dataclass

from tests.rotation.reference.case import Case
from tests.rotation.reference.duties import DUTIES, Duty, by_lot, duties, in_post, together_with
from tests.rotation.reference.optimum import Proposal, fate, levels
from tests.rotation.reference.plans import Plan, allowed, broken, check_pins, with_pins


@dataclass(frozen=True)
class Line:
    """Who stands for an avoidance pair, and who stands by an own duty, each in order."""

    for_pairs: tuple[str, ...]
    by_duty: tuple[str, ...]

    @property
    def people(self) -> tuple[str, ...]:
        return self.for_pairs + self.by_duty


def solve(case: Case) -> Proposal:
    """The outcome of the procedure, with its ties."""
    check_pins(case)
    office = Office(case)
    office.run()
    return Proposal(office.plan, levels(case, office.plan), ties(case, office.line, office.owed, office.plan))


def line_up(case: Case, owed: dict[str, Duty]) -> Line:
    """The line: those who stand for a pair, then must, should, rotate, volunteer; overdue longest first."""
    standing: list[str] = []
    settled = with_pins(case)
    for pair in case.pairs:
        one, other = pair
        if case.home[one] != case.home[other] or case.unit_of(settled[one]) != case.unit_of(settled[other]):
            continue
        able = [p for p in pair if p not in case.exempt_from_exchange and p not in case.assigned]
        if set(pair) & set(standing) or any(owed[p].name in ("must", "should") for p in able) or not able:
            continue
        standing.append(min(able, key=lambda p: (case.officer[p].unit_since, *by_lot(case, p))))
    others = [
        person
        for person in case.people
        if owed[person].name in DUTIES and person not in standing and person not in case.assigned
    ]
    others.sort(key=lambda p: (DUTIES.index(owed[p].name), -owed[p].overdue, *by_lot(case, p)))
    return Line(tuple(standing), tuple(others))


class Office:
    """The procedure under way: the plan as it stands and who has moved."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.owed = duties(case)
        self.line = line_up(case, self.owed)
        self.plan: Plan = with_pins(case)
        self.settled = set(case.assigned)

    def run(self) -> None:
        """Passes over the line until nothing changes; then must and should rotate instead (article 9-4)."""
        while any([self.turn(person) for person in self.line.people]):  # noqa: C419
            pass
        exchange_owed = [p for p in self.line.by_duty if self.owed[p].name in ("must", "should")]
        while any([self.take(person, "rotation") for person in exchange_owed]):  # noqa: C419
            pass

    def turn(self, person: str) -> bool:
        """One turn of a person in the line; whether it changed anything."""
        if person in self.line.for_pairs:
            return bool(together_with(self.case, person, self.plan)) and self.take(person, "exchange")
        if self.owed[person].name == "rotate":
            return self.take(person, "rotation") or self.take(person, "exchange")
        return self.take(person, "exchange")

    def take(self, person: str, kind: str) -> bool:
        """A free seat, else a swap, in the allowed posts of the kind."""
        if person in self.settled:
            return False
        posts = sorted(
            (post for post in allowed(self.case, person) if self.case.move_of(person, post) == kind),
            key=lambda post: (-self.case.points(person, post), self.case.objected(person, post), post),
        )
        for post in posts:
            occupied = sum(chosen == post for chosen in self.plan.values())
            if occupied < self.case.post[post].seats and self.carry_out({person: post}):
                return True
        own = self.case.today[person]
        for post in posts:
            for other in sorted(self.case.holders[post], key=self.swap_order):
                if other not in self.settled and own in allowed(self.case, other):  # noqa: SIM102
                    if self.carry_out({person: post, other: own}):
                        return True
        return False

    def swap_order(self, person: str) -> tuple[int, int, int, str]:
        """The line first, in its order; then the longest in the post."""
        people = self.line.people
        if person in people:
            return (people.index(person), 0, 0, person)
        return (len(people), -in_post(self.case, person), *by_lot(self.case, person))

    def carry_out(self, moves: Plan) -> bool:
        """The moves, where the whole plan with them is legal."""
        after = self.plan | moves
        if broken(self.case, after):
            return False
        self.plan = after
        self.settled |= set(moves)
        return True


def ties(case: Case, line: Line, owed: dict[str, Duty], plan: Plan) -> dict[str, tuple[str, ...]]:
    """People equal in duty and overdue whose fates differ, each with the own fate; nobody who stands for a pair."""
    groups: dict[tuple[str, int], list[str]] = {}
    for person in line.by_duty:
        groups.setdefault((owed[person].name, owed[person].overdue), []).append(person)
    found: dict[str, tuple[str, ...]] = {}
    for people in groups.values():
        fates = {person: fate(case, person, plan) for person in people}
        if len(set(fates.values())) > 1:
            found |= {person: (own,) for person, own in fates.items()}
    return dict(sorted(found.items()))
