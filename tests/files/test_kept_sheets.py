"""Sheets as officers keep them: read as the case they hold, every step listed, or a fault; never another case."""

from pathlib import Path

import pytest
import xlsxwriter

from allocator.competition.check import check
from allocator.competition.files import read_case
from models.common.canonical import case_sha256
from models.competition.rulebook import Rulebook
from tests.files.kept import KEPT, SOURCE, Book, Styled, embedded, write

STEPS = {
    "ids_as_numbers": {"lost_zeros"},
    "ids_respelt": {"spelling"},
    "names_for_ids": {"name"},
    "titles_and_notes": {"title_rows", "note_rows"},
    "headings_in_two_rows": {"heading_rows"},
    "totals_and_blank_rows": {"total_rows", "blank_rows"},
    "headings_with_noise": {"heading_text"},
    "percentages": {"percent"},
    "formats_followed": {"padded", "unit", "hidden_digits"},
    "dates_in_many_forms": {"digits_date", "short_year", "spelling"},
    "ticks": {"ticks"},
    "judges": {"wide_judges"},
    "years": {"wide_years"},
    "groups": {"wide_groups"},
    "rounds": {"wide_rounds"},
    "choices": {"wide_choices"},
    "choices_under_rounds": {"heading_rows", "wide_choices"},
    "hidden": {"hidden_rows", "hidden_sheet", "hidden_filter"},
    "sheets_renamed": {"sheet_name"},
    "units_in_cells": {"unit"},
}


def read(path: Path, rulebook: Rulebook | None = None):
    """The hash of the case, the faults, and the readings."""
    book = rulebook or Rulebook()
    draft = read_case(path, book)
    checked = check(draft, book)
    return checked.case and case_sha256(checked.case), checked.faults, draft.readings


@pytest.fixture(scope="module")
def hash_of_the_bureau() -> str:
    found, faults, readings = read(SOURCE)
    assert (faults, readings) == ((), ())
    assert found is not None
    return found


@pytest.mark.parametrize("kept", KEPT)
def test_a_kept_workbook_is_the_case_it_holds(tmp_path, kept, hash_of_the_bureau):
    """Protects officers from hours of re-keying: the very case is read, and the steps taken are the ones listed."""
    book = embedded()
    KEPT[kept](book)
    found, faults, readings = read(write(book, tmp_path / "kept.xlsx"))
    assert faults == ()
    assert found == hash_of_the_bureau
    assert {one.kind for one in readings} == STEPS[kept]


def test_a_reading_names_its_column_how_many_cells_and_an_example(tmp_path):
    """Protects the list that the officer confirms: one line for a column, not ninety."""
    book = embedded()
    book.change("考试", "人员编号", float)
    _, _, readings = read(write(book, tmp_path / "kept.xlsx"))
    (one,) = readings
    assert (one.kind, one.table, one.column, one.cells) == ("lost_zeros", "exams", "person_id", 90)
    assert (one.place.file, one.place.sheet, one.place.cell, one.seen, one.used) == (
        "kept.xlsx",
        "考试",
        "A2",
        "1",
        "001",
    )


def test_a_cell_of_a_wide_table_keeps_its_address(tmp_path):
    """Protects what a fault or reading says of a cell after the table was laid out anew."""
    book = embedded()
    KEPT["judges"](book)
    book.tables["竞岗演讲"][2][3] = "88.5分"
    _, _, readings = read(write(book, tmp_path / "kept.xlsx"))
    assert [(one.kind, one.place.cell) for one in readings if one.kind == "unit"] == [("unit", "D3")]


FAULTS = {
    "hundredths": ("marks_in_hundredths", lambda b: b.change("年度考核", "分数", lambda one: one / 100)),
    "some_hundredths": ("marks_in_hundredths", lambda b: _some(b, "民主测评", 1)),
    "year_and_tenth": ("date_ambiguous", lambda b: _put(b, "人员", 1, "出生年月", 1985.1)),
    "absent": ("absent_undecided", lambda b: _put(b, "考试", 4, "申论", "缺考")),
    "grades": ("grade_without_mark", lambda b: b.change("年度考核", "分数", lambda _: "优秀")),
    "weight": ("heading_weight", lambda b: _put(b, "考试", 0, "行测", "行测（50%）")),
    "scaled": ("number_format", lambda b: b.change("考试", "行测", lambda one: Styled(one, "0.0,"))),
    "own_ids": ("ids_as_numbers", lambda b: b.change("人员", "人员编号", float)),
    "namesake": ("id_unclear", lambda b: _put(b, "考试", 1, "人员编号", _namesake(b))),
    "two_headings": (
        "headings_twice",
        lambda b: b.tables["科室"].insert(1, ["科室名称", "科室编号", "核定岗位数", "留用上限"]),
    ),
}


def _put(book: Book, sheet: str, row: int, heading: str, cell: object) -> None:
    book.tables[sheet][row][book.column(sheet, heading)] = cell


def _some(book: Book, sheet: str, column: int) -> None:
    for row in book.tables[sheet][1:40]:
        row[column] /= 100


