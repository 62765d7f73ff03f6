"""Plans that break the articles but are told as if nothing were wrong: every figure follows from the plan."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from allocator.rotation.audit import audit
from allocator.rotation.levels import measure
from allocator.rotation.moves import Moves
from allocator.rotation.outcome import assemble
from allocator.rotation.planning import plan
from allocator.rotation.procedure import by_hand
from allocator.rotation.roster import Roster
from allocator.words import describe
from models.common.base import Method
from models.common.outcome import Level
from models.rotation.outcome import FateTie, RotationOutcome
from models.rotation.rule_ids import RuleId
from tests.rotation.build import roster_of
from tests.rotation.reference import draws

Plan = Mapping[str, str]


def as_proven(levels: tuple[Level, ...]) -> tuple[Level, ...]:
    """The levels as if each were proven."""
    return tuple(level.model_copy(update={"bound": level.value, "proven": True}) for level in levels)


@dataclass(frozen=True)
class Liar:
    """A case, its sound plan of one method, and what can be told in its place."""

    roster: Roster
    method: Method

    @cached_property
    def moves(self) -> Moves:
        return Moves(self.roster)

    @cached_property
    def sound(self) -> RotationOutcome:
        """The outcome as it should be."""
        return plan(self.roster, self.method).outcome

    @cached_property
    def after(self) -> dict[str, str]:
        """Where everybody ends as it should be."""
        return {**self.roster.present, **{move.person_id: move.to_post for move in self.sound.moves}}

    @cached_property
    def made_by_hand(self) -> Plan:
        return by_hand(self.moves).plan

    def told(self, changes: Plan, ties: tuple[FateTie, ...] | None = None) -> RotationOutcome:
        """The outcome of the sound plan with these changes, all of its figures worked out of it, and proven."""
        after = {**self.after, **changes}
        levels = measure(self.moves, after)
        ties = self.sound.ties if ties is None else ties
        kept = as_proven(levels) if self.method == "optimal" else levels
        return assemble(self.moves, after, self.method, kept, not ties, ties)

    @cached_property
    def free(self) -> tuple[str, ...]:
        """Everybody whom no pin assigns a post."""
        return tuple(person for person in self.roster.officers if person not in self.roster.assigned)

    def steps(self) -> Iterator[tuple[str, str]]:
        """Every allowed move of somebody who stays in the sound plan."""
        for person in self.free:
            if self.after[person] == self.roster.present[person]:
                for post in self.roster.posts:
                    if self.moves.bar(person, post) is None:
                        yield person, post

    def unit(self, post: str) -> str:
        return self.roster.posts[post].unit_id


@cache
def liar(index: int, method: Method) -> Liar:
    """The liar about a drawn case."""
    return Liar(roster_of(draws.make(index)), method)


def liars(method: Method, indexes: range = range(136)) -> Iterator[Liar]:
    """The liars about drawn cases of every family."""
    return (liar(index, method) for index in indexes)


def found(lying: Liar, outcome: RotationOutcome) -> set[tuple[RuleId | None, str]]:
    """The rules and codes of what the audit finds; every sentence can be said."""
    violations = audit(lying.roster.case, lying.roster.rulebook, outcome)
    assert list(violations) == sorted(violations, key=lambda one: one.sort_key)
    for one in violations:
        assert describe(one.code, one.args, "zh") and describe(one.code, one.args, "en")
    return {(one.rule, one.code.removeprefix("rotation.audit.")) for one in violations}
