"""The linear relaxation of one level, by GLOP: values and multipliers that suggest; integers then check them."""

import math
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from ortools.linear_solver.python import model_builder_helper as glop

from allocator.solver.core import Core
from allocator.solver.faces import Bound, bound_of, matrix, plain_bound
from allocator.solver.problem import LIMIT, Ints, Problem
from allocator.solver.proof import Dual
from allocator.solver.solution import Limits

Floats = NDArray[np.float64]
NEAR = 1e-6
DENOMINATORS = (1, 2, 3, 4, 6, 12, 60, 2**16)
"""Multipliers of rows of ones are mostly whole, halves or thirds; the last comes near any others."""

LARGEST = 2.0**61
PATIENCE = 0.1
FEW_ENTRIES = 20_000
"""A relaxation of so few entries is solved before anybody could interrupt it."""


@dataclass(frozen=True, eq=False)
class Relaxed:
    """Column values and row multipliers of an optimal relaxation, as floats: they suggest and never decide."""

    values: Floats
    multipliers: Floats
    value: float

    def rounded(self) -> Ints | None:
        """The column values as integers; ``None`` where one is fractional."""
        whole = np.rint(self.values)
        if np.abs(self.values - whole).max(initial=0.0) > NEAR:
            return None
        return whole.astype(np.int64)


def relax(core: Core, objective: Ints, limits: Limits) -> Relaxed | None:
    """The relaxation of maximising an objective over a core; ``None`` when it was not solved in time, or not at all."""
    problem = core.problem
    if not problem.columns:
        return Relaxed(np.zeros(0), np.zeros(problem.rows), 0.0)
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
    if math.isfinite(seconds := limits.remaining()):
        solver.set_time_limit_in_seconds(max(seconds, 0.001))
    _run(lambda: solver.solve(model), solver.interrupt_solve, limits, brief=len(problem.data) < FEW_ENTRIES)
    if solver.status() != glop.SolveStatus.OPTIMAL:
        return None
    values, multipliers = np.asarray(solver.variable_values()), np.asarray(solver.dual_values())
    if not (np.all(np.isfinite(values)) and np.all(np.isfinite(multipliers))):
        return None
    return Relaxed(values, multipliers, float(np.dot(values, objective.astype(np.float64))))


def _run(work: Callable[[], Any], stop: Callable[[], Any], limits: Limits, *, brief: bool) -> None:
    """Runs GLOP beside the main thread, which alone hears an interrupt, and hands an end of the work on to it."""
    if brief:
        work()
        return
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    try:
        while thread.is_alive():
            thread.join(PATIENCE)
            if limits.stopped:
                stop()
    finally:
        while thread.is_alive():
            stop()
            thread.join(PATIENCE)


def as_floats(numbers: Ints) -> Any:
    """Integers as floats; what stands for "no bound" becomes infinite."""
    return np.where(np.abs(numbers) >= LIMIT, np.copysign(np.inf, numbers), numbers.astype(np.float64))


def best_bound(region: Problem, objective: Ints, core: Core, relaxed: Relaxed | None) -> Bound:
    """The least bound among those of the multipliers rounded over a few denominators, and of none at all.

    It depends on nothing but the region and the objective; so the same faces come out however a search went.
    """
    best = plain_bound(region, objective)
    if relaxed is None:
        return best
    settled = int(np.dot(objective, core.base)) - int(np.dot(objective[core.columns], core.base[core.columns]))
    aim = math.floor(relaxed.value + settled + NEAR)
    for denominator in DENOMINATORS:
        if best.value <= aim:
            break
        scaled = np.rint(relaxed.multipliers * denominator)
        if np.abs(scaled).max(initial=0.0) >= LARGEST:
            break
        multipliers = np.zeros(region.rows, dtype=np.int64)
        multipliers[core.rows] = scaled.astype(np.int64)
        bound = bound_of(region, objective, Dual(multipliers, denominator))
        if bound is not None and bound.total * best.dual.denominator < best.total * denominator:
            best = bound
    return best
