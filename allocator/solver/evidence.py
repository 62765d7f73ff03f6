"""What the proven levels of an optimum rest on."""

from dataclasses import dataclass

from allocator.solver.problem import Problem
from allocator.solver.solution import Solution


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the proven levels of an optimum rest on: the problem as it was solved last, with what solving left behind.

    ``written_out`` are the people whose neutral seats the problem names one by one.
    """

    problem: Problem
    solution: Solution
    written_out: tuple[str, ...] = ()
