"""The linear relaxation of one level, by GLOP: values and multipliers that suggest; integers then check them."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from ortools.linear_solver.python import model_builder_helper as glop

from allocator.solver.faces import Core, matrix
from allocator.solver.problem import LIMIT, Ints

Floats = NDArray[np.float64]
NEAR = 1e-6


@dataclass(frozen=True, eq=False)
class Relaxed:
    """Column values and row multipliers of an optimal relaxation, as floats: they suggest and never decide."""

    values: Floats
    multipliers: Floats

    def rounded(self) -> Ints | None:
        """The column values as integers; ``None`` where one is fractional."""
        whole = np.rint(self.values)
        if np.abs(self.values - whole).max(initial=0.0) > NEAR:
            return None
        return whole.astype(np.int64)


def relax(core: Core, objective: Ints, seconds: float) -> Relaxed | None:
    """The relaxation of maximising an objective over a core; ``None`` when it was not solved in time."""
    problem = core.problem
    model = glop.ModelBuilderHelper()
    model.fill_model_from_sparse_data(
        as_floats(problem.col_lb),
        as_floats(problem.col_ub),
        as_floats(objective),
        as_floats(problem.row_lb),
        as_floats(problem.row_ub),
        matrix(problem).astype(np.float64),
    )
    model.set_maximize(True)
    solver = glop.ModelSolverHelper("glop")
    solver.enable_output(False)
    if np.isfinite(seconds):
        solver.set_time_limit_in_seconds(max(seconds, 0.001))
    solver.solve(model)
    if solver.status() != glop.SolveStatus.OPTIMAL:
        return None
    return Relaxed(np.asarray(solver.variable_values()), np.asarray(solver.dual_values()))


def as_floats(numbers: Ints) -> Any:
    """Integers as floats; what stands for "no bound" becomes infinite."""
    return np.where(np.abs(numbers) >= LIMIT, np.copysign(np.inf, numbers), numbers.astype(np.float64))
