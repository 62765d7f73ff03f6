"""No two rows of a table may say the same thing twice."""

from collections.abc import Iterator
from typing import Any

from allocator.checking.rows import key_text, pairs_of_one, repeated, repeated_rows
from allocator.competition.check.material import Material, fault
from allocator.faults import Fault
from models.common.rules import carries
from models.competition.case import KEYS, ROW_TYPES
from models.competition.filings import Application, Pick, Pin
from models.competition.rule_ids import RuleId

DUPLICATES: dict[str, tuple[str, str]] = {
    "sections": ("duplicate_section", "section_id"),
    "people": ("duplicate_person", "person_id"),
    "exams": ("duplicate_exam", "person_id"),
    "appraisals": ("duplicate_appraisal", "person_id"),
    "reviews": ("duplicate_review", "year"),
    "satisfaction": ("duplicate_satisfaction", "person_id"),
    "applications": ("duplicate_filing", "section_id"),
    "speeches": ("duplicate_speech_mark", "judge"),
    "attendance": ("duplicate_attendance", "group"),
    "ballots": ("duplicate_ballot", "group"),
    "clerk_applications": ("duplicate_clerk_filing", "round"),
    "picks": ("duplicate_pick", "person_id"),
    "avoidances": ("duplicate_avoidance", "person_b"),
    "pins": ("duplicate_pin", "role"),
    "decisions": ("duplicate_decision", "role"),
}
"""For each table the code of a repeated key, and the column it is shown at."""


@carries(RuleId.UNIQUE_KEYS, "check")
def repeated_keys(material: Material) -> Iterator[Fault]:
    """Each key of a table stands once; an avoidance pair is the same pair either way round."""
    for table in ROW_TYPES:
        code, column = DUPLICATES[table]
        for row, value, key, first, earlier in repeated_rows(material, table, KEYS[table]):
            if _is_contradiction(earlier, value):
                yield fault("pin_contradiction", table, row, "mode", value.mode, **_named(key), first_row=first)
            else:
                yield fault(code, table, row, column, getattr(value, column), key=key_text(key), first_row=first)


def _is_contradiction(earlier: object, later: object) -> bool:
    """Whether two pins of one seat say the opposite of each other."""
    return isinstance(earlier, Pin) and isinstance(later, Pin) and earlier.mode != later.mode


def _named(key: Any) -> dict[str, str]:
    return {"person_id": key[0], "section_id": key[1]}


@carries(RuleId.UNIQUE_KEYS, "check")
def repeated_choices(material: Material) -> Iterator[Fault]:
    """A person gives each choice number once in a round (article 9-3)."""
    rows = material.table(Application)
    for row, filing, first in repeated(rows, lambda f: (f.person_id, f.round, f.choice)):
        yield fault(
            "choice_filed_twice",
            "applications",
            row,
            "choice",
            filing.choice,
            person_id=filing.person_id,
            round=filing.round,
            first_row=first,
        )


@carries(RuleId.UNIQUE_KEYS, "check")
def repeated_pick_orders(material: Material) -> Iterator[Fault]:
    """Each place in a section's list is taken once (article 15-3)."""
    for row, pick, first in repeated(material.table(Pick), lambda p: (p.section_id, p.order)):
        yield fault("pick_order_taken", "picks", row, "order", pick.order, section_id=pick.section_id, first_row=first)


@carries(RuleId.KNOWN_REFERENCES, "check")
def avoidance_of_oneself(material: Material) -> Iterator[Fault]:
    """An avoidance pair is of two people."""
    return pairs_of_one(material)
