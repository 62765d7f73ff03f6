"""What only the draw decided about a person: told as such, never as if he ranked lower or the whole were better."""

from dataclasses import replace

from allocator.competition.explain.answers import Argument, PostAnswer, Reason
from allocator.competition.explain.mutual_rounds import Filling
from allocator.competition.pipeline import Run
from allocator.competition.pools import MutualContest
from allocator.competition.rules import directed_if_drawn, wins_if_drawn
from allocator.competition.scoring import Scores
from models.competition.codes import Stage
from models.competition.outcome import Tie
from models.competition.rule_ids import RuleId

LOST = ("outranked", "lost_to_total", "given_up", "not_mutual", "barred")
CLAIMS = {
    "chief_total": "chief_drawn",
    "chief_total_vacant": "chief_drawn_vacant",
    "pick_other_in_total": "pick_other_drawn",
    "required_total": "required_drawn",
}
"""What says that the whole is better without the person, and what is said where it is only equal."""


def ties_of(run: Run, stage: Stage, section_id: str, person_id: str) -> list[Tie]:
    """The ties of the outcome for a section that the person is part of."""
    found = (tie for tie in run.outcome.ties if (tie.stage, tie.section_id) == (stage, section_id))
    return [tie for tie in found if person_id in tie.people]


def with_draw(scores: Scores, run: Run, person_id: str, answer: PostAnswer) -> PostAnswer:
    """The answer with word of a draw that kept the person out.

    Under the optimum every tied seat that he has not is one. Under the rules the procedure is played with another draw:
    where that gives him the seat, only the draw decided.
    """
    if answer.verdict not in LOST or not ties_of(run, answer.stage, answer.section_id, person_id):
        return answer
    if run.outcome.method == "optimal":
        reasons = (*map(_without_claim, answer.reasons), _drawn_against(run, person_id, answer))
        return replace(answer, verdict="lost_to_draw", reasons=reasons)
    if _drawn_by_rules(scores, run, person_id, answer):
        return replace(answer, verdict="lost_to_draw", reasons=(*answer.reasons, _drawn_among(run, person_id, answer)))
    if any(reason.code == "at_direction_full" for reason in answer.reasons):
        more = Reason("drawn_direction", RuleId.LOT, {"section_id": answer.section_id})
        return replace(answer, reasons=(*answer.reasons, more))
    return answer


def _without_claim(reason: Reason) -> Reason:
    """A reason as it is true of somebody who lost by the draw alone: it tells who has the seat, and no more."""
    return replace(reason, code=CLAIMS.get(reason.code, reason.code))


def _others(run: Run, person_id: str, answer: PostAnswer) -> tuple[str, ...]:
    ties = ties_of(run, answer.stage, answer.section_id, person_id)
    return tuple(sorted({one for tie in ties for one in tie.people} - {person_id}))


def _drawn_against(run: Run, person_id: str, answer: PostAnswer) -> Reason:
    """That only the draw decided, with everybody who could hold a seat there in an allocation just as good."""
    people = _others(run, person_id, answer)
    if not people:
        return Reason("drawn_against", RuleId.LOT, {"section_id": answer.section_id})
    args: dict[str, Argument] = {"section_id": answer.section_id, "people": people, "count": len(people)}
    return Reason("drawn_against_others", RuleId.LOT, args)


def _drawn_among(run: Run, person_id: str, answer: PostAnswer) -> Reason:
    """That only the draw put the person behind his equals, or one of his posts before the other."""
    people = _others(run, person_id, answer)
    if not people:
        return Reason("drawn_between", RuleId.LOT, {"section_id": answer.section_id})
    args: dict[str, Argument] = {"section_id": answer.section_id, "people": people, "count": len(people)}
    return Reason("drawn_among", RuleId.LOT, args)


def _drawn_by_rules(scores: Scores, run: Run, person_id: str, answer: PostAnswer) -> bool:
    """Whether the procedure gives the person the seat with another draw.

    Of equals whom a section might keep, any would be kept if drawn (article 16): to be tied is enough there.
    """
    if answer.stage == "institution":
        return True
    if answer.stage == "chiefs":
        return wins_if_drawn(scores, run.before["chiefs"], person_id, answer.section_id)
    filling = Filling(scores, run, "clerks")
    contest, people = filling.contest, scores.people
    assert isinstance(contest, MutualContest)
    alike = [
        one
        for one in contest.people
        if people[one].quantification == people[person_id].quantification
        and (one in contest.withdrawn) == (person_id in contest.withdrawn)
        and not filling.is_chosen(one)
    ]
    start = filling.seated_at_turn(alike[0])
    return directed_if_drawn(scores, contest, start, alike, person_id, answer.section_id)
