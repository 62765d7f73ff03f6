"""csv files: encodings, delimiters, row numbers, blank and short rows."""

import hashlib

import pytest

from allocator.competition.files import read_case
from models.competition.rulebook import Rulebook
from tests.bad_input.raw_case import csv_text, valid_tables, write_tables
from tests.files.reading import codes, read, read_with, values


def rewritten(tmp_path, change):
    """The valid case with the bytes of every file changed."""
    case = write_tables(valid_tables(), tmp_path, "csv")
    for file in case.iterdir():
        file.write_bytes(change(file.read_text(encoding="utf-8")))
    return read_case(case, Rulebook())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_encodings_line_ends_and_delimiters_do_not_matter(tmp_path, encoding, line_end, delimiter):
    draft = rewritten(tmp_path, lambda t: t.replace("\n", line_end).replace(",", delimiter).encode(encoding))
    plain = read(valid_tables(), tmp_path / "plain")
    assert draft.faults == draft.notices == ()
    assert (draft.info, draft.rows) == (plain.info, plain.rows)


def test_rows_are_numbered_as_a_spreadsheet_shows_them(tmp_path):
    """The heading is row 1, blank rows count, and a cell with a line break is one row."""
    text = 'section_id,name,headcount\ns1,"办公\n室",3\n\n , ,\ns2,业务科,2\n'
    case = write_tables(valid_tables(), tmp_path, "csv")
    (case / "sections.csv").write_text(text, encoding="utf-8")
    draft = read_case(case, Rulebook())
    assert [(at.row, at.value.name) for at in draft.rows["sections"]] == [(2, "办公\n室"), (5, "业务科")]


def test_short_rows_are_filled_up_and_empty_ones_at_the_end_dropped(tmp_path):
    """Spreadsheet programs leave out, or add, commas at the end of a row."""
    text = "section_id,name,headcount,retain,,\ns1,办公室,3\ns2,业务科,2,1,,,,\n"
    case = write_tables(valid_tables(), tmp_path, "csv")
    (case / "sections.csv").write_text(text, encoding="utf-8")
    draft = read_case(case, Rulebook())
    assert draft.faults == draft.notices == ()
    assert values(draft, "sections", "retain") == [None, 1]


def test_a_damaged_row_leaves_the_other_rows_standing(tmp_path):
    """The person of a faulty row is still known, so that one fault is not taken for others."""
    tables = valid_tables()
    tables["people"][2][2] = "公务员"
    tables["exams"][3][0] = ""
    tables["exams"][4].append("90")
    draft = read(tables, tmp_path)
    assert codes(draft) == [
        ("cell_empty", "exams", 4, "person_id"),
        ("too_many_cells", "exams", 5, None),
        ("code_unknown", "people", 3, "staffing"),
    ]
    assert values(draft, "people", "person_id") == ["p1", "p3", "p4", "p5"]
    assert draft.left_out == {"people": frozenset(["p2"]), "exams": frozenset([""])}


def test_all_faults_of_a_table_are_found_at_once(tmp_path):
    """Even where the headings are at fault the cells are read."""
    tables = valid_tables()
    tables["people"][0][6] = "cheif"
    tables["people"][1][4] = "处长"
    draft = read(tables, tmp_path)
    assert codes(draft) == [("heading_mistyped", "people", 1, "chief"), ("code_unknown", "people", 2, "rank")]
    assert draft.rows["people"] == ()
    assert draft.left_out == {"people": frozenset([""])}


def test_empty_optional_files_are_allowed(tmp_path):
    case = write_tables(valid_tables(), tmp_path, "csv")
    (case / "pins.csv").write_bytes(b"")
    (case / "picks.csv").write_bytes("科室编号,人员编号,顺序\r\n".encode())
    (case / "avoidances.csv").unlink()
    draft = read_case(case, Rulebook())
    assert draft.faults == ()
    assert draft.rows["pins"] == draft.rows["picks"] == ()
    assert {"pins", "picks"} <= draft.present
    assert "avoidances" not in draft.present


def test_the_hash_of_each_file_is_kept(tmp_path):
    case = write_tables(valid_tables(), tmp_path, "csv")
    (case / "注.csv").write_bytes(b"x")
    draft = read_case(case, Rulebook())
    assert draft.files == {
        f"{table}.csv": hashlib.sha256(csv_text(rows).encode()).hexdigest() for table, rows in valid_tables().items()
    }


def test_example_rows_are_passed_over(tmp_path):
    tables = valid_tables()
    tables["exams"].insert(1, ["【示例】p1", "不", "算", "数"])
    tables["sections"].append(["[EXAMPLE]s9", "x", "y", "z"])
    draft = read(tables, tmp_path)
    assert draft.faults == ()
    assert [at.row for at in draft.rows["exams"]] == [3, 4, 5, 6, 7]


def test_a_seed_is_read_without_outer_spaces_and_may_be_left_out(tmp_path):
    with_seed = read_with(
        tmp_path / "a",
        case=[["项目", "值"], ["方案名称", " 轮岗 "], ["基准日期", "2024年7月"], ["抽签种子", " 2024-8 "]],
    )
    without = read_with(
        tmp_path / "b", case=[["key", "value"], ["name", "轮岗"], ["reference_date", "2024/7/1"], ["备注", "x"]]
    )
    assert with_seed.info is not None and without.info is not None
    assert (with_seed.info.name, with_seed.info.lottery_seed) == (" 轮岗 ", "2024-8")
    assert without.info.lottery_seed is None
    assert with_seed.info.reference_date == without.info.reference_date
    assert [notice.args for notice in without.notices] == [{"table": "case", "columns": ("备注",)}]


def test_order_of_columns_does_not_matter(tmp_path):
    tables = {name: [list(reversed(row)) for row in rows] for name, rows in valid_tables().items()}
    assert read(tables, tmp_path / "a").rows == read(valid_tables(), tmp_path / "b").rows


def test_a_title_above_the_headings_is_left_out_and_said_so(tmp_path):
    """The heading is found below the title, and rows keep the numbers that the officer sees."""
    tables = valid_tables()
    tables["exams"].insert(0, ["考试成绩表"])
    draft = read(tables, tmp_path)
    assert draft.faults == ()
    assert [(one.kind, one.table, one.cells, one.seen) for one in draft.readings] == [
        ("title_rows", "exams", 1, "考试成绩表")
    ]
    assert draft.rows["exams"][0].row == 3
