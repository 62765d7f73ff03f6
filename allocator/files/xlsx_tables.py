"""Tables from the sheets of a workbook. Values come as they are stored; a cell that is not a plain value is refused."""

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any
from xml.sax import SAXException

from allocator.faults import Fault, InvalidInput
from allocator.files.cells import folded, number_text
from allocator.files.inputs import Bytes
from allocator.files.layout import Layout
from allocator.files.raw import Cell, RawTable, Refused, shown
from allocator.files.xlsx_package import Package, open_package
from allocator.files.xlsx_scan import Scan, address, position, scan

LARGEST_TEXTS = 2 * 1024 * 1024 * 1024
"""The most that the shared texts of one sheet may come to, in bytes."""


class Workbook:
    """A workbook whose sheets are read one at a time."""

    def __init__(self, content: Bytes) -> None:
        """Opens it.

        Raises:
            InvalidInput: when it is no sound workbook.
        """
        self._package: Package = open_package(content)
        self._content = content
        self._book: Any = None
        self._longest = self._package.longest_shared_text()

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of the sheets, in their order."""
        return tuple(self._package.sheets)

    def table(self, sheet: str, layout: Layout) -> RawTable:
        """The table on a sheet.

        Raises:
            InvalidInput: when the sheet is damaged or reaches too far.
        """
        xml = self._package.sheet_xml(sheet)
        try:
            found = scan(xml)
        except (SAXException, ValueError, LookupError):
            raise InvalidInput((Fault("workbook_damaged", layout.table, value=shown(sheet)),)) from None
        if found.too_large or xml.count(b't="s"') * self._longest > LARGEST_TEXTS:
            raise InvalidInput((Fault("sheet_too_large", layout.table, value=shown(sheet)),))
        rows = self._values(sheet, layout)
        return _table(sheet, rows, found, layout, self._package.epoch_1904)

    def _values(self, sheet: str, layout: Layout) -> list[list[Any]]:
        import python_calamine

        try:
            if self._book is None:
                self._book = python_calamine.load_workbook(BytesIO(self._content.data))
            rows: list[list[Any]] = self._book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
        except (python_calamine.CalamineError, OSError, ValueError):
            raise InvalidInput((Fault("workbook_damaged", layout.table, value=shown(sheet)),)) from None
        return rows


def _table(sheet: str, values: list[list[Any]], found: Scan, layout: Layout, epoch_1904: bool) -> RawTable:
    headings = [_heading(cell) for cell in values[0]] if values else []
    while headings and not headings[-1].strip():
        headings.pop()
    faults = list(_refused(values, found, headings, layout))
    if not headings:
        if any(cell != "" for row in values for cell in row):
            faults.append(Fault("headings_missing", layout.table, 1))
        return RawTable(sheet, (), (), (), faults=tuple(faults))
    width = len(headings)
    rows: list[Sequence[Cell]] = []
    numbers = []
    for number, row in enumerate(values[1:], start=2):
        if len(row) != width:
            if beyond := next((i for i, cell in enumerate(row[width:], start=width) if cell != ""), 0):
                args = {"cells": beyond + 1, "headings": width}
                faults.append(Fault("too_many_cells", layout.table, number, None, shown(row[beyond]), args))
                continue
            row = row[:width]
        rows.append(row)
        numbers.append(number)
    return RawTable(sheet, headings, rows, numbers, epoch_1904=epoch_1904, faults=tuple(faults))


def _heading(cell: Any) -> str:
    return number_text(cell) if isinstance(cell, float) else str(cell)


def _refused(values: list[list[Any]], found: Scan, headings: Sequence[str], layout: Layout) -> Iterator[Fault]:
    """A fault for each formula, error cell and merged range; their cells are marked so that no other fault is seen."""
    columns = _columns(headings, layout)
    for code, cells in (("formula_cell", found.formulas), ("error_cell", found.errors - found.formulas)):
        for place in sorted(cells):
            _mark(values, *place)
            where = address(place)
            yield Fault(code, layout.table, place[0] + 1, columns.get(place[1]), where, {"cell": where})
    for area in found.merged:
        first, _, last = area.partition(":")
        (top, left), (bottom, right) = position(first), position(last or first)
        for row in range(top, min(bottom + 1, len(values))):
            for column in range(left, min(right + 1, len(values[row]))):
                _mark(values, row, column)
        yield Fault("merged_cells", layout.table, top + 1, columns.get(left), area, {"cells": area})


def _columns(headings: Sequence[str], layout: Layout) -> Mapping[int, str]:
    known = {folded(heading): column.name for heading, column in layout.by_heading.items()}
    return {i: known[folded(heading)] for i, heading in enumerate(headings) if folded(heading) in known}


def _mark(values: list[list[Any]], row: int, column: int) -> None:
    if 0 < row < len(values) and column < len(values[row]):
        values[row][column] = Refused()
