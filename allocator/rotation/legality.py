"""What a whole plan must keep: seats (15-1), continuity of the units and the quota of exchanges (12), avoidance (7-5).

A plan says where everybody ends. Its state keeps counters a post and a unit, so that a move or two more are judged by
looking at the posts, units and pairs they touch.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import floor
from typing import Literal

from allocator.rotation.roster import Roster
from models.rotation.codes import MoveKind, PostLevel

Clause = Literal["seats", "exchanges_of_unit", "moves_of_unit", "leaders_of_unit", "quota", "avoidance"]
CLAUSES: tuple[Clause, ...] = (
    "seats",
    "exchanges_of_unit",
    "moves_of_unit",
    "leaders_of_unit",
    "quota",
    "avoidance",
)
"""What a plan may break, in the order in which reasons are named."""
CONTINUITY: frozenset[Clause] = frozenset({"exchanges_of_unit", "moves_of_unit", "leaders_of_unit"})
Step = tuple[str, str]
"""A person and the post to end in."""


@dataclass(frozen=True, slots=True)
class Break:
    """One clause that a plan breaks, and the post, unit or people of which it breaks it."""

    clause: Clause
    where: tuple[str, ...] = ()


@dataclass(frozen=True)
class Bounds:
    """How many people of each unit may leave it by exchange and change posts in all, and who leads it today."""

    roster: Roster

    @cached_property
    def exchanges(self) -> Mapping[str, int]:
        """The most people of each unit who leave it by exchange (article 12)."""
        share = self.roster.rulebook.continuity.exchange_share
        return {unit: max(1, floor(share * len(people))) for unit, people in self.roster.members.items()}

    @cached_property
    def moves(self) -> Mapping[str, int]:
        """The most people of each unit who change posts (article 12)."""
        share = self.roster.rulebook.continuity.move_share
        return {unit: max(1, floor(share * len(people))) for unit, people in self.roster.members.items()}

    @cached_property
    def leaders(self) -> Mapping[str, int]:
        """The most heads and deputies of each unit who leave it by exchange: where there are two, one stays."""
        today: Counter[str] = Counter(self.roster.unit[p] for p in self.roster.officers if self.leads(p))
        kept = int(self.roster.rulebook.continuity.keep_a_leader)
        return {unit: today[unit] - kept if today[unit] > 1 else today[unit] for unit in self.roster.members}

    def leads(self, person_id: str) -> bool:
        """Whether somebody is a head or a deputy today."""
        return self.roster.posts[self.roster.present[person_id]].level != "staff"


class PlanState:
    """A plan being made: where everybody ends as it stands, with the counters that every clause needs."""

    def __init__(self, roster: Roster, plan: Mapping[str, str] | None = None) -> None:
        self.roster, self.bounds = roster, Bounds(roster)
        self.post: dict[str, str] = dict(roster.present)
        self.unit: dict[str, str] = dict(roster.unit)
        self.occupied: Counter[str] = Counter(roster.present.values())
        self.exchanged: Counter[str] = Counter()
        self.moved: Counter[str] = Counter()
        self.leaders_gone: Counter[str] = Counter()
        self.exchanges = 0
        if plan is not None:
            self.put(plan.items())

    def put(self, steps: Iterable[Step]) -> None:
        """Puts people in posts, whatever the plan keeps or breaks by it."""
        for person, post in steps:
            if self.post[person] != post:
                self._count(person, -1)
                self.post[person], self.unit[person] = post, self.roster.posts[post].unit_id
                self._count(person, 1)

    def _count(self, person: str, change: int) -> None:
        """Counts a person in or out where the plan has the person now."""
        home, post = self.roster.unit[person], self.post[person]
        self.occupied[post] += change
        if post == self.roster.present[person]:
            return
        self.moved[home] += change
        if self.unit[person] != home:
            self.exchanged[home] += change
            self.exchanges += change
            self.leaders_gone[home] += change * self.bounds.leads(person)

    def has_seat(self, post_id: str) -> bool:
        """Whether a seat of a post is free as the plan stands; nobody enters a post over its seats today (15-1)."""
        return post_id not in self.roster.over_seats and self.occupied[post_id] < self.roster.posts[post_id].seats

    def closed(self, unit: str, level: PostLevel, kind: MoveKind, more: int = 1) -> bool:
        """Whether a unit cannot bear so many more moves of a kind by people of a level, wherever they would go."""
        if self.moved[unit] + more > self.bounds.moves[unit]:
            return True
        if kind == "rotation":
            return False
        if level != "staff" and self.leaders_gone[unit] + more > self.bounds.leaders[unit]:
            return True
        return self.exchanged[unit] + more > self.bounds.exchanges[unit] or self.quota_spent(more)

    def quota_spent(self, more: int = 1) -> bool:
        """Whether so many more exchanges would be beyond the quota of exchanges."""
        quota = self.roster.case.case.exchange_quota
        return quota is not None and self.exchanges + more > quota

    def broken_by(self, *steps: Step) -> tuple[Clause, ...]:
        """Every clause that a legal plan breaks when these people end in these posts instead; the plan stays."""
        before = [(person, self.post[person]) for person, _ in steps]
        self.put(steps)
        found = {one.clause for one in self._touched(steps)}
        self.put(before)
        return tuple(clause for clause in CLAUSES if clause in found) if found else ()

    def reason(self, *steps: Step) -> Clause | None:
        """The first clause that a legal plan breaks when these people end in these posts instead, if any."""
        return next(iter(self.broken_by(*steps)), None)

    def _touched(self, steps: Iterable[Step]) -> Iterator[Break]:
        people = [person for person, _ in steps]
        for post in {post for _, post in steps}:
            yield from self._post_breaks(post)
        for unit in {self.roster.unit[person] for person in people}:
            yield from self._unit_breaks(unit)
        if self.quota_spent(0):
            yield Break("quota")
        for person in people:
            for other in self.roster.avoided.get(person, ()):
                yield from self._pair_breaks(person, other)

    def _post_breaks(self, post: str) -> Iterator[Break]:
        """(a) A post has at most its seats, or, if over them today, nobody but of today's holders (15-1)."""
        if post in self.roster.over_seats:
            broken = self.occupied[post] > sum(self.post[holder] == post for holder in self.roster.holders[post])
        else:
            broken = self.occupied[post] > self.roster.posts[post].seats
        if broken:
            yield Break("seats", (post,))

    def _unit_breaks(self, unit: str) -> Iterator[Break]:
        """(b) The work of a unit goes on: not too many leave or change posts, and one of its leaders stays (12)."""
        if self.exchanged[unit] > self.bounds.exchanges[unit]:
            yield Break("exchanges_of_unit", (unit,))
        if self.moved[unit] > self.bounds.moves[unit]:
            yield Break("moves_of_unit", (unit,))
        if self.leaders_gone[unit] > self.bounds.leaders[unit]:
            yield Break("leaders_of_unit", (unit,))

    def _pair_breaks(self, a: str, b: str) -> Iterator[Break]:
        """(d) Two people who avoid one another do not end in one unit, but where they are together today (7-5)."""
        ended = self.unit[a]
        if ended == self.unit[b] and not self.roster.unit[a] == self.roster.unit[b] == ended:
            yield Break("avoidance", (a, b))

    def breaks(self) -> tuple[Break, ...]:
        """Every clause the plan breaks as it stands: posts, units, the quota, pairs, each in id order."""
        found = [one for post in self.roster.posts for one in self._post_breaks(post)]
        found += [one for unit in self.roster.members for one in self._unit_breaks(unit)]
        if self.quota_spent(0):
            found.append(Break("quota"))
        found += [one for a, b in self.roster.pairs for one in self._pair_breaks(a, b)]
        return tuple(found)


def pinned(roster: Roster) -> PlanState:
    """Today's plan with everybody whom a pin assigns in the post assigned."""
    return PlanState(roster, roster.assigned)


def breaks(roster: Roster, plan: Mapping[str, str]) -> tuple[Break, ...]:
    """Every clause a full plan breaks; none where it is legal."""
    return PlanState(roster, plan).breaks()
