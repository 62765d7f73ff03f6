"""What is fractional in a relaxation, with what surrounds it: a small part to search, the rest standing as it is."""

import numpy as np

from allocator.solver.core import Core
from allocator.solver.faces import matrix
from allocator.solver.problem import Problem
from allocator.solver.relaxation import NEAR, Relaxed


def around_fractions(region: Problem, core: Core, relaxed: Relaxed, rings: int) -> Problem:
    """The region with each column at its relaxed value but those fractional and those around them.

    Args:
        region: the problem the core was taken from.
        core: its free columns and binding rows.
        relaxed: an optimal relaxation of the core.
        rings: how far around: 1 frees the columns that share a row with a fractional one, 2 those that share a row
            with these, and so on.
    """
    whole = np.rint(relaxed.values)
    free = np.abs(relaxed.values - whole) > NEAR
    rows = matrix(core.problem).astype(bool)
    for _ in range(rings):
        free = free | (rows.T @ (rows @ free))
    lower, upper = region.col_lb.copy(), region.col_ub.copy()
    standing = core.columns[~free]
    lower[standing] = upper[standing] = whole[~free].astype(np.int64)
    return region.within(lower, upper, region.row_lb.copy(), region.row_ub.copy())
