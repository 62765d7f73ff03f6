"""A picture of the report under its caption, with the table that says the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from allocator.labels import Wording
from allocator.report.sheet import Sheet

ROWS_A_PICTURE = 25
"""What fits on one printed page and can still be read."""
PICTURES = 5
"""Further rows stand in the workbook only."""
OPENED = 60
"""A table that names those whom a picture only counts is open, and printed, up to this many rows."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One or more pictures under a caption, the table that says the same, and what is left out of the pictures.

    ``opened``: the table stands open below the picture and is printed with it.
    """

    name: str
    caption: str
    reading: str
    svgs: tuple[str, ...]
    table: Sheet
    left_out: str = ""
    opened: bool = False


def in_pages(rows: Sequence[str]) -> Iterator[Sequence[str]]:
    """Rows cut into pictures of about one size that can be read, as many as are drawn."""
    drawn = rows[: ROWS_A_PICTURE * PICTURES]
    pages = -(-len(drawn) // ROWS_A_PICTURE)
    for page in range(pages):
        yield drawn[page * len(drawn) // pages : (page + 1) * len(drawn) // pages]


def rows_left_out(labels: Wording, rows: Sequence[str], sheet: str) -> str:
    """How many rows no picture shows, and on which sheet of the workbook they stand."""
    rest = len(rows) - ROWS_A_PICTURE * PICTURES
    if rest <= 0:
        return ""
    return labels.words("figure.left_out", count=rest, sheet=sheet)
