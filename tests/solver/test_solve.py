"""Levels one after another against trying everything; order, ties, time and interrupts."""

import random
import time
from dataclasses import replace

import numpy as np
from hypothesis import given, settings

from allocator.solver import Limits, Problem, settle, solve
from tests.solver.problems import FREE, brute, level_values, problem, problems

TWO_OF_THREE = [([1, 1, 1], -FREE, 2)]


@settings(max_examples=120, deadline=None)
@given(problems())
def test_every_level_is_what_trying_everything_gives(tiny: Problem) -> None:
    """The values of all levels are the lexicographic optimum, proven; nothing to find is said to be infeasible."""
    best = brute(tiny)
    solution = solve(tiny)
    if not best:
        assert solution.status == "infeasible"
        assert solution.levels == ()
        return
    assert solution.status == "optimal"
    assert tuple(level.value for level in solution.levels) == level_values(tiny, best[0])
    assert all(level.proven and level.bound == level.value for level in solution.levels)
    assert tuple(solution.values.tolist()) in best


@settings(max_examples=120, deadline=None)
@given(problems())
def test_the_last_word_is_the_first_in_order(tiny: Problem) -> None:
    """Of all optimal solutions the largest vector is taken, and a single one is known as such."""
    best = brute(tiny)
    solution = solve(tiny)
    if not best:
        return
    first = settle(tiny, solution)
    assert tuple(first.solution.values.tolist()) == max(best)
    assert first.only is (len(best) == 1)


@settings(max_examples=25, deadline=None)
@given(problems())
def test_workers_and_row_order_change_nothing(tiny: Problem) -> None:
    """One worker, eight workers and permuted rows end in the same column values."""
    solution = solve(tiny)
    if not solution.found:
        return
    settled = settle(tiny, solution).solution
    order = list(range(tiny.rows))
    random.Random(tiny.rows).shuffle(order)
    wide = Limits(workers=8)
    permuted = permute_rows(tiny, order)
    other = settle(permuted, solve(permuted, limits=wide), limits=wide).solution
    assert other.values.tolist() == settled.values.tolist()
    assert other.levels == settled.levels


def permute_rows(of: Problem, order: list[int]) -> Problem:
    spans = [slice(of.indptr[row], of.indptr[row + 1]) for row in order]
    lengths = [span.stop - span.start for span in spans]
    empty = np.zeros(0, dtype=np.int64)
    return replace(
        of,
        row_lb=of.row_lb[order],
        row_ub=of.row_ub[order],
        row_tag=of.row_tag[order],
        indptr=np.cumsum([0, *lengths], dtype=np.int64),
        indices=np.concatenate([empty, *(of.indices[span] for span in spans)]),
        data=np.concatenate([empty, *(of.data[span] for span in spans)]),
    )


def test_an_earlier_level_is_worth_more_than_all_later_ones() -> None:
    """The order of the levels decides: turned round, another solution is best."""
    few, many = ("max", [1, 0, 0]), ("max", [0, 50, 50])
    rows = [([2, 1, 1], -FREE, 2)]
    assert solve(problem([(0, 1)] * 3, rows, [few, many])).values.tolist() == [1, 0, 0]
    assert solve(problem([(0, 1)] * 3, rows, [many, few])).values.tolist() == [0, 1, 1]


def test_minimising_offsets_and_whole_columns() -> None:
    """A minimised level with an offset over whole columns: six of something at 3 or 2 a piece."""
    solution = solve(problem([(0, 4), (0, 4)], [([1, 1], 6, 6)], [("min", [3, 2], 100)]))
    assert solution.values.tolist() == [2, 4]
    level = solution.levels[0]
    assert (level.value, level.bound, level.proven, level.sense) == (114, 114, True, "min")


def test_large_sums_stay_exact() -> None:
    """Draws near 2^32 and sums beyond what a float could tell apart."""
    top = 2**52 + 1
    solution = solve(problem([(0, 1)] * 3, [([1, 1, 1], -FREE, 2)], [("max", [top, top + 1, top - 1])]))
    assert solution.values.tolist() == [1, 1, 0]
    assert solution.levels[0].value == solution.levels[0].bound == 2 * top + 1


def test_a_tie_is_told_by_groups_only() -> None:
    """Solutions that differ within a group count as one; other differences do not."""
    tie = problem([(0, 1)] * 3, [([1, 1, 1], 1, 1)], [("max", [1, 1, 0])])
    solution = solve(tie)
    assert settle(tie, solution, groups=[[0, 1], [2]]).only is True
    settled = settle(tie, solution, groups=[[1], [0], [2]])
    assert settled.only is False
    assert settled.solution.values.tolist() == [0, 1, 0]


def test_no_levels_means_any_solution() -> None:
    """Without levels whatever keeps the rows is optimal."""
    solution = solve(problem([(0, 1)] * 3, [([1, 1, 1], 3, 3)]))
    assert (solution.status, solution.values.tolist()) == ("optimal", [1, 1, 1])
    assert solve(problem([(0, 1)] * 3, [([1, 1, 1], 4, 4)])).status == "infeasible"


def test_no_time_keeps_the_hint_unproven() -> None:
    """A deadline that has passed gives the hint back, nothing proven, no bound; without a hint nothing is known."""
    easy = problem([(0, 1)] * 3, TWO_OF_THREE, [("max", [1, 1, 1]), ("max", [3, 2, 1])])
    at_once = Limits(deadline=time.monotonic())
    kept = solve(easy, hint=np.array([0, 0, 1]), limits=at_once)
    assert (kept.status, kept.values.tolist()) == ("feasible", [0, 0, 1])
    assert [(level.value, level.bound, level.proven) for level in kept.levels] == [(1, None, False)] * 2
    assert solve(easy, limits=at_once).status == "unknown"
    assert solve(easy, hint=np.array([1, 1, 1]), limits=at_once).status == "unknown"


def test_a_wrong_hint_does_no_harm() -> None:
    """A hint that breaks a row is only a hint."""
    easy = problem([(0, 1)] * 3, TWO_OF_THREE, [("max", [3, 2, 1])])
    assert solve(easy, hint=np.array([1, 1, 1])).values.tolist() == [1, 1, 0]


def test_every_level_is_told() -> None:
    """The progress callback hears of every level at least once, with its value and bound."""
    told = []
    easy = problem([(0, 1)] * 3, TWO_OF_THREE, [("max", [1, 1, 1]), ("max", [3, 2, 1])])
    solve(easy, progress=lambda name, best, bound, _: told.append((name, best, bound)))
    assert told == [("level0", 2, 2), ("level1", 5, 5)]


def test_an_interrupt_keeps_the_best_found() -> None:
    """Ctrl-C leaves what was found, unproven, and ends everything under the same limits."""
    easy = problem([(0, 1)] * 3, TWO_OF_THREE, [("max", [1, 1, 1]), ("max", [3, 2, 1])])
    limits = Limits()

    def interrupt(name: str, *_: object) -> None:
        if name == "level0":
            raise KeyboardInterrupt

    solution = solve(easy, hint=np.array([0, 1, 1]), limits=limits, progress=interrupt)
    assert solution.status == "feasible"
    assert solution.values.sum() == 2
    assert not any(level.proven for level in solution.levels)
    assert limits.stopped
    assert solve(easy, hint=np.array([0, 0, 1]), limits=limits).values.tolist() == [0, 0, 1]
