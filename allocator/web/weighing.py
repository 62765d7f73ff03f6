"""What the changes of a draft come to: the confirmation of a tie, or a departure with its price."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from allocator.competition.pipeline import run as decide
from allocator.competition.pipeline import take_given
from allocator.competition.pipeline.stages import ROLE_OF
from allocator.web.decisions import seats
from models.competition.codes import STAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from allocator.competition.explain import Price
    from allocator.competition.pipeline import Run
    from allocator.competition.scoring import Scores
    from allocator.solver import Limits, Progress
    from allocator.web.records import Change
    from models.common.outcome import Notice
    from models.competition.codes import Role

TOLD = ("tie_confirmed", "decision_differs", "decision_price")


@dataclass(frozen=True)
class Weighed:
    """One change: a confirmation of a tie, or else the price of the seat, or of giving up the one proposed.

    ``price`` is ``None`` for a confirmation.
    """

    person_id: str
    price: Price | None


@dataclass(frozen=True)
class Weighing:
    """Each change of a draft, and what an outcome made from the decision will say of it section by section."""

    changes: tuple[Weighed, ...]
    notices: tuple[Notice, ...]


def weigh(
    scores: Scores, run: Run, changes: Sequence[Change], limits: Limits, progress: Progress | None = None
) -> Weighing:
    """Holds a draft against the method of its run, stage by stage, and prices what is no confirmation.

    Raises:
        InvalidInput: when the changed placements break a hard rule.
    """
    given = take_given(scores, seats(run.outcome, changes), STAGES)
    told = decide(scores, run.outcome.method, stages=(), given=given, limits=limits, progress=progress).outcome
    ran = {stage for stage in run.results if stage in given.stages}
    notices = tuple(one for one in told.warnings if one.code in TOLD and one.args["stage"] in ran)
    differing = {(one.args["stage"], one.args["section_id"]) for one in notices if one.code == "decision_differs"}
    confirmed = {(one.args["stage"], one.args["section_id"]) for one in notices if one.code == "tie_confirmed"}
    found = []
    for change in changes:
        touched = set(_touched(run, change))
        tied = bool(touched & confirmed) and not touched & differing
        found.append(Weighed(change.person_id, None if tied else _price(scores, run, change, limits, progress)))
    return Weighing(tuple(found), notices)


def _touched(run: Run, change: Change) -> Iterable[tuple[str, str]]:
    """The stages and sections that a change concerns: where the person was proposed, and where he is to go."""
    stage_of: dict[Role, str] = {role: stage for stage, role in ROLE_OF.items()}
    member = run.standing.seated.get(change.person_id)
    if member is not None:
        yield stage_of[member.role], member.section_id
    if change.section_id is not None and change.role is not None:
        yield stage_of[change.role], change.section_id


def _price(scores: Scores, run: Run, change: Change, limits: Limits, progress: Progress | None) -> Price | None:
    """The price of the seat decided; of somebody who is to have none, of ruling out the one proposed."""
    from allocator.competition.explain import price_of

    who, member = change.person_id, run.standing.seated.get(change.person_id)
    if change.section_id is not None and change.role is not None:
        return price_of(scores, run, who, change.section_id, change.role, limits=limits, progress=progress)
    if member is None:
        return None
    where, role = member.section_id, member.role
    return price_of(scores, run, who, where, role, mode="forbid", limits=limits, progress=progress)
