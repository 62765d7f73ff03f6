"""JSON cases: numbers digit for digit, rows by their place in the list."""

import json
from decimal import Decimal

from allocator.competition.files import read_case
from models.competition.rulebook import Rulebook
from tests.bad_input.raw_case import Bare, valid_tables
from tests.files.reading import codes, read


def test_numbers_are_read_digit_for_digit(tmp_path):
    """No binary fraction stands between the file and the score."""
    tables = valid_tables()
    tables["exams"][1][1:] = [Bare("85.10"), Bare("0.1234567890123456789"), Bare("70")]
    tables["reviews"][1][1:] = [Bare("2021"), Bare("90.05")]
    draft = read(tables, tmp_path, "json")
    assert draft.faults == ()
    assert list(draft.rows["exams"][0].value.marks.values()) == [
        Decimal("85.10"),
        Decimal("0.1234567890123456789"),
        Decimal("70"),
    ]


def test_rows_are_counted_from_one_within_their_list(tmp_path):
    tables = valid_tables()
    tables["exams"][3][1] = "x"
    draft = read(tables, tmp_path, "json")
    assert codes(draft) == [("number_unknown", "exams", 3, "aptitude")]
    assert [at.row for at in draft.rows["exams"]] == [1, 2, 4, 5]


def test_columns_may_be_left_out_row_by_row(tmp_path):
    path = tmp_path / "case.json"
    content = {
        "case": {"name": "样例", "reference_date": "2024-07-01", "lottery_seed": None},
        "sections": [
            {"section_id": "s1", "name": "甲", "headcount": 3},
            {"name": "乙", "headcount": 2, "section_id": "s2", "retain": 0},
        ],
        "people": [
            {"person_id": "p1", "name": "甲", "staffing": "contract", "rank": "staff", "fixed": None, "chief": False}
        ],
        "pins": [],
    }
    path.write_text(json.dumps(content), encoding="utf-8")
    draft = read_case(path, Rulebook())
    assert draft.faults == draft.notices == ()
    assert draft.info is not None and draft.info.lottery_seed is None
    assert [at.value.retain for at in draft.rows["sections"]] == [None, 0]
    assert draft.present == {"sections", "people", "pins"}


def test_a_required_value_left_out_is_named(tmp_path):
    path = tmp_path / "case.json"
    content = {
        "case": {"name": "n", "reference_date": "2024-07"},
        "sections": [{"section_id": "s1", "name": "a"}],
        "people": [],
    }
    path.write_text(json.dumps(content), encoding="utf-8")
    assert codes(read_case(path, Rulebook())) == [("column_missing", "sections", None, "headcount")]


def test_a_lone_surrogate_is_a_fault_and_no_crash(tmp_path):
    """JSON can spell characters that no file can hold."""
    path = tmp_path / "case.json"
    case = '"case": {"name": "\\ud800", "reference_date": "2024-07"}'
    rest = '"\\udfff": [], "sections": [{"\\ud801": 1}], "people": [{"person_id": "\\ud800"}]'
    text = f"{{{case}, {rest}}}"
    path.write_text(text, encoding="utf-8")
    draft = read_case(path, Rulebook())
    assert ("control_character", "case", None, "name") in codes(draft)
    assert all("\ud800" not in (fault.value or "") for fault in draft.faults)
    assert json.dumps([dict(notice.args) for notice in draft.notices], ensure_ascii=False).encode()
