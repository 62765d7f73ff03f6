"""The pictures of the report, each with the same facts as a table beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from allocator.labels import Labels
from allocator.report.findings import Findings
from allocator.report.sheet import Sheet
from allocator.report.svg import legend

ROWS_A_PICTURE = 32
"""What fits on one printed page and can still be read."""
PICTURES = 4
"""Further rows stand in the workbook only."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One or more pictures under a caption, the table that says the same, and what is left out of the pictures."""

    name: str
    caption: str
    reading: str
    svgs: tuple[str, ...]
    table: Sheet
    left_out: str = ""


def in_pages(rows: Sequence[str]) -> Iterator[Sequence[str]]:
    """Rows cut into pictures that can be read, as many as are drawn."""
    for start in range(0, min(len(rows), ROWS_A_PICTURE * PICTURES), ROWS_A_PICTURE):
        yield rows[start : start + ROWS_A_PICTURE]


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


def methods_legend(findings: Findings, labels: Labels, fills: Sequence[str], x: float, y: float) -> list[str]:
    """The methods with their fills."""
    names = [labels.words(f"method.{run.outcome.method}") for run in findings.runs]
    return legend(x, y, list(zip(names, fills, strict=False)))
