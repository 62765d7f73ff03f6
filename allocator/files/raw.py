"""A table as it stands in a file, before anything in it is understood."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from allocator.faults import Fault
from allocator.files.readings import Place, Step


class NumberText(str):
    """A number of a JSON file, digit for digit as it was written."""

    __slots__ = ()


@dataclass(frozen=True)
class Refused:
    """Stands in a cell that is at fault in itself (a formula, an error value), whatever it holds."""


Cell = str | NumberText | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta | Refused | None
"""A cell: text, a number, yes or no, a date; ``None`` or ``""`` where it is empty."""

LONGEST_CELL = 10_000
LONGEST_SHOWN = 80


@dataclass(frozen=True)
class RawTable:
    """One table of a file.

    ``label`` is the name it has there; ``heading_row`` is the row of its headings (``None`` in JSON, where every row
    names its own columns); ``numbers`` are the rows' numbers. Every row has as many cells as there are headings.
    ``epoch_1904`` says from which day an Excel file counts its dates. ``file`` is where the table was found;
    ``columns`` gives the sheet's column (from 0) of each heading, ``None`` for those that a row has from a column
    of its own, which ``sources`` gives; ``steps`` are those taken when the table was laid out.
    """

    label: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    numbers: Sequence[int]
    heading_row: int | None = 1
    epoch_1904: bool = False
    faults: tuple[Fault, ...] = field(default=())
    file: str = ""
    columns: Sequence[int | None] | None = None
    sources: Sequence[int] | None = None
    steps: tuple[Step, ...] = field(default=())

    def place(self, row: int, position: int) -> Place:
        """Where the cell of a row (from 0) and a heading (from 0) stands in the file."""
        column = position if self.columns is None else self.columns[position]
        if column is None and self.sources is not None:
            column = self.sources[row]
        cell = f"#{self.numbers[row]}" if self.heading_row is None else address((self.numbers[row] - 1, column or 0))
        return Place(self.file, self.label, cell)


def address(place: tuple[int, int]) -> str:
    """The address, like ``C7``, of a cell by its row and column, both from 0."""
    row, column = place
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"


def as_seen(cell: object) -> str:
    """A value as a sheet shows it, on one line: whole numbers without a point, breaks as spaces."""
    if isinstance(cell, float) and cell == int(cell):
        cell = int(cell)
    return shown(" ".join(cell.split()) if isinstance(cell, str) else cell)


def shown(cell: object) -> str:
    """A value as a fault shows it: text of at most 80 characters, on one line, without what no screen can show."""
    text = "" if cell is None else str(cell)
    text = "".join(c if c.isprintable() else "�" for c in text[: LONGEST_SHOWN + 1])
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"
