"""Names of tables and columns: both languages anywhere, extras ignored once, mistyped ones refused."""

import pytest

from allocator.competition.files import form_of
from allocator.competition.words.tables import CASE_KEYS, HEADINGS, WORDS
from allocator.files.columns import by_folded_heading
from allocator.files.headings import edits, mistyped, nearest
from models.common.outcome import Notice
from models.competition.case import ROW_TYPES
from models.competition.rulebook import Rulebook
from tests.bad_input.raw_case import FORMS, valid_tables, write_tables
from tests.files.reading import codes, read, values

FORM = form_of(Rulebook())
LAYOUTS = FORM.layouts


def in_chinese(tables):
    """The same tables with Chinese names, headings and codes."""
    made = {}
    for table, (headings, *rows) in tables.items():
        name, columns = HEADINGS[table]
        if table == "case":
            rows = [[CASE_KEYS[key], value] for key, value in rows]
        for kind, words in WORDS.items():
            if kind in headings:
                at = headings.index(kind)
                rows = [[*row[:at], words.get(row[at], row[at]), *row[at + 1 :]] for row in rows]
        made[name] = [[columns[heading] for heading in headings], *rows]
    return made


@pytest.mark.parametrize("form", FORMS)
def test_chinese_and_english_names_are_one_case(tmp_path, form):
    """Protects an officer's tables from depending on the language of their headings."""
    (tmp_path / "en").mkdir()
    (tmp_path / "zh").mkdir()
    english = read(valid_tables(), tmp_path / "en", form)
    chinese = read(in_chinese(valid_tables()), tmp_path / "zh", form)
    assert chinese.faults == english.faults == ()
    assert (chinese.info, chinese.rows, chinese.present) == (english.info, english.rows, english.present)


def test_both_languages_may_stand_in_one_table(tmp_path):
    tables = valid_tables()
    tables["exams"][0] = ["人员编号", "aptitude", "申论", "ＫＮＯＷＬＥＤＧＥ "]
    draft = read(tables, tmp_path)
    assert draft.faults == draft.notices == ()
    assert len(draft.rows["exams"]) == 5


def test_extra_columns_and_tables_are_told_once(tmp_path):
    """Extra columns never stop a case, nor do they pass unseen; a name column beside the ids is the usual one."""
    tables = valid_tables()
    tables["exams"] = [[*row, "x", "y"] for row in tables["exams"]]
    tables["exams"][0][-2:] = ["姓名", "备注"]
    tables["通讯录"] = [["a"], ["b"]]
    draft = read(tables, tmp_path)
    assert draft.faults == ()
    assert draft.notices == (
        Notice(code="columns_ignored", args={"table": "exams", "columns": ("姓名", "备注")}),
        Notice(code="tables_ignored", args={"tables": ("通讯录.csv",)}),
    )


@pytest.mark.parametrize("table", HEADINGS)
def test_no_known_heading_is_taken_for_another(table):
    """Protects against a table refused, or read wrongly, because two headings resemble each other."""
    for column in LAYOUTS[table].columns:
        for heading in column.headings:
            assert by_folded_heading(LAYOUTS[table])[heading] == column
    others = LAYOUTS[table].elsewhere - by_folded_heading(LAYOUTS[table]).keys()
    tables = {table: [sorted(others)]}
    assert "heading_mistyped" not in {code for code, *_ in codes_of_headings(tables, table)}


def codes_of_headings(tables, table):
    from allocator.files.columns import recognise
    from allocator.files.raw import RawTable

    found = recognise(RawTable(table, tables[table][0], (), ()), LAYOUTS[table])
    return [(fault.code, fault.column) for fault in found.faults]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("不轮刚", "不轮岗"),
        ("不轮岗位", "不轮岗"),
        ("是否不轮岗", "不轮岗"),
        ("不轮岗（特殊岗位填是）", "不轮岗"),
        ("fix", "fixed"),
        ("fixde", "fixed"),
        ("人员编码", "人员编号"),
        ("職级", "职级"),
        ("person id", "person_id"),
        ("Rank-since", "rank_since"),
        ("*不轮岗:", "不轮岗"),
    ],
)
def test_a_mistyped_heading_is_recognised(written, meant):
    assert mistyped(written, LAYOUTS["people"].by_heading) == meant


@pytest.mark.parametrize(
    "written", ["备注", "序号", "手机", "电话", "年龄", "民族", "籍贯", "政治面貌", "remarks", "no", "age"]
)
def test_a_heading_of_ones_own_is_not_taken_for_a_mistyped_one(written):
    """Two-character words mostly lie two edits apart, so for them one edit counts."""
    assert mistyped(written, LAYOUTS["people"].by_heading) is None


def test_every_table_name_is_known_in_both_languages():
    assert set(FORM.table_names.values()) == {"case", *ROW_TYPES}
    assert len(FORM.table_names) == 2 * len(HEADINGS)


@pytest.mark.parametrize(
    ("first", "second", "distance"),
    [("fixed", "fixed", 0), ("fxied", "fixed", 1), ("fixd", "fixed", 1), ("fixxed", "fixed", 1), ("a", "abcd", 3)],
)
def test_edits_count_swapped_neighbours_as_one(first, second, distance):
    assert edits(first, second, 5) == distance
    assert edits(second, first, 5) == distance


def test_past_the_limit_the_distance_is_not_counted_on():
    assert edits("abcdef", "uvwxyz", 2) == 3


def test_the_nearest_name_is_the_first_of_equals():
    assert nearest("retian", ["required", "retain"]) == "retain"


def test_papers_heads_and_groups_are_the_rulebooks(tmp_path):
    """A bureau that names its own exam papers and voter groups finds them as columns and codes."""
    rulebook = Rulebook.model_validate(
        {
            "exam": {"weights": {"essay": "0.5", "面试": "0.5"}},
            "recommendation": {"weights": {"leaders": "0.5", "群众": "0.5"}},
        }
    )
    tables = valid_tables()
    tables["exams"] = [["人员编号", "申论", "面试", "行测"], ["p1", "80", "90.5", "70"]]
    tables["attendance"] = [["类别", "实到人数"], ["局领导", "5"], ["群众", "9"], ["其他行政编制人员", "3"]]
    draft = read(tables, tmp_path, rulebook=rulebook)
    assert draft.faults == ()
    assert [notice.args["columns"] for notice in draft.notices] == [("行测",)]
    assert [{k: str(v) for k, v in m.items()} for m in values(draft, "exams", "marks")] == [
        {"essay": "80", "面试": "90.5"}
    ]
    assert values(draft, "attendance", "group") == ["leaders", "群众", "其他行政编制人员"]


def test_a_missing_paper_is_named_with_its_heading(tmp_path):
    tables = valid_tables()
    tables["exams"] = [["person_id", "aptitude", "essay"], ["p1", "80", "80"]]
    draft = read(tables, tmp_path)
    assert codes(draft) == [("column_missing", "exams", 1, "knowledge")]
    assert draft.faults[0].args == {"expected": "公共基础知识 / knowledge"}


def test_files_that_are_no_tables_are_left_alone(tmp_path):
    """Results, rulebooks and a program's own lock files may lie in the folder."""
    case = write_tables(valid_tables(), tmp_path, "csv")
    for name in ("rulebook.toml", "outcome.json", "~$people.csv", ".people.csv", "说明.docx", "填表说明.csv"):
        (case / name).write_bytes(b"\x00")
    (case / "results").mkdir()
    draft = read_folder(case)
    assert draft.faults == draft.notices == ()


def read_folder(case):
    from allocator.competition.files import read_case

    return read_case(case, Rulebook())
