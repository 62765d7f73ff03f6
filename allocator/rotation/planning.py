"""The plan of one method for one case: by hand, or the proven optimum."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from allocator.rotation.levels import measure
from allocator.rotation.moves import Moves
from allocator.rotation.outcome import assemble
from allocator.rotation.procedure import TraceStep, by_hand
from models.common.base import Method
from models.rotation.outcome import RotationOutcome

if TYPE_CHECKING:  # the solver is heavy and only the optimal method needs it
    from allocator.rotation.roster import Roster
    from allocator.solver import LevelProgress, Limits
    from allocator.solver.evidence import Evidence


@dataclass(frozen=True, slots=True)
class PlanRun:
    """What a method leaves: the outcome, the decisions made by hand, and what the proof of the optimum rests on."""

    outcome: RotationOutcome
    trace: tuple[TraceStep, ...] = ()
    evidence: Evidence | None = field(default=None, compare=False, repr=False)


def plan(
    roster: Roster, method: Method, limits: Limits | None = None, progress: LevelProgress | None = None
) -> PlanRun:
    """The plan of one method.

    Args:
        roster: a valid case.
        method: by hand (``rules``) or ``optimal``.
        limits: deadline and workers of the optimal method; none and one unless given.
        progress: told the level, its best value and bound, and the seconds spent.
    """
    moves = Moves(roster)
    if method == "optimal":
        return _optimal(moves, limits, progress)
    made = by_hand(moves)
    outcome = assemble(moves, made.plan, "rules", measure(moves, made.plan), not made.ties, made.ties)
    return PlanRun(outcome, made.trace)


def _optimal(moves: Moves, limits: Limits | None, progress: LevelProgress | None) -> PlanRun:
    """The optimum; where time ran out before any plan was found, the one made by hand, of which nothing is proven."""
    from allocator.rotation.optimum import optimum

    found = optimum(moves.roster, limits, progress)
    after = found.plan or by_hand(moves).plan
    levels = found.levels or measure(moves, after)
    outcome = assemble(moves, after, "optimal", levels, found.unique, found.ties)
    return PlanRun(outcome, evidence=found.evidence)
