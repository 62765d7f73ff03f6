"""What the rules of one unit imply in whole numbers and its rows alone do not say.

Two people who change places are two moves or none: where a unit may have an odd number of them, its rows still allow
half a change of places. For a unit that the relaxation leaves fractional, the best that its own rows allow in whole
numbers, at the prices the relaxation puts on everything it shares, is found by itself; that nothing exceeds it is a
row that every plan keeps.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from allocator.rotation.optimum.columns import Columns
from allocator.rotation.optimum.locally import Units, inside, piece
from allocator.solver import LIMIT, Ints, Problem, solve
from allocator.solver.faces import Bound, matrix, turned

NEAR = 1e-6
LARGEST = 2**40


@dataclass(frozen=True, eq=False)
class Cut:
    """A row that every plan keeps: so much at most of these columns."""

    columns: Ints
    coefficients: Ints
    most: int


def fractional_units(columns: Columns, values: NDArray[np.float64]) -> list[int]:
    """The units that a relaxation leaves fractional."""
    setting, places = columns.setting, np.flatnonzero(np.abs(values - np.rint(values)) > NEAR)
    people, posts = columns.person[places], columns.post[places]
    return sorted({*setting.unit[people[people >= 0]].tolist(), *setting.post_unit[posts[posts >= 0]].tolist()})


def broken_cuts(
    units: Units, base: Problem, region: Problem, objective: Ints, bound: Bound, values: NDArray[np.float64]
) -> Iterator[Cut]:
    """Rows implied by single units that a relaxation breaks.

    Args:
        units: the part of the problem that belongs to each unit.
        base: the problem; each row found follows from rows of it.
        region: its points that are best on the levels before.
        objective: the level.
        bound: the prices of the relaxation.
        values: the relaxation.
    """
    for unit in fractional_units(units.columns, values):
        places = units.columns_of[unit]
        rows = inside(region, places)
        prices = bound.dual.multipliers.copy()
        prices[rows] = 0
        profits = objective[places] * bound.dual.denominator - turned(region)[places] @ prices
        best = _best(region, profits, places, rows)
        reached = float(np.dot(profits, values[places]))
        if best is not None and reached > best + NEAR * max(1, int(np.abs(profits).max())):
            cut = _everywhere(base, region, profits, best, places, rows)
            if cut is not None:
                yield cut


def _best(region: Problem, profits: Ints, places: Ints, rows: Ints) -> int | None:
    """The most that some columns bring in whole numbers under the rows that are theirs alone."""
    part = matrix(region)[rows][:, places].tocsr()
    part.sort_indices()
    column_bounds, row_bounds = (
        (region.col_lb[places], region.col_ub[places]),
        (region.row_lb[rows], region.row_ub[rows]),
    )
    found = solve(piece(part, *column_bounds, *row_bounds, profits))
    return found.levels[0].value if found.status == "optimal" else None


def _everywhere(base: Problem, region: Problem, profits: Ints, best: int, places: Ints, rows: Ints) -> Cut | None:
    """The row in a form that holds off the region too: whatever leaves the region gives back what it could gain."""
    lower, upper = base.col_lb[places], base.col_ub[places]
    gain = max(0, int(np.maximum(profits * lower, profits * upper).sum()) - best)
    raised, lowered = region.col_lb[places] > lower, region.col_ub[places] < upper
    if gain * (len(places) + len(rows)) > LARGEST:
        return None
    found, most = np.zeros(region.columns, dtype=np.int64), best
    found[places] = profits + gain * raised.astype(np.int64) - gain * lowered.astype(np.int64)
    most += gain * int(region.col_lb[places][raised].sum()) - gain * int(region.col_ub[places][lowered].sum())
    for row in rows.tolist():
        span = slice(int(region.indptr[row]), int(region.indptr[row + 1]))
        for changed, side, sign in (
            (region.row_lb[row] > base.row_lb[row], region.row_lb[row], 1),
            (region.row_ub[row] < base.row_ub[row], region.row_ub[row], -1),
        ):
            if changed:
                np.add.at(found, region.indices[span], sign * gain * region.data[span])
                most += sign * gain * int(side)
    columns = np.flatnonzero(found)
    shared = int(np.gcd.reduce(found[columns])) if len(columns) else 1
    return Cut(columns, found[columns] // shared, most // shared)


def with_cuts(problem: Problem, cuts: list[Cut]) -> Problem:
    """A problem with more rows."""
    lengths = np.array([len(cut.columns) for cut in cuts], dtype=np.int64)
    return replace(
        problem,
        row_lb=np.append(problem.row_lb, np.full(len(cuts), -LIMIT, dtype=np.int64)),
        row_ub=np.append(problem.row_ub, np.array([cut.most for cut in cuts], dtype=np.int64)),
        indptr=np.append(problem.indptr, problem.indptr[-1] + np.cumsum(lengths)),
        indices=np.concatenate([problem.indices, *(cut.columns for cut in cuts)]),
        data=np.concatenate([problem.data, *(cut.coefficients for cut in cuts)]),
        row_tag=np.append(problem.row_tag, np.arange(problem.rows, problem.rows + len(cuts), dtype=np.int64)),
    )
