"""Whole numbers only: bounds and faces recomputed from multipliers, without any solver and apart from the engine.

Where numbers could leave 63 bits the same sums are made with Python's own integers, which have no limit.
"""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from allocator.solver import LIMIT, Ints, Problem

Numbers = Any
"""An array of int64, or of Python integers where int64 could overflow."""

SMALL_ENOUGH = 2**62


@dataclass(frozen=True, eq=False)
class Bounded:
    """What multipliers prove: ``denominator`` times the objective is at most ``total`` on all points.

    ``profits`` is the objective (times the denominator) less what the multipliers charge each column for its rows.
    """

    total: int
    denominator: int
    multipliers: Ints
    profits: Numbers

    @property
    def value(self) -> int:
        """What an objective of whole numbers can reach at most."""
        return self.total // self.denominator

    def short(self, value: int) -> int:
        """By how much a value (times the denominator) falls short of the bound."""
        return self.total - value * self.denominator


def largest(numbers: Numbers) -> int:
    """The largest absolute value, as a Python integer."""
    if not len(numbers):
        return 0
    return max(abs(int(numbers.max())), abs(int(numbers.min())))


def dot(one: Numbers, other: Numbers) -> int:
    """The exact sum of products."""
    if one.dtype == np.int64 and other.dtype == np.int64 and largest(one) * largest(other) * len(one) < SMALL_ENOUGH:
        return int(np.dot(one, other))
    return sum(a * b for a, b in zip(one.tolist(), other.tolist(), strict=True) if a and b)


def charges(problem: Problem, multipliers: Ints) -> Numbers:
    """For each column what the multipliers charge it: the sum of multiplier times entry over its rows."""
    active = np.flatnonzero(multipliers[problem.row_of_entry])
    columns, entries = problem.indices[active], problem.data[active]
    factors = multipliers[problem.row_of_entry[active]]
    often = int(np.bincount(columns, minlength=1).max(initial=0))
    if largest(factors) * largest(entries) * often < SMALL_ENOUGH:
        found: Numbers = np.zeros(problem.columns, dtype=np.int64)
        np.add.at(found, columns, factors * entries)
        return found
    found = np.zeros(problem.columns, dtype=object)
    np.add.at(found, columns, factors.astype(object) * entries.astype(object))
    return found


def bounded(problem: Problem, objective: Ints, multipliers: Ints, denominator: int) -> Bounded | None:
    """The bound that multipliers prove of an objective to be maximised; ``None`` where one leans on no row bound."""
    up, down = multipliers > 0, multipliers < 0
    if np.any(problem.row_ub[up] >= LIMIT) or np.any(problem.row_lb[down] <= -LIMIT):
        return None
    charged = charges(problem, multipliers)
    if charged.dtype == np.int64 and largest(objective) * denominator + largest(charged) < SMALL_ENOUGH:
        profits: Numbers = objective * denominator - charged
    else:
        profits = objective.astype(object) * denominator - charged
    rows = dot(multipliers[up], problem.row_ub[up]) + dot(multipliers[down], problem.row_lb[down])
    gains, losses = profits > 0, profits < 0
    gains, losses = gains.astype(np.bool_), losses.astype(np.bool_)
    columns = dot(profits[gains], problem.col_ub[gains]) + dot(profits[losses], problem.col_lb[losses])
    return Bounded(rows + columns, denominator, multipliers, profits)


def within(problem: Problem, bound: Bounded, short: int) -> Problem:
    """What of a problem can come within ``short`` of the bound: anything dearer is held where it costs nothing."""
    up, down = (bound.profits > short).astype(np.bool_), (bound.profits < -short).astype(np.bool_)
    tight_up, tight_down = bound.multipliers > short, bound.multipliers < -short
    lower, upper = problem.col_lb.copy(), problem.col_ub.copy()
    lower[up], upper[down] = problem.col_ub[up], problem.col_lb[down]
    row_lower, row_upper = problem.row_lb.copy(), problem.row_ub.copy()
    row_lower[tight_up], row_upper[tight_down] = problem.row_ub[tight_up], problem.row_lb[tight_down]
    return replace(problem, col_lb=lower, col_ub=upper, row_lb=row_lower, row_ub=row_upper)


def with_objective(problem: Problem, objective: Ints, lower: int, upper: int) -> Problem:
    """The problem with the objective as one more row, written over the columns that are still free."""
    free = (problem.col_lb < problem.col_ub) & (objective != 0)
    fixed = problem.col_lb == problem.col_ub
    rest = dot(objective[fixed], problem.col_lb[fixed])
    columns = np.flatnonzero(free)
    top = LIMIT if upper >= LIMIT else min(LIMIT, upper - rest)
    return replace(
        problem,
        row_lb=np.append(problem.row_lb, np.int64(max(-LIMIT, lower - rest))),
        row_ub=np.append(problem.row_ub, np.int64(top)),
        indptr=np.append(problem.indptr, np.int64(len(problem.data) + len(columns))),
        indices=np.append(problem.indices, columns),
        data=np.append(problem.data, objective[columns]),
        row_tag=np.append(problem.row_tag, np.int64(-1)),
    )


def face(problem: Problem, objective: Ints, bound: Bounded, value: int) -> Problem:
    """The points that have a value: those of the bound itself, or those within reach of it with the objective kept."""
    short = bound.short(value)
    part = within(problem, bound, short)
    return with_objective(part, objective, value, value) if short else part


def remainder(problem: Problem, objective: Ints, bound: Bounded, value: int) -> "Left | None":
    """What must have no point for a value to be the greatest; ``None`` where the integers already leave nothing."""
    if bound.value <= value:
        return None
    part = with_objective(within(problem, bound, bound.short(value + 1)), objective, value + 1, LIMIT)
    return left_of(part)


@dataclass(frozen=True, eq=False)
class Left:
    """The free columns of a problem under the rows that can still be broken."""

    columns: Ints
    lower: Ints
    upper: Ints
    rows: tuple[tuple[tuple[tuple[int, int], ...], int, int], ...]


def left_of(problem: Problem) -> Left | None:
    """What is left to decide of a problem; ``None`` where a row is broken whatever is decided."""
    free = problem.col_lb < problem.col_ub
    columns = np.flatnonzero(free)
    number = np.cumsum(free) - 1
    lower, upper = problem.col_lb.tolist(), problem.col_ub.tolist()
    starts, indices, data = problem.indptr.tolist(), problem.indices.tolist(), problem.data.tolist()
    row_lower, row_upper = problem.row_lb.tolist(), problem.row_ub.tolist()
    rows = []
    for row in range(problem.rows):
        terms: dict[int, int] = {}
        settled = 0
        for entry in range(starts[row], starts[row + 1]):
            column, factor = indices[entry], data[entry]
            if lower[column] < upper[column]:
                terms[column] = terms.get(column, 0) + factor
            else:
                settled += factor * lower[column]
        low = -LIMIT if row_lower[row] <= -LIMIT else row_lower[row] - settled
        high = LIMIT if row_upper[row] >= LIMIT else row_upper[row] - settled
        least = sum(a * (lower[c] if a > 0 else upper[c]) for c, a in terms.items())
        most = sum(a * (upper[c] if a > 0 else lower[c]) for c, a in terms.items())
        if low > high or least > high or most < low:
            return None
        if least < low or most > high:
            sparse = tuple((int(number[c]), a) for c, a in sorted(terms.items()) if a)
            rows.append((sparse, max(-LIMIT, low), min(LIMIT, high)))
    return Left(columns, problem.col_lb[columns], problem.col_ub[columns], tuple(rows))
