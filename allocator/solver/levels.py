"""Levels one after another: each is solved to its proven optimum, then kept while the next is solved."""

import time
from typing import TYPE_CHECKING

from allocator.solver.problem import Ints, Problem
from allocator.solver.proof import Face
from allocator.solver.solution import LevelProgress, LevelResult, Limits, Solution

if TYPE_CHECKING:
    from allocator.solver.certified import CertifiedEngine
    from allocator.solver.cpsat import Answer, Watch
    from allocator.solver.reference import ReferenceEngine

TOLD_EVERY = 0.2


def solve(
    problem: Problem,
    *,
    hint: Ints | None = None,
    limits: Limits | None = None,
    progress: LevelProgress | None = None,
) -> Solution:
    """Finds the lexicographic optimum: the best first level, among those the best second, and so on.

    Args:
        problem: columns, rows and levels.
        hint: column values to start from. If they keep all rows they are a solution already, and what is kept when
            time runs out at once.
        limits: deadline and workers; none and one unless given.
        progress: told about a level at most five times a second, and once when it ends.

    Returns:
        The solution with every level's value and bound. A level cut short by the deadline or an interrupt is not
        proven and has the bound reached; the levels behind it have the values of the solution kept, and no bound.

    Raises:
        ProblemError: when the problem is found to be at fault while it is solved.
    """
    return Chain(problem, limits or Limits(), progress, hint).run()


class Chain:
    """One run through the levels of a problem: the results so far and the best column values kept."""

    def __init__(
        self,
        problem: Problem,
        limits: Limits,
        progress: LevelProgress | None,
        hint: Ints | None,
    ) -> None:
        self._problem, self._limits, self._progress = problem, limits, progress
        self._hint = hint
        self._results: list[LevelResult] = []
        self._faces: tuple[Face, ...] = ()
        self._kept = hint if hint is not None and self._keeps(hint) else None

    def run(self) -> Solution:
        """Solves the levels."""
        try:
            if self._limits.remaining() > 0 and not self._complete():
                self._solve_levels()
        except KeyboardInterrupt:
            self._limits.stop()
        except Infeasible:
            return Solution.without_values("infeasible")
        if self._kept is None:
            return Solution.without_values("unknown")
        for level in range(len(self._results), self._problem.levels):
            self._results.append(self._result(level, self._problem.level_value(level, self._kept), None))
        done = all(result.proven for result in self._results) and self._complete()
        return Solution("optimal" if done else "feasible", self._kept, tuple(self._results), self._faces)

    def _keeps(self, values: Ints) -> bool:
        """Whether column values keep all rows and the values of all levels solved so far."""
        solved = enumerate(self._results)
        return self._problem.accepts(values) and all(
            self._problem.level_value(level, values) == result.value for level, result in solved
        )

    def _complete(self) -> bool:
        return self._kept is not None and len(self._results) == self._problem.levels

    def _solve_levels(self) -> None:
        engine = self._engine()
        if not self._problem.levels:
            self._take(engine.any_values(self._hint))
        while len(self._results) < self._problem.levels:
            level = len(self._results)
            found = self._for_free(level) or self._search(engine, level)
            if found is None:
                return
            self._results.append(found)
            if not found.proven:
                return
            if self._kept is None or not self._keeps(self._kept):
                raise AssertionError("the solution kept lost the proven value of a level")
            self._keep(engine, level)

    def _engine(self) -> "CertifiedEngine | ReferenceEngine":
        if self._limits.engine == "certified":
            from allocator.solver.certified import CertifiedEngine

            return CertifiedEngine(self._problem, self._limits)
        from allocator.solver.reference import ReferenceEngine

        return ReferenceEngine(self._problem, self._limits)

    def _keep(self, engine: "CertifiedEngine | ReferenceEngine", level: int) -> None:
        """Keeps a level at its proven value."""
        engine.keep(level, self._results[level].value - int(self._problem.level_offset[level]))
        self._faces = tuple(engine.faces)

    def _for_free(self, level: int) -> LevelResult | None:
        """A level that the solution kept settles already: no values of the columns could be better."""
        if self._kept is None:
            return None
        value, bound = self._problem.level_value(level, self._kept), self._problem.trivial_bound(level)
        if value != bound:
            return None
        return self._told(self._result(level, value, bound), 0.0)

    def _search(self, engine: "CertifiedEngine | ReferenceEngine", level: int) -> LevelResult | None:
        """Searches for the best value of a level; ``None`` when nothing at all was found in time."""
        problem, start = self._problem, time.monotonic()
        answer = engine.search(level, self._kept, self._hint, self._watch(level, start))
        self._take(answer, level)
        if self._kept is None:
            return None
        value, bound = problem.level_value(level, self._kept), problem.trivial_bound(level)
        if answer.bound is not None:
            reached = answer.bound + int(problem.level_offset[level])
            bound = min(bound, reached) if problem.level_sense[level] == "max" else max(bound, reached)
        if answer.status == "optimal" and value != bound:
            raise AssertionError("a proven level's bound is not its value")
        return self._told(self._result(level, value, bound), time.monotonic() - start)

    def _take(self, answer: "Answer", level: int | None = None) -> None:
        """Keeps an answer's column values unless what is kept is better already."""
        if answer.stopped:
            self._limits.stop()
        if answer.status == "infeasible":
            if self._kept is not None:
                raise AssertionError("a problem with a solution was called infeasible")
            raise Infeasible
        if answer.values is None:
            return
        if not self._keeps(answer.values):
            raise AssertionError("a solution found breaks a row or an earlier level")
        if self._kept is None or level is None or self._better(level, answer.values, self._kept):
            self._kept = answer.values

    def _better(self, level: int, values: Ints, than: Ints) -> bool:
        new, old = self._problem.level_value(level, values), self._problem.level_value(level, than)
        return new > old if self._problem.level_sense[level] == "max" else new < old

    def _result(self, level: int, value: int, bound: int | None) -> LevelResult:
        proven = value == bound and all(result.proven for result in self._results)
        return LevelResult(self._problem.level_names[level], self._problem.level_sense[level], value, bound, proven)

    def _watch(self, level: int, start: float) -> "Watch":
        """Tells the progress callback, not too often, and stops the search when somebody stopped the work."""
        offset, told = int(self._problem.level_offset[level]), start

        def watch(best: int | None, bound: int | None) -> bool:
            nonlocal told
            now = time.monotonic()
            if self._progress is not None and now - told >= TOLD_EVERY:
                told = now
                name = self._problem.level_names[level]
                self._progress(name, _plus(best, offset), _plus(bound, offset), now - start)
            return self._limits.stopped

        return watch

    def _told(self, result: LevelResult, elapsed: float) -> LevelResult:
        if self._progress is not None:
            self._progress(result.name, result.value, result.bound, elapsed)
        return result


class Infeasible(Exception):
    """No column values keep all rows."""


def _plus(value: int | None, offset: int) -> int | None:
    return None if value is None else value + offset
