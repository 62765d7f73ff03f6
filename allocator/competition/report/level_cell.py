"""The value of a level as a table shows it."""

from allocator.competition.labels import SCORES
from allocator.report.sheet import Cell, points


def level_cell(name: str, value: int | None) -> Cell:
    """The value of a level: a score or a whole number."""
    return points(value) if name in SCORES else value
