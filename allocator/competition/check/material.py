"""What the checks of the competition look at: the rows of its tables, its people and sections."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from allocator.checking import material
from allocator.checking.material import Tables, fault
from allocator.competition.files import FIRST_KEY
from allocator.files.draft import Draft
from models.competition.case import ROW_TYPES
from models.competition.people import Person
from models.competition.rulebook import Rulebook
from models.competition.sections import Section

__all__ = ["TABLES", "Material", "fault"]

TABLES = Tables(ROW_TYPES, FIRST_KEY)


@dataclass(frozen=True)
class Material(material.Material):
    """The rows that are sound so far."""

    @staticmethod
    def of(draft: Draft, rulebook: Rulebook) -> "Material":
        """The material of a draft."""
        return Material.from_draft(draft, rulebook, TABLES)

    @cached_property
    def people(self) -> Mapping[str, Person]:
        """The people whose own rows are sound, by id."""
        return {person.person_id: person for _, person in self.table(Person)}

    @cached_property
    def sections(self) -> Mapping[str, Section]:
        """The sections whose own rows are sound, by id."""
        return {section.section_id: section for _, section in self.table(Section)}
