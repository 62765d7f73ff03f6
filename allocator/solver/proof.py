"""What a proven level leaves behind: the multipliers that bound it, and the face on which it keeps its value."""

from dataclasses import dataclass
from typing import Literal

from allocator.solver.problem import Ints, Problem

How = Literal["dual", "search", "reference"]
"""What closed a level: the integers of a dual; CP-SAT on the columns that a gap left; or CP-SAT on everything, as there
was no relaxation to go by."""

Word = Literal["agrees", "not_finished", "not_asked"]
"""What a second search without presolve said of a reduced problem; one that disagrees is an internal error."""


@dataclass(frozen=True, eq=False)
class Dual:
    """Multipliers of the rows, as integers over one denominator, for an objective to be maximised."""

    multipliers: Ints
    denominator: int


@dataclass(frozen=True, eq=False)
class Reduced:
    """What duals alone leave open of a level, as a problem whose every point would have a better value.

    CP-SAT's word is that it has no point; ``second`` is what a second search with other settings said.
    """

    problem: Problem
    second: Word


@dataclass(frozen=True, eq=False)
class Face:
    """The points that have the proven value of a level and of every level before it.

    ``region`` is a problem of the same columns with narrower bounds; where a ``gap`` was left between the bound of the
    ``dual`` and the value (times the denominator), its last row keeps the level's value. ``reduced`` is what the dual
    alone does not prove, ``None`` where it proves the level.
    """

    region: Problem
    how: How
    dual: Dual
    gap: int
    reduced: Reduced | None


class Disagreement(AssertionError):
    """Two searches of one problem contradict each other: a fault of the program or of its solver."""
