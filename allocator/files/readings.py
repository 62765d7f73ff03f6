"""Readings: the steps between a cell as it stands and the value used, each told, none taken in silence."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A cell by its file, its sheet (the file itself where it has none) and its address in it (``C4``)."""

    file: str
    sheet: str
    cell: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One kind of reading in one column: how many cells, and of one of them the place, what is seen, what is used.

    ``kind`` is a code, worded as ``reading.kind.<kind>``; ``column`` is ``""`` for what concerns a whole table.
    """

    kind: str
    table: str
    column: str
    cells: int
    place: Place
    seen: str
    used: str
