"""A sheet of records against the same sheet written cell by cell."""

import io
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
                page.write_record(row, values, looks)
            else:
                for column, (value, look) in enumerate(zip(values, looks, strict=True)):
                    page.write_value(row, column, value, look)
            if row % 5 == 0:
                page.set_row(row, 30)
        page.autofilter(0, 0, max(records, 1), len(VALUES) - 1)
    return data.getvalue()


@pytest.mark.parametrize("records", [0, 1, 15, 16, 40])
def test_records_are_the_bytes_of_cells_written_one_by_one(records: int) -> None:
    assert written(True, records) == written(False, records)
