"""CP-SAT behind a narrow door: one model built from the arrays, then one objective after another."""

import math
import signal
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from ortools.sat.python import cp_model

from allocator.solver.errors import ProblemError
from allocator.solver.problem import LIMIT, Ints, Problem, Sense

Watch = Callable[[int | None, int | None], bool]
"""Told the best objective value and the bound so far; answers whether to stop the search."""

EXACT_FLOATS = 2**42
"""Below this size a float's drift of a few last places is far smaller than the 0.001 by which it is rounded."""

FULL_PORTFOLIO = 8
FIRST_SEARCHES = ("max_lp", "default_lp", "reduced_costs", "quick_restart")


@dataclass(frozen=True)
class Answer:
    """What one search found: column values (``None``: none), a bound on the objective, and how it ended.

    ``stopped`` means that neither a proof nor the time limit nor the watcher ended it: somebody interrupted it.
    """

    status: Literal["optimal", "feasible", "infeasible", "unknown"]
    values: Ints | None
    bound: int | None
    stopped: bool = False


class Engine:
    """A problem's columns and rows as one CP-SAT model, to which rows are added and whose objective changes.

    ``effort`` limits each search in CP-SAT's deterministic seconds, which are the same on every machine.
    """

    def __init__(self, problem: Problem, workers: int, *, presolve: bool = True, effort: float | None = None) -> None:
        self._workers, self._presolve, self._effort = workers, presolve, effort
        self._model = cp_model.CpModel()
        bounds = zip(problem.col_lb.tolist(), problem.col_ub.tolist(), strict=True)
        self._variables = [self._model.new_int_var(lb, ub, "") for lb, ub in bounds]
        lower = np.clip(problem.row_lb, -LIMIT, LIMIT).tolist()
        upper = np.clip(problem.row_ub, -LIMIT, LIMIT).tolist()
        indices, data, ends = problem.indices.tolist(), problem.data.tolist(), problem.indptr.tolist()
        for row in range(problem.rows):
            span = slice(ends[row], ends[row + 1])
            self._add(indices[span], data[span], lower[row], upper[row])

    def _add(self, columns: Sequence[int], coefficients: Sequence[int], lower: int, upper: int) -> None:
        variables = [self._variables[column] for column in columns]
        expression = cp_model.LinearExpr.weighted_sum(variables, list(coefficients))
        self._model.add_linear_constraint(expression, lower, upper)

    def add_row(self, coefficients: Ints, lower: int, upper: int) -> None:
        """Adds a row over all columns (zeros are left out)."""
        columns = np.flatnonzero(coefficients)
        self._add(columns.tolist(), coefficients[columns].tolist(), lower, upper)

    def differ_from(self, groups: Sequence[Sequence[int]], values: Sequence[int]) -> None:
        """Asks that the sum of at least one group of columns is another than the given one."""
        changed: list[cp_model.IntVar] = []
        for group, value in zip(groups, values, strict=True):
            total = cp_model.LinearExpr.sum([self._variables[column] for column in group])
            for lower, upper in ((-LIMIT, value - 1), (value + 1, LIMIT)):
                literal = self._model.new_bool_var("")
                self._model.add_linear_constraint(total, lower, upper).only_enforce_if(literal)
                changed.append(literal)
        self._model.add_bool_or(changed)

    def search(
        self, coefficients: Ints, sense: Sense, *, hint: Ints | None, seconds: float, watch: Watch | None = None
    ) -> Answer:
        """The best value of an objective under all rows, from a hint, in at most so many seconds.

        Raises:
            ProblemError: when CP-SAT finds the model itself at fault.
        """
        columns = np.flatnonzero(coefficients)
        expression = cp_model.LinearExpr.weighted_sum(
            [self._variables[column] for column in columns.tolist()], coefficients[columns].tolist()
        )
        self._model.clear_objective()  # type: ignore[no-untyped-call]
        if sense == "max":
            self._model.maximize(expression)
        else:
            self._model.minimize(expression)
        self._model.clear_hints()  # type: ignore[no-untyped-call]
        if hint is not None:
            for variable, value in zip(self._variables, hint.tolist(), strict=True):
                self._model.add_hint(variable, value)
        solver = self._solver(seconds)
        watcher = Watcher(solver, watch, sense) if watch is not None else None
        status = run(solver, self._model, watcher)
        if status == cp_model.MODEL_INVALID:
            raise ProblemError("problem_model", reason=self._model.validate())
        return self._answer(solver, status, sense, seconds, watcher)

    def _solver(self, seconds: float) -> cp_model.CpSolver:
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = self._workers
        solver.parameters.random_seed = 0
        solver.parameters.cp_model_presolve = self._presolve
        if self._effort is not None:
            solver.parameters.max_deterministic_time = self._effort
        # With one worker the default linearisation stalls on avoidance rows; a few workers need the same searches
        # named first, while a full portfolio brings them by itself.
        if self._workers == 1:
            solver.parameters.linearization_level = 2
        elif self._workers < FULL_PORTFOLIO:
            solver.parameters.subsolvers.extend(FIRST_SEARCHES)
        if math.isfinite(seconds):
            solver.parameters.max_time_in_seconds = max(seconds, 0.001)
        return solver

    def _answer(
        self, solver: cp_model.CpSolver, status: int, sense: Sense, seconds: float, watcher: "Watcher | None"
    ) -> Answer:
        if status == cp_model.INFEASIBLE:
            return Answer("infeasible", None, None)
        in_time = solver.wall_time < seconds - 0.005
        spent = self._effort is not None and solver.response_proto.deterministic_time >= 0.99 * self._effort
        ended = status == cp_model.OPTIMAL or spent or (watcher is not None and watcher.done)
        stopped = in_time and not ended
        if status == cp_model.UNKNOWN:
            return Answer("unknown", None, None if watcher is None else watcher.bound, stopped)
        values = np.array([solver.value(variable) for variable in self._variables], dtype=np.int64)
        # The inner bound is the exact integer for the minimised form; the public one is a float.
        inner = int(solver.response_proto.inner_objective_lower_bound)
        bound = -inner if sense == "max" else inner
        return Answer("optimal" if status == cp_model.OPTIMAL else "feasible", values, bound, stopped)


