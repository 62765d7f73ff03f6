"""Which sums of columns are not the same in every point of a region: all of them, each with a point that shows it."""

from collections.abc import Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from allocator.solver.certified import CertifiedEngine
from allocator.solver.core import connected, core_of
from allocator.solver.cpsat import Answer
from allocator.solver.errors import Unfinished
from allocator.solver.faces import with_row
from allocator.solver.problem import Ints, Problem
from allocator.solver.solution import Limits, Solution

Bools = NDArray[np.bool_]


def optimal_region(problem: Problem, solution: Solution, levels: int) -> Problem:
    """The points that have the proven values of the first levels: their face where it is known, else by rows."""
    if 0 < levels <= len(solution.faces):
        return solution.faces[levels - 1].region
    region = problem
    for level in range(levels):
        value = solution.levels[level].value - int(problem.level_offset[level])
        region = with_row(region, problem.level_coef[level], value, value)
    return region


class Cover:
    """What is known of groups of columns whose sum is 0 or 1 in every point: which of the two was seen already.

    A search maximises how many groups have the value not seen yet, over all groups for which it is not known. Where
    the most is none, those groups have one value only: that is proven as a level is. What one independent part of the
    region has shown to the last is left out of later searches.
    """

    def __init__(
        self, region: Problem, groups: Sequence[Sequence[int]], values: Ints, known: Bools, limits: Limits
    ) -> None:
        lengths = np.fromiter(map(len, groups), dtype=np.int64, count=len(groups))
        self._columns = np.fromiter(chain.from_iterable(groups), dtype=np.int64)
        self._lengths, self._starts = lengths, np.cumsum(lengths) - lengths
        self._region, self._limits, self._values = region, limits, values
        self._part_of_column = _parts(region)
        self._part = np.maximum.reduceat(self._part_of_column[self._columns], self._starts)
        self.differs = np.zeros(len(groups), dtype=np.bool_)
        self.open = ~known & (self._total(region.col_lb) == 0) & (self._total(region.col_ub) > 0)
        self._leave_out(self.open)

    def another(self) -> Ints | None:
        """A point with as many values not seen yet as any; ``None`` when there is none, and everything is known.

        Raises:
            Unfinished: when that could not be proven in time.
        """
        while self.open.any():
            if self._limits.remaining() <= 0:
                raise Unfinished
            sums = self._total(self._values)
            objective = np.zeros(self._region.columns, dtype=np.int64)
            direction = np.where(self.open, 1 - 2 * sums, 0)
            np.add.at(objective, self._columns, np.repeat(direction, self._lengths))
            answer = self._best(self._region, objective, self._values)
            if answer.stopped:
                self._limits.stop()
            if answer.status != "optimal" or answer.values is None:
                raise Unfinished
            self._leave_out(self.open & (self._total(answer.values) != sums))
            if self.open.any():
                return np.where(self._alive(self.open)[self._part_of_column], answer.values, self._values)
        return None

    def _best(self, region: Problem, objective: Ints, values: Ints) -> Answer:
        """The greatest value of an objective, from values of a region."""
        return CertifiedEngine(region, self._limits).maximise(objective, values, None, None)

    def see(self, values: Ints) -> None:
        """Takes a point for one that counts."""
        new = self.open & (self._total(values) != self._total(self._values))
        self.differs |= new
        self.open &= ~new
        self._values = values
        self._leave_out(self.open)

    def _leave_out(self, wanted: Bools) -> None:
        """Fixes the parts in which no group is wanted: nothing more is to be seen there."""
        alive = self._alive(wanted)
        self.open &= alive[self._part]
        fixed = ~alive[self._part_of_column]
        region = self._region
        self._region = region.within(
            np.where(fixed, self._values, region.col_lb),
            np.where(fixed, self._values, region.col_ub),
            region.row_lb.copy(),
            region.row_ub.copy(),
        )

    def _alive(self, wanted: Bools) -> Bools:
        """Of each part, whether it has a group that is wanted."""
        alive = np.zeros(int(self._part_of_column.max(initial=0)) + 1, dtype=np.bool_)
        alive[self._part[wanted]] = True
        return alive

    def _total(self, values: Ints) -> Ints:
        sums: Ints = np.add.reduceat(values[self._columns], self._starts)
        return sums


def _parts(region: Problem) -> Ints:
    """The number of each column's independent part; 0 for the columns that have one value only."""
    core = core_of(region)
    found = np.zeros(region.columns, dtype=np.int64)
    found[core.columns] = connected(core.problem)[1] + 1
    return found
