"""Outcomes and decisions in and out."""

import json

import pytest

from allocator.competition.files import open_given, read_given, read_outcome
from allocator.faults import InvalidInput
from allocator.files import outcome_bytes
from models.common.outcome import Notice
from models.competition.outcome import Outcome
from models.competition.rulebook import Rulebook
from tests.bad_input.raw_case import FORMS, valid_tables, write_tables

HASH = "0" * 64
CONTENT = {
    "schema_version": 1,
    "method": "rules",
    "case": {"name": "样例", "sha256": HASH},
    "rulebook": {"name": "bureau-rotation", "sha256": HASH},
    "lottery": {"seed": "draw", "source": "case"},
    "given": None,
    "versions": {"allocator": "0.1.0", "ortools": "9.15"},
    "status": "complete",
    "placements": [
        {
            "person_id": "p1",
            "section_id": "s1",
            "role": "chief",
            "basis": "filed",
            "round": 1,
            "pick_order": None,
            "composite": "86.412",
            "quantification": "80.110",
            "votes": 12,
            "present": 30,
        }
    ],
    "unplaced": [{"person_id": "p2", "track": "clerk", "reason": "no_seat"}],
    "vacancies": [{"section_id": "s2", "role": "clerk", "count": 2}],
    "stages": [
        {
            "stage": "chiefs",
            "state": "run",
            "unique": None,
            "levels": [{"name": "lot", "sense": "max", "value": 4294967296123, "bound": None, "proven": False}],
        }
    ],
    "ties": [{"stage": "chiefs", "section_id": "s1", "people": ["p1", "p2"]}],
    "follows": ["p3"],
    "warnings": [{"code": "x", "args": {"b": 1, "a": ["p", "q"]}}],
}


def read(tmp_path, content):
    path = tmp_path / "outcome.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return read_outcome(path)


def refused(read_it, *arguments):
    with pytest.raises(InvalidInput) as found:
        read_it(*arguments)
    return [(fault.code, fault.column) for fault in found.value.faults]


def test_an_outcome_has_one_spelling(tmp_path):
    """Fields in their order, arguments by name, nulls kept, UTF-8 as it is, one newline at the end."""
    outcome = read(tmp_path, CONTENT)
    data = outcome_bytes(outcome)
    assert json.loads(data) == CONTENT
    assert list(json.loads(data)) == list(CONTENT)
    assert list(json.loads(data)["warnings"][0]["args"]) == ["a", "b"]
    assert "样例".encode() in data
    assert data.endswith(b"}\n") and not data.endswith(b"\n\n")
    (tmp_path / "outcome.json").write_bytes(data)
    assert outcome_bytes(read_outcome(tmp_path / "outcome.json")) == data


def test_an_outcome_older_than_follows_is_read_and_keeps_its_bytes(tmp_path):
    """Protects decisions months apart, and the proof of an outcome made before the field was known."""
    older = {key: value for key, value in CONTENT.items() if key != "follows"}
    outcome = read(tmp_path, older)
    assert outcome.follows == ()
    assert json.loads(outcome_bytes(outcome)) == older
    assert json.loads(outcome_bytes(outcome.model_copy(update={"follows": ("p3",)}))) == CONTENT


def test_each_field_that_is_wrong_is_named(tmp_path):
    content = json.loads(json.dumps(CONTENT))
    content["method"] = "guess"
    content["placements"][0]["composite"] = "86.4"
    content["placements"][0]["extra"] = 1
    del content["vacancies"][0]["count"]
    assert refused(read, tmp_path, content) == [
        ("outcome_value", "method"),
        ("outcome_value", "placements.0.composite"),
        ("outcome_field_unknown", "placements.0.extra"),
        ("outcome_field_missing", "vacancies.0.count"),
    ]


@pytest.mark.parametrize(
    "number", ["1.5", "1.0", "1e3", "NaN", "Infinity", "12345678901234567890", '"1"', "true", "[]"]
)
def test_a_number_that_is_not_whole_is_refused_even_where_null_may_stand(tmp_path, number):
    text = json.dumps(CONTENT).replace('"round": 1', f'"round": {number}')
    assert refused(read, tmp_path, text) == [("outcome_value", "placements.0.round")]


