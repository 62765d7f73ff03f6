"""A formulation while it is being written: columns known from the start, rows added rule by rule from index arrays."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from allocator.optimum.formulation import Column, Formulation, Kind, Legend, RowMeaning
from allocator.solver import LIMIT, Ints, Problem, Sense
from models.base import Stage
from models.rule_ids import RuleId
from models.rulebook import MINIMISED

Mask = NDArray[np.bool_]


@dataclass
class Sheet:
    """The columns of a stage, sorted, with the rows written so far.

    ``person`` and ``section`` number the people and sections of the columns in id order; -1 stands for none.
    """

    columns: tuple[Column, ...]
    _rows: list[tuple[Ints, Ints, int, int]] = field(default_factory=list)
    _meanings: list[RowMeaning] = field(default_factory=list)

    @staticmethod
    def of(columns: Iterable[Column]) -> "Sheet":
        """A sheet of these columns in the one order that does not depend on how they were found."""
        return Sheet(tuple(sorted(columns, key=lambda column: column.sort_key)))

    @cached_property
    def people(self) -> tuple[str, ...]:
        """Everybody who has a column, in id order."""
        return tuple(sorted({c.person_id for c in self.columns if c.person_id}))

    @cached_property
    def sections(self) -> tuple[str, ...]:
        """Every section that has a column, in id order."""
        return tuple(sorted({c.section_id for c in self.columns if c.section_id}))

    @cached_property
    def person(self) -> Ints:
        """The number of each column's person."""
        number = {person_id: i for i, person_id in enumerate(self.people)}
        return self.numbers(number.get(c.person_id, -1) for c in self.columns)

    @cached_property
    def section(self) -> Ints:
        """The number of each column's section."""
        number = {section_id: i for i, section_id in enumerate(self.sections)}
        return self.numbers(number.get(c.section_id, -1) for c in self.columns)

    @cached_property
    def round(self) -> Ints:
        """The round of each column, 0 where it has none."""
        return self.numbers(c.round or 0 for c in self.columns)

    @cached_property
    def at(self) -> Mapping[tuple[str, str], tuple[int, ...]]:
        """The columns that seat a person in a section."""
        found: dict[tuple[str, str], list[int]] = {}
        for index, column in enumerate(self.columns):
            if column.person_id and column.section_id:
                found.setdefault((column.person_id, column.section_id), []).append(index)
        return {key: tuple(indices) for key, indices in found.items()}

    def numbers(self, values: Iterable[int]) -> Ints:
        """Whole numbers as an array."""
        return np.array(list(values), dtype=np.int64)

    def of_kind(self, *kinds: Kind) -> Mask:
        """Which columns are of the given kinds."""
        return np.array([c.kind in kinds for c in self.columns], dtype=np.bool_)

    def add(
        self,
        rule: RuleId,
        terms: Sequence[tuple[Sequence[int] | Ints, int]],
        *,
        at_least: int = -LIMIT,
        at_most: int = LIMIT,
        people: tuple[str, ...] = (),
        sections: tuple[str, ...] = (),
    ) -> None:
        """Adds one row: groups of columns, each with its coefficient, summed between two bounds."""
        indices = [np.asarray(columns, dtype=np.int64) for columns, _ in terms]
        data = [np.full(len(columns), factor, dtype=np.int64) for columns, factor in terms]
        self._rows.append((np.concatenate(indices), np.concatenate(data), at_least, at_most))
        self._meanings.append(RowMeaning(rule, people, sections))

    def at_most_each(self, rule: RuleId, keys: Ints, caps: Sequence[int], meanings: Sequence[RowMeaning]) -> None:
        """Adds a row for each key: of the columns that carry it (-1: none) at most so many.

        Rows that can never bind, because there are no more columns than the cap, are left out.
        """
        members = np.flatnonzero(keys >= 0)
        members = members[np.argsort(keys[members], kind="stable")]
        starts = np.searchsorted(keys[members], np.arange(len(caps) + 1))
        for key, cap in enumerate(caps):
            columns = members[starts[key] : starts[key + 1]]
            if sum(self.columns[c].upper for c in columns.tolist()) > cap:
                self._rows.append((columns, np.ones(len(columns), dtype=np.int64), -LIMIT, cap))
                self._meanings.append(RowMeaning(rule, meanings[key].people, meanings[key].sections))

    def formulation(
        self, stage: Stage, order: Sequence[str], levels: Mapping[str, Ints], offsets: Mapping[str, int] | None = None
    ) -> Formulation:
        """The finished formulation with its levels in the rulebook's order."""
        n = len(self.columns)
        empty = [np.zeros(0, dtype=np.int64)]
        senses: tuple[Sense, ...] = tuple("min" if name in MINIMISED else "max" for name in order)
        problem = Problem(
            col_lb=np.zeros(n, dtype=np.int64),
            col_ub=self.numbers(c.upper for c in self.columns),
            row_lb=self.numbers(row[2] for row in self._rows),
            row_ub=self.numbers(row[3] for row in self._rows),
            indptr=np.cumsum([0, *(len(row[0]) for row in self._rows)], dtype=np.int64),
            indices=np.concatenate(empty + [row[0] for row in self._rows]),
            data=np.concatenate(empty + [row[1] for row in self._rows]),
            col_tag=np.arange(n, dtype=np.int64),
            row_tag=np.arange(len(self._rows), dtype=np.int64),
            level_names=tuple(order),
            level_sense=senses,
            level_coef=np.array([levels[name] for name in order], dtype=np.int64).reshape(len(order), n),
            level_offset=self.numbers((offsets or {}).get(name, 0) for name in order),
        )
        return Formulation(stage, problem, Legend(self.columns, tuple(self._meanings)), levels["lot"])
