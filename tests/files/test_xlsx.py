"""Workbooks: values as the officer sees them, and whatever is not a plain value refused by its address."""

import datetime as dt
import re

import pytest
import xlsxwriter

from allocator.competition.files import read_case
from allocator.files.raw import address
from allocator.files.xlsx_scan import Scan, position, scan
from models.competition.rulebook import Rulebook
from tests.bad_input.raw_case import Formula, valid_tables, write_tables
from tests.bad_input.spoiling import member
from tests.files.kept import Styled, embedded, write
from tests.files.reading import codes, read, values


def test_typed_cells_are_read_as_they_are_seen(tmp_path):
    """Numbers, dates and yes/no values of a workbook need not be text."""
    tables = valid_tables()
    tables["people"][1][0:1] = [7]
    for table in ("exams", "appraisals", "reviews", "satisfaction", "applications", "speeches", "ballots"):
        tables[table] = [[7 if cell == "p1" else cell for cell in row] for row in tables[table]]
    tables["people"][1][5:8] = [dt.date(2015, 1, 1), True, False]
    tables["exams"][1][1:] = [85.1, 70, 0.1 + 0.2]
    tables["reviews"][1][1:] = [2021, 90.25]
    draft = read(tables, tmp_path, "xlsx")
    assert draft.faults == ()
    person = draft.rows["people"][0].value
    assert (person.person_id, person.rank_since, person.chief, person.fixed) == ("7", dt.date(2015, 1, 1), True, False)
    assert [str(mark) for mark in draft.rows["exams"][0].value.marks.values()] == ["85.1", "70", "0.3"]
    assert (draft.rows["reviews"][0].value.year, str(draft.rows["reviews"][0].value.score)) == (2021, "90.25")


@pytest.mark.parametrize("epoch_1904", [False, True])
def test_dates_of_either_epoch(tmp_path, epoch_1904):
    """A workbook made on an old Mac counts its days from 1904; formatted or not, the day is the same."""
    path = tmp_path / "case.xlsx"
    with xlsxwriter.Workbook(str(path), {"date_1904": epoch_1904}) as book:
        day = book.add_format({"num_format": 'yyyy"年"m"月"d"日"'})
        tables = valid_tables()
        for table, rows in tables.items():
            sheet = book.add_worksheet(table)
            for r, row in enumerate(rows):
                for c, cell in enumerate(row):
                    sheet.write_string(r, c, cell)
        people, birth = book.get_worksheet_by_name("people"), tables["people"][0].index("birth")
        people.write_datetime(1, birth, dt.datetime(1980, 5, 1), day)
        people.write_number(2, birth, 31229 - 1462 * epoch_1904)
    draft = read_case(path, Rulebook())
    assert draft.faults == ()
    assert values(draft, "people", "birth")[:2] == [dt.date(1980, 5, 1), dt.date(1985, 7, 1)]


def test_rows_and_columns_may_begin_with_empty_ones(tmp_path):
    """Row numbers are those of the sheet, blank rows included."""
    tables = valid_tables()
    tables["exams"].insert(3, ["", "", "", ""])
    draft = read(tables, tmp_path, "xlsx")
    assert [at.row for at in draft.rows["exams"]] == [2, 3, 5, 6, 7]


def test_every_refused_cell_is_named(tmp_path):
    """A formula that shows an error is told once, as a formula; ignored sheets may hold anything."""
    tables = valid_tables()
    tables["exams"][1][1] = Formula("=80", 80)
    tables["exams"][2][3] = Formula("=NA()", "#N/A")
    tables["合计"] = [[Formula("=1+1", 2)]]
    draft = read(tables, tmp_path, "xlsx")
    assert codes(draft) == [("formula_cell", "exams", 2, "aptitude"), ("formula_cell", "exams", 3, "knowledge")]
    assert [fault.value for fault in draft.faults] == ["B2", "D3"]
    assert [at.row for at in draft.rows["exams"]] == [4, 5, 6]


def test_merged_cells_hide_nothing_else(tmp_path):
    """The empty cells of a merged range are not reported as empty on top."""
    path = write_tables(valid_tables(), tmp_path, "xlsx")
    merged = b'</sheetData><mergeCells count="2"><mergeCell ref="A2:A3"/><mergeCell ref="C5:D6"/></mergeCells>'
    member("sheet4.xml", lambda data: data.replace(b"</sheetData>", merged))(path, "xlsx")
    draft = read_case(path, Rulebook())
    assert codes(draft) == [("merged_cells", "exams", 2, "person_id"), ("merged_cells", "exams", 5, "essay")]
    assert draft.faults[1].args == {"cells": "C5:D6"}


