"""What each table holds: its columns, what kind of value each takes, and which must be filled."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from allocator.words.tables import ALSO_KNOWN, HEADINGS
from models.competition.case import ROW_TYPES
from models.competition.rulebook import Rulebook

Kind = Literal["id", "label", "text", "code", "group", "yes_no", "date", "mark", "count", "ordinal", "year"]
TABLES: tuple[str, ...] = ("case", *ROW_TYPES)
REQUIRED: tuple[str, ...] = ("case", "sections", "people")
"""The tables without which there is no case."""

_KINDS: Mapping[str, Kind] = {
    "staffing": "code",
    "rank": "code",
    "bid": "code",
    "review": "code",
    "gender": "code",
    "education": "code",
    "role": "code",
    "mode": "code",
    "group": "group",
    "chief": "yes_no",
    "fixed": "yes_no",
    "cleared": "yes_no",
    "consent": "yes_no",
    "rank_since": "date",
    "birth": "date",
    "date": "date",
    "score": "mark",
    "headcount": "ordinal",
    "round": "ordinal",
    "choice": "ordinal",
    "order": "ordinal",
    "retain": "count",
    "satisfied": "count",
    "basic": "count",
    "dissatisfied": "count",
    "present": "count",
    "votes": "count",
    "year": "year",
    "judge": "label",
    "name": "text",
    "specialty": "text",
    "proficiency": "text",
    "home_unit": "text",
    "relation": "text",
    "reason": "text",
    "authority": "text",
    "document": "text",
}
"""The kind of each column that is neither an id nor a mark of an exam paper or appraisal head."""

_OPTIONAL = frozenset(
    [
        ("sections", "retain"),
        *(
            ("people", column)
            for column in HEADINGS["people"][1]
            if column not in ("person_id", "name", "staffing", "rank")
        ),
        ("satisfaction", "basic"),
        ("picks", "chief_id"),
        ("avoidances", "relation"),
        ("decisions", "authority"),
        ("decisions", "date"),
        ("decisions", "document"),
    ]
)
_DISTINCT = frozenset([("people", "person_id"), ("sections", "section_id"), ("speeches", "judge")])
"""Where two spellings that look alike would be taken for two people, sections or judges."""


@dataclass(frozen=True)
class Column:
    """One column: its name, the headings it may stand under, the kind of its cells, and whether they must be filled.

    ``distinct`` marks the columns in which two spellings that look alike are a fault.
    """

    name: str
    headings: tuple[str, ...]
    kind: Kind
    required: bool
    distinct: bool = False

    @property
    def empty(self) -> bool | int | None:
        """The value of an empty cell of an optional column."""
        if self.kind == "yes_no":
            return False
        return 0 if self.name == "basic" else None


@dataclass(frozen=True)
class Layout:
    """One table. ``marks`` are the columns that together are the marks of an exam or appraisal.

    ``mapped`` are a bureau's own headings, as they are compared, with the column that each is.
    """

    table: str
    columns: tuple[Column, ...]
    marks: tuple[str, ...] = ()
    mapped: tuple[tuple[str, str], ...] = ()

    @cached_property
    def by_heading(self) -> Mapping[str, Column]:
        """The column of each heading in either language."""
        return {heading: column for column in self.columns for heading in column.headings}


def layouts(rulebook: Rulebook) -> Mapping[str, Layout]:
    """Every table's layout; exam papers and appraisal heads are those the rulebook names (articles 4 and 6)."""
    named = {"exams": tuple(rulebook.exam.weights), "appraisals": tuple(rulebook.appraisal.weights)}
    return {table: _layout(table, named.get(table, ())) for table in TABLES}


def _layout(table: str, marks: tuple[str, ...]) -> Layout:
    known = HEADINGS[table][1]
    if not marks:
        return Layout(table, tuple(_column(table, name) for name in known))
    papers = tuple(Column(name, _headings(table, name), "mark", True) for name in marks)
    return Layout(table, (_column(table, "person_id"), *papers), marks)


def _column(table: str, name: str) -> Column:
    place = table, name
    kind = "text" if table == "case" else _KINDS.get(name, "id")
    return Column(name, _headings(table, name), kind, place not in _OPTIONAL, place in _DISTINCT)


def _headings(table: str, name: str) -> tuple[str, ...]:
    chinese = HEADINGS[table][1].get(name)
    return (name, *([chinese] if chinese else []), *ALSO_KNOWN.get((table, name), ()))
