"""What a stage is as a problem: the arrays for the solver, and the legend that alone knows what they stand for."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from allocator.competition.optimum.columns import BASES, Columns
from allocator.solver import Ints, Problem
from models.competition.codes import Role, Stage
from models.competition.rule_ids import RuleId
from models.competition.standing import Member

NOBODY = -2
"""Stands for a person or section that has no column."""
MOST_ROUNDS = 2**20
ROLE_OF: dict[Stage, Role] = {"chiefs": "chief", "clerks": "clerk", "institution": "institution"}


@dataclass(frozen=True, slots=True)
class RowMeaning:
    """The rule a row carries, and the people and sections it speaks of."""

    rule: RuleId
    people: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()


@dataclass(frozen=True)
class Legend:
    """What column tag ``i`` and row tag ``i`` stand for."""

    columns: Columns
    rows: tuple[RowMeaning, ...]

    @cached_property
    def groups(self) -> list[list[int]]:
        """The columns whose values make a solution another one, in the order of the last word.

        First the seats by section and person, whatever their round; then the seats one by one, those without a
        round first, then by round.
        """
        seats = [columns for _, columns in self.seats]
        return [*seats, *([i] for columns in seats if len(columns) > 1 for i in columns)]

    @cached_property
    def seats(self) -> list[tuple[tuple[str, str], list[int]]]:
        """Every person and section that a column seats on some wish, with the columns that do, whatever their round."""
        columns = self.columns
        settled = np.flatnonzero(columns.is_settled)
        person, section = columns.person[settled], columns.section[settled]
        first = np.append(True, (np.diff(person) != 0) | (np.diff(section) != 0))[: len(settled)]
        starts = np.flatnonzero(first)
        ends = np.append(starts, len(settled))[1:]
        places = settled.tolist()
        names = zip(person[starts].tolist(), section[starts].tolist(), strict=True)
        spans = zip(starts.tolist(), ends.tolist(), strict=True)
        return [
            ((columns.people[p], columns.sections[s]), places[start:end])
            for (p, s), (start, end) in zip(names, spans, strict=True)
        ]

    def members(self, values: Ints, role: Role) -> tuple[Member, ...]:
        """The seats taken that one side at least named; neutral people are seated by the order of direction."""
        taken = np.flatnonzero((values != 0) & self.columns.is_settled)
        return tuple(self.columns[i].member(role) for i in taken.tolist())

    def values_of(self, members: Iterable[Member]) -> Ints:
        """The column values that stand for these seats; seats without a column are left out."""
        columns, members = self.columns, tuple(members)
        values = np.where(columns.of_kind("shortfall"), columns.upper, 0)
        person = np.array([self._number_of_person.get(m.person_id, NOBODY) for m in members], dtype=np.int64)
        section = np.array([self._number_of_section.get(m.section_id, NOBODY) for m in members], dtype=np.int64)
        rounds = np.array([m.round or 0 for m in members], dtype=np.int64)
        basis = np.array([BASES.index(m.basis) for m in members], dtype=np.int64)
        named = self._places(person, section, rounds, basis)
        written_out = self._places(person, section)
        found = np.where(named >= 0, named, written_out)
        values[found[found >= 0]] = 1
        rest, nothing = found < 0, np.int64(-1)
        of_person = self._places(person[rest], nothing)
        of_section = self._places(nothing, section[rest])
        counted = (of_person >= 0) & (of_section >= 0)
        np.add.at(values, of_person[counted], 1)
        np.add.at(values, of_section[counted], 1)
        return values

    @cached_property
    def _number_of_person(self) -> dict[str, int]:
        return {person_id: i for i, person_id in enumerate(self.columns.people)}

    @cached_property
    def _number_of_section(self) -> dict[str, int]:
        return {section_id: i for i, section_id in enumerate(self.columns.sections)}

    def _places(
        self, person: Ints | np.int64, section: Ints | np.int64, rounds: Ints | int = 0, basis: Ints | int = -1
    ) -> Ints:
        """The columns of some people in some sections, in some rounds and on some basis; -1 where there is none."""
        keys = self._keys(person, section, rounds, basis)
        keys = np.where((person == NOBODY) | (section == NOBODY), -1, keys)
        known, places = self._index
        at = np.minimum(np.searchsorted(known, keys), len(known) - 1)
        return np.where(known[at] == keys, places[at], -1) if len(known) else np.full(len(keys), -1)

    @cached_property
    def _index(self) -> tuple[Ints, Ints]:
        """The keys of all columns that seat or count people, in order, and where each column is."""
        columns = self.columns
        places = np.flatnonzero(~columns.of_kind("shortfall"))
        keys = self._keys(columns.person, columns.section, columns.round, columns.basis)[places]
        order = np.argsort(keys, kind="stable")
        return keys[order], places[order]

    def _keys(self, person: Ints | np.int64, section: Ints | np.int64, rounds: Ints | int, basis: Ints | int) -> Ints:
        """One number for each person (-1: none), section (-1: none), round and basis."""
        seat = (section + 1) * (len(self.columns.people) + 1) + person + 1
        return np.asarray((seat * MOST_ROUNDS + rounds) * (len(BASES) + 1) + basis + 1, dtype=np.int64)


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
