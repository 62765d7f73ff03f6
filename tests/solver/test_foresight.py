"""Foresight: what it claims is the lexicographic optimum, and it claims nothing it has no solution for."""

import numpy as np
from hypothesis import given, settings

from allocator.solver import Limits, Problem, solve
from allocator.solver.relaxed_bounds import foresee, reached_by_cover, signed, support_of
from tests.solver.problems import FREE, brute, keeps_rows, level_values, problem, problems


def seats() -> Problem:
    """Three people and two sections of one seat and two: everybody has a seat; then who wants which is counted."""
    people = [([1, 1, 0, 0, 0, 0], -FREE, 1), ([0, 0, 1, 1, 0, 0], -FREE, 1), ([0, 0, 0, 0, 1, 1], -FREE, 1)]
    sections = [([1, 0, 1, 0, 1, 0], -FREE, 1), ([0, 1, 0, 1, 0, 1], -FREE, 2)]
    levels = [("max", [1] * 6), ("max", [1, 0, 1, 0, 0, 0]), ("max", [5, 0, 9, 0, 0, 0]), ("min", [0, 3, 0, 0, 0, 4])]
    return problem([(0, 1)] * 6, [*people, *sections], levels)


@settings(max_examples=300, deadline=None)
@given(problems())
def test_what_is_foreseen_is_the_optimum(tiny: Problem) -> None:
    """The values keep all rows and are best in every level for which a bound is claimed."""
    seen = foresee(tiny, tiny, 0, None, Limits())
    if seen is None:
        return
    assert keeps_rows(tiny, seen.values.tolist())
    best = level_values(tiny, brute(tiny)[0])
    assert sorted(seen.bounds) == list(range(len(seen.bounds)))
    for level, bound in seen.bounds.items():
        sign = 1 if tiny.level_sense[level] == "max" else -1
        assert bound.value * sign + int(tiny.level_offset[level]) == best[level]
        assert bound.gap(bound.value) == 0


def test_all_levels_of_a_network_are_foreseen() -> None:
    """Where everybody finds a seat, the rows of the people bound the first level without any search."""
    wide = seats()
    kept = np.array([1, 0, 0, 1, 0, 1], dtype=np.int64)
    first = reached_by_cover(wide, signed(wide, 0), kept)
    assert first is not None
    assert first.dual.multipliers.tolist() == [1, 1, 1, 0, 0]
    seen = foresee(wide, wide, 0, kept, Limits())
    assert seen is not None
    assert seen.values.tolist() == [0, 1, 1, 0, 0, 1]
    assert [seen.bounds[k].value for k in range(4)] == [3, 1, 9, -7]
    assert [(level.value, level.proven) for level in solve(wide, hint=kept).levels] == [
        (3, True),
        (1, True),
        (9, True),
        (7, True),
    ]


def test_a_cover_by_the_longest_rows() -> None:
    """Where seats are scarce, the rows of the sections bound the first level."""
    scarce = problem([(0, 1)] * 4, [([1, 1, 0, 0], -FREE, 1), ([1, 1, 1, 1], -FREE, 1)], [("max", [1, 1, 1, 1])])
    kept = np.array([0, 0, 0, 1], dtype=np.int64)
    bound = reached_by_cover(scarce, signed(scarce, 0), kept)
    assert bound is not None
    assert bound.dual.multipliers.tolist() == [0, 1]
    assert reached_by_cover(scarce, signed(scarce, 0), 0 * kept) is None


def test_columns_that_do_not_count_loosen_the_rows_they_are_in() -> None:
    """What they can take off or add is added to a row's bounds; rows that cannot break then are left out."""
    mixed = problem([(0, 1)] * 3, [([1, 1, 1], 2, 2), ([1, 0, 1], -FREE, 1)], [("max", [1, 1, 0])])
    core = support_of(mixed, signed(mixed, 0) != 0)
    assert core.columns.tolist() == [0, 1]
    assert core.rows.tolist() == [0]
    assert (core.problem.row_lb.tolist(), core.problem.row_ub.tolist()) == ([1], [2])


def test_nothing_is_claimed_when_the_rest_cannot_be_completed() -> None:
    """The counted column alone could be 1, the other one allows it in neither row: the levels are searched."""
    blocked = problem([(0, 1)] * 2, [([1, -1], -FREE, 0), ([1, 1], -FREE, 1)], [("max", [1, 0])])
    assert foresee(blocked, blocked, 0, None, Limits()) is None
    assert solve(blocked).levels[0].value == 0
