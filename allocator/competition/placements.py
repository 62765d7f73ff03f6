"""The placements of an outcome as a table that a spreadsheet program opens as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allocator.tabular import table_bytes
from allocator.words import Lang, say

if TYPE_CHECKING:
    from models.competition.case import Case
    from models.competition.outcome import Outcome

COLUMNS = (
    "section_id",
    "section",
    "role",
    "person_id",
    "name",
    "basis",
    "round",
    "pick_order",
    "composite",
    "quantification",
    "votes",
    "present",
    "reason",
    "authority",
)


def placements_csv(outcome: Outcome, case: Case, lang: Lang) -> bytes:
    """Every seat of an outcome, one a row, with names; codes are in words."""
    people = {person.person_id: person.name for person in case.people}
    sections = {section.section_id: section.name for section in case.sections}
    pinned = {pin.person_id: (pin.reason, pin.authority) for pin in case.pins if pin.mode == "assign"}
    rows = [
        [
            one.section_id,
            sections.get(one.section_id),
            say(f"arg.role.{one.role}", lang),
            one.person_id,
            people.get(one.person_id),
            say(f"basis.{one.basis}", lang),
            one.round,
            one.pick_order,
            one.composite,
            one.quantification,
            one.votes,
            one.present,
            *(pinned.get(one.person_id, (None, None)) if one.basis == "pinned" else (None, None)),
        ]
        for one in outcome.placements
    ]
    return table_bytes([say(f"placements.{name}", lang) for name in COLUMNS], rows)
