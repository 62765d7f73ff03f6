"""The result workbook: strings as strings, numbers as numbers, nothing to calculate, the same bytes every time."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from operator import gt
from typing import Any

from allocator.files.workbooks import TEXT_FORMAT, new_workbook
from allocator.report.block import Block
from allocator.report.sheet import Cell, Column, Points, Sheet, Tone, cell_text, text_width
from allocator.words import Lang

A4 = 9
LONGEST = 32_000
"""A cell holds at most 32,767 characters; what is longer is cut and ends with three dots."""
NARROW, WIDE, WIDEST = 6, 34, 68
"""Widths in characters: of the narrowest column, of the widest of short text, of the widest of long text."""
COVER = (30, 64, 16)
"""Widths of the columns of the first sheet."""
LINE = 13.5
"""The height of a line of text in points."""
ACROSS = 240
"""What goes on one page across and can still be read; a wider table goes on several, its names on each."""
KEPT = 80
"""The columns up to the person, else the section, stay in view where they are no wider than this together."""
FONT = {"zh": "SimSun", "en": "Calibri"}
FILLS = {"": None, "good": "#E6F0E9", "bad": "#F4E4E0", "note": "#FBF3D9"}


@dataclass(frozen=True)
class Front:
    """What stands on every sheet and in the properties: title, day, first sheet, case, state, and the hash below."""

    title: str
    day: dt.date
    cover_name: str
    case: str
    state: str
    sha256: str
    page_of: str


def workbook_bytes(front: Front, blocks: Sequence[Block], tables: Sequence[Sheet], lang: Lang) -> bytes:
    """A workbook: the cover made of blocks, then each table on a sheet of its own."""
    from allocator.report.records import Records

    data = io.BytesIO()
    with new_workbook(data) as book:
        created = dt.datetime(front.day.year, front.day.month, front.day.day)
        book.set_properties({"title": front.title, "created": created})
        look = _Look(book, lang)
        _cover(book, blocks, tables, look, front.cover_name)
        for page in book.worksheets():
            page.set_portrait()
            page.fit_to_pages(1, 1)
        for number, table in enumerate(tables):
            _sheet(book.add_worksheet(_sheet_name(table.name, number), Records), table, look)
        for page in book.worksheets():
            _print_setup(page, front)
    return data.getvalue()


class _Look:
    """The formats of the workbook, each made once."""

    def __init__(self, book: Any, lang: Lang) -> None:
        self._book, self._font = book, FONT[lang]
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}
        self._cells: dict[tuple[str | int, str, bool], Any] = {}

    def of(self, **properties: Any) -> Any:
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            base = {"font_name": self._font, "font_size": 10, "valign": "top"}
            self._made[key] = self._book.add_format(base | properties)
        return self._made[key]

    def head(self, number: bool) -> Any:
        return self.of(
            bold=True,
            bg_color="#DCE3EA",
            border=1,
            border_color="#7F8C99",
            text_wrap=True,
            valign="vcenter",
            align="right" if number else "left",
            **({} if number else {"indent": 1}),
        )

    def cell(self, number_format: str | int, tone: str, wrap: bool) -> Any:
        key = (number_format, tone, wrap)
        if key not in self._cells:
            self._cells[key] = self._cell(*key)
        return self._cells[key]

    def _cell(self, number_format: str | int, tone: str, wrap: bool) -> Any:
        fill = FILLS[tone]
        properties: dict[str, Any] = {"border": 4, "border_color": "#9AA5B1", "num_format": number_format}
        if wrap:
            properties |= {"text_wrap": True, "align": "left", "indent": 1}
        return self.of(**properties, **({"bg_color": fill} if fill else {}))


def _sheet(page: Any, table: Sheet, look: _Look) -> None:
    """One table: frozen and filtered headings, one record a row; on paper as many pages across as it takes to read."""
    told = [_told(cells) for cells in zip(*table.rows, strict=True)] or [_told(())] * len(table.columns)
    widths = [_column_width(column, max(own.sizes, default=0)) for column, own in zip(table.columns, told, strict=True)]
    for position, (column, width) in enumerate(zip(table.columns, widths, strict=True)):
        page.set_column(position, position, width)
        page.write_string(0, position, column.heading, look.head(column.kind == "number"))
    _height(page, 0, [text_width(column.heading) for column in table.columns], widths)
    page.write_records(1, list(zip(*(own.values for own in told), strict=True)), _looks(table, told, look))
    tall = {
        number
        for own, width in zip(told, widths, strict=True)
        if max(own.sizes, default=0) > width - 2
        for number, size in enumerate(own.sizes)
        if size > width - 2
    }
    for number in sorted(tall):
        _height(page, number + 1, [own.sizes[number] for own in told], widths)
    frozen = _frozen_columns(table, widths)
    page.freeze_panes(1, frozen)
    page.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)
    page.repeat_rows(0)
    page.set_landscape()
    across = _pages_across(widths, frozen)
    page.fit_to_pages(across, 0)
    if across > 1:
        page.repeat_columns(0, frozen - 1)


@dataclass(frozen=True)
class _Told:
    """A column of a table: how wide each cell is, what it is in the file, and its type."""

    sizes: Sequence[int]
    values: Sequence[str | float | None]
    kinds: Sequence[type]


def _told(cells: Sequence[Cell]) -> _Told:
    """A column's cells as the file has them; one that stands there often is looked at once."""
    kinds = list(map(type, cells))
    one = len(set(kinds)) == 1
    keys: Sequence[Any] = [c.thousandths if type(c) is Points else c for c in cells] if Points in kinds else cells
    keys = keys if one else list(zip(kinds, keys, strict=True))
    known = {
        key: (text_width(cell_text(cell)), _value(cell)) for key, cell in dict(zip(keys, cells, strict=True)).items()
    }
    found = list(map(known.__getitem__, keys))
    return _Told([size for size, _ in found], [value for _, value in found], kinds)