def test_an_empty_sheet_is_an_empty_table(tmp_path):
    tables = valid_tables() | {"pins": [], "填表说明": [["any text"]]}
    draft = read(tables, tmp_path, "xlsx")
    assert draft.faults == draft.notices == ()
    assert draft.rows["pins"] == ()
    assert "pins" in draft.present


HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
TAIL = b"</sheetData></worksheet>"


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        (b'<row r="1"><c r="A1"><v>1</v></c></row>', Scan()),
        (b'<row r="2"><c r="B2"><f>A1</f><v>1</v></c></row>', Scan(formulas=frozenset([(1, 1)]))),
        (b'<row r="2"><c r="B2"><f t="shared" si="0"/><v>1</v></c></row>', Scan(formulas=frozenset([(1, 1)]))),
        (b"<row><c><v>1</v></c><c><f\n>A1</f></c></row>", Scan(formulas=frozenset([(0, 1)]))),
        (b'<row r="1"><c r="A1" t="e"><v>#N/A</v></c></row>', Scan(errors=frozenset([(0, 0)]))),
        (b"<row r='1'><c r='A1' t='e'><v>#N/A</v></c></row>", Scan(errors=frozenset([(0, 0)]))),
        (b'<row r="1"><c r = "A1" t\n=\t"e"><v>#N/A</v></c></row>', Scan(errors=frozenset([(0, 0)]))),
        (b'<row r="1"><c r="A1" t="&#101;"><v>#N/A</v></c></row>', Scan(errors=frozenset([(0, 0)]))),
        (b'<row r="1"><c r="A1" t="inlineStr"><is><t>t = "e" &amp; =A1 &#60;f&#62;</t></is></c></row>', Scan()),
        (b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', Scan(too_large=True)),
        (b'<row r="1048576"><c r="Z1048576"><v>1</v></c></row>', Scan()),
    ],
)
def test_the_scan_sees_through_unusual_xml(cells, found):
    """What decides whether a sheet is parsed must not be fooled by the way it is written."""
    assert scan(HEAD + cells + TAIL) == found


def test_the_scan_sees_through_prefixes():
    xml = (
        b'<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>'
        b'<x:row r="1"><x:c r="C1"><x:f>A1</x:f></x:c></x:row></x:sheetData>'
        b'<x:mergeCells><x:mergeCell ref="A1:B2"/></x:mergeCells></x:worksheet>'
    )
    assert scan(xml) == Scan(formulas=frozenset([(0, 2)]), merged=("A1:B2",))


@pytest.mark.parametrize(
    ("text", "place"), [("A1", (0, 0)), ("Z9", (8, 25)), ("AA10", (9, 26)), ("XFD1048576", (1048575, 16383))]
)
def test_addresses(text, place):
    assert position(text) == place
    assert address(place) == text


UNUSUAL = {
    "names with a prefix": lambda xml: re.sub(rb"<(/?)([A-Za-z])", rb"<\1x:\2", xml).replace(
        b'xmlns="', b'xmlns:x="', 1
    ),
    "single quotes": lambda xml: re.sub(rb's="([0-9]+)"', rb"s='\1'", xml),
    "spaces around equals": lambda xml: xml.replace(b' s="', b' s = "'),
}


@pytest.mark.parametrize("written", UNUSUAL)
def test_formats_are_followed_however_the_sheet_is_written(tmp_path, written):
    """Protects from a share taken for a mark because another program writes its sheets otherwise."""
    book = embedded()
    book.tables["考试"][1][1] = Styled(0.7, "0.0%")
    book.change("考试", "人员编号", lambda one: Styled(float(one), "000"))
    book.hidden_rows["考试"] = range(5, 8)
    path = write(book, tmp_path / "case.xlsx")
    plain = read_case(path, Rulebook())
    number = list(book.tables).index("考试") + 1
    member(f"sheet{number}.xml", UNUSUAL[written])(path, "xlsx")
    draft = read_case(path, Rulebook())
    assert (draft.faults, draft.rows, draft.readings) == ((), plain.rows, plain.readings)
    assert {one.kind for one in draft.readings} == {"percent", "padded", "hidden_rows"}
