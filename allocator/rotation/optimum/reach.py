"""What can still change in the best plans that are left: asked of many columns at once, on one warm relaxation."""

import numpy as np

from allocator.rotation.optimum.warm import WarmRelaxation
from allocator.solver import Ints, Limits, Problem, Unfinished
from allocator.solver.core import Core, core_of
from allocator.solver.relaxation import Relaxed, best_bound

NEAR = 1e-6


class Reach:
    """The points of a region under bounds that only ever narrow."""

    def __init__(self, region: Problem, limits: Limits) -> None:
        core = core_of(region)
        self._limits, self._columns, self._problem = limits, core.columns, core.problem
        self._warm = WarmRelaxation(core.problem)
        self._place = np.full(region.columns, -1, dtype=np.int64)
        self._place[core.columns] = np.arange(len(core.columns))

    def full(self, columns: Ints, taken: Ints, lower: Ints, upper: Ints) -> Ints:
        """Which columns are never greater than what is taken of them already.

        Raises:
            Unfinished: when time runs out before that is known.
        """
        return self._stuck(columns, taken, np.ones(len(columns), dtype=np.int64), lower, upper)

    def certain(self, columns: Ints, values: Ints, lower: Ints, upper: Ints) -> Ints:
        """Which columns of 0 or 1 have the value they have now in all points.

        Raises:
            Unfinished: when time runs out before that is known.
        """
        return self._stuck(columns, values, 1 - 2 * values, lower, upper)

    def _stuck(self, columns: Ints, now: Ints, direction: Ints, lower: Ints, upper: Ints) -> Ints:
        """Which columns never leave their value in a direction: those for which the sum of all steps proves to be 0.

        A relaxation in which a column moves at all leaves it out; that says nothing of whole plans.
        """
        free = self._place[columns] >= 0
        fixed, columns, now, direction = columns[~free], columns[free], now[free], direction[free]
        while len(columns):
            places = self._place[columns]
            low, high = lower[self._columns].copy(), upper[self._columns].copy()
            high[places] = np.where(direction > 0, np.minimum(high[places], now + 1), high[places])
            objective = np.zeros(len(low), dtype=np.int64)
            objective[places] = direction
            part = self._problem.within(low, high, self._problem.row_lb.copy(), self._problem.row_ub.copy())
            if not self._warm.solved(part, objective, self._limits.remaining()):
                raise Unfinished
            still = np.abs(self._warm.values_at(places) - now) <= NEAR
            if still.all():
                proven = self._bound(part, objective, *self._warm.read()) <= int(np.dot(direction, now))
                return np.concatenate([fixed, columns]) if proven else fixed
            columns, now, direction = columns[still], now[still], direction[still]
        return fixed

    def _bound(self, part: Problem, objective: Ints, values: np.ndarray, multipliers: np.ndarray) -> int:
        every = np.arange(part.columns), np.arange(part.rows)
        core = Core(part, *every, base=part.col_lb, broken=False)
        value = float(np.dot(values, objective.astype(np.float64)))
        return best_bound(part, objective, core, Relaxed(values, multipliers, value)).value
