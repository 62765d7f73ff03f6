"""A formulation while it is being written: columns known from the start, rows added rule by rule from index arrays."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from allocator.competition.optimum.columns import Column, Columns, Kind, Mask, Part
from allocator.competition.optimum.formulation import Formulation, Legend, RowMeaning
from allocator.solver import LIMIT, Ints, Problem, Sense
from models.competition.codes import Stage
from models.competition.rule_ids import RuleId
from models.competition.rulebook import MINIMISED


@dataclass(frozen=True)
class _Block:
    """Some rows one after another: how many columns each has, which ones with which coefficients, and the bounds."""

    lengths: Ints
    indices: Ints
    data: Ints
    lower: Ints
    upper: Ints


@dataclass
class FormulationBuilder:
    """The columns of a stage, sorted, with the rows written so far."""

    columns: Columns
    _blocks: list[_Block] = field(default_factory=list)
    _meanings: list[RowMeaning] = field(default_factory=list)

    @staticmethod
    def of(columns: Iterable[Column]) -> "FormulationBuilder":
        """A sheet of these columns in the one order that does not depend on how they were found."""
        return FormulationBuilder(Columns.of(columns))

    @staticmethod
    def joined(parts: Iterable[Part]) -> "FormulationBuilder":
        """A sheet of the columns of these parts, in the same order."""
        return FormulationBuilder(Columns.joined(parts))

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody who has a column, in id order."""
        return self.columns.people

    @property
    def sections(self) -> tuple[str, ...]:
        """Every section that has a column, in id order."""
        return self.columns.sections

    @property
    def person(self) -> Ints:
        """The number of each column's person; -1 stands for nobody."""
        return self.columns.person

    @property
    def section(self) -> Ints:
        """The number of each column's section; -1 stands for none."""
        return self.columns.section

    @property
    def round(self) -> Ints:
        """The round of each column, 0 where it has none."""
        return self.columns.round

    def numbers(self, values: Iterable[int]) -> Ints:
        """Whole numbers as an array."""
        return np.array(list(values), dtype=np.int64)

    def of_kind(self, *kinds: Kind) -> Mask:
        """Which columns are of the given kinds."""
        return self.columns.of_kind(*kinds)

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
        indices = np.concatenate([np.asarray(columns, dtype=np.int64) for columns, _ in terms])
        data = np.concatenate([np.full(len(columns), factor, dtype=np.int64) for columns, factor in terms])
        one = (np.array([number], dtype=np.int64) for number in (at_least, at_most))
        self._blocks.append(_Block(np.array([len(indices)], dtype=np.int64), indices, data, *one))
        self._meanings.append(RowMeaning(rule, people, sections))

    def at_most_each(self, keys: Ints, caps: Sequence[int] | Ints, meanings: Sequence[RowMeaning]) -> None:
        """Adds a row for each key: of the columns that carry it (-1: none) at most so many.

        Rows that can never bind, because there are no more columns than the cap, are left out.
        """
        most = np.asarray(caps, dtype=np.int64)
        members = np.flatnonzero(keys >= 0)
        members = members[np.argsort(keys[members], kind="stable")]
        reach = np.zeros(len(most), dtype=np.int64)
        np.add.at(reach, keys[members], self.columns.upper[members])
        binding = reach > most
        members = members[binding[keys[members]]]
        lengths = np.bincount(keys[members], minlength=len(most))[binding].astype(np.int64)
        lower = np.full(len(lengths), -LIMIT, dtype=np.int64)
        self._blocks.append(_Block(lengths, members, np.ones(len(members), dtype=np.int64), lower, most[binding]))
        self._meanings.extend(meanings[key] for key in np.flatnonzero(binding).tolist())

    def formulation(
        self, stage: Stage, order: Sequence[str], levels: Mapping[str, Ints], offsets: Mapping[str, int] | None = None
    ) -> Formulation:
        """The finished formulation with its levels in the rulebook's order."""
        n = len(self.columns)
        senses: tuple[Sense, ...] = tuple("min" if name in MINIMISED else "max" for name in order)
        problem = Problem(
            col_lb=np.zeros(n, dtype=np.int64),
            col_ub=self.columns.upper,
            row_lb=_together(block.lower for block in self._blocks),
            row_ub=_together(block.upper for block in self._blocks),
            indptr=np.append(0, np.cumsum(_together(block.lengths for block in self._blocks))).astype(np.int64),
            indices=_together(block.indices for block in self._blocks),
            data=_together(block.data for block in self._blocks),
            col_tag=np.arange(n, dtype=np.int64),
            row_tag=np.arange(len(self._meanings), dtype=np.int64),
            level_names=tuple(order),
            level_sense=senses,
            level_coef=np.array([levels[name] for name in order], dtype=np.int64).reshape(len(order), n),
            level_offset=self.numbers((offsets or {}).get(name, 0) for name in order),
        )
        return Formulation(stage, problem, Legend(self.columns, tuple(self._meanings)), levels["lot"])


def _together(arrays: Iterable[Ints]) -> Ints:
    return np.concatenate([np.zeros(0, dtype=np.int64), *arrays])
