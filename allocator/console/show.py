"""What is printed: results on standard output, everything else on standard error; tables with aligned columns."""

import json
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, zip_longest
from typing import Any, Protocol, TextIO

from allocator.console.language import words

Row = Sequence[str]
JSON_VERSION = 1
"""The version of what is printed as JSON; of documents with a schema of their own it is that one's."""
WIDEST = 48
BREAKS = "、，；,; "


def result(code: str, /, **arguments: object) -> None:
    """One line of the result."""
    line(words(code, **arguments))


def note(code: str, /, **arguments: object) -> None:
    """One line beside the result, on standard error."""
    line(words(code, **arguments), sys.stderr)


def line(text: str = "", stream: TextIO | None = None) -> None:
    """One line of text, with what the stream's encoding cannot hold replaced."""
    stream = stream or sys.stdout
    encoding = getattr(stream, "encoding", None) or "utf-8"
    stream.write(text.encode(encoding, "replace").decode(encoding) + "\n")


class Sentence(Protocol):
    """One line of an explanation: a title, a heading, a sentence or a detail, with its article."""

    @property
    def kind(self) -> str:
        """``title``, ``heading``, ``line`` or ``detail``."""

    @property
    def text(self) -> str:
        """The sentence."""

    @property
    def article(self) -> str | None:
        """The article it rests on, if any."""


def sentences_shown(lines: Iterable[Sentence]) -> None:
    """The lines, details set in, each with its article behind it."""
    for one in lines:
        if one.kind in ("title", "heading"):
            line(f"== {one.text} ==" if one.kind == "title" else f"\n-- {one.text} --")
            continue
        article = "" if one.article is None else "  " + words("explain.article", article=one.article)
        line(("    " if one.kind == "detail" else "  ") + one.text + article)


def document(value: Mapping[str, Any]) -> None:
    """The result as one JSON document, which names the version of its schema."""
    bare_document({"schema_version": JSON_VERSION, **value})


def bare_document(value: Mapping[str, Any]) -> None:
    """The result as one JSON document with the keys that are given and no other."""
    line(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def heading(code: str, /, **arguments: object) -> None:
    """A heading with an empty line before it."""
    line()
    line(f"== {words(code, **arguments)} ==")


def table(headings: Row, rows: Sequence[Row], numbers: frozenset[int] = frozenset()) -> None:
    """A table: drawn on a terminal, aligned text elsewhere. ``numbers`` are the columns set to the right."""
    if sys.stdout.isatty():
        _drawn(headings, rows, numbers)
    else:
        for text in aligned(headings, rows, numbers):
            line(text)


def aligned(headings: Row, rows: Sequence[Row], numbers: frozenset[int] = frozenset()) -> list[str]:
    """The lines of a plain table. Chinese characters count as two columns; long cells go on below."""
    cells = [[_wrapped(cell) for cell in row] for row in (headings, *rows)]
    widths = [max(width(part) for row in cells for part in row[i]) for i in range(len(headings))]
    lines: list[str] = []
    for number, row in enumerate(cells):
        for parts in zip_longest(*row, fillvalue=""):
            shown = (_padded(part, widths[i], i in numbers) for i, part in enumerate(parts))
            lines.append("  ".join(shown).rstrip())
        if number == 0:
            lines.append("  ".join("-" * w for w in widths))
    return lines


def _wrapped(text: str) -> list[str]:
    """A cell in parts of at most :data:`WIDEST` columns, broken behind a comma, semicolon or space where it can be."""
    parts, rest = [], text
    while (end := _fitting(rest)) < len(rest):
        breaks = [i + 1 for i, char in enumerate(rest[:end]) if char in BREAKS]
        end = breaks[-1] if breaks else end
        parts.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    return [*parts, rest]


def _fitting(text: str) -> int:
    """How many characters fit into :data:`WIDEST` columns."""
    if 2 * len(text) <= WIDEST:
        return len(text)
    for i, columns in enumerate(accumulate(map(_columns, text))):
        if columns > WIDEST:
            return i
    return len(text)


def width(text: str) -> int:
    """How many columns a text takes on a screen."""
    return len(text) if text.isascii() else sum(map(_columns, text))


@lru_cache(maxsize=10_000)
def _columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _padded(text: str, columns: int, right: bool) -> str:
    space = " " * (columns - width(text))
    return space + text if right else text + space


def _drawn(headings: Row, rows: Sequence[Row], numbers: frozenset[int]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for i, text in enumerate(headings):
        drawn.add_column(Text(text), justify="right" if i in numbers else "left", overflow="fold")
    for row in rows:
        drawn.add_row(*(Text(cell) for cell in row))
    Console().print(drawn)
