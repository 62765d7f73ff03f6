"""Everything about one person under one method, put together."""

from dataclasses import replace
from typing import TYPE_CHECKING

from allocator.explain.answers import Explanation, PostAnswer, Reason
from allocator.explain.chief_posts import ChiefPosts
from allocator.explain.mutual_posts import MutualPosts
from allocator.explain.pricing import price_of
from allocator.explain.winning import Winning
from allocator.pipeline import Run
from allocator.scoring import Scores, trace_person
from models.base import Stage
from models.outcome import Placement
from models.rule_ids import RuleId

if TYPE_CHECKING:
    from allocator.solver import Limits


def explain_person(
    scores: Scores,
    run: Run,
    person_id: str,
    *,
    section_id: str | None = None,
    prices: bool = True,
    would_have: bool = True,
    limits: "Limits | None" = None,
) -> Explanation:
    """A person's scores, seat and every post he filed for, was written in for or is listed by, with the reasons.

    Args:
        scores: everything articles 2 to 12 give.
        run: the outcome, by either method; :func:`allocator.explain.run_from` makes one of an outcome file.
        person_id: whom it is about.
        section_id: this section only, named by the person or not.
        prices: for posts lost to the total, the price of pinning them (solved again).
        would_have: for chief posts not won, what would have won them.
        limits: deadline and workers of the solving; none and one unless given.

    Raises:
        KeyError: when the bureau has no such person or section.
    """
    _ = scores.bureau.people[person_id], section_id is None or scores.bureau.sections[section_id]
    chiefs = ChiefPosts(scores, run)
    stage: Stage = "institution" if scores.tracks[person_id].track == "institution" else "clerks"
    seats = MutualPosts(scores, run, stage)
    wanted = [section_id] if section_id is not None else None
    found = [chiefs.answer(person_id, s) for s in _asked(chiefs.sections_of(person_id), wanted, stage == "clerks")]
    found += [seats.answer(person_id, s) for s in _asked(seats.sections_of(person_id), wanted, True)]
    if would_have and "chiefs" in run.before:
        found = _with_would_have(scores, run, person_id, found, limits)
    if prices:
        found = [_priced(scores, run, person_id, answer, limits) for answer in found]
    placement = next((one for one in run.outcome.placements if one.person_id == person_id), None)
    unplaced = next((one.reason for one in run.outcome.unplaced if one.person_id == person_id), None)
    return Explanation(
        person_id=person_id,
        method=run.outcome.method,
        status=run.outcome.status,
        scores=trace_person(scores, person_id),
        placement=placement,
        why=() if placement is None else _why(run, placement, chiefs, seats),
        unplaced_reason=unplaced,
        posts=tuple(found),
    )


def _asked(named: tuple[str, ...], wanted: list[str] | None, any_section: bool) -> tuple[str, ...]:
    """The sections to answer for: those named, or the one asked for where it is named or may be asked at all."""
    if wanted is None:
        return named
    return tuple(wanted) if any_section or set(wanted) <= set(named) else ()


def _with_would_have(
    scores: Scores, run: Run, person_id: str, answers: list[PostAnswer], limits: "Limits | None"
) -> list[PostAnswer]:
    """The answers with what would have won each chief post; a post that no allocation can give is barred."""
    winning = Winning(scores, run, person_id, limits)
    found = []
    for answer in answers:
        if answer.role != "chief" or answer.verdict in ("placed", "pending", "decided"):
            found.append(answer)
            continue
        more = replace(answer, would_have=winning.answers(answer.section_id))
        if answer.verdict == "lost_to_total" and winning.is_possible(answer.section_id) is False:
            args = {"section_id": answer.section_id}
            reasons = [Reason("chief_priority", RuleId.ROUND_PRIORITY, args)]
            if (holder := run.standing.chief_of(answer.section_id)) is not None:
                reasons.append(Reason("chief_holder", RuleId.CHIEF_ORDER, {**args, "holder": holder}))
            more = replace(more, verdict="barred", reasons=tuple(reasons))
        found.append(more)
    return found


def _priced(scores: Scores, run: Run, person_id: str, answer: PostAnswer, limits: "Limits | None") -> PostAnswer:
    if answer.verdict != "lost_to_total":
        return answer
    price = price_of(scores, run, person_id, answer.section_id, answer.role, limits=limits)
    return replace(answer, price=price)


def _why(run: Run, placement: Placement, chiefs: ChiefPosts, seats: MutualPosts) -> tuple[Reason, ...]:
    """Why the person has his seat; that only the draw decided it where it did."""
    who, where = placement.person_id, placement.section_id
    member = run.standing.seated[who]
    reasons = chiefs.why(member) if member.role == "chief" else seats.filling.why(member)
    stage = {"chief": "chiefs", "clerk": "clerks", "institution": "institution"}[member.role]
    drawn = any(t.stage == stage and t.section_id == where and who in t.people for t in run.outcome.ties)
    return (*reasons, Reason("drawn", RuleId.LOT, {"section_id": where})) if drawn else reasons
