"""Workbooks by what they are, whatever they are called: xlsx, and the older and other kinds that hold values too."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from io import BytesIO
from typing import Any, Protocol

from allocator.faults import Fault, InvalidInput
from allocator.files.grid import Grid
from allocator.files.inputs import Bytes
from allocator.files.laying_out import lay_out
from allocator.files.layout import Layout
from allocator.files.raw import RawTable, shown

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")


class Book(Protocol):
    """A workbook whose sheets are read one at a time."""

    @property
    def sheets(self) -> Sequence[str]:
        """The names of the sheets, in their order."""

    def table(self, sheet: str, layout: Layout) -> RawTable:
        """The table on a sheet."""


def open_workbook(content: Bytes) -> Book:
    """Opens a workbook of any kind that is read.

    Raises:
        InvalidInput: when it is none of them, is protected, damaged or too large.
    """
    from allocator.files.xlsx_tables import Workbook

    if content.data.startswith(_OLE) and "EncryptedPackage".encode("utf-16-le") not in content.data:
        return OtherBook(content)
    if content.data.startswith(b"PK") and _is_other(content.data):
        return OtherBook(content)
    return Workbook(content)


def _is_other(data: bytes) -> bool:
    """Whether a zip file is a workbook in the binary or the open document format."""
    try:
        names = {name.lower() for name in zipfile.ZipFile(BytesIO(data)).namelist()}
    except (zipfile.BadZipFile, OSError, ValueError):
        return False
    return "xl/workbook.bin" in names or "content.xml" in names


class OtherBook:
    """A workbook of which the reader gives values alone: formulas and number formats cannot be seen."""

    def __init__(self, content: Bytes) -> None:
        """Opens it.

        Raises:
            InvalidInput: when it is no sound workbook, or one with macros.
        """
        import python_calamine

        from allocator.files.xlsx_package import within_limits

        self._content = content

        def refuse(code: str, **args: object) -> InvalidInput:
            return InvalidInput((Fault(code, content.name, None, None, content.name, args),))

        try:
            if content.data.startswith(b"PK"):
                archive = zipfile.ZipFile(BytesIO(content.data))
                if any(name.lower().endswith("vbaproject.bin") for name in archive.namelist()):
                    raise refuse("workbook_macros")
                if not within_limits(archive):
                    raise refuse("workbook_swells", limit=1024)
            self._book: Any = python_calamine.load_workbook(BytesIO(content.data))
        except (python_calamine.CalamineError, zipfile.BadZipFile, OSError, ValueError, EOFError):
            raise refuse("workbook_damaged") from None

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of the sheets, in their order."""
        return tuple(self._book.sheet_names)

    def table(self, sheet: str, layout: Layout) -> RawTable:
        """The table on a sheet.

        Raises:
            InvalidInput: when the sheet is damaged.
        """
        import python_calamine

        try:
            rows = self._book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
        except (python_calamine.CalamineError, OSError, ValueError):
            raise InvalidInput((Fault("workbook_damaged", layout.table, value=shown(sheet)),)) from None
        hidden = [("sheet", "")] if self._is_hidden(sheet) else []
        return lay_out(Grid(self._content.name, sheet, rows, hidden=hidden), layout)

    def _is_hidden(self, sheet: str) -> bool:
        about = next(one for one in self._book.sheets_metadata if one.name == sheet)
        return not str(about.visible).endswith("Visible")
