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
from scipy.sparse import csc_matrix, csr_matrix

from allocator.solver.problem import LIMIT, Ints, Problem
from allocator.solver.proof import Dual

MADE = "_matrix"
TURNED = "_turned"
SPREAD = "_spread"
SAFE = 1.001 * LIMIT
"""Sums estimated below this stay inside 63 bits whatever the estimate's own rounding."""


def matrix(problem: Problem) -> csr_matrix:
    """The rows of a problem as an exact integer matrix: sorted, no entry twice, none of them 0.

    It is made once; the problem under narrower bounds has the same one. Nobody may change it.
    """
    made: csr_matrix | None = problem.__dict__.get(MADE)
    if made is None:
        made = problem.__dict__[MADE] = _matrix(problem)
    return made


def turned(problem: Problem) -> csc_matrix:
    """The rows of a problem as columns, made once like :func:`matrix`."""
    made: csc_matrix | None = problem.__dict__.get(TURNED)
    if made is None:
        made = problem.__dict__[TURNED] = matrix(problem).T
    return made


def _spread(problem: Problem) -> float:
    """What the entries of a column can add up to for multipliers of at most 1, estimated from above; made once."""
    made: float | None = problem.__dict__.get(SPREAD)
    if made is None:
        largest = float(np.abs(problem.data.astype(np.float64)).max(initial=0))
        made = largest * float(np.bincount(problem.indices, minlength=1).max(initial=0))
        problem.__dict__[SPREAD] = made
    return made


def _matrix(problem: Problem) -> csr_matrix:
    shape = (problem.rows, problem.columns)
    whole = csr_matrix((problem.data, problem.indices, problem.indptr), shape=shape, dtype=np.int64)
    if not whole.has_canonical_format:
        whole = whole.copy()
        whole.sum_duplicates()
    if not whole.data.all():
        whole = whole.copy()
        whole.eliminate_zeros()
    return whole


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
    """The bound that multipliers prove, in exact integers; ``None`` where the numbers could leave 62 bits.

    A multiplier that leans on a missing row bound counts as 0.
    """
    y = dual.multipliers
    y = np.where(((y > 0) & (problem.row_ub >= LIMIT)) | ((y < 0) & (problem.row_lb <= -LIMIT)), 0, y)
    if not _fits(problem, objective, y, dual.denominator):
        return None
    profits = objective * dual.denominator - turned(problem) @ y
    row_side = np.where(y > 0, problem.row_ub, np.where(y < 0, problem.row_lb, 0))
    column_side = np.where(profits > 0, problem.col_ub, problem.col_lb)
    if not (_fits_sum(y, row_side) and _fits_sum(profits, column_side)):
        return None
    total = int(np.dot(y, row_side)) + int(np.dot(profits, column_side))
    return Bound(Dual(y, dual.denominator), total, profits)


def plain_bound(problem: Problem, objective: Ints) -> Bound:
    """The bound without any multiplier: what the columns could give if there were no rows."""
    best = np.where(objective > 0, problem.col_ub, problem.col_lb)
    assert _fits_sum(objective, best), "a problem's levels stay inside 62 bits"
    return Bound(Dual(np.zeros(problem.rows, dtype=np.int64), 1), int(np.dot(objective, best)), objective)


def _fits(problem: Problem, objective: Ints, y: Ints, denominator: int) -> bool:
    rows = float(np.abs(y.astype(np.float64)).max(initial=0)) * _spread(problem)
    return bool(rows + np.abs(objective.astype(np.float64)).max(initial=0) * denominator < SAFE)


def _fits_sum(one: Ints, other: Ints) -> bool:
    return float(np.dot(np.abs(one.astype(np.float64)), np.abs(other.astype(np.float64)))) < SAFE


def narrowed(problem: Problem, bound: Bound, gap: int) -> Problem:
    """The points of a problem that may reach the bound less ``gap`` (times the denominator).

    A column whose reduced profit exceeds the gap sits at the bound it profits from, a row whose multiplier exceeds it
    is tight; with ``gap`` 0 this is the face of the bound itself.
    """
    r, y = bound.profits, bound.dual.multipliers
    return problem.within(
        col_lb=np.where(r > gap, problem.col_ub, problem.col_lb),
        col_ub=np.where(r < -gap, problem.col_lb, problem.col_ub),
        row_lb=np.where(y > gap, problem.row_ub, problem.row_lb),
        row_ub=np.where(y < -gap, problem.row_lb, problem.row_ub),
    )


def with_row(problem: Problem, objective: Ints, lower: int, upper: int = LIMIT) -> Problem:
    """The problem with one more row: the objective, over the columns still free, keeps between two values."""
    free = np.flatnonzero((problem.col_lb < problem.col_ub) & (objective != 0))
    rest = int(np.dot(objective, np.where(problem.col_lb < problem.col_ub, 0, problem.col_lb)))
    return replace(
        problem,
        row_lb=np.append(problem.row_lb, np.int64(lower - rest)),
        row_ub=np.append(problem.row_ub, np.int64(LIMIT if upper >= LIMIT else upper - rest)),
        indptr=np.append(problem.indptr, problem.indptr[-1] + len(free)),
        indices=np.append(problem.indices, free),
        data=np.append(problem.data, objective[free]),
        row_tag=np.append(problem.row_tag, np.int64(-1)),
    )


def without_last_row(problem: Problem) -> Problem:
    """The problem as it was before :func:`with_row`."""
    end = problem.indptr[-2]
    return replace(
        problem,
        row_lb=problem.row_lb[:-1],
        row_ub=problem.row_ub[:-1],
        indptr=problem.indptr[:-1],
        indices=problem.indices[:end],
        data=problem.data[:end],
        row_tag=problem.row_tag[:-1],
    )


def face_of(problem: Problem, objective: Ints, bound: Bound, value: int) -> Problem:
    """The points of a problem with the value: the face of the bound, or, below it, what is near enough with a row."""
    gap = bound.gap(value)
    part = narrowed(problem, bound, gap)
    return with_row(part, objective, value, value) if gap else part


def better_than(problem: Problem, objective: Ints, bound: Bound, value: int) -> Problem | None:
    """The points of a problem with a greater value; ``None`` where the bound alone says that there are none."""
    gap = bound.gap(value + 1)
    return None if gap < 0 else with_row(narrowed(problem, bound, gap), objective, value + 1)
