"""Specimens of sheets as officers keep them in which two readings are possible: a fault names both."""

from pathlib import Path

from tests.bad_input.corpus import Specimen, put
from tests.bad_input.raw_case import Edit, Form, Tables
from tests.bad_input.spoiling import member

SHEETS: tuple[Form, ...] = ("csv", "xlsx")


def whole_column(table: str, column: str, *cells: object) -> Edit:
    """A column filled from above."""

    def edit(tables: Tables) -> None:
        position = tables[table][0].index(column)
        for row, cell in zip(tables[table][1:], cells, strict=False):
            row[position] = cell

    return edit


def renamed_heading(table: str, column: str, heading: str) -> Edit:
    def edit(tables: Tables) -> None:
        headings = tables[table][0]
        headings[headings.index(column)] = heading

    return edit


def another_heading(table: str, *headings: str) -> Edit:
    """A second heading, with other columns, above the first."""

    def edit(tables: Tables) -> None:
        tables[table].insert(0, list(headings))

    return edit


def numbered_people(tables: Tables) -> None:
    """The people's own ids as numbers of one and of two digits."""
    for row, number in zip(tables["people"][1:], (1.0, 2.0, 3.0, 4.0, 10.0), strict=True):
        row[0] = number


def namesakes(tables: Tables) -> None:
    tables["people"][2][1] = tables["people"][1][1]
    tables["picks"][1][1] = tables["people"][1][1]


def scaled(path: Path, form: Form) -> None:
    """Has the essay of the first person shown in thousands."""
    member(
        "styles.xml",
        lambda data: (
            data.replace(b"</cellXfs>", b'<xf numFmtId="99"/></cellXfs>').replace(
                b"<fonts", b'<numFmts count="1"><numFmt numFmtId="99" formatCode="0.0,"/></numFmts><fonts', 1
            )
            if b"<numFmts" not in data
            else data.replace(b"</cellXfs>", b'<xf numFmtId="99"/></cellXfs>').replace(
                b"</numFmts>", b'<numFmt numFmtId="99" formatCode="0.0,"/></numFmts>'
            )
        ),
    )(path, form)
    styles: list[int] = []

    def count(data: bytes) -> bytes:
        inside = data[data.index(b"<cellXfs") : data.index(b"</cellXfs>")]
        styles.append(inside.count(b"<xf ") - 1)
        return data

    member("styles.xml", count)(path, form)
    member("sheet4.xml", lambda data: data.replace(b'<c r="C2"', b'<c r="C2" s="%d"' % styles[0]))(path, form)


PUZZLES = [
    Specimen(
        "headings_twice",
        "exams",
        None,
        None,
        another_heading("exams", "person_id", "essay", "aptitude", "knowledge"),
        SHEETS,
        alone=False,
    ),
    Specimen(
        "heading_weight", "exams", 1, "essay", renamed_heading("exams", "essay", "申论（40%）"), SHEETS, alone=False
    ),
    Specimen(
        "number_format", "exams", 2, "essay", put("exams", 2, "essay", 75.5), ("xlsx",), spoil=scaled, alone=False
    ),
    Specimen(
        "marks_in_hundredths",
        "appraisals",
        2,
        "virtue",
        whole_column("appraisals", "virtue", "0.9", "0.88", "0.91", "0.9", "0.87"),
        alone=False,
    ),
    Specimen(
        "grade_without_mark", "reviews", 2, "score", whole_column("reviews", "score", "优秀", "称职"), alone=False
    ),
    Specimen("absent_undecided", "exams", 3, "essay", put("exams", 3, "essay", "缺考"), alone=False),
    Specimen("absent_unread", "speeches", 3, "score", put("speeches", 3, "score", "弃权"), alone=False),
    Specimen("circle_and_tick", "people", 3, "chief", whole_column("people", "chief", "√", "○"), alone=False),
    Specimen("id_unclear", "picks", 2, "person_id", namesakes, alone=False),
    Specimen("ids_as_numbers", "people", 2, "person_id", numbered_people, ("xlsx",), alone=False),
]


def judges_in_columns(tables: Tables) -> None:
    """One column a judge, and one more that may be another."""
    marks: dict[str, dict[str, str]] = {}
    for person, judge, score in tables["speeches"][1:]:
        marks.setdefault(person, {})[f"评委{judge[1:]}"] = score
    judges = sorted(next(iter(marks.values())))
    rows = [[person, *(given[judge] for judge in judges), "80"] for person, given in marks.items()]
    tables["speeches"] = [["人员编号", *judges, "张三"], *rows]


def another_name(tables: Tables) -> None:
    tables["干部考试情况说明文件"] = tables.pop("exams")


MISLEADING = [
    Specimen("wide_heading_unknown", "speeches", 1, None, judges_in_columns, SHEETS),
    Specimen("data_above_heading", "exams", 1, None, another_heading("exams", "9", "70", "80"), SHEETS, alone=False),
    Specimen("table_not_recognised", "exams", None, None, another_name, SHEETS, alone=False),
]
