"""A sheet of records against the same sheet written cell by cell."""

import io
import zipfile
from typing import Any

import pytest

from allocator.files.workbooks import new_workbook
from allocator.report.records import Records

VALUES = (
    "甲",
    "",
    " a&<b> ",
    "x" * 20_000,
    "a" + "\U00020000" * 20_000,
    None,
    0,
    7,
    -3,
    86.412,
    0.1,
    1e-9,
    1 / 3,
    123456789012,
)


def written(many: bool, records: int) -> bytes:
    data = io.BytesIO()
    with new_workbook(data) as book:
        formats = [book.add_format({"num_format": form}) for form in ("0", "@", "0.00%")]
        page = book.add_worksheet("one", Records)
        page.write_string(0, 0, "head", formats[1])
        page.write_string(0, len(VALUES) - 1, "last", formats[2])
        for row in range(1, records + 1):
            values = [VALUES[(row + column) % len(VALUES)] for column in range(len(VALUES))]
            if row % 3:
                values = [value if not isinstance(value, str) else value[:9] for value in values]
            looks: list[Any] = [formats[(row * column) % 3] for column in range(len(VALUES))]
            if many:
                page.write_records(row, [values], [looks])
            else:
                for column, (value, look) in enumerate(zip(values, looks, strict=True)):
                    page.write_value(row, column, value, look)
            if row % 5 == 0:
                page.set_row(row, 30)
        page.autofilter(0, 0, max(records, 1), len(VALUES) - 1)
    return data.getvalue()


def all_at_once(shared: bool) -> bytes:
    data = io.BytesIO()
    with new_workbook(data) as book:
        looks = [book.add_format({"num_format": form}) for form in ("0", "@")]
        page = book.add_worksheet("one", Records)
        rows = [("甲", 1), ("100%s", None), ("甲", 2.5)]
        page.write_records(1, rows, [looks if shared else list(looks) for _ in rows])
    return data.getvalue()


def test_formats_shared_by_rows_are_the_same_bytes_and_texts_are_never_patterns() -> None:
    assert all_at_once(True) == all_at_once(False)
    with zipfile.ZipFile(io.BytesIO(all_at_once(True))) as book:
        assert "<t>100%s</t>" in book.read("xl/sharedStrings.xml").decode()


@pytest.mark.parametrize("records", [0, 1, 15, 16, 40])
def test_records_are_the_bytes_of_cells_written_one_by_one(records: int) -> None:
    assert written(True, records) == written(False, records)
