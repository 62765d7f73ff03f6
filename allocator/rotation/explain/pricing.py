"""What it would cost the whole if somebody had a post: the best plan with it, beside the best plan there is."""

from dataclasses import dataclass

from allocator.rotation.levels import measure
from allocator.rotation.moves import Moves
from allocator.rotation.roster import Roster
from allocator.solver import Limits
from models.common.outcome import Level
from models.rotation.outcome import RotationOutcome
from models.rotation.tables import PostPin

LOT = "lot"


@dataclass(frozen=True)
class Price:
    """What the optimum would give up for one seat.

    ``possible`` is whether any legal plan has it; ``level`` the first level, before the lot, on which the best such
    plan is worse, with the values of both; ``None`` where it is as good on all of them: then the lot alone decides.
    ``proven`` is false where time ran out.
    """

    possible: bool
    proven: bool
    level: str | None = None
    best: int = 0
    reached: int = 0


def price(roster: Roster, outcome: RotationOutcome, person_id: str, post_id: str, limits: Limits | None) -> Price:
    """The price of somebody having a post to which the move is allowed, or staying in the own one.

    The best plan with the seat is found with the seat assigned, which takes the person out of the levels: what the
    person adds to them is the same in all plans with it. It is then measured as every other plan.
    """
    from allocator.rotation.optimum.planning import optimum

    pin = PostPin(person_id=person_id, post_id=post_id, mode="assign", reason="-", authority="-")
    case = roster.case.model_copy(update={"pins": (*roster.case.pins, pin)})
    found = optimum(Roster(case, roster.rulebook, roster.lottery), limits, levels_only=True)
    status = found.evidence.solution.status
    if not found.plan:
        return Price(possible=False, proven=status == "infeasible")
    proven = outcome.status == "optimal" and _proven(found.levels)
    return _first_worse(outcome.stages[0].levels, measure(Moves(roster), found.plan), proven)


def price_of_pin(roster: Roster, outcome: RotationOutcome, person_id: str, limits: Limits | None) -> Price:
    """What the optimum gives up for the pin that assigns somebody a post: beside the best plan without that pin.

    Args:
        roster: a valid case with the pin.
        outcome: the optimum of it.
        person_id: whom the pin assigns a post.
        limits: deadline and workers.
    """
    from allocator.rotation.optimum.planning import optimum

    pins = tuple(pin for pin in roster.case.pins if pin.person_id != person_id or pin.mode != "assign")
    free = Roster(roster.case.model_copy(update={"pins": pins}), roster.rulebook, roster.lottery)
    found = optimum(free, limits, levels_only=True)
    if not found.plan:
        return Price(possible=True, proven=False)
    plan = {**roster.present, **{move.person_id: move.to_post for move in outcome.moves}}
    proven = outcome.status == "optimal" and _proven(found.levels)
    return _first_worse(found.levels, measure(Moves(free), plan), proven)


def _proven(levels: tuple[Level, ...]) -> bool:
    return bool(levels) and all(level.proven for level in levels)


def _first_worse(best: tuple[Level, ...], reached: tuple[Level, ...], proven: bool) -> Price:
    """The first level, before the lot, that differs."""
    for level, other in zip(best, reached, strict=True):
        if level.name == LOT:
            break
        if level.value != other.value:
            return Price(True, proven, level.name, level.value, other.value)
    return Price(True, proven)
