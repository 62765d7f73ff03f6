"""New workbooks whose bytes depend on their content alone."""

import datetime as dt
from typing import IO, Any

TEXT_FORMAT = 49
"""The number of the built-in format that keeps what is typed as text."""


def new_workbook(target: IO[bytes]) -> Any:
    """A workbook to be written to a binary stream, without the time of writing in it."""
    import xlsxwriter

    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(target, options)
    book.set_properties({"created": dt.datetime(2000, 1, 1)})
    return book
