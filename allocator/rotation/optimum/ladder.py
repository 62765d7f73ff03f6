"""The levels of a plan climbed on trust and then proven: bounds first, one solution that reaches them all last.

Each level is relaxed where the last relaxation ended; its multipliers prove a bound in integers, and the points that
reach the bound are taken on trust for the next level. Where a unit is left fractional, what it implies in whole
numbers is added as a row. When the last relaxation is a plan that reaches every bound, all levels are proven, each by
its own multipliers. What is not proven this way is left to the solver's own search.
"""

import time
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from allocator.rotation.optimum.columns import Columns
from allocator.rotation.optimum.cuts import Cut, broken_cuts, with_cuts
from allocator.rotation.optimum.locally import Units
from allocator.solver import LIMIT, Dual, Face, Ints, LevelProgress, LevelResult, Limits, Problem, Solution, solve
from allocator.solver.core import core_of
from allocator.solver.faces import Bound, bound_of, face_of
from allocator.solver.foresight import signed

ROUNDS = 12
GAP_ROW = -1


@dataclass(frozen=True)
class Climbed:
    """A solution, and the problem it belongs to: the one given, with the rows that were found to follow from it."""

    problem: Problem
    solution: Solution


def climb(
    columns: Columns, problem: Problem, limits: Limits, progress: LevelProgress | None, hint: Ints | None
) -> Climbed:
    """The proven optimum of a plan's problem."""
    if limits.engine == "certified" and problem.levels and limits.remaining() > 0:
        ladder = _Ladder(columns, problem, limits, progress)
        solution = ladder.run()
        if solution is not None:
            return Climbed(ladder.problem, solution)
        problem = ladder.problem
    return Climbed(problem, solve(problem, hint=hint, limits=limits, progress=progress))


@dataclass
class _Ladder:
    columns: Columns
    problem: Problem
    limits: Limits
    progress: LevelProgress | None
    duals: list[Dual] = field(default_factory=list)

    def run(self) -> Solution | None:
        """The solution, if every level is proven."""
        from allocator.rotation.optimum.warm import WarmRelaxation

        self._first = self.problem.rows
        self._base = self._region = self.problem
        self._added: list[int] = []
        self._cuts: list[Cut] = []
        self._warm = WarmRelaxation(self.problem)
        self._units = Units(self.columns, self.problem)
        values: NDArray[np.float64] | None = None
        for level in range(self.problem.levels):
            values = self._bounded(level)
            if values is None:
                break
        self.problem = with_cuts(self.problem, self._cuts)
        whole = None if values is None else np.rint(values).astype(np.int64)
        return self._proven(whole)

    def _bounded(self, level: int) -> NDArray[np.float64] | None:
        """Bounds one level and goes to the points that reach the bound; the relaxation, if there is one."""
        objective, start = signed(self.problem, level), time.monotonic()
        for _ in range(ROUNDS):
            if self.limits.remaining() <= 0:
                return None
            found = self._warm.solve(self._region, objective, self.limits.remaining())
            if found is None:
                return None
            values, bound = found[0], self._bound(objective, *found)
            cuts = list(broken_cuts(self._units, self._base, self._region, objective, bound, values))
            if not cuts:
                break
            self._add(cuts)
        region = face_of(self._region, objective, bound, bound.value)
        if region.rows > self._region.rows:
            self._added.append(GAP_ROW)
            free = with_cuts(
                self._base, [Cut(region.indices[region.indptr[-2] :], region.data[region.indptr[-2] :], LIMIT)]
            )
            self._base = free
        self._region = region
        self.duals.append(bound.dual)
        self._tell(level, bound, start)
        return values

    def _bound(self, objective: Ints, values: NDArray[np.float64], multipliers: NDArray[np.float64]) -> Bound:
        from allocator.rotation.optimum.warm import relaxed_on
        from allocator.solver.relaxation import best_bound

        core = core_of(self._region)
        return best_bound(self._region, objective, core, relaxed_on(core, objective, values, multipliers))

    def _add(self, cuts: list[Cut]) -> None:
        self._added += range(len(self._cuts), len(self._cuts) + len(cuts))
        self._cuts += cuts
        self._base, self._region = with_cuts(self._base, cuts), with_cuts(self._region, cuts)

    def _tell(self, level: int, bound: Bound, start: float) -> None:
        if self.progress is not None:
            sign = 1 if self.problem.level_sense[level] == "max" else -1
            value = bound.value * sign + int(self.problem.level_offset[level])
            self.progress(self.problem.level_names[level], None, value, time.monotonic() - start)

    def _proven(self, values: Ints | None) -> Solution | None:
        """The levels proven one by one, in integers alone, on the problem with all rows found.

        Where the last relaxation is no plan, or reaches less, the search takes over on the last levels.
        """
        faces = self._faces()
        every = range(self.problem.levels)
        if values is not None and len(faces) == len(every) and self.problem.accepts(values):
            reached = [int(np.dot(signed(self.problem, level), values)) for level in every]
            if all(bound == value for (_, bound), value in zip(faces, reached, strict=True)):
                return self._solution(values, [face for face, _ in faces])
        for trusted in range(min(len(faces), len(every) - 1), -1, -1):
            found = self._searched([face for face, _ in faces[:trusted]])
            if found is not None or self.limits.remaining() <= 0:
                return found
        return None

    def _faces(self) -> list[tuple[Face, int]]:
        """The face of each level with its bound, as far as bounds were found."""
        region, gaps = self.problem, 0
        found: list[tuple[Face, int]] = []
        for level, dual in enumerate(self.duals):
            objective, y = signed(self.problem, level), dual.multipliers
            spread = np.zeros(region.rows, dtype=np.int64)
            spread[: self._first] = y[: self._first]
            seen = 0
            for place, price in zip(self._added, y[self._first :].tolist(), strict=False):
                spread[self.problem.rows + seen if place == GAP_ROW else self._first + place] = price
                seen += place == GAP_ROW
            bound = bound_of(region, objective, Dual(spread, dual.denominator))
            assert bound is not None and seen == gaps, "a bound once found is found again"
            region = face_of(region, objective, bound, bound.value)
            gaps += bound.gap(bound.value) > 0
            found.append((Face(region, "dual", bound.dual, bound.gap(bound.value), None), bound.value))
        return found

    def _searched(self, faces: list[Face]) -> Solution | None:
        """The solution by the solver's own search on the levels behind those that are bounded."""
        from allocator.solver.certified import CertifiedEngine

        engine, values = CertifiedEngine(self.problem, self.limits), None
        engine.faces = list(faces)
        engine.region = faces[-1].region if faces else self.problem
        for level in range(len(faces), self.problem.levels):
            answer = engine.search(level, values, None, None)
            if answer.stopped:
                self.limits.stop()
            if answer.status != "optimal" or answer.values is None:
                return None
            values = answer.values
            engine.keep(level, int(np.dot(self.problem.level_coef[level], values)))
        return None if values is None else self._solution(values, engine.faces)

    def _solution(self, values: Ints, faces: list[Face]) -> Solution:
        results: list[LevelResult] = []
        for level, (name, sense) in enumerate(zip(self.problem.level_names, self.problem.level_sense, strict=True)):
            value = self.problem.level_value(level, values)
            results.append(LevelResult(name, sense, value, value, True))
        return Solution("optimal", values, tuple(results), tuple(faces))
