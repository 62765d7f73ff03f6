"""The verb ``intake``: from an officer's files to the plain case, with where every value comes from."""

import csv
import io
import json

import pytest

from allocator.competition.files import read_case
from models.competition.rulebook import Rulebook
from tests.files.kept import KEPT, SOURCE, Book, embedded, write
from tests.files.test_kept_sheets import read


@pytest.fixture(scope="module")
def bureau() -> str:
    found = read(SOURCE)[0]
    assert found is not None
    return found


def origins(folder) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((folder / "intake.csv").read_text(encoding="utf-8-sig"))))


def test_the_plain_case_is_the_one_that_was_kept(allocator, tmp_path, bureau):
    """Protects the step from the officer's workbook to the case: nothing is read in what it writes, nothing is lost."""
    book = embedded()
    for distort in ("ids_as_numbers", "percentages", "titles_and_notes"):
        KEPT[distort](book)
    code, out, _ = allocator("intake", write(book, tmp_path / "kept.xlsx"), "-o", tmp_path / "case", "--lang", "en")
    assert code == 0
    assert "Readings" in out
    found, faults, readings = read(tmp_path / "case")
    assert (found, faults, readings) == (bureau, (), ())
    assert read_case(tmp_path / "case", Rulebook()).notices == ()


def test_every_value_names_its_cell(allocator, tmp_path):
    """Protects the audit: each value with file, sheet, cell, what is seen there and how it was read."""
    book = embedded()
    KEPT["judges"](book)
    book.change("考试", "人员编号", float)
    allocator("intake", write(book, tmp_path / "kept.xlsx"), "-o", tmp_path / "case")
    rows = origins(tmp_path / "case")
    exams = [row for row in rows if row["table"] == "exams"]
    assert len(exams) == 4 * 90
    assert exams[0] == {
        "table": "exams",
        "row_key": "001",
        "column": "person_id",
        "value": "001",
        "file": "kept.xlsx",
        "sheet": "考试",
        "cell": "A2",
        "seen": "1",
        "reading": "lost_zeros",
    }
    marks = {row["row_key"]: row for row in rows if row["table"] == "speeches" and row["column"] == "score"}
    headings = book.tables["竞岗演讲"][0]
    judge = headings[2]
    assert (marks[f"001 | {judge}"]["cell"], marks[f"001 | {judge}"]["reading"]) == ("C2", "")


def test_several_files_are_one_case(allocator, tmp_path, bureau):
    whole = embedded()
    names = list(whole.tables)
    files = [write(Book({n: whole.tables[n] for n in names[k::2]}), tmp_path / f"{k}.xlsx") for k in range(2)]
    code, out, _ = allocator("intake", *files, "-o", tmp_path / "case", "--json")
    assert code == 0
    assert json.loads(out)["wrote"] == str(tmp_path / "case")
    assert read(tmp_path / "case")[0] == bureau


def test_nothing_is_written_where_something_is_at_fault_or_refused(allocator, tmp_path):
    """Protects from half a case: faults, and readings that were not wanted, leave no folder."""
    book = embedded()
    book.change("人员", "人员编号", float)
    assert allocator("intake", write(book, tmp_path / "faulty.xlsx"), "-o", tmp_path / "case")[0] == 3
    book = embedded()
    book.change("考试", "人员编号", float)
    code, out, err = allocator("intake", write(book, tmp_path / "kept.xlsx"), "-o", tmp_path / "case", "--strict")
    assert code == 3
    assert "reading_refused" in out + err
    assert not (tmp_path / "case").exists()


def test_own_names_are_asked_for_once(allocator, tmp_path, bureau):
    """Protects bureaus with a system of their own: the nearest heading is proposed, and the mapping serves again."""
    book = embedded()
    book.tables["职工花名册"] = book.tables.pop("人员")
    at = book.column("职工花名册", "人员编号")
    book.tables["职工花名册"][0][at] = "工号"
    book.tables["考试"][0][0] = "员工代码"
    kept = write(book, tmp_path / "kept.xlsx")
    own = tmp_path / "mapping.toml"
    own.write_text('[sheets]\n"职工花名册" = "people"\n', encoding="utf-8")
    code, out, _ = allocator("intake", kept, "--mapping", own, "--propose", tmp_path / "draft.toml", "--lang", "en")
    assert code == 3
    assert "draft.toml" in out
    assert '# "员工代码" = "person_id"' in (tmp_path / "draft.toml").read_text(encoding="utf-8")
    own.write_text(
        '[sheets]\n"职工花名册" = "people"\n[people]\n"工号" = "person_id"\n[exams]\n"员工代码" = "人员编号"\n',
        encoding="utf-8",
    )
    code, out, _ = allocator("intake", kept, "--mapping", own, "-o", tmp_path / "case", "--json")
    assert code == 0
    assert {one["kind"] for one in json.loads(out)["readings"]} == {"mapping"}
    assert read(tmp_path / "case")[0] == bureau


@pytest.mark.parametrize(
    ("text", "code"),
    [("[people", "mapping_unreadable"), ('[people]\n"工号" = "persn_id"\n', "mapping_unknown")],
)
def test_a_mapping_at_fault_is_refused(allocator, tmp_path, text, code):
    own = tmp_path / "mapping.toml"
    own.write_text(text, encoding="utf-8")
    kept = write(embedded(), tmp_path / "kept.xlsx")
    exit_code, out, err = allocator("intake", kept, "--mapping", own, "-o", tmp_path / "case")
    assert (exit_code, code in out + err) == (3, True)


def test_a_target_is_needed(allocator, tmp_path):
    assert allocator("intake", tmp_path / "x.xlsx")[0] == 2
