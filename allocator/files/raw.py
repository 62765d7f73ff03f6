"""A table as it stands in a file, before anything in it is understood."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from allocator.faults import Fault


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
    ``epoch_1904`` says from which day an Excel file counts its dates.
    """

    label: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    numbers: Sequence[int]
    heading_row: int | None = 1
    epoch_1904: bool = False
    faults: tuple[Fault, ...] = field(default=())


def shown(cell: object) -> str:
    """A value as a fault shows it: text of at most 80 characters, on one line, without what no screen can show."""
    text = "" if cell is None else str(cell)
    text = "".join(c if c.isprintable() else "�" for c in text[: LONGEST_SHOWN + 1])
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"
