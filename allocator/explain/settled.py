"""Why people sit where they do before any contest: fixed, assigned by pin, or decided earlier."""

from allocator.explain.answers import Reason
from allocator.scoring import Scores
from models.rule_ids import RuleId
from models.standing import Member


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
