"""What a sheet's XML holds beside values: formulas, error cells, merged ranges, and how far the sheet reaches.

Most sheets hold none of it, which a search of the bytes shows at once; only the others are parsed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from allocator.files.raw import address

Cell = tuple[int, int]
"""Row and column of a cell, both from 0."""

MOST_CELLS = 40_000_000
"""A sheet is laid out in memory as far as its last row and column, full or not."""

_NOTABLE = (
    *(b"<f", b"mergeCell", b't="e"'),  # formulas, merged ranges, error cells
    *(b":f", b":c", b":r"),  # names with a prefix
    *(b"<c>", b"<c/", b"<row>", b"<row/"),  # cells and rows without an address
    *(b"='", b" =", b"= ", b"\t", b"\r", b"&#", b"<!"),  # attributes written unusually
)
"""Without any of these a sheet holds no formula, error cell or merged range."""

_FAR = re.compile(rb' r="[A-Za-z]*[0-9]{6}')
_TOO_FAR = re.compile(rb' r="[A-Za-z]*[0-9]{7}')
_WIDE = re.compile(rb' r="([A-Za-z]{2,})[0-9]')


@dataclass(frozen=True)
class Scan:
    """What was found: addresses of formula and error cells, merged ranges, and the size of the sheet.

    ``styles`` and ``hidden`` are the number of each styled cell's style and what is hidden, each kind once with where
    it first is; of a sheet that holds only values, each at its address, they are ``None``, and its bytes tell them.
    """

    formulas: frozenset[Cell] = frozenset()
    errors: frozenset[Cell] = frozenset()
    merged: tuple[str, ...] = ()
    too_large: bool = False
    styles: Mapping[Cell, int] | None = field(default=None, compare=False)
    hidden: Mapping[str, str] | None = field(default=None, compare=False)


def scan(xml: bytes) -> Scan:
    """Scans the XML of one sheet.

    Raises:
        ValueError, xml.sax.SAXException: when it is not sound XML.
    """
    if _is_plain(xml):
        return Scan()
    from defusedxml.sax import parse

    reader = _Reader()
    parse(BytesIO(xml), reader, forbid_dtd=True)
    return Scan(
        frozenset(reader.formulas),
        frozenset(reader.errors),
        tuple(reader.merged),
        (reader.last_row + 1) * (reader.last_column + 1) > MOST_CELLS,
        reader.styles,
        reader.hidden,
    )


def _is_plain(xml: bytes) -> bool:
    """Whether the bytes alone show that there are only values, each at its address and none too far out."""
    cells = xml[max(0, xml.find(b"<sheetData")) :].replace(b"\n", b" ")
    if any(mark[-1:] in cells and mark in cells for mark in _NOTABLE):  # a single byte is found far more quickly
        return False
    far = _FAR.search(cells)
    if far and _TOO_FAR.search(cells):
        return False
    if not cells.startswith(b"<sheetData") or cells.count(b"<c ") + cells.count(b"<row ") != cells.count(b' r="'):
        return False
    columns = max((position(f"{name.decode()}1")[1] + 1 for name in set(_WIDE.findall(cells))), default=26)
    return columns * (1_048_576 if far else 99_999) <= MOST_CELLS


class _Reader(ContentHandler):
    def __init__(self) -> None:
        super().__init__()
        self.formulas: set[Cell] = set()
        self.errors: set[Cell] = set()
        self.merged: list[str] = []
        self.styles: dict[Cell, int] = {}
        self.hidden: dict[str, str] = {}
        self.row = self.column = -1
        self.last_row = self.last_column = -1

    def startElement(self, name: str, attrs: AttributesImpl[str]) -> None:
        local = name.rpartition(":")[2]
        if local == "c":
            place = position(attrs["r"]) if "r" in attrs else (self.row, self.column + 1)
            self.row, self.column = place
            self.last_row = max(self.last_row, self.row)
            self.last_column = max(self.last_column, self.column)
            if attrs.get("t") == "e":
                self.errors.add(place)
            if attrs.get("s", "0") != "0":
                self.styles[place] = int(attrs["s"])
        elif local == "row":
            self.row = int(attrs["r"]) - 1 if "r" in attrs else self.row + 1
            self.column = -1
            if attrs.get("hidden") in ("1", "true"):
                self.hidden.setdefault("rows", f"A{self.row + 1}")
        elif local == "col":
            if attrs.get("hidden") in ("1", "true"):
                self.hidden.setdefault("columns", address((0, int(attrs.get("min", "1")) - 1)))
        elif local == "autoFilter":
            self.hidden.setdefault("filter", attrs.get("ref", ""))
        elif local == "f":
            self.formulas.add((self.row, self.column))
        elif local == "mergeCell":
            self.merged.append(attrs.get("ref", ""))


def position(address: str) -> Cell:
    """Row and column, from 0, of an address like ``C7``.

    Raises:
        ValueError: when it is no address.
    """
    found = re.fullmatch(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})", address)
    if found is None:
        raise ValueError(address)
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1