def test_a_score_is_text(tmp_path):
    text = json.dumps(CONTENT).replace('"86.412"', "86.412")
    assert refused(read, tmp_path, text) == [("outcome_value", "placements.0.composite")]


def test_a_key_twice_is_refused(tmp_path):
    text = json.dumps(CONTENT).replace('"method": "rules"', '"method": "rules", "method": "optimal"')
    assert refused(read, tmp_path, text) == [("json_key_twice", None)]


@pytest.mark.parametrize("text", ["[]", "3", "null", '{"a": "\\ud800"}'])
def test_what_is_no_outcome(tmp_path, text):
    assert {code for code, _ in refused(read, tmp_path, text)} <= {
        "outcome_value",
        "outcome_field_missing",
        "outcome_field_unknown",
    }


DECISIONS = [
    ["人员编号", "科室编号", "岗位", "决定机关", "决定日期", "文号"],
    ["p1", "s1", "科长", "局党组", "2024-06-30", "8号"],
    ["p2", "s2", "clerk", "", "", ""],
]


@pytest.mark.parametrize("form", FORMS)
def test_decisions_are_read_from_any_form(tmp_path, form):
    path = write_tables({"决定": DECISIONS}, tmp_path, form)
    found = read_given(path, Rulebook())
    assert not isinstance(found, Outcome)
    assert [(d.person_id, d.section_id, d.role, d.document) for d in found] == [
        ("p1", "s1", "chief", "8号"),
        ("p2", "s2", "clerk", None),
    ]


def test_a_single_csv_file_is_a_table_of_decisions(tmp_path):
    path = write_tables({"党组决定": DECISIONS}, tmp_path, "csv") / "党组决定.csv"
    found = read_given(path, Rulebook())
    assert not isinstance(found, Outcome)
    assert len(found) == 2


def test_faults_of_other_tables_do_not_matter_for_decisions(tmp_path):
    tables = {"decisions": DECISIONS, "poeple": [["x"]], "exams": [["x"]]}
    assert len(list(read_given(write_tables(tables, tmp_path, "csv"), Rulebook()))) == 2


def test_an_outcome_is_known_by_its_content(tmp_path):
    (tmp_path / "outcome.json").write_text(json.dumps(CONTENT), encoding="utf-8")
    assert read_given(tmp_path / "outcome.json", Rulebook()) == read_outcome(tmp_path / "outcome.json")


def test_a_result_folder_stands_for_its_outcome(tmp_path):
    (tmp_path / "outcome.json").write_text(json.dumps(CONTENT), encoding="utf-8")
    (tmp_path / "placements.csv").write_text("person_id,section_id\np1,s1\n", encoding="utf-8")
    assert isinstance(read_given(tmp_path, Rulebook()), Outcome)


@pytest.mark.parametrize("form", FORMS)
def test_what_holds_no_decisions_is_refused(tmp_path, form):
    path = write_tables(valid_tables(), tmp_path, form)
    assert refused(read_given, path, Rulebook()) == [("given_without_decisions", None)]


def test_a_fault_in_a_decision_is_refused(tmp_path):
    path = write_tables({"decisions": [*DECISIONS, ["p3", "", "clerk", "", "", ""]]}, tmp_path, "csv")
    assert refused(read_given, path, Rulebook()) == [("cell_empty", "section_id")]


@pytest.mark.parametrize("form", FORMS)
def test_columns_of_decisions_that_are_not_used_are_told(tmp_path, form):
    """As for every other table: a mistyped heading must not pass for a remark."""
    rows = [[*DECISIONS[0], "备注"], *([*row, "x"] for row in DECISIONS[1:])]
    found = open_given(write_tables({"决定": rows}, tmp_path, form), Rulebook())
    assert found.notices == (Notice(code="columns_ignored", args={"table": "decisions", "columns": ("备注",)}),)
    assert len(list(found.source)) == 2
