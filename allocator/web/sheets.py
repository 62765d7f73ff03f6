"""Faults beside their cells: of each table the rows at fault and their neighbours, as the user's sheet has them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from allocator.files.cells import folded
from allocator.files.raw import shown
from allocator.words.tables import ALSO_KNOWN, HEADINGS

if TYPE_CHECKING:
    from allocator.faults import Fault
    from allocator.files import RawTable
    from allocator.web.desk import Opened
    from allocator.web.names import Names

MOST_ROWS = 60
"""Rows at fault shown of one table; the rest are counted."""


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
    known = {str(table): raw for table, raw in opened.tables.items()}
    elsewhere = [fault for table, faults in by_table.items() if table not in known for fault in faults]
    found = [_sheet(table, known[table], faults, names) for table, faults in by_table.items() if table in known]
    return tuple(elsewhere), tuple(found)


def _sheet(table: str, raw: RawTable, faults: Sequence[Fault], names: Names) -> Sheet:
    at: dict[tuple[int | None, int | None], list[str]] = {}
    column_of = _columns(table, raw)
    position = {number: index for index, number in enumerate(raw.numbers)}
    for fault in faults:
        row = fault.row if fault.row in position or fault.row == raw.heading_row else None
        column = column_of.get(folded(fault.column or ""))
        at.setdefault((row, column), []).append(_located(fault, row, names))
    bad = sorted({row for row, _ in at if row is not None and row in position})
    rows = _rows(raw, bad[:MOST_ROWS], position, at, table, names)
    heading = raw.heading_row
    headings = tuple(
        SheetCell(shown(text), tuple(at.get((heading, i), []) + at.get((None, i), [])))
        for i, text in enumerate(raw.headings)
    )
    whole = [*at.get((None, None), []), *(at.get((heading, None), []) if heading is not None else [])]
    return Sheet(table, raw.label, headings, rows, tuple(whole), len(faults), len(bad) - len(bad[:MOST_ROWS]))


def _located(fault: Fault, row: int | None, names: Names) -> str:
    """A fault's sentence; one whose row is not among the table's keeps its number in front."""
    text = names.fault(fault)
    return text if row is not None or fault.row is None else f"{fault.row}: {text}"


def _columns(table: str, raw: RawTable) -> Mapping[str, int]:
    """The position of each column by its English name and by the heading it has in the file."""
    chinese = HEADINGS.get(table, ("", {}))[1]
    found: dict[str, int] = {}
    for index, heading in enumerate(raw.headings):
        found.setdefault(folded(heading), index)
    for name, word in chinese.items():
        for known in (word, *ALSO_KNOWN.get((table, name), ())):
            if folded(known) in found:
                found.setdefault(folded(name), found[folded(known)])
    return found


def _rows(
    raw: RawTable,
    bad: Sequence[int],
    position: Mapping[int, int],
    at: Mapping[tuple[int | None, int | None], list[str]],
    table: str,
    names: Names,
) -> tuple[SheetRow, ...]:
    """The rows at fault, each with the one before and the one after it."""
    wanted = sorted({i for row in bad for i in range(position[row] - 1, position[row] + 2) if 0 <= i < len(raw.rows)})
    secret = _columns(table, raw).get("name") if table == "people" else None
    rows = []
    for place, index in enumerate(wanted):
        number = raw.numbers[index]
        cells = tuple(
            SheetCell(names.cell("name" if i == secret else None, _text(cell)), tuple(at.get((number, i), ())))
            for i, cell in enumerate(raw.rows[index])
        )
        gap = index > 0 if place == 0 else index > wanted[place - 1] + 1
        rows.append(SheetRow(number, cells, tuple(at.get((number, None), ())), gap))
    return tuple(rows)


def _text(cell: object) -> str:
    return "" if cell is None or type(cell).__name__ == "Refused" else shown(cell)
