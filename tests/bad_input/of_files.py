"""Specimens of faults of whole files: paths, encodings, csv, workbooks, JSON."""

import re

from tests.bad_input.corpus import Specimen, add, put, unedited
from tests.bad_input.raw_case import Edit, Form, Formula, Tables
from tests.bad_input.spoiling import (
    as_folder,
    as_loop,
    as_pipe,
    bytes_of,
    emptied,
    gone,
    member,
    renamed,
    replaced,
    sheet,
    sized,
    table_copied,
    table_renamed,
    with_member,
)

CSV: tuple[Form, ...] = ("csv",)
XLSX: tuple[Form, ...] = ("xlsx",)
JSON: tuple[Form, ...] = ("json",)
ONE_FILE: tuple[Form, ...] = ("xlsx", "json")
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
PEOPLE_SHEET, EXAMS_SHEET = 3, 4
MEGABYTE = 1024 * 1024


def of(code, *, table=None, row=None, column=None, forms, spoil=None, edit=unedited, note="", alone=True):
    return Specimen(code, table, row, column, edit, forms, note, spoil, None, alone)


def again(table: str, name: str) -> Edit:
    """The same table once more under another name."""

    def edit(tables: Tables) -> None:
        tables[name] = [list(row) for row in tables[table]]

    return edit


def called(table: str, name: str) -> Edit:
    """A table under another name."""

    def edit(tables: Tables) -> None:
        tables[name] = tables.pop(table)

    return edit


def removed(table: str) -> Edit:
    """No such table."""

    def edit(tables: Tables) -> None:
        del tables[table]

    return edit


def rows_without_end(data: bytes) -> bytes:
    return data + b"\n" * 2_000_001


PATHS = [
    of("path_missing", forms=("csv", "xlsx", "json"), spoil=gone),
    of("directory_for_file", table="people", forms=CSV, spoil=as_folder("people")),
    of("not_a_file", table="people", forms=CSV, spoil=as_pipe("people")),
    of("not_a_file", forms=ONE_FILE, spoil=as_pipe("people"), note="whole"),
    of("file_unreadable", table="people", forms=CSV, spoil=as_loop("people")),
    of("file_unreadable", forms=ONE_FILE, spoil=as_loop("people"), note="whole"),
    of("file_too_large", table="people", forms=CSV, spoil=sized("people", 201 * MEGABYTE)),
    of("file_too_large", forms=ONE_FILE, spoil=sized("people", 201 * MEGABYTE), note="whole"),
    of("case_format", forms=("xlsx",), spoil=renamed("case.numbers"), note="numbers"),
    of("case_format", forms=("json",), spoil=renamed("case"), note="no-suffix"),
    of("folder_without_tables", forms=CSV, spoil=emptied),
]

TABLES = [
    *(
        of("table_missing", table=t, edit=removed(t), forms=("csv", "xlsx", "json"), note=t)
        for t in ("case", "sections", "people")
    ),
    of("table_twice", table="people", forms=("csv", "xlsx", "json"), edit=again("people", "人员")),
    of("table_twice", table="people", forms=CSV, spoil=table_copied("people", "PEOPLE.csv"), note="case"),
    of("table_mistyped", table="people", forms=("csv", "xlsx", "json"), edit=called("people", "poeple"), alone=False),
    of("table_mistyped", table="exams", forms=("csv", "xlsx", "json"), edit=called("exams", "考式"), note="chinese"),
    of(
        "table_mistyped",
        table="satisfaction",
        forms=XLSX,
        edit=called("satisfaction", "满意度测评(终)"),
        note="brackets",
    ),
    of("table_not_csv", table="exams", forms=CSV, spoil=table_renamed("exams", "考试.txt")),
    of("too_many_rows", table="exams", forms=CSV, spoil=bytes_of("exams", rows_without_end)),
]

ENCODINGS = [
    of(
        "encoding_broken",
        table="people",
        row=3,
        forms=CSV,
        spoil=bytes_of("people", lambda d: d.replace("乙".encode(), "乙".encode()[:2])),
    ),
    of(
        "encoding_broken",
        table="people",
        row=6,
        forms=CSV,
        spoil=bytes_of("people", lambda d: d[: d.rindex("本科".encode()) + 4]),
        note="cut-off",
    ),
    of(
        "encoding_unknown",
        table="exams",
        row=2,
        forms=CSV,
        spoil=bytes_of("exams", lambda d: d.replace(b"p1", b"\xff\xfe")),
    ),
    of(
        "encoding_unknown",
        table="exams",
        row=3,
        forms=CSV,
        spoil=bytes_of("exams", lambda d: d.replace(b"p2", b"\xaa\xa1\xaa\xa2")),
        note="private",
    ),
    of("nul_byte", table="exams", row=4, forms=CSV, spoil=bytes_of("exams", lambda d: d.replace(b"p3", b"p\x003"))),
    of("csv_quotes", table="exams", row=3, forms=CSV, spoil=bytes_of("exams", lambda d: d.replace(b"p2", b'"p2'))),
    of(
        "csv_quotes",
        table="exams",
        row=3,
        forms=CSV,
        spoil=bytes_of("exams", lambda d: d.replace(b"p2", b'"p2"x')),
        note="stray",
    ),
    of("too_many_cells", table="exams", row=7, forms=("csv", "xlsx"), edit=add("exams", "p6", "80", "80", "80", "80")),
]

