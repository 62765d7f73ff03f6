"""Specimens of faults of headings, of the table of the case, and of single cells."""

import datetime as dt

from tests.bad_input.corpus import Specimen, add, put, rename
from tests.bad_input.raw_case import FORMS, Bare, Edit, Form, Tables

XLSX: tuple[Form, ...] = ("xlsx",)
JSON: tuple[Form, ...] = ("json",)
TYPED: tuple[Form, ...] = ("xlsx", "json")


def cell(code: str, table: str, row: int, column: str, value: object, forms: tuple[Form, ...] = FORMS, note: str = ""):
    """A specimen with one faulty cell."""
    return Specimen(code, table, row, column, put(table, row, column, value), forms, note or repr(value)[:16])


def heading(code: str, table: str, column: str | None, *, edit: Edit, forms: tuple[Form, ...] = FORMS, note: str = ""):
    """A specimen with a fault in the headings."""
    return Specimen(code, table, 1, column, edit, forms, note)


def more(table: str, name: str, value: str = "x") -> Edit:
    """One more column."""

    def edit(tables: Tables) -> None:
        tables[table][0].append(name)
        for row in tables[table][1:]:
            row.append(value)

    return edit


def headless(table: str) -> Edit:
    """A table without its row of headings."""

    def edit(tables: Tables) -> None:
        del tables[table][0]

    return edit


def info(code: str, row: int | None, column: str, edit: Edit, note: str = "") -> Specimen:
    return Specimen(code, "case", row, column, edit, FORMS, note)


def key(row: int, name: str) -> Edit:
    return put("case", row, "key", name)


def stranger(table: str, *cells: str) -> Edit:
    return add(table, *cells)


HEADINGS = [
    heading("headings_missing", "exams", None, edit=headless("exams"), forms=("csv", "xlsx")),
    heading("heading_empty", "people", None, edit=rename("people", "gender", "")),
    heading("heading_twice", "people", "name", edit=more("people", "姓名")),
    heading("heading_twice", "people", "section_id", edit=more("people", "科室编号", "s1"), note="another-name"),
    heading("heading_mistyped", "people", "fixed", edit=rename("people", "fixed", "fxied")),
    heading("heading_mistyped", "people", "fixed", edit=rename("people", "fixed", "不论岗"), note="chinese"),
    heading("heading_mistyped", "people", "fixed", edit=rename("people", "fixed", "不轮岗（是/否）"), note="remark"),
    heading("heading_mistyped", "people", "person_id", edit=rename("people", "person_id", "人员编码"), note="required"),
    heading("heading_mistyped", "people", "birth", edit=rename("people", "birth", "出生日期"), note="two-edits"),
    heading("column_missing", "people", "staffing", edit=rename("people", "staffing", "whatever")),
    heading("column_missing", "exams", "essay", edit=rename("exams", "essay", "姓名"), note="at-home-elsewhere"),
]

INFO = [
    info("case_key_missing", None, "reference_date", key(3, "whatever")),
    info("case_key_twice", 4, "name", key(4, "方案名称")),
    info("case_key_mistyped", 4, "lottery_seed", key(4, "抽签种籽")),
    info("case_other_exercise", 5, "exercise", add("case", "exercise", "rotation")),
    info("code_unknown", 5, "exercise", add("case", "exercise", "promotion"), "exercise"),
    info("cell_empty", 2, "name", put("case", 2, "value", " "), "case"),
    info("date_unknown", 3, "reference_date", put("case", 3, "value", "July 2024"), "case"),
]

