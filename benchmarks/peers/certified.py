"""The certified engine of this project, without a start."""

import time

from allocator.solver import (
    Limits,
    Problem,
    certified,  # noqa: F401  loaded before the clock starts
)
from allocator.solver import solve as solve_problem
from benchmarks.peers import Clock


def solve(problem: Problem, clock: Clock) -> None:
    """All levels with one worker; the note says how each was proven."""
    told: dict[str, float] = {}

    def progress(level: str, best: int | None, bound: int | None, _elapsed: float) -> None:
        if best is not None and best == bound and level not in told:
            told[level] = clock.elapsed
            clock.tell(level, best, bound, True)

    solution = solve_problem(problem, limits=Limits(deadline=time.monotonic() + clock.left), progress=progress)
    hows = [*(face.how for face in solution.faces), *("" for _ in solution.levels)]
    for result, how in zip(solution.levels, hows, strict=False):
        seconds = told.get(result.name) if result.proven else None
        clock.tell(result.name, result.value, result.bound, result.proven, seconds=seconds, note=how)
