"""Writes a case as a folder of csv files, a workbook or a JSON file; reading it again gives the same case."""

import csv
import datetime as dt
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from allocator.faults import Fault, InvalidInput
from allocator.files.atomic import write_folder_atomically, write_new_file
from allocator.files.form import CaseForm
from allocator.files.raw import shown
from allocator.tabular import BOM
from models.common.base import Frozen
from models.common.canonical import decimal_text

Plain = str | int | Decimal | dt.date | bool | tuple[str, ...] | None
_FIRST_DAY = dt.date(1910, 1, 1)
"""Earlier days are written as text: spreadsheets miscount those of 1900, and some of 1905 look like years."""


def write_case(case: Frozen, path: Path, form: CaseForm) -> None:
    """Writes a case: a folder where the name has no suffix, a workbook for ``.xlsx``, JSON for ``.json``.

    Headings and codes are the English ones; tables without rows are left out, the required ones excepted.

    Raises:
        InvalidInput: for another suffix, a file that is there already, a folder that is not empty, or a path that
            cannot be written.
    """
    tables = dict(case_tables(case, form))
    suffix = path.suffix.casefold()
    if suffix == "":
        files = {f"{table}.csv": BOM + csv_bytes(rows) for table, rows in tables.items()}
        write_folder_atomically(path, files)
    elif suffix == ".xlsx":
        write_new_file(path, _workbook(tables))
    elif suffix == ".json":
        write_new_file(path, _json(tables))
    else:
        raise InvalidInput(
            (Fault("target_format", shown(path.name), None, None, shown(path.name), {"suffix": suffix}),)
        )


def case_tables(case: Frozen, form: CaseForm) -> Iterator[tuple[str, list[list[Plain]]]]:
    """Each table as rows of plain values, the headings first."""
    info = case.__dict__["case"]
    yield "case", [["key", "value"], *([key, getattr(info, key)] for key in form.written)]
    for table in form.tables:
        rows = getattr(case, table)
        if not rows and table not in form.required:
            continue
        layout = form.layouts[table]
        marks = list(dict.fromkeys(mark for row in rows for mark in getattr(row, "marks", ())))
        columns = [(mark, mark) for mark in marks]
        columns = [("person_id", "person_id"), *columns] if marks else [(c.name, c.field) for c in layout.columns]
        headings = [heading for heading, _ in columns]
        yield table, [[*headings], *([_field(row, name) for _, name in columns] for row in rows)]


def _field(row: Any, name: str) -> Plain:
    marks: Mapping[str, Decimal] = getattr(row, "marks", {})
    value: Plain = marks[name] if name in marks else getattr(row, name, None)
    return None if value == () else value


def text_of(value: Plain) -> str:
    """A value as the text of a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return decimal_text(value)
    if isinstance(value, tuple):
        return ";".join(value)
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def csv_bytes(rows: Sequence[Sequence[Plain]]) -> bytes:
    """Rows as a csv file in UTF-8."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([[text_of(value) for value in row] for row in rows])
    return text.getvalue().encode()


def _json(tables: Mapping[str, Sequence[Sequence[Plain]]]) -> bytes:
    """The tables as JSON. Marks are written as text, since a number there is a binary fraction to most programs."""

    def plain(value: Plain) -> str | int | bool | None:
        return value if value is None or isinstance(value, int) else text_of(value)

    content: dict[str, Any] = {}
    for table, (headings, *rows) in tables.items():
        if table == "case":
            content[table] = {text_of(key): plain(value) for key, value in rows if value is not None}
        else:
            content[table] = [
                {
                    text_of(heading): plain(value)
                    for heading, value in zip(headings, row, strict=True)
                    if value is not None
                }
                for row in rows
            ]
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _workbook(tables: Mapping[str, Sequence[Sequence[Plain]]]) -> bytes:
    from allocator.files.workbooks import TEXT_FORMAT, new_workbook

    data = io.BytesIO()
    with new_workbook(data) as book:
        text = book.add_format({"num_format": TEXT_FORMAT})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        head = book.add_format({"bold": True, "num_format": TEXT_FORMAT})
        for table, (headings, *rows) in tables.items():
            sheet = book.add_worksheet(table)
            sheet.freeze_panes(1, 0)
            sheet.set_column(0, len(headings) - 1, 14)
            for column, heading in enumerate(headings):
                sheet.write_string(0, column, text_of(heading), head)
            for number, row in enumerate(rows, start=1):
                for column, value in enumerate(row):
                    if value is None:
                        continue
                    if isinstance(value, dt.date) and value >= _FIRST_DAY:
                        sheet.write_datetime(number, column, dt.datetime.combine(value, dt.time()), day)
                    elif isinstance(value, int | Decimal) and not isinstance(value, bool) and _fits(value):
                        sheet.write_number(number, column, value)
                    else:
                        sheet.write_string(number, column, text_of(value), text)
    return data.getvalue()


def _fits(value: int | Decimal) -> bool:
    """Whether the 15 digits that a spreadsheet keeps are enough for a number."""
    return Decimal(f"{float(value):.15g}") == value
