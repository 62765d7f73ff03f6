"""A relaxation kept warm from level to level: each one starts where the last ended, which is most of the way.

It suggests values and multipliers as floats and decides nothing.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from ortools.linear_solver import linear_solver_pb2, pywraplp  # type: ignore[attr-defined]

from allocator.solver import Ints, Problem
from allocator.solver.core import Core
from allocator.solver.relaxation import Relaxed, as_floats


class WarmRelaxation:
    """The relaxation of one problem, whose bounds and objective change and to which rows are added."""

    def __init__(self, problem: Problem) -> None:
        model = linear_solver_pb2.MPModelProto(maximize=True)
        for lower, upper in zip(problem.col_lb.tolist(), problem.col_ub.tolist(), strict=True):
            model.variable.add(lower_bound=lower, upper_bound=upper)
        self._solver: Any = pywraplp.Solver.CreateSolver("GLOP")
        self._solver.LoadModelFromProto(model)
        # Presolving would forget where the last relaxation ended.
        self._solver.SetSolverSpecificParametersAsString("use_preprocessing:false")
        self._columns: list[Any] = self._solver.variables()
        self._rows: list[Any] = []
        self._objective = self._solver.Objective()
        self._objective.SetMaximization()
        self._now = (problem.col_lb, problem.col_ub, problem.row_lb[:0], problem.row_ub[:0])
        self._coefficients = np.zeros(problem.columns, dtype=np.int64)

    def solve(self, region: Problem, objective: Ints, seconds: float) -> tuple[NDArray[np.float64], ...] | None:
        """Column values and row multipliers that maximise an objective; ``None`` where none were found in time."""
        return self.read() if self.solved(region, objective, seconds) else None

    def solved(self, region: Problem, objective: Ints, seconds: float) -> bool:
        """Whether a solution was found in time; it is then there to be read."""
        self._bound(region)
        for column in np.flatnonzero(objective != self._coefficients).tolist():
            self._objective.SetCoefficient(self._columns[column], float(objective[column]))
        self._coefficients = objective
        if seconds < 10**6:
            self._solver.SetTimeLimit(max(1, int(1000 * seconds)))
        return bool(self._solver.Solve() == pywraplp.Solver.OPTIMAL)

    def values_at(self, columns: Ints) -> NDArray[np.float64]:
        """The values of some columns in the solution found last."""
        return np.array([self._columns[column].solution_value() for column in columns.tolist()])

    def read(self) -> tuple[NDArray[np.float64], ...]:
        """The solution found last: column values and row multipliers."""
        values = np.array([column.solution_value() for column in self._columns])
        return values, np.array([row.dual_value() for row in self._rows])

    def _bound(self, region: Problem) -> None:
        """Takes over the bounds of a region, and the rows that it has beyond those known."""
        col_lb, col_ub, row_lb, row_ub = self._now
        for column in np.flatnonzero((col_lb != region.col_lb) | (col_ub != region.col_ub)).tolist():
            self._columns[column].SetBounds(float(region.col_lb[column]), float(region.col_ub[column]))
        known, lower, upper = len(row_lb), as_floats(region.row_lb).tolist(), as_floats(region.row_ub).tolist()
        for row in np.flatnonzero((row_lb != region.row_lb[:known]) | (row_ub != region.row_ub[:known])).tolist():
            self._rows[row].SetBounds(lower[row], upper[row])
        ends, indices, data = region.indptr.tolist(), region.indices.tolist(), region.data.tolist()
        for row in range(known, region.rows):
            added = self._solver.Constraint(lower[row], upper[row])
            for place in range(ends[row], ends[row + 1]):
                added.SetCoefficient(self._columns[indices[place]], float(data[place]))
            self._rows.append(added)
        self._now = (region.col_lb, region.col_ub, region.row_lb, region.row_ub)


def relaxed_on(core: Core, objective: Ints, values: NDArray[np.float64], multipliers: NDArray[np.float64]) -> Relaxed:
    """A relaxation of a whole problem as one of its core."""
    inside = values[core.columns]
    return Relaxed(inside, multipliers[core.rows], float(np.dot(inside, objective[core.columns].astype(np.float64))))
