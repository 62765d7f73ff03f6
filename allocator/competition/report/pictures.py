"""The pictures of the report, each with the same facts as a table beside it."""

from __future__ import annotations

from collections.abc import Callable

from allocator.competition.labels import Labels
from allocator.competition.report.findings import Findings
from allocator.competition.report.picture_moves import chief_moves, staff_moves
from allocator.competition.report.picture_posts import composite_by_post
from allocator.competition.report.picture_seats import headcounts, wishes_met
from allocator.report.figure import Figure


def figures(findings: Findings, labels: Labels) -> tuple[Figure, ...]:
    """Every picture that the findings suffice for, in the order of the report."""
    makers: tuple[Callable[[Findings, Labels], Figure | None], ...] = (
        chief_moves,
        staff_moves,
        composite_by_post,
        wishes_met,
        headcounts,
    )
    return tuple(figure for maker in makers if (figure := maker(findings, labels)) is not None)
