"""What is the same in all best plans: moves that none of them has, and moves that all of them have."""

from dataclasses import replace

import numpy as np

from allocator.rotation.optimum.columns import Columns
from allocator.solver import Ints, Limits, Problem


def narrowed_to_certain(columns: Columns, region: Problem, values: Ints, limits: Limits) -> Problem:
    """The same points under bounds that say which columns have one value only, and whose people are sure to move.

    Raises:
        Unfinished: when time runs out before that is known.
    """
    from allocator.solver.cover import Cover

    moves = np.flatnonzero(columns.moves & (region.col_lb < region.col_ub))
    if not len(moves):
        return region
    people = np.unique(columns.person[moves]).tolist()
    groups = [[place] for place in moves.tolist()] + [columns.of_person[person].tolist() for person in people]
    cover = Cover(region, groups, values, np.zeros(len(groups), dtype=np.bool_), limits)
    while (another := cover.another()) is not None:
        cover.see(another)
    fixed = moves[~cover.differs[: len(moves)]]
    lower, upper = region.col_lb.copy(), region.col_ub.copy()
    lower[fixed] = upper[fixed] = values[fixed]
    return replace(region.within(lower, upper, region.row_lb.copy(), region.row_ub.copy()))
