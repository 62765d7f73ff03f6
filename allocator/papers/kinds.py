"""The kinds of papers: which fields each may show, what it needs, and how it is laid out.

This is the one whitelist. A field that is not listed here for a kind never reaches a template, the bureau's own ones
included; sentences are made from listed fields and from the names of people and sections alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from allocator.words import Lang, say

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


def _columns(text: str) -> tuple[Column, ...]:
    """Columns written as ``field:share`` or ``field:share/english``, with ``<`` for those that stand to the left."""
    made = []
    for item in text.split():
        field, shares = item.split(":")
        chinese, _, english = shares.rstrip("<").partition("/")
        align: Align = "left" if shares.endswith("<") else "center"
        made.append(Column(field, int(chinese), int(english or chinese), align))
    return tuple(made)


def _published(name: str, columns: str, *, more: tuple[str, ...] = (), result: bool = False, run: bool = False) -> Kind:
    shown = _columns(columns)
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


def _sheets(
    name: str, own: str, body: tuple[Block, ...], rows: tuple[str, ...] = (), *, run: bool = False, apart: bool = False
) -> Kind:
    layout = (*HEAD, *body, *FOOT)
    fields = (*EVERYWHERE, *own.split())
    return Kind(name, fields, rows, layout, run=run, sheets=True, persons=True, apart=apart)


_SLIP = (
    Text("opening", many=True),
    Grid(("name", "staffing", "present", "round", "post", "chief")),
    Text("closing", many=True),
    Signatures(),
)
_SLIP_FIELDS = "opening closing name staffing present round post chief signatures"
_FORM = _columns("round:2 choice:2 wish:7 remark:5")
_SCORES = _columns("score:5< value:4 article:4")

_ALL = (
    _sheets(
        "filing-forms",
        "opening closing name present staffing rank rows signatures",
        (
            Text("opening", "guide", many=True),
            Grid(("name", "present", "staffing", "rank")),
            Table("rows", _FORM, tall=True),
            Text("closing", many=True),
            Signatures(),
        ),
        ("round", "choice", "wish", "remark"),
    ),
    _published("filing-round", "no:22 name:46/56 present:68/72 wish:176/162<", more=("round",)),
    _published(
        "satisfaction",
        "no:22/18 name:44 present:66/56 satisfied:24/34 basic:40/34 dissatisfied:30/42 share:40/42 verdict:46/42",
    ),
    _published(
        "candidates",
        "no:22/18 name:54/56 gender:24/30 birth:42/32 education:48/40 present:78/80 rank:44/56",
        more=("period",),
    ),
    _published(
        "quantification", "no:22/18 name:54/50 present:78/68 rank:44/58 base:36/34 bonus:30 quantification:48/54"
    ),
    _published("composite", "post:84 place:36 name:72 round:60 composite:60"),
    _published(
        "proposed-chiefs",
        "no:22/18 name:48/54 gender:22/30 birth:40/34 education:46/40 present:67/68 post:67/68",
        more=("period",),
        result=True,
    ),
    _sheets("confirmation-clerks", _SLIP_FIELDS, _SLIP, run=True),
    _sheets("confirmation-institution", _SLIP_FIELDS, _SLIP, run=True),
    _published("placements", "section:64/70 chief:44/50 clerks:120/110< institution:84/82<", result=True),
    _published("returning", "no:2 name:5 present:6 home:8", result=True),
    _published(
        "filing-report",
        "no:21/18 name:38/44 gender:21/30 birth:38/33 education:30/40 present:63/52 rank:38/43 post:63/52",
        more=("recipient",),
        result=True,
    ),
    _sheets(
        "personal-slip",
        "opening closing name present track rows placement why signatures",
        (
            Text("opening", many=True),
            Grid(("name", "track", "present", "placement")),
            Table("rows", _SCORES),
            Text("why", many=True),
            Text("closing", many=True),
            Signatures(),
        ),
        ("score", "value", "article"),
        run=True,
        apart=True,
    ),
)

TABLE: Mapping[str, Kind] = {kind.name: kind for kind in _ALL}
"""Every kind by its name."""
KINDS: tuple[str, ...] = tuple(TABLE)
"""The names of the kinds, in the order of the procedure."""


def kind_named(name: str) -> Kind | None:
    """A kind by its English name or its Chinese one."""
    return TABLE.get(name) or next((kind for kind in _ALL if say(f"papers.kind.{kind.name}", "zh") == name), None)


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
