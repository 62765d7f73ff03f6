"""A case made ready for deciding: looked up by id, with the rulebook and the draw in force. It decides nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from allocator.lots import lot
from models.common.canonical import case_sha256
from models.common.lottery import Lottery
from models.competition.case import Case
from models.competition.codes import Role
from models.competition.filings import Pin
from models.competition.people import Person
from models.competition.rulebook import Rulebook
from models.competition.sections import Section


@dataclass(frozen=True)
class Bureau:
    """A valid case, the rulebook and the lottery, with the look-ups every stage needs.

    Everything here is a restatement of the input; ids that name nobody known do not occur (checked before).
    """

    case: Case
    rulebook: Rulebook
    lottery: Lottery

    def pair_lot(self, person_id: str, section_id: str) -> int:
        """The draw of a person and a section (``""`` for the order in which people are directed)."""
        return lot(self.lottery.seed, person_id, section_id)

    def seat_lot(self, person_id: str, section_id: str, round_: int) -> int:
        """The draw of a mutual seat, which depends on the round too."""
        return lot(self.lottery.seed, person_id, section_id, round_)

    @cached_property
    def case_sha256(self) -> str:
        """The hash of the case, worked out once for every outcome made of it."""
        return case_sha256(self.case)

    @cached_property
    def people(self) -> Mapping[str, Person]:
        """Everybody, by id."""
        return {person.person_id: person for person in self.case.people}

    @cached_property
    def sections(self) -> Mapping[str, Section]:
        """The sections, by id, in id order."""
        return {section.section_id: section for section in self.case.sections}

    @cached_property
    def avoided(self) -> Mapping[str, frozenset[str]]:
        """Whom each person named in an avoidance pair may not sit with."""
        found: dict[str, set[str]] = {}
        for row in self.case.avoidances:
            found.setdefault(row.person_a, set()).add(row.person_b)
            found.setdefault(row.person_b, set()).add(row.person_a)
        return {person: frozenset(others) for person, others in found.items()}

    @cached_property
    def assigned(self) -> Mapping[str, Pin]:
        """The pin that assigns a person to a seat, by person id."""
        return {pin.person_id: pin for pin in self.case.pins if pin.mode == "assign"}

    @cached_property
    def forbidden(self) -> frozenset[tuple[str, str, Role]]:
        """The (person, section, role) seats that pins forbid."""
        return frozenset((p.person_id, p.section_id, p.role) for p in self.case.pins if p.mode == "forbid")

    @cached_property
    def pick_rank(self) -> Mapping[str, Mapping[str, int]]:
        """For each section, the rank 1, 2, … of everybody on its list, whoever the list names (article 15-3)."""
        lists: dict[str, list[tuple[int, str]]] = {}
        for pick in self.case.picks:
            lists.setdefault(pick.section_id, []).append((pick.order, pick.person_id))
        return {
            section: {person: rank for rank, (_, person) in enumerate(sorted(rows), start=1)}
            for section, rows in lists.items()
        }

    @cached_property
    def listed_by(self) -> Mapping[str, tuple[str, ...]]:
        """For each person whom any list names, the sections whose lists they are."""
        found: dict[str, list[str]] = {}
        for section, ranks in self.pick_rank.items():
            for person in ranks:
                found.setdefault(person, []).append(section)
        return {person: tuple(sections) for person, sections in found.items()}

    @cached_property
    def clerk_filings(self) -> Mapping[str, Mapping[int, str]]:
        """For each person, the section filed for in each round of mutual choice."""
        found: dict[str, dict[int, str]] = {}
        for row in self.case.clerk_applications:
            found.setdefault(row.person_id, {})[row.round] = row.section_id
        return found

    @cached_property
    def home(self) -> Mapping[str, str]:
        """The present section of everybody who has one and is not fixed there."""
        return {p.person_id: p.section_id for p in self.case.people if p.section_id is not None and not p.fixed}

    def first_rounds(self, person_id: str, role: Role) -> Mapping[str, int]:
        """The sections a person filed for with the earliest round of each; a forbidden seat counts as not filed."""
        found = self._first_rounds.get((person_id, role))
        if found is None:
            found = self._first_rounds[person_id, role] = {}
            for round_, section_id in sorted(self.clerk_filings.get(person_id, {}).items()):
                if (person_id, section_id, role) not in self.forbidden:
                    found.setdefault(section_id, round_)
        return found

    @cached_property
    def _first_rounds(self) -> dict[tuple[str, Role], dict[str, int]]:
        return {}

    def is_original(self, person_id: str, section_id: str) -> bool:
        """Whether the section is the person's present one and the person is not fixed there."""
        return self.home.get(person_id) == section_id

    def retain(self, section_id: str) -> int:
        """How many of its own people a section may keep as clerks: its own number, else the rulebook's."""
        own = self.sections[section_id].retain
        return self.rulebook.clerks.retain if own is None else own