WORKBOOKS = [
    of("workbook_damaged", forms=XLSX, spoil=replaced("people", OLE + bytes(512)), note="old"),
    of(
        "workbook_protected",
        forms=XLSX,
        spoil=replaced("people", OLE + bytes(64) + "EncryptedPackage".encode("utf-16-le")),
    ),
    of("workbook_macros", forms=XLSX, spoil=with_member("xl/vbaProject.bin", b"x")),
    of("workbook_macros", forms=XLSX, spoil=renamed("case.xlsm"), note="suffix"),
    of("workbook_damaged", forms=XLSX, spoil=bytes_of("people", lambda d: d[: len(d) // 2]), note="cut-off"),
    of("workbook_damaged", forms=XLSX, spoil=replaced("people", b""), note="empty"),
    of("workbook_damaged", forms=XLSX, spoil=replaced("people", b"person_id,name\n"), note="text"),
    of(
        "workbook_damaged",
        table="exams",
        forms=XLSX,
        spoil=member(f"worksheets/sheet{EXAMS_SHEET}.xml", lambda d: d[: len(d) // 2].replace(b"<f", b"<f") + b"<f"),
        note="xml",
    ),
    of(
        "workbook_damaged",
        forms=XLSX,
        spoil=member("xl/workbook.xml", lambda d: d.replace(b"UTF-8", b"UTF-9")),
        note="encoding",
    ),
    of("workbook_swells", forms=XLSX, spoil=with_member("xl/media/image1.png", bytes(60 * MEGABYTE))),
    of(
        "workbook_entities",
        forms=XLSX,
        spoil=member(
            "xl/sharedStrings.xml",
            lambda d: d.replace(b"<sst", b'<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY c "&b;&b;&b;">]><sst', 1),
        ),
    ),
    of(
        "sheet_too_large",
        table="exams",
        forms=XLSX,
        spoil=sheet(EXAMS_SHEET, b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
    ),
    of(
        "formula_cell",
        table="exams",
        row=3,
        column="essay",
        forms=XLSX,
        edit=put("exams", 3, "essay", Formula("=70+5", 75)),
    ),
    of(
        "error_cell",
        table="exams",
        row=3,
        column="essay",
        forms=XLSX,
        edit=put("exams", 3, "essay", 75),
        spoil=sheet(EXAMS_SHEET, b'<c r="C3"><v>75</v>', b'<c r="C3" t="e"><v>#N/A</v>'),
    ),
    of(
        "merged_cells",
        table="people",
        row=4,
        column="section_id",
        forms=XLSX,
        edit=put("people", 5, "section_id", ""),
        spoil=sheet(
            PEOPLE_SHEET, b"</sheetData>", b'</sheetData><mergeCells count="1"><mergeCell ref="D4:D5"/></mergeCells>'
        ),
    ),
]

EXAMS = re.compile(rb'"exams": \[.*?\n \]', re.DOTALL)


def exams(text: bytes):
    return bytes_of("exams", lambda data: EXAMS.sub(b'"exams": ' + text, data, count=1))


JSONS = [
    of("json_encoding", row=3, forms=JSON, spoil=bytes_of("case", lambda d: d.replace("样例".encode(), b"\xd1\xf9"))),
    of("json_syntax", forms=JSON, row=1, spoil=replaced("case", b""), note="empty"),
    of(
        "json_syntax", forms=JSON, row=1, spoil=bytes_of("case", lambda d: d.replace(b"\n", b" ")[:-20]), note="cut-off"
    ),
    of("json_depth", forms=JSON, spoil=replaced("case", b"[" * 100_000)),
    of("json_key_twice", forms=JSON, spoil=bytes_of("case", lambda d: d.replace(b'"aptitude"', b'"essay"', 1))),
    of("json_shape", forms=JSON, spoil=replaced("case", b"[]")),
    of("json_table", table="exams", forms=JSON, spoil=exams(b'{"p1": 80}')),
    of(
        "json_table",
        table="case",
        forms=JSON,
        spoil=bytes_of("case", lambda d: re.sub(rb'"case": \{.*?\}', b'"case": []', d, count=1, flags=re.S)),
        note="case",
    ),
    of("json_row", table="exams", row=2, forms=JSON, spoil=exams(b'["p1"]')),
    of(
        "json_cell",
        table="exams",
        row=2,
        column="person_id",
        forms=JSON,
        spoil=exams(b'[{"person_id": ["p1"], "aptitude": 1, "essay": 2, "knowledge": 3}]'),
    ),
    of("json_cell", table="case", column="name", forms=JSON, edit=put("case", 2, "value", {}), note="case"),
]

FILES = [*PATHS, *TABLES, *ENCODINGS, *WORKBOOKS, *JSONS]
