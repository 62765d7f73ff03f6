"""Tables as csv that a spreadsheet program opens as it is and that no cell can make calculate."""

import csv
import io
from collections.abc import Iterable, Sequence

BOM = b"\xef\xbb\xbf"
"""Begins each csv file, since spreadsheet programs take it for another encoding otherwise."""
RISKY = ("=", "+", "-", "@", "\t", "\r")


def table_bytes(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """A CSV in UTF-8 with a byte order mark, without a cell that Excel would calculate."""
    sink = io.StringIO()
    writer = csv.writer(sink, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([[guarded(cell) for cell in row] for row in rows])
    return BOM + sink.getvalue().encode()


def guarded(cell: object) -> str:
    """A cell as text. One that a spreadsheet would take for a formula gets an apostrophe in front; numbers do not."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    text = "" if cell is None else str(cell)
    if isinstance(cell, int | float) or not text.startswith(RISKY):
        return text
    return "'" + text
