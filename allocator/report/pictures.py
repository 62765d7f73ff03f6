"""The pictures of the report, each with the same facts as a table beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from allocator.labels import Labels
from allocator.report.findings import Findings
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


def rows_left_out(labels: Labels, rows: Sequence[str], sheet: str) -> str:
    """How many rows no picture shows, and on which sheet of the workbook they stand."""
    rest = len(rows) - ROWS_A_PICTURE * PICTURES
    if rest <= 0:
        return ""
    return labels.words("figure.left_out", count=rest, sheet=sheet)


def figures(findings: Findings, labels: Labels) -> tuple[Figure, ...]:
    """Every picture that the findings suffice for, in the order of the report."""
    from allocator.report.picture_moves import chief_moves, staff_moves
    from allocator.report.picture_posts import composite_by_post
    from allocator.report.picture_seats import headcounts, wishes_met

    makers: tuple[Callable[[Findings, Labels], Figure | None], ...] = (
        chief_moves,
        staff_moves,
        composite_by_post,
        wishes_met,
        headcounts,
    )
    return tuple(figure for maker in makers if (figure := maker(findings, labels)) is not None)
