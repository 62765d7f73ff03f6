"""Each section under both methods."""

from dataclasses import dataclass

from allocator.competition.scoring import Scores
from models.competition.standing import Standing


@dataclass(frozen=True, slots=True)
class Crew:
    """The people of one section: chief, clerks, institution staff, and the seats left free beside the chief's."""

    chief: str | None
    clerks: tuple[str, ...]
    institution: tuple[str, ...]
    free: int


@dataclass(frozen=True, slots=True)
class SectionRow:
    """One section under both methods."""

    section_id: str
    headcount: int
    rules: Crew
    optimal: Crew

    @property
    def changed(self) -> bool:
        """Whether anybody in it differs."""
        return self.rules != self.optimal


def section_rows(scores: Scores, rules: Standing, optimal: Standing) -> tuple[SectionRow, ...]:
    """Every section, in id order."""
    return tuple(
        SectionRow(s, section.headcount, _crew(section.headcount, rules, s), _crew(section.headcount, optimal, s))
        for s, section in sorted(scores.bureau.sections.items())
    )


def _crew(headcount: int, standing: Standing, section_id: str) -> Crew:
    members = standing.of_section(section_id)
    clerks = tuple(m.person_id for m in members if m.role == "clerk")
    staff = tuple(m.person_id for m in members if m.role == "institution")
    return Crew(standing.chief_of(section_id), clerks, staff, headcount - 1 - len(clerks) - len(staff))
