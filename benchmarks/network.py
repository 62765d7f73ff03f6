"""The part of a problem that is a network: two families of rows, in each of which a column stands once at most."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from allocator.solver import LIMIT, Ints, Problem

NONE = -1


@dataclass(frozen=True, eq=False)
class Network:
    """For each column the row of either family it stands in (-1: none).

    ``joint`` tells, where one further row makes two sums of columns equal, which columns flow into it (1) and out of it
    (-1). ``left_out`` counts the rows that fit into neither: without them the problem allows more.
    """

    left: Ints
    right: Ints
    joint: Ints
    left_out: int


def network_of(problem: Problem) -> Network:
    """Takes the rows in their order into the first family or the second, where their columns are free in it."""
    left, right = (np.full(problem.columns, NONE, dtype=np.int64) for _ in range(2))
    joint = np.zeros(problem.columns, dtype=np.int64)
    left_out = 0
    for row in range(problem.rows):
        span = slice(problem.indptr[row], problem.indptr[row + 1])
        columns, factors = problem.indices[span], problem.data[span]
        plain = problem.row_lb[row] <= -LIMIT and problem.row_ub[row] < LIMIT and bool(np.all(factors == 1))
        if plain and np.all(left[columns] == NONE):
            left[columns] = row
        elif plain and np.all(right[columns] == NONE):
            right[columns] = row
        elif not joint.any() and (flows := _joint(problem, row, columns, factors, left, right)) is not None:
            joint[columns] = flows
        else:
            left_out += 1
    return Network(left, right, joint, left_out)


def _joint(problem: Problem, row: int, columns: Ints, factors: Ints, left: Ints, right: Ints) -> Ints | None:
    """The direction of each column of a row that makes two sums equal; nothing where the row is of another kind."""
    if problem.row_lb[row] != 0 or problem.row_ub[row] != 0 or not np.all(np.abs(factors) == 1):
        return None
    starts, ends = left[columns] != NONE, right[columns] != NONE
    if np.any(starts & ends) or not np.any(starts | ends):
        return None
    known = np.where(starts, factors, -factors)[starts | ends]
    return factors * int(known[0]) if np.all(known == known[0]) else None


def network_part(problem: Problem) -> Problem:
    """The rows of the two families alone, and of the levels the one with the largest coefficient."""
    network = network_of(problem)
    rows = np.unique(np.concatenate([network.left, network.right]))
    rows = rows[rows != NONE]
    level = int(np.abs(problem.level_coef[:-1]).max(axis=1, initial=0).argmax())
    entries: NDArray[np.bool_] = np.isin(problem.row_of_entry, rows)
    return Problem(
        col_lb=problem.col_lb,
        col_ub=problem.col_ub,
        row_lb=problem.row_lb[rows],
        row_ub=problem.row_ub[rows],
        indptr=np.append(0, np.cumsum(np.diff(problem.indptr)[rows])).astype(np.int64),
        indices=problem.indices[entries],
        data=problem.data[entries],
        col_tag=problem.col_tag,
        row_tag=problem.row_tag[rows],
        level_names=(problem.level_names[level],),
        level_sense=(problem.level_sense[level],),
        level_coef=problem.level_coef[level : level + 1],
        level_offset=problem.level_offset[level : level + 1],
    )
