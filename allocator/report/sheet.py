"""A table of records as data: what a sheet of the workbook and a table of the report hold."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Literal, TypeAlias
from unicodedata import east_asian_width

from allocator.labels import Wording
from models.common.base import thousandths_text
from models.common.canonical import decimal_text

Kind = Literal["text", "long", "number"]
Tone = Literal["", "good", "bad", "note"]


@dataclass(frozen=True, slots=True)
class Points:
    """A score in thousandths, shown with three decimals."""

    thousandths: int


Cell: TypeAlias = str | int | Points | Fraction | Decimal | None
"""Text, a whole number, a score, an exact share, a mark as given, or nothing."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading in words, whether it holds text, long text that wraps, or numbers, and its name if any."""

    heading: str
    kind: Kind = "text"
    name: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Records under headings, one a row. ``tones`` colour a row; a word or mark in it always says the same."""

    name: str
    title: str
    note: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    tones: tuple[Tone, ...] = ()

    def tone(self, row: int) -> Tone:
        """The tone of a row."""
        return self.tones[row] if self.tones else ""


def columns(labels: Wording, names: str) -> tuple[Column, ...]:
    """Columns from the names of their headings; ``#`` before one marks numbers, ``~`` long text."""
    kinds: dict[str, Kind] = {"#": "number", "~": "long"}
    plain = ((name.lstrip("#~"), kinds.get(name[0], "text")) for name in names.split())
    return tuple(Column(labels.words(f"head.{name}"), kind, name) for name, kind in plain)


def sheet(
    labels: Wording,
    name: str,
    names: str | Sequence[Column],
    rows: Iterable[Sequence[Cell]],
    tones: Iterable[Tone] = (),
    **arguments: object,
) -> Sheet:
    """A sheet whose name, title and note stand in the catalogue under ``report.<name>``."""
    return Sheet(
        name=labels.words(f"report.{name}.name", **arguments),
        title=labels.words(f"report.{name}.title", **arguments),
        note=labels.words(f"report.{name}.note", **arguments),
        columns=columns(labels, names) if isinstance(names, str) else tuple(names),
        rows=tuple(tuple(row) for row in rows),
        tones=tuple(tones),
    )


def points(thousandths: int | None) -> Points | None:
    """A score, or nothing where it cannot be computed."""
    return None if thousandths is None else Points(thousandths)


def cell_text(cell: Cell) -> str:
    """A cell as people read it; a share as a percentage with two decimals, rounded half up."""
    if type(cell) is str:
        return cell
    if cell is None:
        return ""
    if isinstance(cell, Points):
        return thousandths_text(cell.thousandths)
    if isinstance(cell, Fraction):
        hundredths = int(cell * 10000 + Fraction(1, 2))
        return f"{hundredths // 100}.{hundredths % 100:02d}%"
    return decimal_text(cell) if isinstance(cell, Decimal) else str(cell)


def text_width(text: str) -> int:
    """How many columns a text takes: two for each wide character."""
    return len(text) if text.isascii() else _text_width(text)


@lru_cache(maxsize=1 << 16)
def _text_width(text: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)
