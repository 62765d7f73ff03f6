"""Every fault of a case of exchange and rotation: one edit of a sound case, and exactly what must be said of it."""

import csv
from collections.abc import Callable

import pytest

from allocator.rotation.check import check
from allocator.rotation.files import read_case
from allocator.rotation.words import faults
from allocator.words import CATALOGUE, describe
from models.rotation.rulebook import RotationRulebook

Tables = dict[str, list[list[str]]]


def sound() -> Tables:
    return {
        "case": [
            ["key", "value"],
            ["exercise", "rotation"],
            ["name", "bureau"],
            ["reference_date", "2024-06-01"],
            ["exchange_quota", "9"],
        ],
        "units": [["unit_id", "name"], ["u1", "Office"], ["u2", "Finance"]],
        "posts": [
            ["post_id", "unit_id", "name", "level", "kind", "seats", "requires"],
            ["a1", "u1", "head", "head", "general", "1", ""],
            ["a2", "u1", "clerk", "staff", "general", "3", ""],
            ["b1", "u2", "head", "head", "finance", "1", ""],
            ["b2", "u2", "clerk", "staff", "general", "3", "law;tax"],
        ],
        "officers": [
            ["person_id", "name", "post_id", "post_since", "unit_since"],
            ["p1", "A", "a1", "2015-01-01", "2010-01-01"],
            ["p2", "B", "a2", "2020-01-01", "2020-01-01"],
            ["p3", "C", "a2", "2020-01-01", "2020-01-01"],
            ["p4", "D", "b1", "2020-01-01", "2020-01-01"],
            ["p5", "E", "b2", "2020-01-01", "2020-01-01"],
            ["p6", "F", "b2", "2020-01-01", "2020-01-01"],
        ],
        "service": [["person_id", "unit_id", "from", "to"], ["p1", "u2", "2005-01-01", "2009-12-31"]],
        "exemptions": [["person_id", "article", "reason", "authority"], ["p2", "8-1", "ill", "group"]],
        "nominations": [["person_id", "article", "reason", "authority"], ["p3", "7-6", "need", "group"]],
        "avoidances": [["person_a", "person_b", "relation"], ["p3", "p5", "spouses"]],
        "pins": [["person_id", "post_id", "mode", "reason", "authority"], ["p4", "b1", "assign", "stays", "group"]],
        "wishes": [["person_id", "choice", "post_id"], ["p3", "1", "b2"]],
        "opinions": [["unit_id", "person_id", "opinion", "reason"], ["u2", "p3", "object", ""]],
    }


def add(table: str, *row: str) -> Callable[[Tables], None]:
    return lambda tables: tables[table].append(list(row))


def put(table: str, row: int, column: str, value: str) -> Callable[[Tables], None]:
    def edit(tables: Tables) -> None:
        tables[table][row - 1][tables[table][0].index(column)] = value

    return edit


def both(*edits: Callable[[Tables], None]) -> Callable[[Tables], None]:
    def edit(tables: Tables) -> None:
        for one in edits:
            one(tables)

    return edit


DECIDED = ("work", "group")
SPECIMENS = {
    "rotation_unknown_person": ("wishes", 3, "person_id", add("wishes", "p9", "1", "b2")),
    "rotation_unknown_post": ("officers", 3, "post_id", put("officers", 3, "post_id", "zz")),
    "rotation_unknown_unit": ("posts", 5, "unit_id", put("posts", 5, "unit_id", "u9")),
    "rotation_duplicate_unit": ("units", 4, "unit_id", add("units", "u2", "Again")),
    "rotation_duplicate_post": ("posts", 6, "post_id", add("posts", "b2", "u1", "x", "staff", "general", "1", "")),
    "rotation_duplicate_officer": (
        "officers",
        8,
        "person_id",
        add("officers", "p6", "G", "b2", "2020-01-01", "2020-01-01"),
    ),
    "rotation_duplicate_exemption": ("exemptions", 3, "article", add("exemptions", "p2", "8-1", *DECIDED)),
    "rotation_duplicate_nomination": ("nominations", 3, "article", add("nominations", "p3", "7-6", *DECIDED)),
    "rotation_duplicate_pin": ("pins", 3, "post_id", add("pins", "p4", "b1", "assign", *DECIDED)),
    "rotation_pin_contradiction": ("pins", 3, "mode", add("pins", "p4", "b1", "forbid", *DECIDED)),
    "rotation_duplicate_choice": ("wishes", 3, "choice", add("wishes", "p3", "1", "a1")),
    "rotation_wished_twice": ("wishes", 3, "post_id", add("wishes", "p3", "2", "b2")),
    "rotation_choice_beyond": ("wishes", 3, "choice", add("wishes", "p3", "4", "a1")),
    "rotation_duplicate_opinion": ("opinions", 3, "person_id", add("opinions", "u2", "p3", "agree", "")),
    "rotation_date_after_reference": ("service", 2, "to", put("service", 2, "to", "2024-06-02")),
    "rotation_unit_after_post": ("officers", 2, "unit_since", put("officers", 2, "unit_since", "2015-01-02")),
    "rotation_service_backwards": ("service", 2, "to", put("service", 2, "to", "2004-12-31")),
    "rotation_pin_twice": ("pins", 3, "post_id", add("pins", "p4", "a1", "assign", *DECIDED)),
    "rotation_pin_other_level": ("pins", 3, "post_id", add("pins", "p2", "b1", "assign", *DECIDED)),
    "rotation_pin_over_seats": (
        "pins",
        3,
        "post_id",
        both(put("posts", 5, "seats", "2"), add("pins", "p2", "b2", "assign", *DECIDED)),
    ),
    "rotation_pin_against_avoidance": ("pins", 3, "post_id", add("pins", "p3", "b2", "assign", *DECIDED)),
    "rotation_pin_against_continuity": (
        "pins",
        4,
        "post_id",
        both(
            put("posts", 3, "seats", "4"),
            put("posts", 5, "seats", "4"),
            add("officers", "p7", "G", "a2", "2020-01-01", "2020-01-01"),
            add("officers", "p8", "H", "a2", "2020-01-01", "2020-01-01"),
            put("avoidances", 2, "person_b", "p1"),
            add("pins", "p2", "b2", "assign", *DECIDED),
            add("pins", "p3", "b2", "assign", *DECIDED),
        ),
    ),
    "rotation_pin_over_quota": (
        "pins",
        3,
        "post_id",
        both(put("case", 5, "value", "0"), add("pins", "p2", "b2", "assign", *DECIDED)),
    ),
}
"""For each code its table, row and column, and the edit that brings it about."""


