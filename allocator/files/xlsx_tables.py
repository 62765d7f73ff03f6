"""Tables from the sheets of a workbook. Values come as they are stored; a cell that is not a plain value is refused."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any
from xml.sax import SAXException

from allocator.faults import Fault, InvalidInput
from allocator.files.grid import Grid, Spot
from allocator.files.inputs import Bytes
from allocator.files.laying_out import lay_out
from allocator.files.layout import Layout
from allocator.files.raw import RawTable, Refused, shown
from allocator.files.xlsx_looks import Look, follow, hidden_in, looks_of, styled
from allocator.files.xlsx_package import Package, open_package
from allocator.files.xlsx_scan import Scan, position, scan

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
        self._looks: Mapping[int, Look] | None = None

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
        return lay_out(self._grid(sheet, xml, rows, found), layout)

    def _grid(self, sheet: str, xml: bytes, values: list[list[Any]], found: Scan) -> Grid:
        """The sheet with what its cells look like; cells that hold no plain value are marked, told once."""
        spoiled: dict[Spot, tuple[str, Mapping[str, object]]] = {}
        for code, cells in (("formula_cell", found.formulas), ("error_cell", found.errors - found.formulas)):
            for spot in cells:
                _mark(values, *spot)
                spoiled[spot] = code, {}
        if self._looks is None:
            self._looks = looks_of(self._package.archive)
        seen, refused = follow(values, styled(xml, found, self._looks))
        return Grid(
            self._content.name,
            sheet,
            list(values),
            [_area(text) for text in found.merged],
            {**refused, **spoiled},
            seen,
            hidden_in(xml, found, self._package.states.get(sheet)),
            self._package.epoch_1904,
        )

    def _values(self, sheet: str, layout: Layout) -> list[list[Any]]:
        import python_calamine

        try:
            if self._book is None:
                self._book = python_calamine.load_workbook(BytesIO(self._content.data))
            rows: list[list[Any]] = self._book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
        except (python_calamine.CalamineError, OSError, ValueError):
            raise InvalidInput((Fault("workbook_damaged", layout.table, value=shown(sheet)),)) from None
        return rows


def _area(text: str) -> tuple[int, int, int, int]:
    first, _, last = text.partition(":")
    return (*position(first), *position(last or first))


def _mark(values: list[list[Any]], row: int, column: int) -> None:
    if row < len(values) and column < len(values[row]):
        values[row][column] = Refused()
