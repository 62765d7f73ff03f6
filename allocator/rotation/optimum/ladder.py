"""The levels of a plan climbed on trust and then proven: bounds first, one solution that reaches them all last.

Each level is relaxed where the last relaxation ended; its multipliers prove a bound in integers, and the points that
reach the bound are taken on trust for the next level. Where a unit is left fractional, what it implies in whole
numbers is added as a row. When the last relaxation is a plan that reaches every bound, all levels are proven, each by
its own multipliers. What is not proven this way is left to the solver's own search.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from allocator.rotation.optimum.columns import Columns
from allocator.rotation.optimum.cuts import Cut, broken_cuts, with_cuts
from allocator.rotation.optimum.locally import Units
from allocator.solver import LIMIT, Dual, Face, Ints, LevelProgress, LevelResult, Limits, Problem, Solution, solve
from allocator.solver.core import core_of
from allocator.solver.faces import Bound, better_than, bound_of, face_of
from allocator.solver.proof import How, Reduced
from allocator.solver.relaxed_bounds import signed

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


@dataclass(frozen=True)
class _Step:
    """What a level is proven by: multipliers, the value, and whether a search had to close what they left open."""

    dual: Dual
    value: int
    how: How


@dataclass
class _Ladder:
    columns: Columns
    problem: Problem
    limits: Limits
    progress: LevelProgress | None

    def run(self) -> Solution | None:
        """The solution, if every level is proven."""
        from allocator.rotation.optimum.warm import WarmRelaxation

        self._first = self.problem.rows
        self._base = self._region = self.problem
        self._added: list[int] = []
        self._cuts: list[Cut] = []
        self._steps: list[_Step] = []
        self._kept: Ints | None = None
        self._warm = WarmRelaxation(self.problem)
        self._units = Units(self.columns, self.problem)
        for level in range(self.problem.levels):
            if not self._climbed(level):
                break
        self.problem = with_cuts(self.problem, self._cuts)
        return self._proven()

    def _climbed(self, level: int) -> bool:
        """Bounds one level and goes to the points that reach the bound; false where that is not known in time."""
        objective, start = signed(self.problem, level), time.monotonic()
        for _ in range(ROUNDS):
            found = self._warm.solve(self._region, objective, self.limits.remaining())
            if found is None or self.limits.remaining() <= 0:
                return False
            values, bound = found[0], self._bound(objective, *found)
            cuts = list(broken_cuts(self._units, self._base, self._region, objective, bound, values))
            if not cuts:
                break
            self._add(cuts)
        whole = np.rint(values).astype(np.int64)
        reached = self._region.accepts(whole) and int(np.dot(objective, whole)) == bound.value
        self._kept = whole if reached else self._kept
        if not reached and (bound.gap(bound.value) or level == self.problem.levels - 1):
            return self._searched(level, start)
        self._go_to(face_of(self._region, objective, bound, bound.value))
        self._steps.append(_Step(bound.dual, bound.value, "dual"))
        self._tell(level, bound.value, start)
        return True

    def _searched(self, level: int, start: float) -> bool:
        """The same by the solver's own search, where the relaxation does not end on whole numbers."""
        from allocator.solver.certified import CertifiedEngine

        engine, objective = CertifiedEngine(self._base, self.limits), signed(self.problem, level)
        engine.region = self._region
        kept = self._kept if self._kept is not None and self._region.accepts(self._kept) else None
        answer = engine.maximise(objective, kept, None, None)
        if answer.stopped:
            self.limits.stop()
        if answer.status != "optimal" or answer.values is None:
            return False
        self._kept, value = answer.values, int(np.dot(objective, answer.values))
        engine.keep(level, int(np.dot(self.problem.level_coef[level], answer.values)))
        self._go_to(engine.region)
        self._steps.append(_Step(engine.faces[-1].dual, value, engine.faces[-1].how))
        self._tell(level, value, start)
        return True

    def _go_to(self, region: Problem) -> None:
        """Goes to a face; a row that keeps its value is a row of the base too, but binds nothing there."""
        if region.rows > self._region.rows:
            self._added.append(GAP_ROW)
            last = slice(int(region.indptr[-2]), int(region.indptr[-1]))
            self._base = with_cuts(self._base, [Cut(region.indices[last], region.data[last], LIMIT)])
        self._region = region

    def _bound(self, objective: Ints, values: NDArray[np.float64], multipliers: NDArray[np.float64]) -> Bound:
        from allocator.rotation.optimum.warm import relaxed_on
        from allocator.solver.relaxation import best_bound

        core = core_of(self._region)
        return best_bound(self._region, objective, core, relaxed_on(core, objective, values, multipliers))

    def _add(self, cuts: list[Cut]) -> None:
        self._added += range(len(self._cuts), len(self._cuts) + len(cuts))
        self._cuts += cuts
        self._base, self._region = with_cuts(self._base, cuts), with_cuts(self._region, cuts)

    def _tell(self, level: int, reached: int, start: float) -> None:
        if self.progress is not None:
            sign = 1 if self.problem.level_sense[level] == "max" else -1
            value = reached * sign + int(self.problem.level_offset[level])
            self.progress(self.problem.level_names[level], None, value, time.monotonic() - start)

    def _proven(self) -> Solution | None:
        """The levels proven one by one on the problem with all rows found, by integers and what searches closed."""
        values, every = self._kept, range(self.problem.levels)
        if values is None or len(self._steps) < len(every) or not self.problem.accepts(values):
            return None
        if any(int(np.dot(signed(self.problem, level), values)) != self._steps[level].value for level in every):
            return None
        faces = tuple(self._faces())
        levels = zip(every, self.problem.level_names, self.problem.level_sense, strict=True)
        reached = [(name, sense, self.problem.level_value(level, values)) for level, name, sense in levels]
        results = tuple(LevelResult(name, sense, value, value, True) for name, sense, value in reached)
        return Solution("optimal", values, results, faces)

    def _faces(self) -> Iterator[Face]:
        """The face of each level."""
        from allocator.solver.crosscheck import second_word

        region = self.problem
        for level, step in enumerate(self._steps):
            objective = signed(self.problem, level)
            bound = bound_of(
                region, objective, Dual(self._spread(step.dual.multipliers, region.rows), step.dual.denominator)
            )
            assert bound is not None, "a bound once found is found again"
            rest = better_than(region, objective, bound, step.value)
            core = None if rest is None else core_of(rest)
            open_ = core is not None and not core.broken
            reduced = Reduced(core.problem, second_word(core.problem, self.limits)) if core and open_ else None
            region = face_of(region, objective, bound, step.value)
            gap = bound.gap(step.value)
            yield Face(region, step.how, bound.dual, gap, reduced)

    def _spread(self, multipliers: Ints, rows: int) -> Ints:
        """The multipliers of a level in the order of rows that the problem has in the end: rows of levels kept last."""
        spread = np.zeros(rows, dtype=np.int64)
        spread[: self._first] = multipliers[: self._first]
        kept = self.problem.rows
        for place, price in zip(self._added, multipliers[self._first :].tolist(), strict=False):
            spread[kept if place == GAP_ROW else self._first + place] = price
            kept += place == GAP_ROW
        return spread
