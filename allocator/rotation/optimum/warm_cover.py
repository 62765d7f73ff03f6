"""The search for what differs, on a relaxation kept warm from one question to the next."""

from collections.abc import Sequence

import numpy as np

from allocator.rotation.optimum.warm import WarmRelaxation
from allocator.solver import Ints, Limits, Problem
from allocator.solver.core import core_of
from allocator.solver.cover import Bools, Cover
from allocator.solver.cpsat import Answer
from allocator.solver.relaxation import Relaxed, best_bound


class WarmCover(Cover):
    """A cover whose relaxations start where the last one ended; what they leave open is searched as usual."""

    def __init__(
        self, region: Problem, groups: Sequence[Sequence[int]], values: Ints, known: Bools, limits: Limits
    ) -> None:
        self._core = core_of(region)
        self._warm = WarmRelaxation(self._core.problem)
        super().__init__(region, groups, values, known, limits)

    def _best(self, region: Problem, objective: Ints, values: Ints) -> Answer:
        columns, core = self._core.columns, self._core.problem
        rows = core.row_lb.copy(), core.row_ub.copy()
        part = core.within(region.col_lb[columns], region.col_ub[columns], *rows)
        found = self._warm.solve(part, objective[columns], self._limits.remaining())
        if found is not None:
            whole = values.copy()
            whole[columns] = np.rint(found[0]).astype(np.int64)
            narrow = core_of(region)
            prices = np.zeros(region.rows, dtype=np.float64)
            prices[self._core.rows] = found[1]
            value = float(np.dot(whole[narrow.columns], objective[narrow.columns].astype(np.float64)))
            relaxed = Relaxed(whole[narrow.columns].astype(np.float64), prices[narrow.rows], value)
            bound = best_bound(region, objective, narrow, relaxed)
            if int(np.dot(objective, whole)) == bound.value and region.accepts(whole):
                return Answer("optimal", whole, bound.value)
        return super()._best(region, objective, values)
