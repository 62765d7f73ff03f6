"""The certified engine where it could go wrong: rounding, gaps, broken relaxations, interrupts, odd arrays."""

import threading
import time
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from allocator.solver import Limits, Problem, certified, relaxation, solve
from allocator.solver import relaxed_bounds as foresight
from allocator.solver.core import core_of
from allocator.solver.cpsat import Answer, Engine
from allocator.solver.faces import bound_of, plain_bound
from allocator.solver.problem import LIMIT
from allocator.solver.proof import Disagreement, Dual
from allocator.solver.relaxation import Relaxed, relax
from tests.solver.problems import FREE, brute, level_values, problem, problems

ODD_CYCLE = [([1, 1, 0], -FREE, 1), ([0, 1, 1], -FREE, 1), ([1, 0, 1], -FREE, 1)]


def cycles(count: int) -> Problem:
    """Triangles of which each allows one column: the relaxation takes three halves of every one."""
    rows = [
        ([0] * (3 * i) + row + [0] * (3 * (count - i - 1)), lb, ub) for i in range(count) for row, lb, ub in ODD_CYCLE
    ]
    return problem([(0, 1)] * (3 * count), rows, [("max", [1] * (3 * count)), ("max", [3, 2, 1] * count)])


@settings(max_examples=150, deadline=None)
@given(problems())
def test_faces_hold_exactly_the_best_points(tiny: Problem) -> None:
    """On the last face lie all optimal vectors and no others; every gap left has its word, and nothing fell back."""
    best = brute(tiny)
    solution = solve(tiny)
    assert [face.how for face in solution.faces if face.how not in ("dual", "search")] == []
    if not best or not tiny.levels:
        return
    region = replace(
        solution.faces[-1].region,
        level_names=(),
        level_sense=(),
        level_coef=tiny.level_coef[:0],
        level_offset=tiny.level_offset[:0],
    )
    assert sorted(brute(region)) == sorted(best)
    assert len(solution.faces) == tiny.levels


@settings(max_examples=100, deadline=None)
@given(problems())
def test_both_engines_agree(tiny: Problem) -> None:
    """Plain CP-SAT, level by level, has the same status and the same values."""
    one, other = solve(tiny), solve(tiny, limits=Limits(engine="reference"))
    assert (one.status, one.levels) == (other.status, other.levels)


@settings(max_examples=100, deadline=None)
@given(problems())
def test_any_multipliers_give_a_valid_bound(tiny: Problem) -> None:
    """Whatever the multipliers, no point of a problem has more than their bound."""
    best = brute(
        replace(
            tiny, level_names=(), level_sense=(), level_coef=tiny.level_coef[:0], level_offset=tiny.level_offset[:0]
        )
    )
    dice = np.random.default_rng(len(best))
    for coefficients in tiny.level_coef:
        bound = bound_of(tiny, coefficients, Dual(dice.integers(-5, 6, tiny.rows), 2))
        assert bound is not None
        assert all(2 * int(np.dot(coefficients, values)) <= bound.total for values in best)


def test_a_row_beyond_reach_is_infeasible_whatever_is_settled() -> None:
    """A row that asks for 2^63 - 1 has no solution, though a settled column counts against it."""
    for lower, upper in ((2**63 - 1, 2**63 - 1), (-(2**63), -(2**63))):
        sign = -1 if lower > 0 else 1
        broken = problem([(sign, sign), (0, 3)], [([1, 1], lower, upper)], [("max", [2, 1])])
        assert solve(broken).status == "infeasible"
        assert solve(broken, limits=Limits(engine="reference")).status == "infeasible"


def test_repeated_and_cancelling_entries_are_summed() -> None:
    """A column twice in a row counts twice; entries that cancel, or are 0, leave a row without columns."""
    easy = problem([(0, 3), (0, 3)], [([1, 1], -FREE, 4)], [("max", [2, 1])])

    def ints(*values: int) -> Any:
        return np.array(values, dtype=np.int64)

    twice = replace(easy, indptr=ints(0, 3), indices=ints(0, 0, 1), data=ints(1, 1, 1))
    assert solve(twice).values.tolist() in ([1, 2], [2, 0], [0, 3], [1, 2])
    assert solve(twice).levels[0].value == 4
    for data, indices in (((1, -1), (0, 0)), ((0,), (0,))):
        empty = replace(easy, row_lb=ints(1), indptr=ints(0, len(data)), indices=ints(*indices), data=ints(*data))
        assert solve(empty).status == "infeasible"
        assert solve(replace(empty, row_lb=ints(0))).levels[0].value == 9


