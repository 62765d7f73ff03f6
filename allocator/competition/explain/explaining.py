"""Everything about one person under one method, put together."""

from dataclasses import replace
from typing import TYPE_CHECKING

from allocator.competition.explain.answers import Explanation, PostAnswer, Reason
from allocator.competition.explain.chief_posts import ChiefPosts
from allocator.competition.explain.drawn import ties_of, with_draw
from allocator.competition.explain.mutual_posts import MutualPosts
from allocator.competition.explain.pricing import price_of
from allocator.competition.pipeline import Run
from allocator.competition.pipeline.stages import ROLE_OF
from allocator.competition.scoring import Scores, trace_person
from models.competition.codes import Stage
from models.competition.outcome import Placement
from models.competition.rule_ids import RuleId

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
        run: the outcome, by either method; :func:`allocator.competition.explain.run_from` makes one of an outcome file.
        person_id: whom it is about.
        section_id: this section only, named by the person or not.
        prices: for posts lost to the total or, of the optimum, to the draw, the price of pinning them (solved again).
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
    found = [with_draw(scores, run, person_id, answer) for answer in found]
    if "chiefs" in run.before:
        found = _looked_into(scores, run, person_id, found, would_have, limits)
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
        ties_known=run.outcome.method == "rules" or all(s.unique is not None for s in run.outcome.stages if s.levels),
    )


def _asked(named: tuple[str, ...], wanted: list[str] | None, any_section: bool) -> tuple[str, ...]:
    """The sections to answer for: those named, or the one asked for where it is named or may be asked at all."""
    if wanted is None:
        return named
    return tuple(wanted) if any_section or set(wanted) <= set(named) else ()


def _looked_into(
    scores: Scores, run: Run, person_id: str, answers: list[PostAnswer], would_have: bool, limits: "Limits | None"
) -> list[PostAnswer]:
    """The answers with what would have won each chief post; a post that no allocation can give is barred."""
    asked = [a for a in answers if a.role == "chief" and a.verdict not in ("placed", "pending", "decided")]
    if not any(would_have or answer.verdict == "lost_to_total" for answer in asked):
        return answers
    from allocator.competition.explain.would_have_won import Winning

    winning = Winning(scores, run, person_id, limits)
    found = []
    for answer in answers:
        if answer not in asked:
            found.append(answer)
            continue
        more = replace(answer, would_have=winning.answers(answer.section_id)) if would_have else answer
        if answer.verdict == "lost_to_total" and winning.is_possible(answer.section_id) is False:
            more = replace(more, verdict="barred", reasons=_earlier_filings(run, answer.section_id))
        found.append(more)
    return found


def _earlier_filings(run: Run, section_id: str) -> tuple[Reason, ...]:
    """That the priority of earlier filings leaves the post to others in every allocation, and to whom it goes."""
    args = {"section_id": section_id}
    reason = Reason("chief_priority", RuleId.ROUND_PRIORITY, args)
    holder = run.standing.chief_of(section_id)
    if holder is None:
        return (reason,)
    return (reason, Reason("chief_holder", RuleId.CHIEF_ORDER, {**args, "holder": holder}))


def _priced(scores: Scores, run: Run, person_id: str, answer: PostAnswer, limits: "Limits | None") -> PostAnswer:
    if run.outcome.method == "rules" or answer.verdict not in ("lost_to_total", "lost_to_draw"):
        return answer
    price = price_of(scores, run, person_id, answer.section_id, answer.role, limits=limits)
    return replace(answer, price=price)


def _why(run: Run, placement: Placement, chiefs: ChiefPosts, seats: MutualPosts) -> tuple[Reason, ...]:
    """Why the person has his seat; what the draw had to do with it where it had."""
    who, where = placement.person_id, placement.section_id
    member = run.standing.seated[who]
    reasons = chiefs.why(member) if member.role == "chief" else seats.filling.why(member)
    stage = next(stage for stage, role in ROLE_OF.items() if role == member.role)
    ties = ties_of(run, stage, where, who)
    if not ties:
        return reasons
    code = "drawn_direction" if member.basis == "directed" else "drawn"
    if all(tie.people == (who,) for tie in ties):
        code = "drawn_between"
    return (*reasons, Reason(code if run.outcome.method == "rules" else "drawn", RuleId.LOT, {"section_id": where}))
