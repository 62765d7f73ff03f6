"""What the first sheet of a workbook is made of."""

from dataclasses import dataclass
from typing import Literal

from allocator.report.sheet import Cell


@dataclass(frozen=True, slots=True)
class Block:
    """A line of text across the page, or a small table."""

    kind: Literal["title", "statement", "heading", "table", "contents"]
    text: str = ""
    headings: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    numbers: tuple[int, ...] = ()
