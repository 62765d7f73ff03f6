"""The row of the case that names the exercise."""

import json

import pytest

from allocator.competition.check import check
from allocator.competition.files import read_case
from allocator.files.exercise_row import exercise_named
from allocator.rotation.files import write_case
from models.competition.rulebook import Rulebook
from scenarios.rotation import embedded, embedded_folder
from tests.bad_input.raw_case import valid_tables, write_tables


def test_an_exercise_left_empty_is_the_competition(tmp_path):
    """Protects an officer who leaves a row of the template empty: the default holds, nothing is refused."""
    tables = valid_tables()
    tables["case"].append(["exercise", ""])
    assert check(read_case(write_tables(tables, tmp_path, "csv"), Rulebook()), Rulebook()).faults == ()


@pytest.mark.parametrize("name", ["case", "case.xlsx", "case.json"])
def test_a_case_is_told_by_its_own_row_in_every_form(tmp_path, name):
    write_case(embedded(), tmp_path / name)
    assert exercise_named(tmp_path / name) == "rotation"


def test_a_case_is_told_by_its_chinese_row():
    assert exercise_named(embedded_folder()) == "rotation"


@pytest.mark.parametrize("escaped", [False, True])
def test_json_with_chinese_keys(tmp_path, escaped):
    """Protects cases written by other programs: the key may be escaped or not."""
    path = tmp_path / "case.json"
    path.write_text(json.dumps({"方案": {"事项": "交流轮岗"}}, ensure_ascii=escaped), encoding="utf-8")
    assert exercise_named(path) == "rotation"


def test_what_names_none_or_cannot_be_read_is_left_to_the_reading(tmp_path):
    (tmp_path / "broken.json").write_text('{"exercise": ', encoding="utf-8")
    (tmp_path / "odd.xlsx").write_bytes(b"PK nothing")
    for name in ("broken.json", "odd.xlsx", "missing", "missing.json"):
        assert exercise_named(tmp_path / name) is None
    (tmp_path / "plain").mkdir()
    assert exercise_named(write_tables(valid_tables(), tmp_path / "plain", "csv")) is None
