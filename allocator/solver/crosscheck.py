"""A second search of what rests on CP-SAT's word, with presolve off and one worker: it must find nothing either."""

import numpy as np

from allocator.solver.cpsat import Engine
from allocator.solver.problem import Problem
from allocator.solver.proof import Disagreement, Word
from allocator.solver.solution import Limits

SMALL = 300
"""A reduced problem of at most so many columns is always searched twice."""

SMALL_EFFORT = 2.0
"""How long at most, in CP-SAT's deterministic seconds; a longer search is made only where it is asked for."""


def second_word(problem: Problem, limits: Limits) -> Word:
    """What a second search says of a reduced problem that must have no point.

    Raises:
        Disagreement: when it finds one.
    """
    if problem.columns > SMALL and not limits.cross_check:
        return "not_asked"
    engine = Engine(problem, 1, presolve=False, effort=None if limits.cross_check else SMALL_EFFORT)
    nothing = np.zeros(problem.columns, dtype=np.int64)
    answer = engine.search(nothing, "max", hint=None, seconds=limits.remaining())
    if answer.stopped:
        limits.stop()
    if answer.values is not None:
        raise Disagreement("a second search found what the first ruled out")
    return "agrees" if answer.status == "infeasible" else "not_finished"
