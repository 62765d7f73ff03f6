"""The kinds of papers of a competition: which fields each may show, what it needs, and how it is laid out."""

from collections.abc import Mapping

from allocator.papers.layout import Grid, Kind, Signatures, Table, Text, columns, published_kind, sheet_kind
from allocator.words import say

_SLIP = (
    Text("opening", many=True),
    Grid(("name", "staffing", "present", "round", "post", "chief")),
    Text("closing", many=True),
    Signatures(),
)
_SLIP_FIELDS = "opening closing name staffing present round post chief signatures"
_FORM = columns("round:2 choice:2 wish:7 remark:5")
_SCORES = columns("score:5< value:4 article:4")

_ALL = (
    sheet_kind(
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
    published_kind("filing-round", "no:22 name:46/56 present:68/72 wish:176/162<", more=("round",)),
    published_kind(
        "satisfaction",
        "no:22/18 name:44 present:66/56 satisfied:24/34 basic:40/34 dissatisfied:30/42 share:40/42 verdict:46/42",
    ),
    published_kind(
        "candidates",
        "no:22/18 name:54/56 gender:24/30 birth:42/32 education:48/40 present:78/80 rank:44/56",
        more=("period",),
    ),
    published_kind(
        "quantification", "no:22/18 name:54/50 present:78/68 rank:44/58 base:36/34 bonus:30 quantification:48/54"
    ),
    published_kind("composite", "post:84 place:36 name:72 round:60 composite:60"),
    published_kind(
        "proposed-chiefs",
        "no:22/18 name:48/54 gender:22/30 birth:40/34 education:46/40 present:67/68 post:67/68",
        more=("period",),
        result=True,
    ),
    sheet_kind("confirmation-clerks", _SLIP_FIELDS, _SLIP, run=True),
    sheet_kind("confirmation-institution", _SLIP_FIELDS, _SLIP, run=True),
    published_kind("placements", "section:64/70 chief:44/50 clerks:120/110< institution:84/82<", result=True),
    published_kind("returning", "no:2 name:5 present:6 home:8", result=True),
    published_kind(
        "filing-report",
        "no:21/18 name:38/44 gender:21/30 birth:38/33 education:30/40 present:63/52 rank:38/43 post:63/52",
        more=("recipient",),
        result=True,
    ),
    sheet_kind(
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
