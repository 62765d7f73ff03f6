"""Kinds of papers as data: which fields each may show, what it needs, and how it is laid out.

A field that is not listed for a kind never reaches a template, the bureau's own ones included; sentences are made from
listed fields and from names alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from allocator.words import Lang

Align = Literal["left", "center", "right"]
Style = Literal["title", "status", "body", "plain", "guide", "note"]


@dataclass(frozen=True)
class Column:
    """A column of a table: its field, its share of the width in each language and how its cells stand."""

    field: str
    chinese: int
    english: int
    align: Align = "center"

    def share(self, lang: Lang) -> int:
        """The share of the width in a language."""
        return self.chinese if lang == "zh" else self.english


@dataclass(frozen=True)
class Text:
    """One paragraph, or one for each line where the field is a list."""

    field: str
    style: Style = "body"
    many: bool = False


@dataclass(frozen=True)
class Grid:
    """Fields with their labels, two a line."""

    fields: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A list of rows with headings; ``tall`` rows leave room for handwriting."""

    field: str
    columns: tuple[Column, ...]
    tall: bool = False


@dataclass(frozen=True)
class Signatures:
    """A box for each who signs, with room for the name and the date."""


@dataclass(frozen=True)
class Seal:
    """Who issues the paper, room for the stamp, and the date."""


Block = Text | Grid | Table | Signatures | Seal

EVERYWHERE = ("title", "status", "running", "case", "check", "words")
"""What every paper shows: its title, what it is worth, the line at the head of its later pages, the case, and the
hash of the data it was made from."""
PUBLISHED = ("opening", "closing", "issuer", "date")
HEAD: tuple[Block, ...] = (Text("title", "title"), Text("status", "status"))
FOOT: tuple[Block, ...] = (Text("check", "note"),)


@dataclass(frozen=True)
class Kind:
    """A kind of paper.

    ``result``: it tells a result and so needs the party group's recorded decision (articles 13 and 17), or is marked
    as a draft. ``run``: it needs a proposal. ``sheets``: one sheet a person, ``fields`` being each sheet's own.
    ``persons``: may be asked for one person alone. ``apart``: everybody's sheet is a file of its own. ``rows``: the
    fields of its rows.
    """

    name: str
    fields: tuple[str, ...]
    rows: tuple[str, ...]
    layout: tuple[Block, ...]
    result: bool = False
    run: bool = False
    sheets: bool = False
    persons: bool = False
    apart: bool = False


def columns(text: str) -> tuple[Column, ...]:
    """Columns written as ``field:share`` or ``field:share/english``, with ``<`` for those that stand to the left."""
    made = []
    for item in text.split():
        field, shares = item.split(":")
        chinese, _, english = shares.rstrip("<").partition("/")
        align: Align = "left" if shares.endswith("<") else "center"
        made.append(Column(field, int(chinese), int(english or chinese), align))
    return tuple(made)


def published_kind(
    name: str, shares: str, *, more: tuple[str, ...] = (), result: bool = False, run: bool = False
) -> Kind:
    """A kind with one table, issued by the office of the leading group."""
    shown = columns(shares)
    recipient: tuple[Block, ...] = (Text("recipient", "plain"),) if "recipient" in more else ()
    layout = (
        *HEAD,
        *recipient,
        Text("opening", many=True),
        Table("rows", shown),
        Text("closing", many=True),
        Seal(),
        *FOOT,
    )
    rows = tuple(column.field for column in shown)
    return Kind(name, (*EVERYWHERE, *PUBLISHED, "rows", *more), rows, layout, result, run)


def sheet_kind(
    name: str, own: str, body: tuple[Block, ...], rows: tuple[str, ...] = (), *, run: bool = False, apart: bool = False
) -> Kind:
    """A kind of one sheet a person."""
    layout = (*HEAD, *body, *FOOT)
    fields = (*EVERYWHERE, *own.split())
    return Kind(name, fields, rows, layout, run=run, sheets=True, persons=True, apart=apart)


class NotListed(Exception):
    """A field was about to be shown that the kind does not list: a fault of the program."""


def whitelisted(kind: Kind, paper: Mapping[str, object]) -> dict[str, object]:
    """One paper's or sheet's fields, refused when any is not listed for its kind."""
    stray = set(paper) - set(kind.fields)
    rows = paper.get("rows", ())
    if isinstance(rows, list):
        stray |= {field for row in rows for field in row} - set(kind.rows)
    if stray:
        raise NotListed(f"{kind.name}: {sorted(stray)}")
    return dict(paper)