class Watcher(cp_model.CpSolverSolutionCallback):
    """Hands every better solution and every better bound to a watcher, and stops the search when it says so."""

    def __init__(self, solver: cp_model.CpSolver, watch: Watch, sense: Sense) -> None:
        super().__init__()
        self._solver, self._watch, self._sense = solver, watch, sense
        self._best: int | None = None
        self.bound: int | None = None
        self.done = False

    def on_solution_callback(self) -> None:
        """A better solution."""
        self._best = round(self.objective_value)
        self._tell()

    def on_bound(self, bound: float) -> None:
        """A better bound; rounded to the side on which it stays valid."""
        if abs(bound) < EXACT_FLOATS:
            self.bound = math.ceil(bound - 0.001) if self._sense == "max" else math.floor(bound + 0.001)
        self._tell()

    def _tell(self) -> None:
        if not self.done and self._watch(self._best, self.bound):
            self.done = True
            self._solver.stop_search()


def run(solver: cp_model.CpSolver, model: cp_model.CpModel, watcher: Watcher | None) -> int:
    """Runs a search. An interrupt from the keyboard ends the search with the best it has, once."""
    in_main = threading.current_thread() is threading.main_thread()
    handler = signal.getsignal(signal.SIGINT) if in_main else None
    if watcher is not None:
        solver.best_bound_callback = watcher.on_bound
    try:
        return int(solver.solve(model, watcher) if watcher is not None else solver.solve(model))
    finally:
        # CP-SAT takes over the interrupt while it works and leaves it unhandled afterwards.
        if in_main and handler is not None:
            signal.signal(signal.SIGINT, handler)
