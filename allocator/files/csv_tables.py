"""Tables from csv files: the encoding, the delimiter, the rows."""

import csv
import io
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice

from allocator.faults import Fault, InvalidInput
from allocator.files.grid import Grid
from allocator.files.heads import DEEPEST
from allocator.files.inputs import MOST_ROWS, Bytes
from allocator.files.raw import LONGEST_CELL

DELIMITERS = (",", ";", "\t")
_PRIVATE = re.compile("[\ue000-\uf8ff\ufffd]")
_WINDOW = 500_000
_TOP = 100_000


def csv_grid(content: Bytes, label: str, table: str, known: Callable[[str], bool]) -> Grid:
    """The cells of one csv file.

    Args:
        content: the file.
        label: the table's name there.
        table: the name its faults are listed under.
        known: whether a heading is one of the table's; the delimiter is the one that shows most of them.

    Raises:
        InvalidInput: when the file as a whole cannot be read.
    """
    text = decoded(content.data, table)
    records = _records(text, _delimiter(text, known), table)
    return Grid(content.name, label, list(records))


def decoded(data: bytes, table: str) -> str:
    """The text of a file in UTF-8, with or without a byte order mark, in UTF-16 with one, else in GB18030.

    Raises:
        InvalidInput: for any other encoding, damaged characters or bytes that are no text.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as broken:
            raise InvalidInput((Fault("encoding_broken", table, _row_at(data, broken.start)),)) from None
    if (at := data.find(b"\0")) >= 0:
        raise InvalidInput((Fault("nul_byte", table, _row_at(data, at)),))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as broken:
        at = broken.start
    if data.startswith(b"\xef\xbb\xbf") or _mostly_utf8(data[max(0, at - _WINDOW) : at + _WINDOW]):
        raise InvalidInput((Fault("encoding_broken", table, _row_at(data, at)),))
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as broken:
        raise InvalidInput((Fault("encoding_unknown", table, _row_at(data, broken.start)),)) from None
    if strange := _PRIVATE.search(text):
        raise InvalidInput((Fault("encoding_unknown", table, text.count("\n", 0, strange.start()) + 1),))
    return text


def _row_at(data: bytes, position: int) -> int:
    return data.count(b"\n", 0, position) + 1


def _mostly_utf8(data: bytes) -> bool:
    """Whether more characters are sound UTF-8 than not, so that a few are damaged rather than all in another code."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return sum(not char.isascii() for char in text) > 2 * broken


def _delimiter(text: str, known: Callable[[str], bool]) -> str:
    """The delimiter that shows most known headings; a comma if all show the same."""
    top = text[:_TOP].splitlines()[:DEEPEST]
    shows = {
        sign: max((sum(known(cell.strip('" ')) for cell in line.split(sign)) for line in top), default=0)
        for sign in DELIMITERS
    }
    return max(DELIMITERS, key=lambda sign: shows[sign])


def _records(text: str, delimiter: str, table: str) -> list[list[str]]:
    """All records; blank lines are kept, so that row numbers are those of a spreadsheet."""
    try:
        records = list(islice(_reader(text, delimiter), MOST_ROWS + 2))
    except csv.Error as broken:
        row = _sound(_reader(text, delimiter)) + 1
        if "limit" in str(broken):
            args = {"length": csv.field_size_limit(), "limit": LONGEST_CELL}
            raise InvalidInput((Fault("cell_too_long", table, row, args=args),)) from None
        raise InvalidInput((Fault("csv_quotes", table, row),)) from None
    if len(records) > MOST_ROWS + 1:
        raise InvalidInput((Fault("too_many_rows", table, None, args={"limit": MOST_ROWS}),))
    return records


def _reader(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)


def _sound(reader: Iterator[list[str]]) -> int:
    """How many records there are before the one that cannot be read."""
    count = 0
    with suppress(csv.Error):
        for _ in reader:
            count += 1
    return count
