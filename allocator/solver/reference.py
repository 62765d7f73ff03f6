"""The reference engine: plain CP-SAT on the whole problem, the earlier levels kept as rows."""

import numpy as np

from allocator.solver.cpsat import Answer, Engine, Watch
from allocator.solver.problem import Ints, Problem
from allocator.solver.proof import Face
from allocator.solver.solution import Limits


class ReferenceEngine:
    """Searches one level after another, each with every column and row."""

    faces: tuple[Face, ...] = ()

    def __init__(self, problem: Problem, limits: Limits) -> None:
        self._problem, self._limits = problem, limits
        self._engine = Engine(problem, limits.workers)

    def search(self, level: int, kept: Ints | None, hint: Ints | None, watch: Watch | None) -> Answer:
        """The best value of a level under the levels kept (without the level's offset)."""
        return self._engine.search(
            self._problem.level_coef[level],
            self._problem.level_sense[level],
            hint=hint if kept is None else kept,
            seconds=self._limits.remaining(),
            watch=watch,
        )

    def keep(self, level: int, value: int) -> None:
        """Keeps a level at its proven value (without its offset) by a row."""
        self._engine.add_row(self._problem.level_coef[level], value, value)

    def any_values(self, hint: Ints | None) -> Answer:
        """Some column values under the levels kept."""
        nothing = np.zeros(self._problem.columns, dtype=np.int64)
        return self._engine.search(nothing, "max", hint=hint, seconds=self._limits.remaining())
