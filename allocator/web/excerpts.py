"""Of each table the rows at fault and their neighbours, as the user's sheet has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from allocator.files.raw import shown

if TYPE_CHECKING:
    from allocator.faults import Fault
    from allocator.files import RawTable


MOST_ROWS = 60
"""Rows at fault shown of one table; the rest are counted."""
MOST_COLUMNS = 200
"""Columns shown of one table; a fault further to the right stands beside its row."""


@dataclass(frozen=True)
class ExcerptRow:
    """A row as text with its number. ``gap``: rows before it are left out."""

    number: int
    cells: tuple[str, ...]
    gap: bool


@dataclass(frozen=True)
class Excerpt:
    """What is shown of a table with faults: its headings, the first rows at fault and their neighbours.

    ``heading_row`` is as in :class:`RawTable`; ``at_fault`` are the numbers of all rows at fault.
    """

    table: str
    label: str
    heading_row: int | None
    headings: tuple[str, ...]
    rows: tuple[ExcerptRow, ...]
    at_fault: tuple[int, ...]


def excerpts(faults: Iterable[Fault], tables: Mapping[str, RawTable]) -> tuple[Excerpt, ...]:
    """The tables that faults stand in, each cut down to what is shown of it."""
    by_table: dict[str, set[int]] = {}
    for fault in faults:
        by_table.setdefault(fault.table or "", set()).add(fault.row or 0)
    known = {str(table): raw for table, raw in tables.items()}
    return tuple(_excerpt(table, known[table], rows) for table, rows in by_table.items() if table in known)


def _excerpt(table: str, raw: RawTable, rows: Set[int]) -> Excerpt:
    position = {number: index for index, number in enumerate(raw.numbers)}
    bad = sorted(row for row in rows if row in position)
    near = {i for row in bad[:MOST_ROWS] for i in range(position[row] - 1, position[row] + 2)}
    wanted = sorted(i for i in near if 0 <= i < len(raw.rows))
    shown_rows = tuple(
        ExcerptRow(
            raw.numbers[index],
            tuple(map(_text, raw.rows[index][:MOST_COLUMNS])),
            index > (wanted[place - 1] + 1 if place else 0),
        )
        for place, index in enumerate(wanted)
    )
    headings = tuple(map(shown, raw.headings[:MOST_COLUMNS]))
    return Excerpt(table, raw.label, raw.heading_row, headings, shown_rows, tuple(bad))


def _text(cell: object) -> str:
    return "" if cell is None or type(cell).__name__ == "Refused" else shown(cell)
