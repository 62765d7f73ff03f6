"""What solving is limited by, and what comes out of it."""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event
from typing import Literal

import numpy as np

from allocator.solver.problem import Ints, Sense
from allocator.solver.proof import Face

EngineName = Literal["certified", "reference"]
Status = Literal["optimal", "feasible", "infeasible", "unknown"]
LevelProgress = Callable[[str, int | None, int | None, float], None]
"""Told the level's name, the best value and bound so far (``None``: none yet) and the seconds spent on the level."""
Progress = Callable[[str, str, int | None, int | None, float], None]
"""The same for work in several stages: the stage's name comes first."""


@dataclass(frozen=True)
class Limits:
    """How long, how wide and by which engine to work. The answer of a proven run depends on none of them.

    Args:
        deadline: the moment of ``time.monotonic()`` at which to stop; ``None`` for no limit.
        workers: threads of the solver, at least 1.
        engine: ``certified`` proves a level by exact duals and leaves to CP-SAT what stays fractional;
            ``reference`` is plain CP-SAT, level by level.
        cross_check: search every reduced problem of the certified engine a second time, not the small ones only.
    """

    deadline: float | None = None
    workers: int = 1
    engine: EngineName = "certified"
    cross_check: bool = False
    _stopped: Event = field(default_factory=Event, repr=False, compare=False)

    def stop(self) -> None:
        """Ends the work under these limits: everything that follows keeps what it has, unproven."""
        self._stopped.set()

    @property
    def stopped(self) -> bool:
        """Whether the work was ended by hand."""
        return self._stopped.is_set()

    def remaining(self) -> float:
        """Seconds left: infinite without a deadline, never below zero."""
        if self.stopped:
            return 0.0
        return math.inf if self.deadline is None else max(0.0, self.deadline - time.monotonic())


@dataclass(frozen=True)
class LevelResult:
    """A level's value in the solution kept, and the proven bound on it (``None``: none is known).

    ``proven`` means that value and bound are the same and every earlier level is proven too.
    """

    name: str
    sense: Sense
    value: int
    bound: int | None
    proven: bool


@dataclass(frozen=True, eq=False)
class Solution:
    """The column values found and what is known of them.

    ``optimal``: every level is proven. ``feasible``: found, but not all levels are proven. ``infeasible``: proven
    that there is none; ``unknown``: none was found in time. The last two have no values and no levels.
    ``faces`` is, for the certified engine, where each proven level has its value, and by what it was proven.
    """

    status: Status
    values: Ints
    levels: tuple[LevelResult, ...]
    faces: tuple[Face, ...] = ()

    @property
    def found(self) -> bool:
        """Whether there are column values."""
        return self.status in ("optimal", "feasible")

    @staticmethod
    def without_values(status: Status) -> "Solution":
        """The answer that there is no solution, or none yet."""
        return Solution(status, np.zeros(0, dtype=np.int64), ())
