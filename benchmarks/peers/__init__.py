"""Other people's solvers on the same arrays, each behind an adapter; ``python -m benchmarks.peers`` runs one.

An adapter module has ``solve(problem, clock, **settings)``, which tells the clock of every level it reaches. What it
needs is imported when the module is, so that no import is counted.
"""

import importlib
import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from allocator.solver import Ints, Problem


@dataclass(frozen=True)
class Peer:
    """An adapter module with its settings, and what it is; a ``floor`` solves a part of the problem only."""

    module: str
    about: str
    settings: Mapping[str, int] = field(default_factory=dict)
    floor: bool = False

    def load(self) -> ModuleType:
        """The adapter with everything it needs."""
        return importlib.import_module(f"benchmarks.peers.{self.module}")


def _cpsat(workers: int, linearization: int) -> Peer:
    about = f"textbook CP-SAT, {workers} worker{'s' * (workers > 1)}, linearisation {linearization}"
    return Peer("cpsat", about, {"workers": workers, "linearization": linearization})


PEERS: dict[str, Peer] = {
    "certified": Peer("certified", "the certified engine of this project, 1 worker"),
    "highs": Peer("highs", "HiGHS MIP, its own choice of threads", {"threads": 0}),
    "highs-1": Peer("highs", "HiGHS MIP, 1 thread", {"threads": 1}),
    "scip": Peer("scip", "SCIP"),
    **{f"cpsat-{w}-{lin}": _cpsat(w, lin) for w in (1, 2, 8) for lin in (1, 2)},
    "mincostflow": Peer("mincostflow", "SimpleMinCostFlow: first level, network part only (the floor)", floor=True),
    "assignment": Peer("assignment", "scipy linear_sum_assignment: one level, network part only"),
}


@dataclass(frozen=True)
class Reached:
    """What is known of one level, and how many seconds after the arrays were there."""

    level: str
    value: int | None
    bound: int | None
    proven: bool
    seconds: float
    note: str = ""


class Clock:
    """Counts the seconds since the arrays were there, and hands on every level reached."""

    def __init__(self, seconds: float, hear: Callable[[Reached], None]) -> None:
        self._start, self._seconds, self._hear = time.monotonic(), seconds, hear

    @property
    def elapsed(self) -> float:
        """Seconds so far."""
        return time.monotonic() - self._start

    @property
    def left(self) -> float:
        """Seconds left, never below zero."""
        return max(0.0, self._seconds - self.elapsed)

    def tell(
        self,
        level: str,
        value: int | None,
        bound: int | None,
        proven: bool,
        *,
        seconds: float | None = None,
        note: str = "",
    ) -> None:
        """A level is solved, or given up: now, or after so many seconds. What is told last of a level holds."""
        self._hear(Reached(level, value, bound, proven, round(seconds or self.elapsed, 4), note))


@dataclass(frozen=True)
class Found:
    """What a search came to: the column values (``None``: none), a bound, and whether it claims the optimum."""

    values: Ints | None
    bound: float | None
    optimal: bool


class Chain:
    """A solver that is asked for one level after another, the earlier values kept as rows; a peer fills in two steps.

    A value counts as proven when the peer says so and its rounded columns keep every row and every earlier value.
    """

    def __init__(self, problem: Problem) -> None:
        self.problem = problem

    def best(self, level: int, start: Ints | None, seconds: float) -> Found:
        """The best value of a level, from a solution of the levels before it."""
        raise NotImplementedError

    def pin(self, level: int, total: int) -> None:
        """Keeps a level (without its offset) by a row."""
        raise NotImplementedError

    def run(self, clock: Clock) -> None:
        """Solves the levels until one is not proven in time."""
        problem, kept = self.problem, None
        values: list[int] = []
        for level, name in enumerate(problem.level_names):
            found = self.best(level, kept, clock.left)
            sign, offset = (1 if problem.level_sense[level] == "max" else -1), int(problem.level_offset[level])
            bound = _whole(found.bound, sign, offset)
            if found.values is None or not self._keeps(found.values, values):
                clock.tell(name, None, bound, False)
                return
            kept, value = found.values, problem.level_value(level, found.values)
            if not found.optimal:
                clock.tell(name, value, bound, False)
                return
            clock.tell(name, value, value, True)
            values.append(value)
            if level + 1 < problem.levels:
                self.pin(level, value - offset)

    def _keeps(self, found: Ints, values: list[int]) -> bool:
        return self.problem.accepts(found) and all(
            self.problem.level_value(level, found) == value for level, value in enumerate(values)
        )


def _whole(bound: float | None, sign: int, offset: int) -> int | None:
    """A bound rounded to the side on which it stays one; nothing where it says nothing."""
    if bound is None or not math.isfinite(bound) or abs(bound) > 1e18:
        return None
    return sign * math.floor(sign * bound + 1e-6) + offset


def solve(name: str, problem: Problem, seconds: float, hear: Callable[[Reached], None]) -> None:
    """Runs a peer on a problem, and hears of every level it reaches."""
    peer = PEERS[name]
    run: Any = peer.load().solve
    run(problem, Clock(seconds, hear), **peer.settings)
