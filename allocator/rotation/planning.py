"""The plan of one method for one case: by hand, or the proven optimum."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from allocator.rotation.levels import measure, worth
from allocator.rotation.moves import Moves
from allocator.rotation.outcome import assemble
from allocator.rotation.procedure import TraceStep, by_hand
from models.common.base import Method
from models.common.outcome import Level
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
    """The optimum; where time ran out, the better of the plan found and the one made by hand, with nothing proven."""
    from allocator.rotation.optimum import optimum

    found = optimum(moves.roster, limits, progress)
    if found.levels and all(level.proven for level in found.levels):
        outcome = assemble(moves, found.plan, "optimal", found.levels, found.unique, found.ties)
        return PlanRun(outcome, evidence=found.evidence)
    made = by_hand(moves).plan
    if found.plan and worth(measure(moves, found.plan)) > worth(measure(moves, made)):
        return PlanRun(assemble(moves, found.plan, "optimal", found.levels, None, ()), evidence=found.evidence)
    bounds = {level.name: level for level in found.levels}
    return PlanRun(assemble(moves, made, "optimal", _with_bounds(measure(moves, made), bounds), None, ()))


def _with_bounds(levels: tuple[Level, ...], known: Mapping[str, Level]) -> tuple[Level, ...]:
    """The values of a plan with the bound of the first level, the only one that holds for every plan."""
    if not levels or levels[0].name not in known:
        return levels
    first = levels[0]
    bound = known[first.name].bound
    proven = bound == first.value
    return (first.model_copy(update={"bound": bound, "proven": proven}), *levels[1:])