def _looks(table: Sheet, told: Sequence[_Told], look: _Look) -> list[Sequence[Any]]:
    """The formats of each row's cells; rows alike in tone and types have the very same ones."""
    made: dict[tuple[Tone, tuple[type, ...]], Sequence[Any]] = {}
    tones: Sequence[Tone] = table.tones or [""] * len(table.rows)
    looks = []
    for key in zip(tones, zip(*(own.kinds for own in told), strict=True), strict=True):
        if key not in made:
            tone, kinds = key
            made[key] = [
                _formats(look, tone, column.kind != "number")[kind]
                for column, kind in zip(table.columns, kinds, strict=True)
            ]
        looks.append(made[key])
    return looks


def _height(page: Any, row: int, sizes: Sequence[int], widths: Sequence[float]) -> None:
    """Makes room for text that wraps, ``sizes`` being its widths; not every program does so by itself."""
    if not any(map(gt, sizes, [width - 2 for width in widths])):
        return
    lines = max(-(-size // (width - 2)) for size, width in zip(sizes, widths, strict=True))
    page.set_row(row, min(LINE * lines + 1.5, 400))


def _pages_across(widths: Sequence[float], frozen: int) -> int:
    """How many pages a table takes across when its first columns stand on each."""
    named, rest = sum(widths[:frozen]), sum(widths[frozen:])
    return 1 if named + rest <= ACROSS else int(-(-rest // (ACROSS - named)))


def _formats(look: _Look, tone: str, wrap: bool) -> Mapping[type, Any]:
    """The format of each type of cell in a row of a tone; text may wrap."""
    numbers = {int: "0", Points: "0.000", Fraction: "0.00%", Decimal: "0.###", type(None): "General"}
    return {str: look.cell(TEXT_FORMAT, tone, wrap)} | {
        kind: look.cell(number_format, tone, False) for kind, number_format in numbers.items()
    }


def _value(cell: Cell) -> str | float | None:
    """A cell as the file has it."""
    if isinstance(cell, str):
        return _cut(cell)
    if isinstance(cell, Points):
        return cell.thousandths / 1000
    return float(cell) if isinstance(cell, Fraction | Decimal) else cell


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _frozen_columns(table: Sheet, widths: Sequence[float]) -> int:
    """How many columns stay in view: up to the person a row speaks of, else the section, else the first."""
    names = [column.name for column in table.columns]
    ends = [names.index(name) + 1 for name in ("person", "section") if name in names]
    return next((end for end in ends if sum(widths[:end]) <= KEPT), 1)


def _column_width(column: Column, longest: int) -> float:
    """The width of a column whose longest cell is so wide."""
    least = text_width(column.heading) + 4 if column.kind == "text" else min(text_width(column.heading), 8) + 3
    most = {"text": WIDE, "long": WIDEST, "number": 16}[column.kind]
    return min(max(longest + (2 if column.kind == "number" else 3), least, NARROW), most)


def _cover(book: Any, blocks: Sequence[Block], tables: Sequence[Sheet], look: _Look, name: str) -> None:
    """What the workbook is, in one page: the statement, the case, the figures, what is on which sheet."""
    from allocator.report.records import Records

    page = book.add_worksheet(name, Records)
    for column, width in enumerate(COVER):
        page.set_column(column, column, width)
    page.hide_gridlines(2)
    row, looks = 0, _formats(look, "", True)
    for block in blocks:
        if block.kind in ("title", "statement", "heading"):
            page.merge_range(row, 0, row, 2, "", _block_format(block, look))
            page.write_string(row, 0, _cut(block.text), _block_format(block, look))
            page.set_row(row, 15 * (1 + text_width(block.text) // 100) + {"title": 18, "heading": 6}.get(block.kind, 9))
            row += 1
            continue
        for position, heading in enumerate(block.headings):
            page.write_string(row, position, heading, look.head(position in block.numbers))
        row += bool(block.headings)
        for cells in block.rows:
            for position, cell in enumerate(cells):
                page.write_value(row, position, _value(cell), looks[type(cell)])
            _height(page, row, [text_width(cell_text(cell)) for cell in cells], COVER[: len(cells)])
            if block.kind == "contents":
                _link(page, row, tables, str(cells[0]), look)
            row += 1
        row += 1


def _link(page: Any, row: int, tables: Sequence[Sheet], name: str, look: _Look) -> None:
    """Makes the name of a sheet lead there."""
    number = next(i for i, table in enumerate(tables) if table.name == name)
    link = look.of(border=4, border_color="#9AA5B1", font_color="#1F4E79", underline=1, num_format=TEXT_FORMAT)
    page.write_url(row, 0, f"internal:'{_sheet_name(name, number)}'!A1", link, name)


def _block_format(block: Block, look: _Look) -> Any:
    if block.kind == "title":
        return look.of(bold=True, font_size=18, valign="vcenter")
    if block.kind == "heading":
        return look.of(bold=True, font_size=12, valign="vcenter", bottom=1)
    return look.of(bold=True, font_size=11, text_wrap=True, valign="vcenter", border=2, bg_color="#FBF3D9")


def _sheet_name(name: str, number: int) -> str:
    """A name a spreadsheet takes: at most 31 characters, none of ``[]:*?/\\``."""
    kept = "".join("-" if char in "[]:*?/\\'" else char for char in name)
    return kept if len(kept) <= 31 else f"{kept[:27]} {number}"


def _print_setup(page: Any, front: Front) -> None:
    """A4, what it is above and where one is below."""
    case = front.case.replace("&", "&&")[:80]
    page.set_paper(A4)
    page.set_margins(left=0.4, right=0.4, top=0.8, bottom=0.7)
    page.set_header(f"&L&9{' '}{case}&C&9&A&R&9{front.state}")
    page.set_footer(f"&L&8{front.sha256[:12]} &C&9{front.page_of}")