def test_progress_speaks_of_the_level_itself() -> None:
    """Best and bound are told in the level's own sense and sum, settled columns and offset included."""
    wide = problem(
        [(0, 1)] * 9 + [(7, 7)],
        [([1] * 9 + [0], 5, FREE), *(([0] * i + [1, 1, 1] + [0] * (7 - i), -FREE, 2) for i in range(7))],
        [("min", [3, 5, 4, 7, 3, 6, 5, 4, 9, 1], 100)],
    )
    told: list[tuple[int | None, int | None]] = []
    engine = certified.CertifiedEngine(wide, Limits())
    core = core_of(wide)

    def blind(*_: object) -> None:
        return None

    original, certified.relax, foresight.relax = certified.relax, blind, blind  # type: ignore[assignment]
    try:
        answer = engine.search(0, None, None, lambda best, bound: bool(told.append((best, bound))))
    finally:
        certified.relax = foresight.relax = original
    assert answer.values is not None and core.columns.tolist() == list(range(9))
    value = int(np.dot(wide.level_coef[0], answer.values))
    assert told
    assert all(best is None or best >= value > 0 for best, _ in told)
    assert all(bound is None or bound <= value for _, bound in told)


def test_a_relaxation_that_fails_leaves_everything_to_cp_sat(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without GLOP the values are the same, and the levels say that they rest on CP-SAT alone."""
    expected = solve(cycles(2))
    monkeypatch.setattr(certified, "relax", lambda *_: None)
    solution = solve(cycles(2))
    assert solution.levels == expected.levels
    assert solution.faces[0].how == "reference"
    assert solution.faces[0].reduced is not None
    assert solve(problem([(0, 1)] * 3, [([1, 1, 1], 4, 4)], [("max", [1, 1, 1])])).status == "infeasible"


@pytest.mark.parametrize("multipliers", [[np.inf] * 3, [1e300] * 3, [2.0**63] * 3, [-(2.0**63)] * 3, [1e9] * 3])
def test_wild_multipliers_never_make_a_bound(monkeypatch: pytest.MonkeyPatch, multipliers: list[float]) -> None:
    """Multipliers beyond what integers hold are left alone: the bound is that of no multipliers, or a true one."""
    wild = problem([(0, 1)] * 3, ODD_CYCLE, [("max", [2**40, 1, 1])])
    relaxed = Relaxed(np.array([0.5] * 3), np.array(multipliers), 0.0)
    if not np.isfinite(multipliers[0]):
        assert relax(core_of(wild), wild.level_coef[0], Limits()) is not None
        return
    bound = relaxation.best_bound(wild, wild.level_coef[0], core_of(wild), relaxed)
    assert 2**40 <= bound.value <= plain_bound(wild, wild.level_coef[0]).value
    monkeypatch.setattr(certified, "relax", lambda *_: relaxed)
    assert solve(wild).levels[0].value == 2**40


def test_whole_values_do_not_end_the_search_for_multipliers() -> None:
    """Multipliers of a half are found though the relaxation's values happen to be whole."""
    cycle = cycles(1)
    relaxed = Relaxed(np.array([1.0, 0.0, 0.0]), np.array([0.5, 0.5, 0.5]), 1.5)
    bound = relaxation.best_bound(cycle, cycle.level_coef[0], core_of(cycle), relaxed)
    assert (bound.value, bound.dual.denominator) == (1, 2)


def test_multipliers_of_any_fraction_come_near_the_relaxation() -> None:
    """A knapsack's multiplier is a seventh: the bound is still the relaxation's value rounded down."""
    knapsack = problem([(0, 1)] * 3, [([7, 7, 7], -FREE, 11)], [("max", [3, 3, 3])])
    solution = solve(knapsack)
    assert solution.levels[0].value == 3
    relaxed = relax(core_of(knapsack), knapsack.level_coef[0], Limits())
    bound = relaxation.best_bound(knapsack, knapsack.level_coef[0], core_of(knapsack), relaxed)
    assert bound.value == 4  # 33/7 rounded down


def test_columns_in_no_row_are_not_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    """CP-SAT sees the islands that rows make, one by one, and no column that is free of all rows."""
    searched: list[int] = []
    original = Engine.__init__

    def counted(self: Engine, of: Problem, *args: Any, **more: Any) -> None:
        searched.append(of.columns)
        original(self, of, *args, **more)

    monkeypatch.setattr(Engine, "__init__", counted)
    monkeypatch.setattr(certified, "second_word", lambda *_: "agrees")
    three = cycles(3)
    more = replace(
        three,
        col_lb=np.zeros(109, dtype=np.int64),
        col_ub=np.ones(109, dtype=np.int64),
        col_tag=np.arange(109),
        level_coef=np.hstack([three.level_coef, np.ones((2, 100), dtype=np.int64)]),
    )
    solution = solve(more)
    assert [level.value for level in solution.levels] == [103, 109]
    assert set(searched) == {3}


def test_a_second_search_that_disagrees_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the first search ruled out and a second one finds is never passed over."""
    original = Engine.search

    def contrary(self: Engine, *args: Any, **more: Any) -> Answer:
        answer = original(self, *args, **more)
        return answer if self._presolve else Answer("feasible", np.zeros(3, dtype=np.int64), 0)

    monkeypatch.setattr(Engine, "search", contrary)
    with pytest.raises(Disagreement):
        solve(
            problem(
                [(0, 1)] * 6,
                [(r + [0] * 3, a, b) for r, a, b in ODD_CYCLE] + [([0] * 3 + r, a, b) for r, a, b in ODD_CYCLE],
                [("max", [1] * 6)],
            )
        )


def test_large_reduced_problems_are_searched_twice_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small ones always; beyond the size only with ``cross_check``."""
    gap = cycles(4)
    assert words_of(gap, Limits()) == ["agrees"]
    monkeypatch.setattr("allocator.solver.crosscheck.SMALL", 3)
    assert words_of(gap, Limits()) == ["not_asked"]
    assert words_of(gap, Limits(cross_check=True)) == ["agrees"]


def words_of(gap: Problem, limits: Limits) -> list[str]:
    return [face.reduced.second for face in solve(gap, limits=limits).faces if face.reduced is not None]


def test_the_end_of_the_work_reaches_a_long_relaxation() -> None:
    """While GLOP works the main thread hears an interrupt and ends it."""
    limits, ended = Limits(), threading.Event()
    threading.Timer(0.05, limits.stop).start()
    start = time.monotonic()
    relaxation._run(lambda: ended.wait(30), ended.set, limits, brief=False)
    assert ended.is_set() and time.monotonic() - start < 10


def test_an_interrupt_ends_a_long_relaxation() -> None:
    """Ctrl-C while GLOP works ends it and goes on to whoever keeps what was found."""
    ended = threading.Event()

    class Interrupted(Limits):
        @property
        def stopped(self) -> bool:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        relaxation._run(lambda: ended.wait(30), ended.set, Interrupted(), brief=False)
    assert ended.is_set()


def test_time_that_runs_out_between_levels_keeps_what_is_proven(monkeypatch: pytest.MonkeyPatch) -> None:
    """The level in work keeps the bound of its relaxation; CP-SAT is not started for it, later ones have no bound."""
    limits = Limits()
    gap = cycles(5)
    original = certified.best_bound

    def late(*args: Any) -> Any:
        bound = original(*args)
        limits.stop()
        return bound

    monkeypatch.setattr(certified, "best_bound", late)
    monkeypatch.setattr(certified, "Engine", None)
    kept = solve(gap, hint=np.zeros(15, dtype=np.int64), limits=limits)
    assert (kept.status, [(one.value, one.bound, one.proven) for one in kept.levels]) == (
        "feasible",
        [(0, 7, False), (0, None, False)],
    )


def test_levels_near_the_limit_are_bounded() -> None:
    """Coefficients just below 2^62 still have a bound without multipliers, so nothing falls back."""
    huge = problem([(0, 1), (0, 1)], [([1, 1], -FREE, 1)], [("max", [LIMIT // 2, LIMIT // 2 - 1]), ("max", [1, 1])])
    solution = solve(huge)
    assert [level.value for level in solution.levels] == [LIMIT // 2, 1]
    assert level_values(huge, tuple(solution.values.tolist())) == (LIMIT // 2, 1)
