"""The composition of a section: age, gender, education and whatever else the rulebook sets targets for (article 16)."""

from collections.abc import Iterable

from allocator.competition.bureau import Bureau
from allocator.competition.scoring import full_years
from models.common.rules import carries
from models.competition.people import Person
from models.competition.rule_ids import RuleId
from models.competition.rulebook import Target
from models.competition.standing import Standing


def counts_towards(bureau: Bureau, person: Person, target: Target) -> bool:
    """Whether a person has the attribute a target asks for; an attribute not recorded does not count."""
    if target.attribute == "age":
        if person.birth is None or target.below is None:
            return False
        return full_years(person.birth, bureau.case.case.reference_date) < target.below
    return getattr(person, target.attribute) in target.values


def targets_of(bureau: Bureau, section_id: str) -> tuple[Target, ...]:
    """The targets that apply to a section of its size."""
    headcount = bureau.sections[section_id].headcount
    return tuple(t for t in bureau.rulebook.institution.composition if headcount >= t.from_headcount)


def section_shortfall(bureau: Bureau, section_id: str, people: Iterable[str]) -> int:
    """By how many people in all a section misses its targets, with the given final members."""
    members = [bureau.people[p] for p in people]
    return sum(
        max(0, target.min_count - sum(counts_towards(bureau, person, target) for person in members))
        for target in targets_of(bureau, section_id)
    )


@carries(RuleId.COMPOSITION, "filter")
def composition_shortfall(bureau: Bureau, standing: Standing, sections: Iterable[str] | None = None) -> int:
    """The shortfall of all sections, or of those named, over their final members, fixed and pinned people included."""
    counted = bureau.sections if sections is None else sections
    return sum(section_shortfall(bureau, s, (m.person_id for m in standing.of_section(s))) for s in counted)
