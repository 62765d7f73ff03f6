"""What is left to decide of a problem, and its independent parts."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import bmat, csr_matrix
from scipy.sparse.csgraph import connected_components

from allocator.solver.faces import matrix
from allocator.solver.problem import LIMIT, Ints, Problem


@dataclass(frozen=True, eq=False)
class Core:
    """The free columns of a problem and the rows that can bind, as a problem of its own.

    ``broken`` when a row is broken whatever the free columns are; ``base`` are column values to be completed.
    """

    problem: Problem
    columns: Ints
    rows: Ints
    base: Ints
    broken: bool

    def expand(self, values: Ints) -> Ints:
        """Column values of the whole problem from those of the core."""
        whole = self.base.copy()
        whole[self.columns] = values
        return whole


def core_of(problem: Problem) -> Core:
    """Leaves out the columns that have one value only, and the rows that no values of the others can break."""
    free = problem.col_lb < problem.col_ub
    whole = matrix(problem)
    settled = whole @ np.where(free, 0, problem.col_lb)
    return core_on(problem, whole, free, settled, settled)


def core_on(problem: Problem, whole: csr_matrix, chosen: NDArray[np.bool_], least: Ints, most: Ints) -> Core:
    """Some columns, under rows to which the other columns add something between ``least`` and ``most``."""
    lower = np.where(problem.row_lb <= -LIMIT, -LIMIT, problem.row_lb - most)
    upper = np.where(problem.row_ub >= LIMIT, LIMIT, problem.row_ub - least)
    columns = np.flatnonzero(chosen)
    part = without_columns(whole, chosen)
    low, high = activity_range(part, problem.col_lb[columns], problem.col_ub[columns])
    rows = np.flatnonzero((low < lower) | (high > upper))
    return Core(
        problem=piece_of(problem, part[rows], columns, lower[rows], upper[rows]),
        columns=columns,
        rows=rows,
        base=problem.col_lb.copy(),
        broken=bool(np.any((low > upper) | (high < lower) | (lower > upper))),
    )


def without_columns(rows: csr_matrix, kept: NDArray[np.bool_]) -> csr_matrix:
    """The rows over the columns kept, numbered anew in their order."""
    entries = kept[rows.indices]
    before = np.zeros(len(entries) + 1, dtype=np.int64)
    np.cumsum(entries, out=before[1:])
    number = np.cumsum(kept) - 1
    shape = (rows.shape[0], int(number[-1]) + 1 if len(number) else 0)
    return csr_matrix((rows.data[entries], number[rows.indices[entries]], before[rows.indptr]), shape=shape)


def activity_range(rows: csr_matrix, lower: Ints, upper: Ints) -> tuple[Ints, Ints]:
    """The least and the greatest value of each row over the column bounds."""
    at_lower, at_upper = rows.data * lower[rows.indices], rows.data * upper[rows.indices]
    return row_sums(rows, np.minimum(at_lower, at_upper)), row_sums(rows, np.maximum(at_lower, at_upper))


def row_sums(rows: csr_matrix, entries: Ints) -> Ints:
    """The sum of each row's entries. The running total may go round past 63 bits; its differences do not."""
    running = np.zeros(len(entries) + 1, dtype=np.int64)
    np.cumsum(entries, out=running[1:])
    sums: Ints = running[rows.indptr[1:]] - running[rows.indptr[:-1]]
    return sums


def piece_of(problem: Problem, rows: csr_matrix, columns: Ints, lower: Ints, upper: Ints) -> Problem:
    """Some columns of a problem under rows given over just these columns, without levels."""
    rows.sort_indices()
    n = len(columns)
    return Problem(
        col_lb=problem.col_lb[columns],
        col_ub=problem.col_ub[columns],
        row_lb=lower,
        row_ub=upper,
        indptr=rows.indptr.astype(np.int64),
        indices=rows.indices.astype(np.int64),
        data=rows.data,
        col_tag=np.arange(n, dtype=np.int64),
        row_tag=np.arange(len(lower), dtype=np.int64),
        level_names=(),
        level_sense=(),
        level_coef=np.zeros((0, n), dtype=np.int64),
        level_offset=np.zeros(0, dtype=np.int64),
    )


def connected(problem: Problem) -> tuple[int, Ints, Ints]:
    """How many independent parts a problem has, and the number of each column's and each row's."""
    rows = matrix(problem)
    links = bmat([[None, rows.T], [rows, None]], format="csr")
    count, label = connected_components(links, directed=False)
    return int(count), label[: problem.columns], label[problem.columns :]


def pieces(problem: Problem) -> Iterator[tuple[Ints, Problem]]:
    """The independent parts of a problem: columns that a chain of rows connects. Columns in no row are left out."""
    if not len(problem.data):
        return
    rows = matrix(problem)
    count, of_column, of_row = connected(problem)
    if count == 1:
        yield np.arange(problem.columns, dtype=np.int64), problem
        return
    by_column, by_row = np.argsort(of_column, kind="stable"), np.argsort(of_row, kind="stable")
    numbers = np.arange(count + 1)
    column_ends = np.searchsorted(of_column[by_column], numbers)
    row_ends = np.searchsorted(of_row[by_row], numbers)
    for part in np.flatnonzero(np.diff(column_ends) * np.diff(row_ends)).tolist():
        own = by_column[column_ends[part] : column_ends[part + 1]]
        under = by_row[row_ends[part] : row_ends[part + 1]]
        yield own, piece_of(problem, rows[under][:, own], own, problem.row_lb[under], problem.row_ub[under])
