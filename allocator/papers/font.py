"""Which characters the bundled font draws, read from the font itself."""

import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

FONT_FAMILY = "Noto Serif CJK SC"
FONT_FILE = "NotoSerifCJKsc-Regular.otf"
_CONTROL = ("Cc", "Cf", "Cs", "Zl", "Zp")
_FILLERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters by their class that show nothing."""


@cache
def drawn() -> frozenset[int]:
    """The code points of the characters the font draws (its ``cmap`` of format 12)."""
    with (files("allocator.papers") / "fonts" / FONT_FILE).open("rb") as font:
        header = font.read(12)
        directory = font.read(16 * struct.unpack(">H", header[4:6])[0])
        entries = (directory[at : at + 16] for at in range(0, len(directory), 16))
        offset, length = next(struct.unpack(">LL", one[8:]) for one in entries if one[:4] == b"cmap")
        font.seek(offset)
        table = font.read(length)
    tables = struct.iter_unpack(">HHL", table[4 : 4 + 8 * struct.unpack(">H", table[2:4])[0]])
    start = next(at for _, _, at in tables if struct.unpack(">H", table[at : at + 2])[0] == 12)
    groups = struct.unpack(">L", table[start + 12 : start + 16])[0]
    ranges = struct.iter_unpack(">LLL", table[start + 16 : start + 16 + 12 * groups])
    return frozenset(code for first, last, _ in ranges for code in range(first, last + 1))


def undrawn(text: str) -> Iterator[str]:
    """The characters of a text that the font does not draw, each once."""
    yield from (mark for mark in dict.fromkeys(text) if ord(mark) not in drawn())


def controls(text: str) -> Iterator[str]:
    """The characters of a text that nobody sees and that change how the rest is set, each once."""
    yield from (mark for mark in dict.fromkeys(text) if unicodedata.category(mark) in _CONTROL or mark in _FILLERS)
