"""The placements of an outcome as a table that a spreadsheet program opens as it is."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from allocator.words import Lang, say

if TYPE_CHECKING:
    from models.case import Case
    from models.outcome import Outcome

BOM = "\ufeff"
RISKY = ("=", "+", "-", "@", "\t", "\r")
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


def table_bytes(headings: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    """A CSV that Excel opens as it is: UTF-8 with a byte order mark, and no cell that Excel would calculate."""
    sink = io.StringIO()
    writer = csv.writer(sink, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([[guarded(cell) for cell in row] for row in rows])
    return (BOM + sink.getvalue()).encode()


def guarded(cell: object) -> str:
    """A cell as text. One that a spreadsheet would take for a formula gets an apostrophe in front; numbers do not."""
    text = "" if cell is None else str(cell)
    if isinstance(cell, int) or not text.startswith(RISKY):
        return text
    return "'" + text
