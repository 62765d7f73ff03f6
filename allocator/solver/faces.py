"""Exact bounds from integer multipliers, and the faces on which a level keeps its proven value.

For any multipliers y of the rows, ``c·x = y·(Ax) + (c - yA)·x`` is at most the sum of what each row and each column can
contribute; so any y gives a bound that one pass over the integers confirms. Where an integer solution reaches the
bound, every solution of that value has each column with a positive reduced profit at its upper bound, each with a
negative one at its lower bound, and each row with a multiplier tight. Those points are the face; the next level is a
problem of the same kind on it. (Lagrangian bounds and complementary slackness; Schrijver, Theory of Linear and Integer
Programming, 1986, chapters 7 and 24.)
"""

from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csr_matrix

from allocator.solver.problem import LIMIT, Ints, Problem
from allocator.solver.proof import Dual

SAFE = 2**61


def matrix(problem: Problem) -> csr_matrix:
    """The rows of a problem as an exact integer matrix."""
    shape = (problem.rows, problem.columns)
    return csr_matrix((problem.data, problem.indices, problem.indptr), shape=shape, dtype=np.int64)


@dataclass(frozen=True, eq=False)
class Bound:
    """The bound of a dual: the objective times the denominator never exceeds ``total``; ``profits`` are reduced."""

    dual: Dual
    total: int
    profits: Ints

    @property
    def value(self) -> int:
        """What the objective, which is an integer, cannot exceed."""
        return self.total // self.dual.denominator

    def gap(self, value: int) -> int:
        """By how much, times the denominator, a solution's value stays below the bound."""
        return self.total - value * self.dual.denominator


def bound_of(problem: Problem, objective: Ints, dual: Dual) -> Bound | None:
    """The bound that multipliers prove, in exact integers; ``None`` where the numbers would leave 62 bits.

    A multiplier that leans on a missing row bound counts as 0.
    """
    y = dual.multipliers
    y = np.where(((y > 0) & (problem.row_ub >= LIMIT)) | ((y < 0) & (problem.row_lb <= -LIMIT)), 0, y)
    profits = objective * dual.denominator - matrix(problem).T @ y
    row_side = np.where(y > 0, problem.row_ub, np.where(y < 0, problem.row_lb, 0))
    column_side = np.where(profits > 0, problem.col_ub, problem.col_lb)
    if not (
        _fits(problem, objective, y, dual.denominator) and _fits_sum(y, row_side) and _fits_sum(profits, column_side)
    ):
        return None
    total = int(np.dot(y, row_side)) + int(np.dot(profits, column_side))
    return Bound(Dual(y, dual.denominator), total, profits)


def _fits(problem: Problem, objective: Ints, y: Ints, denominator: int) -> bool:
    largest = float(np.abs(y).max(initial=0)) * float(np.abs(problem.data).max(initial=0))
    longest = float(np.bincount(problem.indices, minlength=1).max(initial=0))
    return largest * longest + float(np.abs(objective).max(initial=0)) * denominator < SAFE


def _fits_sum(one: Ints, other: Ints) -> bool:
    return float(np.dot(np.abs(one.astype(np.float64)), np.abs(other.astype(np.float64)))) < SAFE


def narrowed(problem: Problem, bound: Bound, gap: int) -> Problem:
    """The points of a problem that may reach the bound less ``gap`` (times the denominator).

    A column whose reduced profit exceeds the gap sits at the bound it profits from, a row whose multiplier exceeds it
    is tight; with ``gap`` 0 this is the face of the bound itself.
    """
    r, y = bound.profits, bound.dual.multipliers
    return replace(
        problem,
        col_lb=np.where(r > gap, problem.col_ub, problem.col_lb),
        col_ub=np.where(r < -gap, problem.col_lb, problem.col_ub),
        row_lb=np.where(y > gap, problem.row_ub, problem.row_lb),
        row_ub=np.where(y < -gap, problem.row_lb, problem.row_ub),
    )


def with_row(problem: Problem, objective: Ints, value: int) -> Problem:
    """The problem with one more row: the objective over the columns still free has the value it must have."""
    free = np.flatnonzero((problem.col_lb < problem.col_ub) & (objective != 0))
    settled = np.where(problem.col_lb < problem.col_ub, 0, problem.col_lb)
    rest = value - int(np.dot(objective, settled))
    return replace(
        problem,
        row_lb=np.append(problem.row_lb, np.int64(rest)),
        row_ub=np.append(problem.row_ub, np.int64(rest)),
        indptr=np.append(problem.indptr, problem.indptr[-1] + len(free)),
        indices=np.append(problem.indices, free),
        data=np.append(problem.data, objective[free]),
        row_tag=np.append(problem.row_tag, np.int64(-1)),
    )


@dataclass(frozen=True, eq=False)
class Core:
    """What is left to decide of a problem: its free columns and the rows that can bind, as a problem of its own."""

    problem: Problem
    columns: Ints
    rows: Ints
    base: Ints

    @property
    def is_broken(self) -> bool:
        """Whether a row is broken whatever the free columns are, because none of them is in it."""
        return bool(np.any(np.diff(self.problem.indptr) == 0))

    def expand(self, values: Ints) -> Ints:
        """Column values of the whole problem from those of the core."""
        whole = self.base.copy()
        whole[self.columns] = values
        return whole


def core_of(problem: Problem) -> Core:
    """Leaves out the columns that have one value only, and the rows that no values of the others can break."""
    free = problem.col_lb < problem.col_ub
    base = np.where(free, 0, problem.col_lb)
    whole = matrix(problem)
    settled = whole @ base
    lower = np.where(problem.row_lb <= -LIMIT, -LIMIT, problem.row_lb - settled)
    upper = np.where(problem.row_ub >= LIMIT, LIMIT, problem.row_ub - settled)
    columns = np.flatnonzero(free)
    part = whole[:, columns]
    low, high = activity_range(part, problem.col_lb[columns], problem.col_ub[columns])
    rows = np.flatnonzero((low < lower) | (high > upper))
    part = part[rows]
    part.sort_indices()
    n, m = len(columns), len(rows)
    core = Problem(
        col_lb=problem.col_lb[columns],
        col_ub=problem.col_ub[columns],
        row_lb=lower[rows],
        row_ub=upper[rows],
        indptr=part.indptr.astype(np.int64),
        indices=part.indices.astype(np.int64),
        data=part.data,
        col_tag=np.arange(n, dtype=np.int64),
        row_tag=np.arange(m, dtype=np.int64),
        level_names=(),
        level_sense=(),
        level_coef=np.zeros((0, n), dtype=np.int64),
        level_offset=np.zeros(0, dtype=np.int64),
    )
    return Core(core, columns, rows, problem.col_lb.copy())


def activity_range(rows: csr_matrix, lower: Ints, upper: Ints) -> tuple[Ints, Ints]:
    """The least and the greatest value of each row over the column bounds."""
    positive, negative = rows.maximum(0), rows.minimum(0)
    return positive @ lower + negative @ upper, positive @ upper + negative @ lower
