"""The tables of the competition: columns, kinds of cell, keys, and what of it a rulebook decides."""

from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache

from allocator.competition.words.tables import ALSO_KNOWN, CASE_KEYS, HEADINGS, WORDS
from allocator.competition.words.template import EXAMPLES
from allocator.files.cells import folded
from allocator.files.form import CaseForm, Listed
from allocator.files.layout import Absent, Column, Kind, Layout
from allocator.files.wide import (
    Wide,
    by_choice,
    by_group,
    by_judge,
    by_round,
    by_round_and_choice,
    by_year,
)
from allocator.words.tables import EXERCISE_KEY, EXERCISES
from models.common.rules import carries
from models.competition.case import KEYS, ROW_TYPES, CaseInfo
from models.competition.rule_ids import RuleId
from models.competition.rulebook import Rulebook

REQUIRED = ("case", "sections", "people")
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
_OLDEST = {"birth": 1930, "rank_since": 1960}
"""The earliest year that a year of two digits may mean, by column."""
_EXAMPLE_CODES = {
    "people.rank": "deputy",
    "people.chief": "no",
    "people.fixed": "no",
    "pins.role": "clerk",
    "pins.mode": "forbid",
}
"""The code of an example where it is not the first of its kind."""
FIRST_KEY: Mapping[str, str] = {
    table: "person_a" if table == "avoidances" else columns[0] for table, columns in KEYS.items()
}
"""The first key column of each table, by which a row that was left out is known."""


def form_of(rulebook: Rulebook) -> CaseForm:
    """The tables under a rulebook; exam papers and appraisal heads are those it names (articles 4 and 6)."""
    return CaseForm(
        exercise="competition",
        layouts=layouts(rulebook),
        required=REQUIRED,
        info=CaseInfo,
        info_rows=(
            Column("name", ("name", CASE_KEYS["name"]), "text", True),
            Column("reference_date", ("reference_date", CASE_KEYS["reference_date"]), "date", True),
            Column("lottery_seed", ("lottery_seed", CASE_KEYS["lottery_seed"]), "id", False),
            Column(EXERCISE_KEY[0], EXERCISE_KEY, "code", False, codes=tuple(EXERCISES.items())),
        ),
        written=tuple(CASE_KEYS),
        listed={
            "sections": Listed("section_id", ("section_id", "name")),
            "people": Listed("person_id", ("person_id", "name", "section_id", "birth")),
        },
        points={
            **dict.fromkeys(("person_id", "person_a", "person_b", "chief_id"), "people"),
            "section_id": "sections",
        },
        examples=EXAMPLES,
        example_codes=_EXAMPLE_CODES,
    )


def layouts(rulebook: Rulebook) -> Mapping[str, Layout]:
    """Every table's layout."""
    weights = {"exams": rulebook.exam.weights, "appraisals": rulebook.appraisal.weights}
    return {table: _layout(table, rulebook, tuple(weights.get(table, {}).items())) for table in ("case", *ROW_TYPES)}


def _layout(table: str, rulebook: Rulebook, weights: tuple[tuple[str, Fraction], ...]) -> Layout:
    if weights:
        absent: Absent | None = None
        if table == "exams":
            absent = "zero" if rulebook.exam.absent == "zero" else "undecided"
        papers = (mark_column(table, name, absent) for name, _ in weights)
        columns = (_column(table, "person_id", rulebook), *papers)
    else:
        columns = tuple(_column(table, name, rulebook) for name in HEADINGS[table][1])
    return Layout(
        table,
        columns,
        marks=tuple(name for name, _ in weights),
        title=HEADINGS[table][0],
        row_type=ROW_TYPES.get(table),
        key=_key(table),
        weights=weights,
        elsewhere=_headings_known(),
        ways=_ways(rulebook).get(table, ()),
    )


def _key(table: str) -> tuple[str, ...]:
    if table == "avoidances":
        return ("person_a", "person_b")
    return KEYS.get(table, ("key",))


def _ways(rulebook: Rulebook) -> Mapping[str, tuple[Wide, ...]]:
    """The ways in which a table may be wide, the most telling first."""
    groups = voter_groups(rulebook)
    return {
        "speeches": (by_judge("score"),),
        "ballots": (by_group("votes", groups),),
        "attendance": (by_group("present", groups),),
        "reviews": (by_year("score"),),
        "applications": (by_round_and_choice("section_id"), by_choice("section_id")),
        "clerk_applications": (by_round("section_id"),),
    }


def voter_groups(rulebook: Rulebook) -> tuple[tuple[str, str], ...]:
    """The code of each name a voter group may have: its own, and the Chinese word of a built-in one."""
    weights = rulebook.recommendation.weights
    chinese = {folded(word): code for code, word in WORDS["group"].items() if code in weights}
    return tuple((chinese | {folded(name): name for name in weights}).items())


@carries(RuleId.MARK_RANGE, "check")
def mark_column(table: str, name: str, absent: Absent | None = None) -> Column:
    """A column of marks, each from 0 to 100 (articles 4, 6, 8 and 10)."""
    return Column(name, _headings(table, name), "mark", True, absent=absent)


def _column(table: str, name: str, rulebook: Rulebook) -> Column:
    place = table, name
    kind: Kind = "text" if table == "case" else _KINDS.get(name, "id")
    grades = tuple((rulebook.review.grades or {}).items()) if place == ("reviews", "score") else None
    return Column(
        name,
        _headings(table, name),
        kind,
        place not in _OPTIONAL,
        place in _DISTINCT,
        codes=tuple(WORDS[name].items()) if kind in ("code", "group") else (),
        groups=voter_groups(rulebook) if kind == "group" else (),
        grades=grades,
        oldest=_OLDEST.get(name),
        default=0 if name == "basic" else None,
    )


def _headings(table: str, name: str) -> tuple[str, ...]:
    chinese = HEADINGS[table][1].get(name)
    return (name, *([chinese] if chinese else []), *ALSO_KNOWN.get((table, name), ()))


@lru_cache(maxsize=1)
def _headings_known() -> frozenset[str]:
    """The headings of all tables; one that is at home in another table is never taken for a mistyped one."""
    own = (name for _, columns in HEADINGS.values() for pair in columns.items() for name in pair)
    return frozenset(map(folded, own)) | frozenset(folded(name) for names in ALSO_KNOWN.values() for name in names)
