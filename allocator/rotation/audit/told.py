"""An outcome opened for the audit: where everybody ends by its moves, and the counts that clauses speak of."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from allocator.rotation.audit.facts import Facts
from allocator.rotation.audit.owed import Ledger
from allocator.rotation.audit.replay import Replay, Replayed
from models.rotation.outcome import Move, RotationOutcome


@dataclass(frozen=True)
class Told:
    """The facts and the outcome that is audited."""

    facts: Facts
    ledger: Ledger
    outcome: RotationOutcome

    @cached_property
    def move(self) -> Mapping[str, Move]:
        """The move of each person who moves."""
        return {move.person_id: move for move in self.outcome.moves}

    @cached_property
    def place(self) -> Mapping[str, int]:
        """The place of each mover in the list of moves."""
        return {move.person_id: at for at, move in enumerate(self.outcome.moves)}

    @cached_property
    def plan(self) -> Mapping[str, str]:
        """Where everybody ends."""
        return {**self.facts.today, **{person: move.to_post for person, move in self.move.items()}}

    @cached_property
    def unit(self) -> Mapping[str, str]:
        """The unit in which everybody ends."""
        return {person: self.facts.post[post].unit_id for person, post in self.plan.items()}

    @cached_property
    def movers(self) -> tuple[str, ...]:
        """Everybody whose post changes, in id order."""
        return tuple(person for person, post in self.facts.today.items() if self.plan[person] != post)

    @cached_property
    def leavers(self) -> tuple[str, ...]:
        """Everybody whose unit changes, in id order."""
        return tuple(person for person in self.movers if self.unit[person] != self.facts.home[person])

    @cached_property
    def changed(self) -> Counter[str]:
        """How many people of each unit change posts."""
        return Counter(self.facts.home[person] for person in self.movers)

    @cached_property
    def left(self) -> Counter[str]:
        """How many people of each unit leave it."""
        return Counter(self.facts.home[person] for person in self.leavers)

    @cached_property
    def leaders_left(self) -> Counter[str]:
        """How many heads and deputies of each unit leave it."""
        return Counter(self.facts.home[person] for person in self.leavers if self.facts.leads(person))

    @cached_property
    def by_hand(self) -> Replayed:
        """What the procedure by hand comes to."""
        return Replay(self.ledger).run()
