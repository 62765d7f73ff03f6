"""A problem while it is being written: columns known from the start, rows added rule by rule from index arrays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from allocator.rotation.optimum.columns import Columns
from allocator.rotation.optimum.setting import Setting
from allocator.solver import LIMIT, Ints, Problem, Sense
from models.rotation.codes import MINIMISED, PlanLevel


@dataclass(frozen=True)
class _Block:
    lengths: Ints
    indices: Ints
    data: Ints
    lower: Ints
    upper: Ints


@dataclass
class Sheet:
    """The columns of a plan with the rows written so far."""

    columns: Columns
    _blocks: list[_Block] = field(default_factory=list)

    @property
    def setting(self) -> Setting:
        """People, posts and units as numbers."""
        return self.columns.setting

    def add(self, terms: Sequence[tuple[Ints, Ints, int]], lower: Ints, upper: Ints) -> None:
        """Adds rows between bounds; each term is the numbers of rows, the column in each, and one coefficient.

        Rows that no column values can break are left out.
        """
        rows = np.concatenate([row for row, _, _ in terms])
        columns = np.concatenate([column for _, column, _ in terms])
        data = np.concatenate([np.full(len(row), factor, dtype=np.int64) for row, _, factor in terms])
        reach = data * self.columns.upper[columns]
        low, high = np.zeros(len(lower), dtype=np.int64), np.zeros(len(lower), dtype=np.int64)
        np.add.at(low, rows, np.minimum(reach, 0))
        np.add.at(high, rows, np.maximum(reach, 0))
        binding = (low < lower) | (high > upper)
        kept = binding[rows]
        rows, columns, data = rows[kept], columns[kept], data[kept]
        order = np.lexsort((columns, rows))
        lengths = np.bincount(rows, minlength=len(lower))[binding].astype(np.int64)
        self._blocks.append(_Block(lengths, columns[order], data[order], lower[binding], upper[binding]))

    def at_most(self, terms: Sequence[tuple[Ints, Ints, int]], upper: Ints) -> None:
        """Adds rows with an upper bound alone."""
        self.add(terms, np.full(len(upper), -LIMIT, dtype=np.int64), upper)

    def problem(self, order: Sequence[PlanLevel], levels: Mapping[PlanLevel, Ints]) -> Problem:
        """The finished problem with its levels in the rulebook's order."""
        n, blocks = len(self.columns), self._blocks
        senses: tuple[Sense, ...] = tuple("min" if name in MINIMISED else "max" for name in order)
        lengths = _together([block.lengths for block in blocks])
        return Problem(
            col_lb=np.zeros(n, dtype=np.int64),
            col_ub=self.columns.upper,
            row_lb=_together([block.lower for block in blocks]),
            row_ub=_together([block.upper for block in blocks]),
            indptr=np.append(0, np.cumsum(lengths)).astype(np.int64),
            indices=_together([block.indices for block in blocks]),
            data=_together([block.data for block in blocks]),
            col_tag=np.arange(n, dtype=np.int64),
            row_tag=np.arange(len(lengths), dtype=np.int64),
            level_names=tuple(order),
            level_sense=senses,
            level_coef=np.array([levels[name] for name in order], dtype=np.int64).reshape(len(order), n),
            level_offset=np.zeros(len(order), dtype=np.int64),
        )


def _together(arrays: Sequence[Ints]) -> Ints:
    return np.concatenate([np.zeros(0, dtype=np.int64), *arrays])
