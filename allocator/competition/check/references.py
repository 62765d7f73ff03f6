"""Every id must name somebody or something the case knows."""

from collections.abc import Iterator

from allocator.checking import rows
from allocator.competition.check.material import Material, fault
from allocator.faults import Fault
from models.common.rules import carries
from models.competition.records import Attendance, Ballot
from models.competition.rule_ids import RuleId

PERSON_COLUMNS: tuple[tuple[str, str], ...] = (
    ("exams", "person_id"),
    ("appraisals", "person_id"),
    ("reviews", "person_id"),
    ("satisfaction", "person_id"),
    ("applications", "person_id"),
    ("speeches", "person_id"),
    ("ballots", "person_id"),
    ("clerk_applications", "person_id"),
    ("picks", "person_id"),
    ("picks", "chief_id"),
    ("avoidances", "person_a"),
    ("avoidances", "person_b"),
    ("pins", "person_id"),
    ("decisions", "person_id"),
)

SECTION_COLUMNS: tuple[tuple[str, str], ...] = (
    ("people", "section_id"),
    ("applications", "section_id"),
    ("ballots", "section_id"),
    ("clerk_applications", "section_id"),
    ("picks", "section_id"),
    ("pins", "section_id"),
    ("decisions", "section_id"),
)


def empty_tables(material: Material) -> Iterator[Fault]:
    """There are sections and people; a table that could not be read at all has been reported already."""
    return rows.empty_tables(material, ("sections", "people"))


@carries(RuleId.KNOWN_REFERENCES, "check")
def unknown_people(material: Material) -> Iterator[Fault]:
    """Whoever a table names must stand in the table of people."""
    known = material.known("people")
    for table, column in PERSON_COLUMNS if known is not None else ():
        code = "unknown_chief" if column == "chief_id" else "unknown_person"
        yield from rows.unknown_ids(material, table, column, known or frozenset(), code)


@carries(RuleId.KNOWN_REFERENCES, "check")
def unknown_sections(material: Material) -> Iterator[Fault]:
    """Every section a table names must stand in the table of sections."""
    known = material.known("sections")
    for table, column in SECTION_COLUMNS if known is not None else ():
        yield from rows.unknown_ids(material, table, column, known or frozenset(), "unknown_section")


@carries(RuleId.KNOWN_REFERENCES, "check")
def unknown_groups(material: Material) -> Iterator[Fault]:
    """Voter groups are those the rulebook weighs (article 11-4)."""
    groups = tuple(material.rulebook.recommendation.weights)
    found: dict[str, list[tuple[int, str]]] = {
        "attendance": [(row, record.group) for row, record in material.table(Attendance)],
        "ballots": [(row, record.group) for row, record in material.table(Ballot)],
    }
    for table, named in found.items():
        for row, group in named:
            if group not in groups:
                yield fault("unknown_group", table, row, "group", group, id=group, known=groups)


def anchored(material: Material) -> Material:
    """The material without rows that name people or sections whose own rows are left out."""
    sections = tuple(place for place in SECTION_COLUMNS if place[0] != "people")
    known = (PERSON_COLUMNS, material.people.keys()), (sections, material.sections.keys())
    return material.without_rows(rows.without_adrift(material, known))
