"""Which posts can still take somebody that nobody named: asked of all of them at once, on one warm relaxation."""

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

    def full(self, counts: Ints, taken: Ints, lower: Ints, upper: Ints) -> Ints:
        """Which of some counting columns can be no greater than what is taken already, whatever else changes.

        Raises:
            Unfinished: when time runs out before that is known.
        """
        place = np.full(len(lower), -1, dtype=np.int64)
        place[self._columns] = np.arange(len(self._columns))
        inside = place[counts] >= 0
        counts, taken = counts[inside], taken[inside]
        places, low = place[counts], lower[self._columns]
        while len(counts):
            high = upper[self._columns].copy()
            high[places] = np.minimum(high[places], taken + 1)
            objective = np.zeros(len(self._columns), dtype=np.int64)
            objective[places] = 1
            part = self._problem.within(low.copy(), high, self._problem.row_lb.copy(), self._problem.row_ub.copy())
            found = self._warm.solve(part, objective, self._limits.remaining())
            if found is None:
                raise Unfinished
            more = found[0][places] > taken + NEAR
            if not more.any():
                return counts if self._bound(part, objective, *found) <= int(taken.sum()) else counts[:0]
            counts, taken, places = counts[~more], taken[~more], places[~more]
        return counts

    def _bound(self, part: Problem, objective: Ints, values: np.ndarray, multipliers: np.ndarray) -> int:
        every = np.arange(part.columns), np.arange(part.rows)
        core = Core(part, *every, base=part.col_lb, broken=False)
        value = float(np.dot(values, objective.astype(np.float64)))
        return best_bound(part, objective, core, Relaxed(values, multipliers, value)).value
