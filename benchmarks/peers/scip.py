"""SCIP, one objective after another, earlier values as rows."""

from typing import Any

import numpy as np
from pyscipopt import Model, quicksum

from allocator.solver import LIMIT, Ints, Problem
from benchmarks.peers import Chain, Clock, Found


def solve(problem: Problem, clock: Clock) -> None:
    """All levels as SCIP comes."""
    Scip(problem).run(clock)


class Scip(Chain):
    """One model, built once."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self._model = Model()
        self._model.hideOutput()
        self._model.setParam("limits/gap", 0.0)
        bounds = zip(problem.col_lb.tolist(), problem.col_ub.tolist(), strict=True)
        self._columns = [self._model.addVar(vtype="I", lb=lower, ub=upper) for lower, upper in bounds]
        indices, data, ends = problem.indices.tolist(), problem.data.tolist(), problem.indptr.tolist()
        for row, (lower, upper) in enumerate(zip(problem.row_lb.tolist(), problem.row_ub.tolist(), strict=True)):
            span = slice(ends[row], ends[row + 1])
            if indices[span]:
                total = self._sum(indices[span], data[span])
                if lower == upper:
                    self._model.addCons(total == lower)
                elif lower <= -LIMIT:
                    self._model.addCons(total <= upper)
                elif upper >= LIMIT:
                    self._model.addCons(total >= lower)
                else:
                    self._model.addCons((total <= upper) >= lower)

    def best(self, level: int, start: Ints | None, seconds: float) -> Found:
        """One search, from the last solution."""
        model = self._model
        model.freeTransform()
        most = self.problem.level_sense[level] == "max"
        model.setObjective(self._level(level), "maximize" if most else "minimize")
        if start is not None:
            known = model.createOrigSol()
            for column in np.flatnonzero(start).tolist():
                model.setSolVal(known, self._columns[column], int(start[column]))
            model.addSol(known)
        model.setParam("limits/time", seconds)
        model.optimize()
        values = None
        if model.getNSols():
            best = model.getBestSol()
            values = np.rint([model.getSolVal(best, column) for column in self._columns]).astype(np.int64)
        return Found(values, model.getDualbound(), model.getStatus() == "optimal")

    def pin(self, level: int, total: int) -> None:
        """A row over the level's columns."""
        self._model.freeTransform()
        self._model.addCons(self._level(level) == total)

    def _level(self, level: int) -> Any:
        columns = np.flatnonzero(self.problem.level_coef[level])
        return self._sum(columns.tolist(), self.problem.level_coef[level][columns].tolist())

    def _sum(self, columns: list[int], factors: list[int]) -> Any:
        return quicksum(factor * self._columns[column] for column, factor in zip(columns, factors, strict=True))
