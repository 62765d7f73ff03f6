"""Tiny problems written as lists, random ones, and the answer by trying everything."""

import itertools
from collections.abc import Sequence
from typing import Any

import numpy as np
from hypothesis import strategies as st

from allocator.solver import LIMIT, Problem

Row = tuple[Sequence[int], int, int]
FREE = LIMIT


def problem(
    bounds: Sequence[tuple[int, int]],
    rows: Sequence[Row] = (),
    levels: Sequence[tuple[str, Sequence[int]] | tuple[str, Sequence[int], int]] = (),
) -> Problem:
    """A problem from dense rows ``(coefficients, lower, upper)`` and levels ``(sense, coefficients, offset)``."""
    n = len(bounds)
    sparse = [[(c, a) for c, a in enumerate(coefficients) if a] for coefficients, _, _ in rows]

    def ints(values: Any, shape: tuple[int, ...] | None = None) -> Any:
        array = np.array(list(values), dtype=np.int64)
        return array if shape is None else array.reshape(shape)

    return Problem(
        col_lb=ints(lb for lb, _ in bounds),
        col_ub=ints(ub for _, ub in bounds),
        row_lb=ints(lb for _, lb, _ in rows),
        row_ub=ints(ub for _, _, ub in rows),
        indptr=ints([0, *itertools.accumulate(len(row) for row in sparse)]),
        indices=ints(c for row in sparse for c, _ in row),
        data=ints(a for row in sparse for _, a in row),
        col_tag=ints(range(n)),
        row_tag=ints(range(len(rows))),
        level_names=tuple(f"level{k}" for k in range(len(levels))),
        level_sense=tuple(level[0] for level in levels),
        level_coef=ints((a for level in levels for a in level[1]), (len(levels), n)),
        level_offset=ints(level[2] if len(level) > 2 else 0 for level in levels),
    )


def brute(problem: Problem) -> list[tuple[int, ...]]:
    """Every optimal vector of column values, by trying all of them."""
    ranges = [range(lb, ub + 1) for lb, ub in zip(problem.col_lb.tolist(), problem.col_ub.tolist(), strict=True)]
    best: list[tuple[int, ...]] = []
    best_key: tuple[int, ...] | None = None
    for values in itertools.product(*ranges):
        if not keeps_rows(problem, values):
            continue
        key = tuple(
            value if sense == "max" else -value
            for value, sense in zip(level_values(problem, values), problem.level_sense, strict=True)
        )
        if best_key is None or key > best_key:
            best, best_key = [values], key
        elif key == best_key:
            best.append(values)
    return best


def keeps_rows(problem: Problem, values: Sequence[int]) -> bool:
    """Whether all rows hold, in plain Python."""
    for row in range(problem.rows):
        span = range(problem.indptr[row], problem.indptr[row + 1])
        total = sum(int(problem.data[e]) * values[problem.indices[e]] for e in span)
        if not problem.row_lb[row] <= total <= problem.row_ub[row]:
            return False
    return True


def level_values(problem: Problem, values: Sequence[int]) -> tuple[int, ...]:
    """The value of every level, in plain Python."""
    return tuple(
        int(offset) + sum(int(a) * v for a, v in zip(coefficients, values, strict=True))
        for coefficients, offset in zip(problem.level_coef.tolist(), problem.level_offset, strict=True)
    )


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """Random problems of at most five columns, some of them without any solution."""
    n = draw(st.integers(1, 5))
    small = st.integers(-3, 3)
    coefficients = st.lists(small, min_size=n, max_size=n)
    bounds = draw(st.lists(st.sampled_from([(0, 1), (0, 1), (0, 1), (0, 2), (-1, 1), (1, 1)]), min_size=n, max_size=n))
    rows = draw(
        st.lists(st.tuples(coefficients, st.sampled_from([-FREE, -2, 0]), st.sampled_from([1, 2, FREE])), max_size=4)
    )
    levels = draw(st.lists(st.tuples(st.sampled_from(["max", "min"]), coefficients, small), max_size=3))
    return problem(bounds, rows, levels)
