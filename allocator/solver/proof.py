"""What a proven level leaves behind: the multipliers that bound it, and the face on which it keeps its value."""

from dataclasses import dataclass
from typing import Literal

from allocator.solver.problem import Ints, Problem

How = Literal["dual", "search", "reference"]
"""What closed a level: the integers of a dual, CP-SAT on the columns that a gap left, or CP-SAT on everything."""


@dataclass(frozen=True, eq=False)
class Dual:
    """Multipliers of the rows, as integers over one denominator, for an objective to be maximised."""

    multipliers: Ints
    denominator: int


@dataclass(frozen=True, eq=False)
class Face:
    """The points that have the proven value of a level and of every level before it.

    ``region`` is a problem of the same columns with narrower bounds; where a ``gap`` was left between the bound of the
    ``dual`` and the value (times the denominator), its last row keeps the level's value.
    """

    region: Problem
    how: How
    dual: Dual | None
    gap: int
