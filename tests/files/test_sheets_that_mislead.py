"""Sheets that look like a known form and hold something else: a fault, never another case without a word."""

from collections.abc import Callable

import pytest

from allocator.competition.check import check
from allocator.competition.files import read_case
from allocator.files.xlsx_looks import look_of
from models.competition.rulebook import Rulebook
from tests.files.kept import KEPT, Book, Styled, embedded, person_columns, write


def codes(book: Book, path) -> set[str]:
    draft = read_case(write(book, path), Rulebook())
    checked = check(draft, Rulebook())
    assert (checked.case is None) == bool(checked.faults)
    return {fault.code for fault in checked.faults}


def beside(kept: str, sheet: str, heading: str, cell: object) -> Callable[[Book], None]:
    """One more column beside those of a wide table."""

    def distort(book: Book) -> None:
        KEPT[kept](book)
        headings, *rows = book.tables[sheet]
        headings.append(heading)
        for row in rows:
            row.append(cell)

    return distort


def called(kept: str, sheet: str, heading: str) -> Callable[[Book], None]:
    """The last column of a wide table under another heading."""

    def distort(book: Book) -> None:
        KEPT[kept](book)
        book.tables[sheet][0][-1] = heading

    return distort


def headed(sheet: str, old: str, new: str) -> Callable[[Book], None]:
    def distort(book: Book) -> None:
        book.tables[sheet][0][book.column(sheet, old)] = new

    return distort


def named_judges(book: Book) -> None:
    """Judges by their bare names, with the people's age beside them."""
    KEPT["judges"](book)
    headings, *rows = book.tables["竞岗演讲"]
    names = ["张三", "李四", "王五", "赵六", "钱七", "孙八", "周九", "吴十", "郑一"]
    headings[1:] = [*names[: len(headings) - 1], "年龄"]
    for row in rows:
        row.append(45.0)


def attendance_expected(book: Book) -> None:
    headings, *rows = book.tables["参会人数"]
    book.tables["参会人数"] = [[f"{row[0]}（应到）" for row in rows], [row[1] for row in rows]]
    assert headings == ["类别", "实到人数"]


def shares(count: int) -> Callable[[Book], None]:
    def distort(book: Book) -> None:
        at = book.column("民主测评", "德")
        for row in book.tables["民主测评"][1 : 1 + count]:
            row[at] /= 100

    return distort


def hidden_behind_a_zero(book: Book) -> None:
    book.tables["考试"][1][book.column("考试", "申论")] = Styled(0.0, '0.0;-0.0;"缺考"')


def called_otherwise(name: str) -> Callable[[Book], None]:
    def distort(book: Book) -> None:
        book.tables[name] = book.tables.pop("考试")

    return distort


def data_above(book: Book) -> None:
    book.tables["考试"].insert(0, ["010", 1.0, 2.0, 3.0])


MISLEADING: dict[str, tuple[str, Callable[[Book], None]]] = {
    "sum beside judges": ("wide_heading_unknown", beside("judges", "竞岗演讲", "专家评分合计", 80.0)),
    "average beside judges": ("wide_heading_unknown", beside("judges", "竞岗演讲", "评委平均得分", 80.0)),
    "order beside judges": ("wide_heading_unknown", beside("judges", "竞岗演讲", "出场顺序", 3.0)),
    "one judge by name": ("wide_heading_unknown", called("judges", "竞岗演讲", "张三")),
    "judges by name": ("column_missing", named_judges),
    "mistyped group": ("wide_heading_unknown", called("groups", "定岗推荐", "局领X")),
    "votes against": ("wide_heading_unknown", called("groups", "定岗推荐", "局领导（反对票）")),
    "year in words": ("wide_heading_unknown", called("years", "年度考核", "二〇二三年度")),
    "half a year": ("wide_heading_unknown", called("years", "年度考核", "2023年度（上半年）")),
    "last year's round": ("wide_heading_unknown", called("rounds", "科员报岗", "第三轮（去年）")),
    "expected, not present": ("headings_missing", attendance_expected),
    "weight as a decimal": ("heading_weight", headed("考试", "行测", "行测（0.4）")),
    "weight in words": ("heading_mistyped", headed("考试", "行测", "行测（占百分之四十）")),
    "out of 150": ("heading_mistyped", headed("考试", "申论", "申论（满分150分）")),
    "weighted already": ("heading_mistyped", headed("考试", "申论", "申论（加权分）")),
    "three shares": ("marks_in_hundredths", shares(3)),
    "absent behind a zero": ("number_format", hidden_behind_a_zero),
    "a table under a strange name": ("table_not_recognised", called_otherwise("二〇二三年度干部考试情况说明")),
    "data above the heading": ("data_above_heading", data_above),
}


@pytest.mark.parametrize("name", MISLEADING)
def test_it_is_a_fault(tmp_path, name):
    """Protects from another case: no judge made of a sum, no column, sheet or mark lost or misread unnoticed."""
    code, distort = MISLEADING[name]
    book = embedded()
    distort(book)
    assert code in codes(book, tmp_path / "kept.xlsx")


@pytest.mark.parametrize("name", ["2023年考试成绩表", "考试成绩", "附件1 考试成绩汇总表"])
def test_a_year_or_a_word_around_a_table_name_is_left_out(tmp_path, name):
    book = embedded()
    called_otherwise(name)(book)
    assert codes(book, tmp_path / "kept.xlsx") == set()


def test_sums_and_known_columns_beside_a_wide_table_do_no_harm(tmp_path):
    """Protects from refusing what says nothing: a serial number, a name, a total under its own word."""
    book = embedded()
    KEPT["judges"](book)
    for number, row in enumerate(book.tables["竞岗演讲"]):
        row.insert(0, "序号" if not number else float(number))
        row.append("平均分" if not number else 80.0)
    assert codes(book, tmp_path / "kept.xlsx") == set()


def test_an_id_that_begins_like_a_total_is_an_id(tmp_path):
    book = embedded()
    for sheet, heading in list(person_columns(book)):
        book.change(sheet, heading, lambda one: f"SUM-{one}")
    book.change("人员", "人员编号", lambda one: f"SUM-{one}")
    draft = read_case(write(book, tmp_path / "kept.xlsx"), Rulebook())
    assert (draft.faults, draft.readings, len(draft.rows["people"])) == ((), (), 90)


def test_formats_that_write_otherwise_are_seen():
    """Protects the list of readings: a unit behind a general number is one, Chinese numerals cannot be followed."""
    unit, numerals = look_of('General"分"'), look_of("[DBNum1]0")
    assert unit is not None and (unit.kind, unit.suffix) == ("unit", "分")
    assert numerals is not None and numerals.kind == "refused"
    assert look_of("yyyy-mm-dd") is None and look_of("[h]:mm") is None and look_of("General") is None


@pytest.mark.parametrize("count", [1, 2])
def test_a_lone_mark_below_one_is_taken_and_said_so(tmp_path, count):
    """Protects from silence: it may be a mark, so it is no fault, but it is listed and ``--strict`` refuses it."""
    book = embedded()
    shares(count)(book)
    draft = read_case(write(book, tmp_path / "kept.xlsx"), Rulebook())
    assert [(one.kind, one.column, one.cells, one.place.cell) for one in draft.readings] == [
        ("small_mark", "virtue", count, "B2")
    ]
