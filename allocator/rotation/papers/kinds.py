"""Kinds of papers of exchange and rotation as data."""

from collections.abc import Mapping

from allocator.papers.layout import Grid, Kind, Signatures, Table, Text, columns, published_kind, sheet_kind
from allocator.words import say

_ALL: tuple[Kind, ...] = (
    published_kind("plan", "no:2 place:4 name:4 from:8< to:8< kind:3 ground:10<", run=True),
    published_kind("talks", "no:2 name:4 from:8< to:8< kind:3 talker:4 day:4", run=True),
    published_kind("handover", "place:4 name:4 hands:8< takes:8< from_whom:5 day:4 signed:4", run=True),
    published_kind("audit", "no:2 name:4 level:3 from:8< since:5 months:4 auditor:6", run=True),
    sheet_kind(
        "personal-notice",
        "opening closing name from to kind ground place rows signatures",
        (
            Text("opening", many=True),
            Grid(("name", "kind", "from", "to", "ground", "place")),
            Table("rows", columns("step:3 name:5 hands:9< takes:9<")),
            Text("closing", many=True),
            Signatures(),
        ),
        ("step", "name", "hands", "takes"),
        run=True,
        apart=True,
    ),
    published_kind("summary", "no:2 figure:12< before:5 after:5", run=True),
)
TABLE: Mapping[str, Kind] = {kind.name: kind for kind in _ALL}
"""Every kind by its name."""
KINDS: tuple[str, ...] = tuple(TABLE)


def kind_named(name: str) -> Kind | None:
    """A kind by its name or by what it is called in either language."""
    if name in TABLE:
        return TABLE[name]
    known = {say(f"rotation.papers.kind.{kind}", lang): kind for kind in KINDS for lang in ("zh", "en")}
    return TABLE.get(known.get(name, ""))
