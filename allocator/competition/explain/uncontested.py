"""Reasons of seats that no comparison of two people gave: settled before any contest, or part of the best whole."""

from allocator.competition.explain.answers import Reason
from allocator.competition.pipeline import Run
from allocator.competition.scoring import Scores
from models.competition.codes import Stage
from models.competition.rule_ids import RuleId
from models.competition.standing import Member

ORDER: dict[Stage, RuleId] = {
    "chiefs": RuleId.CHIEF_ORDER,
    "clerks": RuleId.CLERK_ORDER,
    "institution": RuleId.INSTITUTION_ORDER,
}
"""The rule that says what the whole of a stage is to be."""


def in_total(run: Run, stage: Stage, section_id: str) -> Reason:
    """That a seat belongs to the allocation that is best as a whole; of one not proven only that it was found."""
    proven = all(level.proven for level in run.results[stage].levels)
    return Reason("in_total" if proven else "in_found", ORDER[stage], {"section_id": section_id})


def settled_reasons(scores: Scores, member: Member) -> tuple[Reason, ...]:
    """The reason of a seat that no contest gave; none for the others."""
    where = member.section_id
    if member.basis == "pinned":
        pin = scores.bureau.assigned[member.person_id]
        return (Reason("pinned", RuleId.PIN, {"section_id": where, "ground": pin.reason, "authority": pin.authority}),)
    if member.basis == "fixed":
        return (Reason("fixed", RuleId.TRACK, {"section_id": where}),)
    if member.basis == "given":
        return (Reason("given", RuleId.CHIEF_ORDER, {"section_id": where}),)
    return ()
