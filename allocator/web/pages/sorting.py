"""Rows sorted, filtered and cut into pages, whatever they are about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import ceil
from typing import Any
from urllib.parse import urlencode

from allocator.report import Cell, Points, cell_text

PAGE = 100
"""Rows on a page."""


@dataclass(frozen=True)
class Column:
    """A column: its key in addresses, the code of its heading, and whether it holds numbers."""

    key: str
    code: str
    number: bool = False


@dataclass(frozen=True)
class Row:
    """A record: its cells, and whom and where it is about."""

    cells: tuple[Cell, ...]
    person_id: str
    section_id: str | None
    track: str

    @cached_property
    def text(self) -> str:
        """What it shows, for finding something in it."""
        return "\n".join(map(cell_text, self.cells)).casefold()


@dataclass(frozen=True)
class Wanted:
    """What is asked of a table. Whatever makes no sense is left aside, so no address is ever refused for it."""

    q: str = ""
    section: str = ""
    track: str = ""
    sort: str = ""
    dir: str = ""
    page: int = 1

    def query(self, **other: object) -> str:
        """The address of the same table with something else asked."""
        asked = {**self.__dict__, **other}
        plain = {name: value for name, value in asked.items() if value and (name, value) != ("page", 1)}
        return "?" + urlencode(plain)


@dataclass(frozen=True)
class Table:
    """The rows asked for, of all there are."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    found: int
    count: int
    wanted: Wanted
    pages: int
    text: Callable[[Cell], str] = field(default=cell_text)

    def sorted_by(self, column: Column) -> str:
        """How the table is sorted by a column, as ``aria-sort`` says it; empty when by another."""
        if column.key != self.wanted.sort:
            return ""
        return "descending" if self.wanted.dir == "desc" else "ascending"

    def sorting(self, column: Column) -> dict[str, str]:
        """What sorts by a column: numbers from the top first, the other way round when sorted already."""
        first, then = ("desc", "asc") if column.number else ("asc", "desc")
        turned = column.key == self.wanted.sort and self.wanted.dir == first
        return {"sort": column.key, "dir": then if turned else first}


def asked(name: str, columns: Sequence[Column], rows: Sequence[Row], wanted: Wanted) -> Table:
    """The page asked for of the rows that match, in the order asked for; rows without the value come last."""
    text = wanted.q.strip().casefold()
    found = [
        row
        for row in rows
        if (not wanted.section or row.section_id == wanted.section)
        and (not wanted.track or row.track == wanted.track)
        and (not text or text in row.text)
    ]
    place = next((i for i, column in enumerate(columns) if column.key == wanted.sort), None)
    if place is not None:
        with_value = [row for row in found if row.cells[place] is not None]
        with_value.sort(key=lambda row: _sort_key(row.cells[place]), reverse=wanted.dir == "desc")
        found = with_value + [row for row in found if row.cells[place] is None]
    pages = max(1, ceil(len(found) / PAGE))
    page = min(max(wanted.page, 1), pages)
    shown = tuple(found[(page - 1) * PAGE : page * PAGE])
    now = Wanted(wanted.q, wanted.section, wanted.track, wanted.sort, wanted.dir, page)
    return Table(name, tuple(columns), shown, len(found), len(rows), now, pages)


def _sort_key(cell: Cell) -> tuple[int, Any]:
    if isinstance(cell, Points):
        return (0, cell.thousandths)
    return (1, cell) if isinstance(cell, str) else (0, cell)
