"""Fixed people and present chiefs must fit the sections (articles 1-2, 2-1 and 2-3)."""

from collections.abc import Iterator, Mapping

from allocator.competition.check.material import Material, fault
from allocator.faults import Fault
from models.common.rules import carries
from models.competition.people import Person
from models.competition.rule_ids import RuleId
from models.competition.sections import Section


def is_settled(person: Person) -> bool:
    """Whether a person stays where he is: marked fixed, and not contract staff, who hold no seat."""
    return person.fixed and person.staffing != "contract"


@carries(RuleId.SEATS_WITHIN_HEADCOUNT, "check")
def fixed_without_section(material: Material) -> Iterator[Fault]:
    """A fixed person has a section to stay in."""
    for row, person in material.table(Person):
        if is_settled(person) and person.section_id is None:
            yield fault("fixed_without_section", "people", row, "section_id", "", person_id=person.person_id)


@carries(RuleId.SEATS_WITHIN_HEADCOUNT, "check")
def two_chiefs(material: Material) -> Iterator[Fault]:
    """A section has one fixed chief and one present administrative chief at most."""
    fixed: dict[str, str] = {}
    present: dict[str, str] = {}
    for row, person in material.table(Person):
        if not person.chief or person.section_id is None:
            continue
        where, who = person.section_id, person.person_id
        rival = fixed.setdefault(where, who) if is_settled(person) else who
        code = "two_fixed_chiefs"
        if rival == who and person.staffing == "administrative":
            rival, code = present.setdefault(where, who), "two_present_chiefs"
        if rival != who:
            yield fault(code, "people", row, "chief", "yes", person_id=who, other=rival, section_id=where)


def fixed_non_chiefs(material: Material) -> Mapping[str, int]:
    """How many seats of each section, its chief post apart, fixed people hold."""
    held: dict[str, int] = {}
    for person in material.people.values():
        if is_settled(person) and not person.chief and person.section_id is not None:
            held[person.section_id] = held.get(person.section_id, 0) + 1
    return held


@carries(RuleId.SEATS_WITHIN_HEADCOUNT, "check")
def fixed_over_seats(material: Material) -> Iterator[Fault]:
    """The fixed people of a section fit its headcount beside the chief post."""
    held = fixed_non_chiefs(material)
    for row, section in material.table(Section):
        count = held.get(section.section_id, 0)
        if count > section.headcount - 1:
            yield fault(
                "fixed_over_seats",
                "sections",
                row,
                "headcount",
                section.headcount,
                section_id=section.section_id,
                fixed=count,
            )
