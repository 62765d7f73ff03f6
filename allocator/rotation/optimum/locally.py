"""What one unit alone can say: that its rules leave no way, wherever the people of other units go."""

from functools import cached_property

import numpy as np
from scipy.sparse import csr_matrix

from allocator.rotation.optimum.columns import Columns
from allocator.solver import LIMIT, Ints, Limits, Problem
from allocator.solver.faces import matrix, turned

Piece = tuple[Ints, Ints, csr_matrix]


class Units:
    """The part of a problem that belongs to each unit: columns into it and out of it, and the rows of no others."""

    def __init__(self, columns: Columns, region: Problem) -> None:
        self.columns, self._region = columns, region
        self._pieces: dict[int, Piece] = {}

    @cached_property
    def columns_of(self) -> list[Ints]:
        """The columns that take somebody from each unit or bring somebody to it."""
        columns, setting = self.columns, self.columns.setting
        leaves = np.where(columns.person >= 0, setting.unit[columns.person], -1)
        enters = np.where(columns.post >= 0, setting.post_unit[columns.post], -1)
        found = []
        for keys in (leaves, np.where(enters == leaves, -1, enters)):
            places = np.flatnonzero(keys >= 0)
            order = places[np.argsort(keys[places], kind="stable")]
            found.append(np.split(order, np.searchsorted(keys[order], np.arange(1, len(setting.units)))))
        return [np.sort(np.concatenate(pair)) for pair in zip(*found, strict=True)]

    def impossible(self, unit: int, lower: Ints, upper: Ints) -> bool:
        """Whether the rules of a unit alone rule out column values between these bounds."""
        from allocator.solver.certified import CertifiedEngine

        if unit not in self._pieces:
            self._pieces[unit] = self._piece(unit)
        places, rows, part = self._pieces[unit]
        if np.any(lower[places] > upper[places]):
            return True
        problem = piece(part, lower[places], upper[places], self._region.row_lb[rows], self._region.row_ub[rows])
        nothing = np.zeros(problem.columns, dtype=np.int64)
        return CertifiedEngine(problem, Limits()).maximise(nothing, None, None, None).status == "infeasible"

    def part(self, now: Ints, lower: Ints, upper: Ints, places: Ints) -> Problem | None:
        """Some columns between bounds, all others as they are now; nothing where a row is broken whatever they are."""
        entries = self._by_column[places]
        rows, number = np.unique(entries.indices, return_inverse=True)
        rest = self._whole[rows] @ now
        part = csr_matrix((entries.data, number, entries.indptr), shape=(len(places), len(rows))).T.tocsr()
        part.sort_indices()
        rest -= part @ now[places]
        row_lb, row_ub = self._region.row_lb[rows], self._region.row_ub[rows]
        row_lb, row_ub = (
            np.where(row_lb <= -LIMIT, row_lb, row_lb - rest),
            np.where(row_ub >= LIMIT, row_ub, row_ub - rest),
        )
        if np.any(row_lb > row_ub):
            return None
        return piece(part, lower[places], upper[places], row_lb, row_ub)

    @cached_property
    def _whole(self) -> csr_matrix:
        return matrix(self._region)

    @cached_property
    def _by_column(self) -> csr_matrix:
        return turned(self._region).tocsr()

    def _piece(self, unit: int) -> Piece:
        places = self.columns_of[unit]
        rows = inside(self._region, places)
        part = matrix(self._region)[rows][:, places].tocsr()
        part.sort_indices()
        return places, rows, part


def inside(region: Problem, places: Ints) -> Ints:
    """The rows that have no columns but these."""
    rows: Ints = np.unique(turned(region)[places].tocsr().indices)
    mine = np.zeros(region.columns, dtype=np.int64)
    mine[places] = 1
    whole = matrix(region)[rows]
    found: Ints = rows[np.add.reduceat(mine[whole.indices], whole.indptr[:-1]) == np.diff(whole.indptr)]
    return found


def piece(
    part: csr_matrix, col_lb: Ints, col_ub: Ints, row_lb: Ints, row_ub: Ints, objective: Ints | None = None
) -> Problem:
    """Some columns under some rows as a problem, with one level where there is an objective."""
    levels = 0 if objective is None else 1
    n = len(col_lb)
    return Problem(
        col_lb=col_lb,
        col_ub=col_ub,
        row_lb=row_lb,
        row_ub=row_ub,
        indptr=part.indptr.astype(np.int64),
        indices=part.indices.astype(np.int64),
        data=part.data.astype(np.int64),
        col_tag=np.arange(n, dtype=np.int64),
        row_tag=np.arange(len(row_lb), dtype=np.int64),
        level_names=("best",) if levels else (),
        level_sense=("max",) if levels else (),
        level_coef=np.zeros((0, n), dtype=np.int64) if objective is None else objective.reshape(1, n),
        level_offset=np.zeros(levels, dtype=np.int64),
    )
