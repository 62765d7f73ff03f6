"""Who did not get what is owed, what stands in for it, and the first reason that holds (articles 7, 9-4 and 12)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from allocator.rotation.legality import CONTINUITY, Clause, PlanState
from allocator.rotation.moves import Moves
from allocator.rotation.posts import PostIndex
from models.rotation.codes import MoveKind, UnmetReason
from models.rotation.outcome import Unmet


@dataclass(frozen=True)
class Owed:
    """A plan, judged by what it owes to people."""

    moves: Moves
    plan: Mapping[str, str]

    @cached_property
    def _state(self) -> PlanState:
        return PlanState(self.moves.roster, self.plan)

    @cached_property
    def _index(self) -> PostIndex:
        return PostIndex(self.moves)

    def unmet(self) -> tuple[Unmet, ...]:
        """Everybody who did not get what is owed, in person_id order."""
        return tuple(self._told(person) for person in self.moves.roster.officers if not self._met(person))

    def _met(self, person: str) -> bool:
        """Whether a person got what is owed: to be apart, a move, or else an exchange."""
        duty = self.moves.due[person].duty
        if duty == "relation":
            others = self.moves.roster.avoided[person]
            return all(self._state.unit[other] != self._state.unit[person] for other in others)
        return duty == "none" or self._moved(person, ("rotation", "exchange") if duty == "rotate" else ("exchange",))

    def _moved(self, person: str, kinds: tuple[MoveKind, ...]) -> bool:
        post = self.plan[person]
        return post != self.moves.roster.present[person] and self.moves.kind(person, post) in kinds

    def _told(self, person: str) -> Unmet:
        due = self.moves.due[person]
        instead = due.duty in ("must", "should") and self._moved(person, ("rotation",))
        return Unmet(
            person_id=person,
            duty=due.duty,
            articles=due.articles,
            overdue=due.overdue,
            instead="rotation" if instead else None,
            reason=self._reason(person),
        )

    def _reason(self, person: str) -> UnmetReason:
        """The first reason that holds of every single move owed, everybody else as in the plan."""
        kinds: tuple[MoveKind, ...] = ("exchange",)
        if self.moves.due[person].duty == "rotate":
            kinds = ("rotation", "exchange")
        first = {kind: post for kind in kinds if (post := next(self._posts(person, kind), None)) is not None}
        if not first:
            return "no_post"
        broken = [self._state.broken_by((person, post)) for post in first.values()]
        if all(CONTINUITY.intersection(clauses) for clauses in broken):
            return "continuity"
        if all("quota" in clauses for clauses in broken):
            return "quota"
        posts = (post for kind in first for post in self._posts(person, kind))
        if all("avoidance" in self._clauses(person, post) for post in posts):
            return "avoidance"
        return "seats"

    def _posts(self, person: str, kind: MoveKind) -> Iterator[str]:
        """The posts owed: those a person may move to by a move of one kind; none for people assigned a post."""
        return iter(()) if person in self.moves.roster.assigned else self._index.open_to(person, kind)

    def _clauses(self, person: str, post: str) -> tuple[Clause, ...]:
        return self._state.broken_by((person, post))


def unmet(moves: Moves, plan: Mapping[str, str]) -> tuple[Unmet, ...]:
    """Everybody who did not get what is owed under a plan, in person_id order."""
    return Owed(moves, plan).unmet()
