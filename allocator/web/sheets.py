"""Faults beside their cells: of each table the rows at fault and their neighbours, as the user's sheet has them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from allocator.competition.words.tables import ALSO_KNOWN, HEADINGS
from allocator.files.cells import folded
from allocator.web.excerpts import MOST_ROWS

if TYPE_CHECKING:
    from allocator.faults import Fault
    from allocator.web.excerpts import Excerpt
    from allocator.web.names import Names
    from allocator.web.opened import Opened


@dataclass(frozen=True)
class SheetCell:
    """A cell as text, with what is wrong with it."""

    text: str
    faults: tuple[str, ...] = ()


@dataclass(frozen=True)
class SheetRow:
    """A row with its number; ``faults`` are those of the whole row. ``gap``: rows before it are left out."""

    number: int
    cells: tuple[SheetCell, ...]
    faults: tuple[str, ...] = ()
    gap: bool = False


@dataclass(frozen=True)
class Sheet:
    """One table as it stands in the file around its faults; ``faults`` are those of the whole table."""

    table: str
    label: str
    headings: tuple[SheetCell, ...]
    rows: tuple[SheetRow, ...]
    faults: tuple[str, ...]
    count: int
    hidden: int

    @property
    def columns(self) -> int:
        """How many columns it has, that of the row numbers included."""
        return len(self.headings) + 1


def sheets(opened: Opened, names: Names) -> tuple[tuple[Fault, ...], tuple[Sheet, ...]]:
    """The faults that stand in no table, and a sheet for each table with faults."""
    by_table: dict[str, list[Fault]] = {}
    for fault in opened.faults:
        by_table.setdefault(fault.table or "", []).append(fault)
    known = {excerpt.table: excerpt for excerpt in opened.excerpts}
    elsewhere = [fault for table, faults in by_table.items() if table not in known for fault in faults]
    found = [_sheet(known[table], faults, names) for table, faults in by_table.items() if table in known]
    return tuple(elsewhere), tuple(found)


def _sheet(excerpt: Excerpt, faults: Sequence[Fault], names: Names) -> Sheet:
    at: dict[tuple[int | None, int | None], list[str]] = {}
    column_of = _columns(excerpt)
    at_fault, heading = frozenset(excerpt.at_fault), excerpt.heading_row
    for fault in faults:
        row = fault.row if fault.row in at_fault or fault.row == heading else None
        column = column_of.get(folded(fault.column or ""))
        at.setdefault((row, column), []).append(_located(fault, row, column, names))
    headings = tuple(
        SheetCell(text, tuple(at.get((heading, i), []) + at.get((None, i), [])))
        for i, text in enumerate(excerpt.headings)
    )
    whole = [*at.get((None, None), []), *(at.get((heading, None), []) if heading is not None else [])]
    hidden = len(at_fault) - len(excerpt.at_fault[:MOST_ROWS])
    rows = _rows(excerpt, column_of, at, names)
    return Sheet(excerpt.table, excerpt.label, headings, rows, tuple(whole), len(faults), hidden)


def _located(fault: Fault, row: int | None, column: int | None, names: Names) -> str:
    """A fault's sentence; in front of it its row or its column, where it cannot stand beside it."""
    text = names.fault(fault)
    if row is None:
        return text if fault.row is None else f"{fault.row}: {text}"
    return text if column is not None or not fault.column else f"{names.column(fault.table, fault.column)}: {text}"


def _columns(excerpt: Excerpt) -> Mapping[str, int]:
    """The position of each column by its English name and by the heading it has in the file."""
    chinese = HEADINGS.get(excerpt.table, ("", {}))[1]
    found: dict[str, int] = {}
    for index, heading in enumerate(excerpt.headings):
        found.setdefault(folded(heading), index)
    for name, word in chinese.items():
        for known in (word, *ALSO_KNOWN.get((excerpt.table, name), ())):
            if folded(known) in found:
                found.setdefault(folded(name), found[folded(known)])
    return found


def _rows(
    excerpt: Excerpt,
    column_of: Mapping[str, int],
    at: Mapping[tuple[int | None, int | None], list[str]],
    names: Names,
) -> tuple[SheetRow, ...]:
    """The rows of an excerpt with what is wrong beside each cell."""
    secret = column_of.get("name") if excerpt.table == "people" else None
    rows = []
    for row in excerpt.rows:
        cells = tuple(
            SheetCell(names.cell("name" if i == secret else None, text), tuple(at.get((row.number, i), ())))
            for i, text in enumerate(row.cells)
        )
        rows.append(SheetRow(row.number, cells, tuple(at.get((row.number, None), ())), row.gap))
    return tuple(rows)