def checked(tables: Tables, folder):
    for table, rows in tables.items():
        with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as sink:
            csv.writer(sink).writerows(rows)
    return check(read_case(folder), RotationRulebook())


def test_the_sound_case_is_sound(tmp_path):
    found = checked(sound(), tmp_path)
    assert found.faults == ()
    assert [(n.code, dict(n.args)) for n in found.warnings] == [
        ("due_without_post", {"person_id": "p1", "duty": "rotate"}),
        ("due_without_post", {"person_id": "p3", "duty": "should"}),
        ("wish_not_allowed", {"person_id": "p3", "choice": 1, "post_id": "b2", "bar": "specialty"}),
    ]


@pytest.mark.parametrize("code", SPECIMENS)
def test_exactly_the_expected_fault(tmp_path, code):
    """Protects the officer from faults that are missed, misplaced, made up, or have no words."""
    table, row, column, edit = SPECIMENS[code]
    tables = sound()
    edit(tables)
    found = checked(tables, tmp_path)
    assert (found.case, found.roster, found.warnings) == (None, None, ())
    assert [(f.code, f.table, f.row, f.column) for f in found.faults] == [(code, table, row, column)]
    for fault in found.faults:
        assert CATALOGUE[f"fault.{fault.code}"].arguments <= set(fault.args)
        assert all("{" not in describe(f"fault.{code}", fault.args, lang) for lang in ("zh", "en"))


def test_every_fault_with_words_has_a_specimen():
    assert {f"fault.{code}" for code in SPECIMENS} == set(faults.ENTRIES)


@pytest.mark.parametrize(
    ("table", "article"), [("exemptions", "7-6"), ("exemptions", "8-5"), ("nominations", "8-1"), ("nominations", "9-1")]
)
def test_an_article_that_the_table_does_not_take(tmp_path, table, article):
    """Protects from a ground that would count nowhere."""
    tables = sound()
    put(table, 2, "article", article)(tables)
    found = checked(tables, tmp_path)
    assert [(f.code, f.table, f.row, f.column) for f in found.faults] == [("code_unknown", table, 2, "article")]


@pytest.mark.parametrize(
    ("table", "word", "article"), [("exemptions", "第八条(三)", "8-3"), ("nominations", "第九条（三）", "9-3")]
)
def test_an_article_may_be_written_out(tmp_path, table, word, article):
    """Spreadsheets take 8-3 for a date; the words they leave alone."""
    tables = sound()
    put(table, 2, "article", word)(tables)
    found = checked(tables, tmp_path)
    assert found.faults == ()
    assert [row.article for row in getattr(found.case, table)] == [article]


def test_one_faulty_row_is_not_taken_for_others(tmp_path):
    """A person whose own row is at fault is still known wherever else named."""
    tables = sound()
    put("officers", 4, "post_since", "soon")(tables)
    found = checked(tables, tmp_path)
    assert [(f.code, f.table, f.row, f.column) for f in found.faults] == [("date_unknown", "officers", 4, "post_since")]


def test_every_fault_at_once(tmp_path):
    """Protects from checking again and again: faults of many tables stand in one list, by place."""
    tables = sound()
    for edit in (
        SPECIMENS[code][3] for code in ("rotation_duplicate_unit", "rotation_choice_beyond", "rotation_pin_other_level")
    ):
        edit(tables)
    found = checked(tables, tmp_path)
    assert [(f.code, f.table) for f in found.faults] == [
        ("rotation_pin_other_level", "pins"),
        ("rotation_duplicate_unit", "units"),
        ("rotation_choice_beyond", "wishes"),
    ]
