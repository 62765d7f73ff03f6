"""The tables of exchange and rotation: columns, kinds of cell, keys."""

from collections.abc import Mapping
from functools import lru_cache

from allocator.files.cells import folded
from allocator.files.form import CaseForm, Listed
from allocator.files.layout import Column, Kind, Layout
from allocator.files.wide import by_choice
from allocator.rotation.words.tables import ALSO_KNOWN, CASE_KEYS, HEADINGS, WORDS
from allocator.rotation.words.template import EXAMPLES, PREFIX
from allocator.words.tables import EXERCISE_KEY, EXERCISES
from models.rotation.case import ROW_TYPES, RotationInfo
from models.rotation.codes import EXEMPT_FROM_EXCHANGE, EXEMPT_FROM_ROTATION, NOMINATED

REQUIRED = ("case", "units", "posts", "officers")
"""The tables without which there is no case."""
FIRST_KEY: Mapping[str, str] = {
    table: "person_a" if table == "avoidances" else next(iter(HEADINGS[table][1])) for table in ROW_TYPES
}
"""The first key column of each table, by which a row that was left out is known."""

_KINDS: Mapping[str, Kind] = {
    **dict.fromkeys(("level", "kind", "mode", "opinion", "article", "gender", "education"), "code"),
    **dict.fromkeys(("managed", "reserve", "young", "volunteer", "consent"), "yes_no"),
    **dict.fromkeys(("post_since", "unit_since", "birth", "from", "to"), "date"),
    **dict.fromkeys(("seats", "choice"), "ordinal"),
    **dict.fromkeys(("name", "specialty", "relation", "reason", "authority"), "text"),
    "requires": "words",
}
"""The kind of each column that is not an id."""
_KEYS: Mapping[str, tuple[str, ...]] = {
    "units": ("unit_id",),
    "posts": ("post_id",),
    "officers": ("person_id",),
    "service": ("person_id", "unit_id", "from", "to"),
    "exemptions": ("person_id", "article"),
    "nominations": ("person_id", "article"),
    "avoidances": ("person_a", "person_b"),
    "pins": ("person_id", "post_id"),
    "wishes": ("person_id", "choice"),
    "opinions": ("unit_id", "person_id"),
}
_OPTIONAL = frozenset(
    [
        ("posts", "requires"),
        *(("officers", column) for column in list(HEADINGS["officers"][1])[5:]),
        ("service", "from"),
        ("service", "to"),
        ("avoidances", "relation"),
        ("opinions", "reason"),
    ]
)
_DISTINCT = frozenset([("units", "unit_id"), ("posts", "post_id"), ("officers", "person_id")])
"""Where two spellings that look alike would be taken for two units, posts or people."""
_OLDEST = {"birth": 1930, "post_since": 1960, "unit_since": 1960, "from": 1960, "to": 1960}
"""The earliest year that a year of two digits may mean, by column."""
_ATTRIBUTES = {"from": "start", "to": "end"}
_ARTICLES = {"exemptions": (*EXEMPT_FROM_EXCHANGE, *EXEMPT_FROM_ROTATION), "nominations": NOMINATED}
"""The articles that each table takes."""


@lru_cache(maxsize=1)
def form() -> CaseForm:
    """The tables, which are the same under every rulebook."""
    return CaseForm(
        exercise="rotation",
        layouts={table: _layout(table) for table in ("case", *ROW_TYPES)},
        required=REQUIRED,
        info=RotationInfo,
        info_rows=(
            Column("name", ("name", CASE_KEYS["name"]), "text", True),
            Column("reference_date", ("reference_date", CASE_KEYS["reference_date"]), "date", True),
            Column("lottery_seed", ("lottery_seed", CASE_KEYS["lottery_seed"]), "id", False),
            Column("exchange_quota", ("exchange_quota", CASE_KEYS["exchange_quota"]), "count", False),
            Column(EXERCISE_KEY[0], EXERCISE_KEY, "code", False, codes=tuple(EXERCISES.items())),
        ),
        written=tuple(CASE_KEYS),
        listed={
            "units": Listed("unit_id", ("unit_id", "name")),
            "posts": Listed("post_id", ("post_id", "name", "unit_id")),
            "officers": Listed("person_id", ("person_id", "name", "post_id", "birth")),
        },
        points={
            **dict.fromkeys(("person_id", "person_a", "person_b"), "officers"),
            "unit_id": "units",
            "post_id": "posts",
        },
        template=PREFIX,
        examples=EXAMPLES,
        example_codes={"officers.managed": "yes", "pins.mode": "forbid"},
    )


def _layout(table: str) -> Layout:
    title, headings = HEADINGS[table]
    return Layout(
        table,
        tuple(_column(table, name) for name in headings),
        title=title,
        row_type=ROW_TYPES.get(table),
        key=_KEYS.get(table, ("key",)),
        elsewhere=_headings_known(),
        ways=(by_choice("post_id"),) if table == "wishes" else (),
    )


def _column(table: str, name: str) -> Column:
    place = table, name
    kind: Kind = "text" if table == "case" else _KINDS.get(name, "id")
    codes: tuple[tuple[str, str], ...] = ()
    if name == "article":
        codes = tuple((article, WORDS["article"][article]) for article in _ARTICLES[table])
    elif kind == "code":
        codes = tuple(WORDS[name].items())
    return Column(
        name,
        (name, HEADINGS[table][1][name], *ALSO_KNOWN.get(place, ())),
        kind,
        place not in _OPTIONAL,
        place in _DISTINCT,
        codes=codes,
        oldest=_OLDEST.get(name),
        attribute=_ATTRIBUTES.get(name, ""),
    )


@lru_cache(maxsize=1)
def _headings_known() -> frozenset[str]:
    """The headings of all tables; one that is at home in another table is never taken for a mistyped one."""
    own = (name for _, columns in HEADINGS.values() for pair in columns.items() for name in pair)
    return frozenset(map(folded, own)) | frozenset(folded(name) for names in ALSO_KNOWN.values() for name in names)
