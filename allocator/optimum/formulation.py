"""What a stage is as a problem: the arrays for the solver, and the legend that alone knows what they stand for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from allocator.solver import Ints, Problem
from models.base import Basis, Role, Stage
from models.rule_ids import RuleId
from models.standing import Member

Kind = Literal["post", "mutual", "one_sided", "neutral", "required", "count", "shortfall"]
KINDS: tuple[Kind, ...] = ("required", "post", "mutual", "one_sided", "neutral", "count", "shortfall")
ROLE_OF: dict[Stage, Role] = {"chiefs": "chief", "clerks": "clerk", "institution": "institution"}


@dataclass(frozen=True, slots=True)
class Column:
    """One unknown of a stage.

    A ``post``, ``mutual``, ``one_sided``, ``neutral`` or ``required`` column seats a person in a section (0 or 1); a
    ``neutral`` one without a section seats the person in some section that neither side named, and ``count`` is how
    many such people a section takes. ``shortfall`` is by how many members a section misses a target (``target``).
    ``round`` and ``pick_order`` are the numbers of the levels, ``draw`` the seat's lot.
    """

    kind: Kind
    person_id: str = ""
    section_id: str = ""
    round: int | None = None
    pick_order: int | None = None
    draw: int = 0
    basis: Basis | None = None
    upper: int = 1
    target: int = 0

    @property
    def sort_key(self) -> tuple[str, str, int, int, int]:
        """Columns stand by section and person, as people read seats; then by round, kind and target."""
        return (self.section_id, self.person_id, self.round or 0, KINDS.index(self.kind), self.target)

    @property
    def is_settled(self) -> bool:
        """Whether the column seats one person in one section that one side at least named."""
        return self.kind in ("post", "mutual", "one_sided", "required")

    def member(self, role: Role) -> Member:
        """The seat as a member of the section."""
        assert self.basis is not None
        return Member(
            person_id=self.person_id,
            section_id=self.section_id,
            role=role,
            basis=self.basis,
            round=self.round,
            pick_order=self.pick_order,
        )


@dataclass(frozen=True, slots=True)
class RowMeaning:
    """The rule a row carries, and the people and sections it speaks of."""

    rule: RuleId
    people: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()


@dataclass(frozen=True)
class Legend:
    """What column tag ``i`` and row tag ``i`` stand for."""

    columns: tuple[Column, ...]
    rows: tuple[RowMeaning, ...]

    @cached_property
    def _of_member(self) -> Mapping[tuple[str, str, int | None, Basis | None], int]:
        settled = ((i, c) for i, c in enumerate(self.columns) if c.is_settled)
        return {(c.person_id, c.section_id, c.round, c.basis): i for i, c in settled}

    @cached_property
    def _of_neutral(self) -> Mapping[tuple[str, str], int]:
        return {(c.person_id, c.section_id): i for i, c in enumerate(self.columns) if c.kind in ("neutral", "count")}

    @cached_property
    def groups(self) -> list[list[int]]:
        """The columns whose values make a solution another one, in the order of the last word.

        First the seats by section and person, whatever their round; then the seats one by one, those without a
        round first, then by round.
        """
        seats: dict[tuple[str, str], list[int]] = {}
        for index, column in enumerate(self.columns):
            if column.is_settled:
                seats.setdefault((column.section_id, column.person_id), []).append(index)
        several = [index for group in seats.values() if len(group) > 1 for index in group]
        return [*seats.values(), *([index] for index in several)]

    def members(self, values: Ints, role: Role) -> tuple[Member, ...]:
        """The seats taken that one side at least named; neutral people are seated by the order of direction."""
        return tuple(
            column.member(role)
            for column, value in zip(self.columns, values.tolist(), strict=True)
            if value and column.is_settled
        )

    def values_of(self, members: Iterable[Member]) -> Ints:
        """The column values that stand for these seats; seats without a column are left out."""
        values = np.array([c.upper if c.kind == "shortfall" else 0 for c in self.columns], dtype=np.int64)
        for member in members:
            named = self._of_member.get((member.person_id, member.section_id, member.round, member.basis))
            explicit = self._of_neutral.get((member.person_id, member.section_id))
            if named is not None:
                values[named] = 1
            elif explicit is not None:
                values[explicit] = 1
            else:
                person = self._of_neutral.get((member.person_id, ""))
                section = self._of_neutral.get(("", member.section_id))
                if person is not None and section is not None:
                    values[person] += 1
                    values[section] += 1
        return values


@dataclass(frozen=True)
class Formulation:
    """A stage as arrays and their legend; ``draw`` is the lot of each column, the level by which ties are told."""

    stage: Stage
    problem: Problem
    legend: Legend
    draw: Ints

    @property
    def role(self) -> Role:
        """The role the stage decides."""
        return ROLE_OF[self.stage]

    def members(self, values: Ints) -> tuple[Member, ...]:
        """The seats that column values stand for, neutral ones left out."""
        return self.legend.members(values, self.role)