TEXTS = [
    cell("cell_empty", "people", 3, "name", ""),
    cell("cell_empty", "applications", 2, "section_id", "\u3000"),
    cell("cell_too_long", "people", 3, "name", "长" * 10_001),
    cell("control_character", "people", 3, "person_id", "p\u200b2", note="id"),
    cell("control_character", "people", 3, "name", "乙\x01", note="name"),
    cell("text_expected", "people", 3, "name", True, TYPED),
    cell("text_expected", "people", 3, "person_id", dt.date(2024, 3, 1), XLSX, "date"),
    cell("id_too_long", "people", 3, "person_id", 1234567890123456789, XLSX),
    cell("id_too_long", "people", 3, "person_id", Bare("1234567890123456"), JSON, "json"),
    cell("id_not_whole", "people", 3, "person_id", 7.5, XLSX),
    cell("id_not_whole", "people", 3, "person_id", Bare("7.0"), JSON, "json"),
    Specimen("ids_look_alike", "sections", 4, "section_id", add("sections", "ｓ１", "新", "3", ""), note="sections"),
    Specimen("ids_look_alike", "sections", 4, "section_id", add("sections", "s 1", "新", "3", ""), note="space"),
    Specimen("ids_look_alike", "speeches", 16, "judge", add("speeches", "p1", "ｊ1", "88"), note="judges"),
    cell("code_unknown", "people", 3, "staffing", "公务员"),
    cell("code_unknown", "people", 3, "rank", "处长"),
    cell("code_unknown", "pins", 2, "role", "副科长"),
    cell("code_unknown", "people", 3, "gender", True, TYPED),
    cell("yes_no_unknown", "people", 3, "fixed", "不"),
    cell("yes_no_unknown", "people", 3, "fixed", "2"),
]

DATES = [
    cell("date_unknown", "people", 3, "birth", "85年7月"),
    cell("date_unknown", "people", 3, "birth", "1985"),
    cell("date_unknown", "people", 3, "birth", 1985, TYPED, "number"),
    cell("date_unknown", "people", 3, "birth", dt.date(1905, 6, 7), XLSX, "year-as-date"),
    cell("date_impossible", "people", 3, "birth", "1985-02-30"),
    cell("date_impossible", "people", 3, "birth", "1985.13"),
    cell("date_ambiguous", "people", 3, "birth", "1985.1"),
    cell("date_ambiguous", "people", 3, "birth", 1985.1, TYPED, "number"),
]

NUMBERS = [
    cell("number_unknown", "exams", 3, "essay", "八十"),
    cell("number_unknown", "exams", 3, "essay", "85#"),
    cell("number_unknown", "exams", 3, "essay", True, TYPED),
    cell("number_not_finite", "exams", 3, "essay", "NaN"),
    cell("number_not_finite", "exams", 3, "essay", "-inf"),
    cell("number_not_finite", "exams", 3, "essay", Bare("Infinity"), JSON, "json"),
    cell("number_exponent", "exams", 3, "essay", "7.5e1"),
    cell("number_exponent", "exams", 3, "essay", Bare("75E0"), JSON, "json"),
    cell("number_separator", "exams", 3, "essay", "75,5"),
    cell("number_separator", "attendance", 3, "present", "1,00"),
    cell("number_too_long", "exams", 3, "essay", "9" * 16),
    cell("number_too_long", "exams", 3, "essay", "75." + "3" * 40),
    cell("number_too_long", "exams", 3, "essay", 1e300, XLSX),
    cell("number_not_whole", "sections", 3, "headcount", "3.5"),
    cell("number_negative", "ballots", 3, "votes", "-1"),
    cell("number_negative", "sections", 3, "retain", -1, TYPED),
    cell("number_below_one", "sections", 3, "headcount", "0"),
    cell("number_below_one", "applications", 3, "round", "-1"),
    cell("number_too_large", "attendance", 3, "present", "1000001"),
    cell("mark_out_of_range", "exams", 3, "essay", "100.001"),
    cell("mark_out_of_range", "reviews", 3, "score", "-0.5"),
    cell("year_out_of_range", "reviews", 3, "year", "23"),
]

CELLS = [*HEADINGS, *INFO, *TEXTS, *DATES, *NUMBERS]
