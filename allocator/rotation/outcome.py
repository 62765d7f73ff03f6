"""An outcome put together from a plan: codes and numbers only, in one order."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import version

import allocator
from allocator.rotation.handover import Place, handover
from allocator.rotation.moves import Moves
from allocator.rotation.notices import notices
from allocator.rotation.unmet import unmet
from models.common.base import Method
from models.common.canonical import sha256
from models.common.outcome import Level, Named, Notice, Status, Versions
from models.rotation.outcome import FateTie, Move, PlanReport, RotationOutcome


def assemble(
    moves: Moves,
    plan: Mapping[str, str],
    method: Method,
    levels: tuple[Level, ...],
    unique: bool | None,
    ties: Iterable[FateTie],
    warnings: Iterable[Notice] = (),
) -> RotationOutcome:
    """The outcome of one method; the same input gives the same bytes.

    Args:
        moves: what each person owes and may do.
        plan: the post in which everybody ends.
        method: the method that made the plan.
        levels: what the plan is worth, with what is proven of it.
        unique: whether the draw decided nobody's fate; ``None`` where that is not known.
        ties: whose fate only the draw decided.
        warnings: warnings beside those that follow from the case, the draw and the plan.
    """
    roster, not_met = moves.roster, unmet(moves, plan)
    return RotationOutcome(
        schema_version=1,
        exercise="rotation",
        method=method,
        case=Named(name=roster.case.case.name, sha256=roster.case_sha256),
        rulebook=Named(name=roster.rulebook.name, sha256=sha256(roster.rulebook)),
        lottery=roster.lottery,
        given=None,
        versions=versions(),
        status=_status(method, levels),
        moves=tuple(_move(moves, person, plan[person], place) for person, place in _in_order(moves, plan)),
        unmet=not_met,
        stages=(PlanReport(stage="plan", state="run", unique=unique, levels=levels),),
        ties=tuple(sorted(ties, key=lambda tie: tie.person_id)),
        warnings=notices(moves, not_met, warnings),
    )


@cache
def versions() -> Versions:
    """The programs that decide an outcome."""
    return Versions(allocator=allocator.__version__, ortools=version("ortools"))


def _status(method: Method, levels: Iterable[Level]) -> Status:
    if method == "rules":
        return "complete"
    return "optimal" if all(level.proven for level in levels) else "feasible"


def _in_order(moves: Moves, plan: Mapping[str, str]) -> list[tuple[str, Place]]:
    return sorted(handover(moves.roster, plan).items())


def _move(moves: Moves, person: str, post: str, place: Place) -> Move:
    roster, due = moves.roster, moves.due[person]
    return Move(
        person_id=person,
        from_post=roster.present[person],
        to_post=post,
        kind=moves.kind(person, post),
        duty=due.duty,
        articles=due.articles,
        overdue=due.overdue,
        choice=_choice(moves, person, post),
        objected=moves.objected(person, post),
        basis="pinned" if person in roster.assigned else "proposed",
        chain=place.chain,
        step=place.step,
    )


def _choice(moves: Moves, person: str, post: str) -> int | None:
    """The choice a move answers; a pin may answer one that would not have been allowed."""
    if person in moves.roster.assigned:
        return moves.roster.choices.get(person, {}).get(post)
    return moves.choice(person, post)
