"""CP-SAT as the textbook has it: all columns and rows, one objective after another, earlier values as rows."""

import numpy as np
from ortools.sat.python import cp_model

from allocator.solver import Ints, Problem
from benchmarks.peers import Chain, Clock, Found


def solve(problem: Problem, clock: Clock, *, workers: int, linearization: int) -> None:
    """All levels with so many workers and that level of linearisation."""
    Textbook(problem, workers, linearization).run(clock)


class Textbook(Chain):
    """One model, built once."""

    def __init__(self, problem: Problem, workers: int, linearization: int) -> None:
        super().__init__(problem)
        self._workers, self._linearization = workers, linearization
        self._model = cp_model.CpModel()
        bounds = zip(problem.col_lb.tolist(), problem.col_ub.tolist(), strict=True)
        self._columns = [self._model.new_int_var(lower, upper, "") for lower, upper in bounds]
        indices, data, ends = problem.indices.tolist(), problem.data.tolist(), problem.indptr.tolist()
        for row, (lower, upper) in enumerate(zip(problem.row_lb.tolist(), problem.row_ub.tolist(), strict=True)):
            span = slice(ends[row], ends[row + 1])
            self._model.add_linear_constraint(self._sum(indices[span], data[span]), lower, upper)

    def best(self, level: int, start: Ints | None, seconds: float) -> Found:
        """One search, with the last solution as a hint."""
        objective = self._level(level)
        self._model.clear_objective()  # type: ignore[no-untyped-call]
        if self.problem.level_sense[level] == "max":
            self._model.maximize(objective)
        else:
            self._model.minimize(objective)
        self._model.clear_hints()  # type: ignore[no-untyped-call]
        if start is not None:
            for column, value in zip(self._columns, start.tolist(), strict=True):
                self._model.add_hint(column, value)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = self._workers
        solver.parameters.linearization_level = self._linearization
        solver.parameters.max_time_in_seconds = max(seconds, 0.001)
        status = solver.solve(self._model)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return Found(None, None, False)
        values = np.array([solver.value(column) for column in self._columns], dtype=np.int64)
        return Found(values, solver.best_objective_bound, status == cp_model.OPTIMAL)

    def pin(self, level: int, total: int) -> None:
        """A row over the level's columns."""
        self._model.add(self._level(level) == total)

    def _level(self, level: int) -> cp_model.LinearExpr:
        columns = np.flatnonzero(self.problem.level_coef[level])
        return self._sum(columns.tolist(), self.problem.level_coef[level][columns].tolist())

    def _sum(self, columns: list[int], factors: list[int]) -> cp_model.LinearExpr:
        return cp_model.LinearExpr.weighted_sum([self._columns[column] for column in columns], factors)
