"""Every id must name a person, post or unit that the case knows."""

from collections.abc import Iterator

from allocator.checking import rows
from allocator.faults import Fault
from allocator.rotation.check.material import Material
from models.common.rules import carries
from models.rotation.rule_ids import RuleId

PEOPLE: tuple[tuple[str, str], ...] = (
    ("service", "person_id"),
    ("exemptions", "person_id"),
    ("nominations", "person_id"),
    ("avoidances", "person_a"),
    ("avoidances", "person_b"),
    ("pins", "person_id"),
    ("wishes", "person_id"),
    ("opinions", "person_id"),
)
POSTS: tuple[tuple[str, str], ...] = (("officers", "post_id"), ("pins", "post_id"), ("wishes", "post_id"))
UNITS: tuple[tuple[str, str], ...] = (("posts", "unit_id"), ("service", "unit_id"), ("opinions", "unit_id"))
NAMED = (
    ("officers", "person_id", PEOPLE, "rotation_unknown_person"),
    ("posts", "post_id", POSTS, "rotation_unknown_post"),
    ("units", "unit_id", UNITS, "rotation_unknown_unit"),
)


def empty_tables(material: Material) -> Iterator[Fault]:
    """There are units, posts and people."""
    return rows.empty_tables(material, ("units", "posts", "officers"))


@carries(RuleId.KNOWN_REFERENCES, "check")
def unknown_ids(material: Material) -> Iterator[Fault]:
    """Whoever and whatever a table names stands in the table of people, of posts or of units."""
    for table, _, columns, code in NAMED:
        known = material.known(table)
        for place in columns if known is not None else ():
            yield from rows.unknown_ids(material, *place, known or frozenset(), code)


def anchored(material: Material) -> Material:
    """The material without rows that name people, posts or units whose own rows are left out, until none does."""
    while True:
        known = [(columns, material.named(table, column)) for table, column, columns, _ in NAMED]
        adrift = rows.without_adrift(material, known)
        if not adrift:
            return material
        material = material.without_rows(adrift)
