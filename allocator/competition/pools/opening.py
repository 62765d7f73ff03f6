"""The opening of every allocation: those who stay and those who are assigned sit before anybody contests."""

from allocator.competition.bureau import Bureau
from models.common.rules import carries
from models.competition.codes import Role
from models.competition.people import Person
from models.competition.rule_ids import RuleId
from models.competition.standing import Member, Standing


@carries(RuleId.PIN, "filter")
def opening(bureau: Bureau) -> Standing:
    """Seats fixed people (articles 2-3, 2-4, 16-1) and people whom pins assign; their seats leave the contest."""
    members = [
        Member(person_id=p.person_id, section_id=p.section_id, role=fixed_role(p), basis="fixed")
        for p in bureau.case.people
        if p.fixed and p.staffing != "contract" and p.section_id is not None
    ]
    members += [
        Member(person_id=pin.person_id, section_id=pin.section_id, role=pin.role, basis="pinned")
        for pin in bureau.assigned.values()
    ]
    return Standing().with_members(*members)


def fixed_role(person: Person) -> Role:
    """The role in which a fixed person stays: chief of the section, else by staffing."""
    if person.chief:
        return "chief"
    return "institution" if person.staffing == "institution" else "clerk"
