"""Foresight: the bounds of many levels from small relaxations, and one solution at the end that reaches them all.

A bound needs no solution, only multipliers, and multipliers that prove a level mostly rest on few columns: those that
the level counts, and those that the levels before it counted. So each level is relaxed over these columns alone, the
rest being free to take what the rows leave them; that relaxation is far smaller and its multipliers prove a bound of
the whole level in integers like any others. The face of that bound is taken on trust, and the next level is bounded
on it. When the last of them brings a solution that reaches every bound, all these levels are proven, each by its own
multipliers; where it does not, nothing is claimed and the levels are searched one by one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from allocator.solver.core import Core, activity_range, core_of, core_on, without_columns
from allocator.solver.faces import Bound, bound_of, face_of, matrix, plain_bound
from allocator.solver.problem import Ints, Problem
from allocator.solver.proof import Dual
from allocator.solver.relaxation import NEAR, Relaxed, best_bound, relax
from allocator.solver.solution import Limits


@dataclass(frozen=True, eq=False)
class Foreseen:
    """Column values with the bounds of the first levels, all of which they reach."""

    values: Ints
    bounds: Mapping[int, Bound]


def foresee(problem: Problem, region: Problem, level: int, kept: Ints | None, limits: Limits) -> Foreseen | None:
    """Bounds a level and those behind it, as far as small relaxations go, with a solution that reaches them.

    Args:
        problem: its levels.
        region: the points that have the proven values of the levels before.
        level: the first level not proven.
        kept: the solution kept so far, if there is one.
        limits: deadline.

    Returns:
        ``None`` where no solution was found that reaches every bound.
    """
    bounds: dict[int, Bound] = {}
    counted = np.zeros(problem.columns, dtype=np.bool_)
    part: Core | None = None
    values: Ints | None = None
    for number in range(level, problem.levels):
        objective = signed(problem, number)
        bound = reached_by_cover(region, objective, kept)
        if bound is None:
            counted |= objective != 0
            core = support_of(region, counted)
            relaxed = None if core.broken else relax(core, objective[core.columns], limits)
            rounded = None if relaxed is None else relaxed.rounded()
            bound = best_bound(region, objective, core, relaxed)
            if relaxed is None or rounded is None or not _tight(bound, relaxed, core, objective):
                break
            part, values = core, rounded
        region = face_of(region, objective, bound, bound.value)
        bounds[number] = bound
    if part is None or values is None:
        return None
    whole = completed(region, part, values, limits)
    reached = whole is not None and all(
        int(np.dot(signed(problem, number), whole)) == bound.value for number, bound in bounds.items()
    )
    return Foreseen(whole, bounds) if whole is not None and reached else None


def signed(problem: Problem, level: int) -> Ints:
    """The coefficients of a level as an objective to be maximised."""
    coefficients: Ints = problem.level_coef[level]
    return coefficients if problem.level_sense[level] == "max" else -coefficients


def _tight(bound: Bound, relaxed: Relaxed, core: Core, objective: Ints) -> bool:
    """Whether the integers prove what the relaxation promises, up to what floats can tell, and without a gap."""
    settled = int(np.dot(objective, core.base)) - int(np.dot(objective[core.columns], core.base[core.columns]))
    value = relaxed.value + settled
    return bound.gap(bound.value) == 0 and abs(bound.value - value) <= NEAR * max(1.0, abs(value))


def support_of(problem: Problem, counted: NDArray[np.bool_]) -> Core:
    """The counted columns of a problem that are free, under rows that the other columns loosen as far as they can."""
    chosen = (problem.col_lb < problem.col_ub) & counted
    whole = matrix(problem)
    others = without_columns(whole, ~chosen)
    return core_on(problem, whole, chosen, *activity_range(others, problem.col_lb[~chosen], problem.col_ub[~chosen]))


def completed(region: Problem, part: Core, values: Ints, limits: Limits) -> Ints | None:
    """Values of all columns that have the given ones in a part; ``None`` where none were found."""
    lower, upper = region.col_lb.copy(), region.col_ub.copy()
    lower[part.columns], upper[part.columns] = values, values
    if np.any(lower < region.col_lb) or np.any(upper > region.col_ub):
        return None
    rest = core_of(region.within(lower, upper, region.row_lb.copy(), region.row_ub.copy()))
    if rest.broken:
        return None
    relaxed = relax(rest, np.zeros(len(rest.columns), dtype=np.int64), limits)
    rounded = None if relaxed is None else relaxed.rounded()
    if rounded is None:
        return None
    whole = rest.expand(rounded)
    return whole if region.accepts(whole) else None


def reached_by_cover(region: Problem, objective: Ints, kept: Ints | None) -> Bound | None:
    """A bound without any search that the solution kept reaches, if one is found."""
    if kept is None:
        return None
    value = int(np.dot(objective, kept))
    return next((bound for bound in _covers(region, objective) if bound.value == value), None)


def _covers(region: Problem, objective: Ints) -> Iterator[Bound]:
    """Bounds from rows that have no column in common: what no more than all their columns together can give.

    Rows are taken in their order, and then the longest first; each has the best that one of its columns offers.
    """
    yield plain_bound(region, objective)
    rows = matrix(region)
    count = rows.shape[0]
    lengths = np.diff(rows.indptr)
    of_entry = np.repeat(np.arange(count), lengths)
    offered = np.where(region.col_lb < region.col_ub, np.maximum(objective, 0), 0)
    best = np.zeros(count, dtype=np.int64)
    np.maximum.at(best, of_entry, offered[rows.indices])
    plain = np.ones(count, dtype=np.bool_)
    plain[of_entry[rows.data != 1]] = False
    entries = plain[of_entry]
    for rank in (np.arange(count), np.argsort(np.argsort(-lengths, kind="stable"), kind="stable")):
        first = np.full(rows.shape[1], count, dtype=np.int64)
        np.minimum.at(first, rows.indices[entries], rank[of_entry[entries]])
        own = plain.copy()
        own[of_entry[first[rows.indices] != rank[of_entry]]] = False
        bound = bound_of(region, objective, Dual(np.where(own, best, 0), 1))
        if bound is not None:
            yield bound
