"""All the columns that differ among optimal solutions, found by covering, against trying everything."""

import time

import numpy as np
import pytest
from hypothesis import given, settings

from allocator.solver import Limits, Problem, Unfinished, solve
from allocator.solver.cover import Cover, optimal_region
from tests.solver.problems import brute, problem, problems


def differing(tiny: Problem, limits: Limits) -> set[int]:
    """The 0-1 columns that a cover of the optimal region shows to differ."""
    solution = solve(tiny, limits=limits)
    columns = [c for c in range(tiny.columns) if (tiny.col_lb[c], tiny.col_ub[c]) == (0, 1)]
    region = optimal_region(tiny, solution, tiny.levels)
    known = np.zeros(len(columns), dtype=np.bool_)
    cover = Cover(region, [[c] for c in columns], solution.values, known, Limits())
    while (values := cover.another()) is not None:
        assert region.accepts(values)
        cover.see(values)
    assert not cover.open.any()
    return {c for c, differs in zip(columns, cover.differs.tolist(), strict=True) if differs}


@pytest.mark.parametrize("engine", [Limits(), Limits(engine="reference")], ids=["faces", "rows"])
@settings(max_examples=150, deadline=None)
@given(tiny=problems())
def test_every_column_that_differs_is_found(engine: Limits, tiny: Problem) -> None:
    """On the face of the levels, and where there is none on their rows, exactly the columns not always the same."""
    best = brute(tiny)
    if best:
        moving = {c for c in range(tiny.columns) if len({values[c] for values in best}) > 1}
        zero_one = {c for c in range(tiny.columns) if (tiny.col_lb[c], tiny.col_ub[c]) == (0, 1)}
        assert differing(tiny, engine) == moving & zero_one


def test_groups_count_by_their_sum() -> None:
    """Columns 0 and 1 share a row of one: which of them is taken differs, that one of them is does not."""
    tiny = problem([(0, 1)] * 4, [([1, 1, 0, 0], 1, 1), ([0, 0, 1, 1], 1, 1)])
    values = np.array([1, 0, 1, 0])
    cover = Cover(tiny, [[0, 1], [2], [3]], values, np.zeros(3, dtype=np.bool_), Limits())
    while (other := cover.another()) is not None:
        cover.see(other)
    assert cover.differs.tolist() == [False, True, True]


def test_what_is_known_is_not_looked_for() -> None:
    """A group known already is left alone, and so is the part of the problem that has no other."""
    tiny = problem([(0, 1)] * 4, [([1, 1, 0, 0], 1, 1), ([0, 0, 1, 1], 1, 1)])
    known = np.array([True, True, False, False])
    cover = Cover(tiny, [[c] for c in range(4)], np.array([1, 0, 1, 0]), known, Limits())
    found = cover.another()
    assert found is not None
    assert found.tolist() == [1, 0, 0, 1]


def test_nothing_is_claimed_when_time_is_up() -> None:
    """Without time for the proof the search says that it did not finish."""
    tiny = problem([(0, 1)] * 3, [([1, 1, 1], 1, 1)])
    cover = Cover(
        tiny, [[0], [1], [2]], np.array([1, 0, 0]), np.zeros(3, dtype=np.bool_), Limits(deadline=time.monotonic())
    )
    with pytest.raises(Unfinished):
        cover.another()
