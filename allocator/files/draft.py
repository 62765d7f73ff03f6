"""A case as it was read: sound rows with their places, and the faults of the rest. Nothing is decided about it yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from allocator.faults import Fault
from allocator.files.readings import Reading
from models.base import Frozen
from models.case import KEYS, ROW_TYPES, Case, CaseInfo, TableName
from models.outcome import Notice


class Located(NamedTuple):
    """One sound row (a type of :data:`models.case.ROW_TYPES`) and its number, the heading being row 1."""

    row: int
    value: Frozen


@dataclass(frozen=True)
class Draft:
    """Everything read from one input.

    ``present`` are the tables that are there, with or without rows; ``files`` gives the sha256 of each file's bytes.
    ``left_out`` holds, for each table with rows left out because of a fault, the ids in the first key column of those
    rows (``""`` where even that could not be read), so that one fault is not taken for others: the person of a faulty
    row is still known, and what his faulty row would have held is not missing. ``readings`` are the steps taken between
    the cells as they stand and the values used.
    """

    info: CaseInfo | None
    rows: Mapping[TableName, tuple[Located, ...]]
    faults: tuple[Fault, ...] = ()
    notices: tuple[Notice, ...] = ()
    present: frozenset[TableName] = frozenset()
    files: Mapping[str, str] = field(default_factory=dict)
    left_out: Mapping[TableName, frozenset[str]] = field(default_factory=dict)
    readings: tuple[Reading, ...] = ()


FIRST_KEY: Mapping[TableName, str] = {
    table: "person_a" if table == "avoidances" else columns[0] for table, columns in KEYS.items()
}
"""The first key column of each table: the one whose ids :attr:`Draft.left_out` holds."""


def draft_of(case: Case) -> Draft:
    """A case made in memory as if it had been read: its rows in their order, the first in row 2."""
    rows: dict[TableName, tuple[Located, ...]] = {
        table: tuple(Located(i, value) for i, value in enumerate(getattr(case, table), start=2)) for table in ROW_TYPES
    }
    present = frozenset(table for table, found in rows.items() if found)
    return Draft(info=case.case, rows=rows, present=present)
