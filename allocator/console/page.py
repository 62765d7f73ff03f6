"""A page: headings, lines and tables, kept so that the same page can be shown on a screen and written to a file."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

from allocator.console.language import words
from allocator.console.show import aligned, line, table

Row = Sequence[str]


@dataclass(frozen=True)
class Table:
    """Headings, rows, and the columns that hold numbers."""

    headings: Row
    rows: Sequence[Row]
    numbers: frozenset[int] = frozenset()


@dataclass
class Page:
    """Blocks from top to bottom."""

    blocks: list[str | Table] = field(default_factory=list)

    def heading(self, code: str, /, **arguments: object) -> None:
        """A heading after an empty line."""
        self.titled(words(code, **arguments))

    def titled(self, text: str) -> None:
        """A heading that is put together already, after an empty line."""
        if self.blocks:
            self.blocks.append("")
        self.blocks.append(f"== {text} ==")

    def say(self, code: str, /, **arguments: object) -> None:
        """One line."""
        self.blocks.append(words(code, **arguments))

    def text(self, text: str) -> None:
        """One line that is put together already."""
        self.blocks.append(text)

    def table(self, headings: Row, rows: Sequence[Row], numbers: Sequence[int] = ()) -> None:
        """A table; nothing when it has no rows."""
        if rows:
            self.blocks.append(Table(headings, rows, frozenset(numbers)))

    def show(self) -> None:
        """Prints the page on standard output, tables drawn where that is a terminal."""
        for block in self.blocks:
            if isinstance(block, str):
                line(block)
            else:
                table(block.headings, block.rows, block.numbers)
        sys.stdout.flush()

    def plain(self) -> str:
        """The page as plain text."""
        lines: list[str] = []
        for block in self.blocks:
            lines += [block] if isinstance(block, str) else aligned(block.headings, block.rows, block.numbers)
        return "\n".join(lines) + "\n"
