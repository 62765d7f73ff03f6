"""The embedded bureau as its office keeps it: the same people and marks, in none of the forms that are asked for."""

import io

import pytest
from python_calamine import CalamineWorkbook

from scenarios import embedded, embedded_folder
from scenarios.as_kept import NOTES, TITLES, workbook


@pytest.fixture(scope="module")
def book():
    return CalamineWorkbook.from_filelike(io.BytesIO(workbook(embedded_folder())))


def table(book, name):
    """The headings of a sheet, and what stands below them."""
    rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    assert [row[0] for row in rows[: len(TITLES[name])]] == list(TITLES[name])
    return rows[len(TITLES[name])], rows[len(TITLES[name]) + 1 :]


def test_the_workbook_is_always_the_same():
    assert workbook(embedded_folder()) == workbook(embedded_folder())


def test_ids_of_the_exam_lost_their_zeros_and_headings_bear_weights(book):
    headings, rows = table(book, "考试")
    assert headings[:2] == ["人员编号", "行测\n（30%）"]
    assert [(f"{int(row[0]):03}", row[1]) for row in rows] == [
        (one.person_id, float(one.marks["aptitude"])) for one in embedded().exams
    ]


def test_marks_of_the_appraisal_are_shares_of_a_hundred_with_a_note_below(book):
    _, rows = table(book, "民主测评")
    *marks, note = rows
    assert note[0] == NOTES["民主测评"]
    shares = {row[0]: row[1] for row in marks}
    assert shares == {one.person_id: float(f"{one.marks['virtue']}e-2") for one in embedded().appraisals}


def test_flags_are_ticks_and_dates_eight_digits(book):
    headings, rows = table(book, "人员")
    chief, birth = headings.index("原任科长"), headings.index("出生年月")
    for row, person in zip(rows, embedded().people, strict=True):
        assert row[chief] == ("√" if person.chief else "")
        assert row[birth] == (float(f"{person.birth:%Y%m%d}") if person.birth else "")