def _namesake(book: Book) -> str:
    names = [row[1] for row in book.tables["人员"][1:]]
    return next(name for name in names if names.count(name) > 1)


@pytest.mark.parametrize("puzzle", FAULTS)
def test_where_two_readings_are_possible_it_is_a_fault(tmp_path, puzzle):
    """Protects from guesses: no case comes out, and the code says which two readings there are."""
    code, distort = FAULTS[puzzle]
    book = embedded()
    distort(book)
    found, faults, _ = read(write(book, tmp_path / "kept.xlsx"))
    assert found is None
    assert code in {fault.code for fault in faults}


def test_candidates_are_named_with_section_and_birth_date(tmp_path):
    """Protects the officer who has to choose between two people of one name."""
    book = embedded()
    _put(book, "考试", 1, "人员编号", _namesake(book))
    _, faults, _ = read(write(book, tmp_path / "kept.xlsx"))
    unclear = next(fault for fault in faults if fault.code == "id_unclear")
    people = {row[1]: [] for row in book.tables["人员"][1:]}
    for row in book.tables["人员"][1:]:
        people[row[1]].append(f"{row[0]} {row[1]} {row[3]} {row[15]}")
    assert unclear.args["candidates"] == tuple(people[_namesake(book)])


def test_grades_and_absences_are_what_the_rulebook_says(tmp_path):
    """Protects the bureau's own table of marks; 优秀 and 缺考 have no value without it."""
    rules = Rulebook.model_validate(
        {"review": {"grades": {"优秀": "95"}}, "exam": {**Rulebook().exam.__dict__, "absent": "zero"}}
    )
    book = embedded()
    book.change("年度考核", "分数", lambda _: "优秀")
    _put(book, "考试", 1, "申论", "缺考")
    draft = read_case(write(book, tmp_path / "kept.xlsx"), rules)
    assert draft.faults == ()
    assert {row.value.score for row in draft.rows["reviews"]} == {95}
    assert draft.rows["exams"][0].value.marks["essay"] == 0
    assert {one.kind for one in draft.readings} == {"grade", "absent_zero"}


def test_a_rulebook_without_the_new_keys_has_the_hash_it_had():
    """Protects outcomes on record: what a bureau does not use changes no byte."""
    from models.common.canonical import plain

    assert "absent" not in plain(Rulebook())["exam"]
    assert "grades" not in plain(Rulebook())["review"]


def test_several_workbooks_of_one_case(tmp_path, hash_of_the_bureau):
    """Protects bureaus that keep each sheet with another office."""
    whole = embedded()
    names = list(whole.tables)
    folder = tmp_path / "case"
    folder.mkdir()
    for k in range(3):
        write(Book({name: whole.tables[name] for name in names[k::3]}), folder / f"第{k + 1}部分.xlsx")
    assert read(folder)[0] == hash_of_the_bureau
    write(Book({"考试": whole.tables["考试"]}), folder / "又一份.xlsx")
    found, faults, _ = read(folder)
    assert (found, [fault.code for fault in faults]) == (None, ["table_twice"])


def test_text_in_utf_16_and_a_workbook_by_another_name(tmp_path, hash_of_the_bureau):
    """Protects what spreadsheets save as Unicode text, and WPS workbooks that are xlsx inside."""
    folder = tmp_path / "case"
    folder.mkdir()
    for path in SOURCE.glob("*.csv"):
        text = path.read_text(encoding="utf-8-sig").replace(",", "\t")
        (folder / path.name).write_bytes(text.encode("utf-16"))
    found, faults, readings = read(folder)
    assert (found, faults, {one.kind for one in readings}) == (hash_of_the_bureau, (), {"utf_16"})
    assert read(write(embedded(), tmp_path / "case.xlsx").rename(tmp_path / "case.et"))[0] == hash_of_the_bureau


def test_nothing_is_read_in_a_workbook_as_the_template_wants_it(tmp_path, hash_of_the_bureau):
    """Protects the list from noise: plain values, dates and codes are no readings."""
    found, faults, readings = read(write(embedded(), tmp_path / "plain.xlsx"))
    assert (found, faults, readings) == (hash_of_the_bureau, (), ())


def test_formulas_below_the_data_do_no_harm_but_those_among_them_do(tmp_path):
    """Protects sums at the foot of a sheet from being a fault, and marks that a formula gives from being taken."""
    for row, codes in ((91, set()), (5, {"formula_cell"})):
        path = tmp_path / f"{row}.xlsx"
        book = embedded()
        with xlsxwriter.Workbook(str(path)) as file:
            for name, rows in book.tables.items():
                sheet = file.add_worksheet(name)
                for r, cells in enumerate(rows):
                    for c, cell in enumerate(cells):
                        if cell is not None:
                            sheet.write(r, c, cell) if isinstance(cell, float) else sheet.write_string(r, c, cell)
                if name == "考试":
                    if row == 91:
                        sheet.write_string(row, 0, "平均")
                    sheet.write_formula(row, 1, "=AVERAGE(B2:B91)", None, 70)
        assert {fault.code for fault in read(path)[1]} == codes
