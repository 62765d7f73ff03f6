"""One cell at a time: text, number, date or code in, a value of its kind or a flaw out. Nothing is guessed."""

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache, lru_cache

from allocator.files.layout import Column, Kind
from allocator.files.raw import LONGEST_CELL, Cell, NumberText, Refused
from allocator.words._sheets import BETWEEN_WORDS
from allocator.words.tables import DATE_MARKS, SHARED_WORDS

Value = str | int | bool | Decimal | dt.date | tuple[str, ...] | None

Codes = tuple[tuple[str, str], ...]
"""Codes with their Chinese words."""

LARGEST_COUNT = 1_000_000
FIRST_YEAR, LAST_YEAR = 1900, 2200
MOST_DIGITS = 15
"""More digits than this a spreadsheet does not keep."""

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_PLAIN = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
_EXPONENT = re.compile(r"[+-]?[0-9]*\.?[0-9]+[eE][+-]?[0-9]+")
_SEPARATED = re.compile(r"[+-]?[0-9][0-9,.' _]*")
_NOT_FINITE = frozenset(["nan", "inf", "infinity", "∞", "#n/a", "#num!"])
_YEAR, _MONTH, _DAY = DATE_MARKS
_DATE = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})(?:\2([0-9]{1,2}))?(?:[ T]00:00(?::00(?:\.0+)?)?)?")
_CHINESE_DATE = re.compile(rf"([0-9]{{4}})\s*{_YEAR}\s*([0-9]{{1,2}})\s*{_MONTH}(?:\s*([0-9]{{1,2}})\s*{_DAY})?")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_SERIALS = range(10_000, 80_000)
"""The days a number in a date column may count to, 1927 to 2119."""
_YEARS_ALONE = range(1_900, 2_201)
"""A year typed into a cell formatted as a date counts to one of these days, in 1905."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """Why a cell has no value of its kind: the code of the fault and its arguments."""

    code: str
    args: Mapping[str, object] = field(default_factory=dict)


REFUSED = Flaw("")
"""A cell whose fault has been told where it was found."""


def narrow(text: str) -> str:
    """The text with full-width letters, digits and signs as ordinary ones, without spaces around it."""
    return text.strip() if text.isascii() else text.translate(_WIDE).strip()


def folded(text: str) -> str:
    """The text as codes and headings are compared: compatibility forms, case and outer spaces do not count."""
    return unicodedata.normalize("NFKC", text).strip().casefold()


def plain_form(text: str) -> str:
    """The text with compatibility forms made ordinary and without any space: spellings that agree in it look alike."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def parse(cell: Cell, column: Column, epoch_1904: bool) -> Value | Flaw:
    """The value of a cell in a column, or its flaw.

    Args:
        cell: what the file holds.
        column: the column, which says what kind of value is expected and whether there must be one.
        epoch_1904: whether an Excel file counts days from 1904.
    """
    if type(cell) is str and column.kind in REPEATED and cell and not cell.isspace():
        return _repeated(cell, column.kind)
    if isinstance(cell, Refused):
        return REFUSED
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return Flaw("cell_empty") if column.required else column.empty
    if isinstance(cell, str) and len(cell) > LONGEST_CELL:
        return Flaw("cell_too_long", {"length": len(cell), "limit": LONGEST_CELL})
    if column.kind == "date":
        return parse_date(cell, epoch_1904)
    if column.kind == "code":
        return _code(cell, column.codes)
    if column.kind == "group":
        name = parse_id(cell)
        return name if isinstance(name, Flaw) else dict(column.groups).get(folded(name), name)
    return PARSERS[column.kind](cell)


@lru_cache(maxsize=1 << 15)
def _repeated(cell: str, kind: Kind) -> Value | Flaw:
    """A filled cell of csv text. Ids and marks stand in a case again and again, and are read once."""
    if len(cell) > LONGEST_CELL:
        return Flaw("cell_too_long", {"length": len(cell), "limit": LONGEST_CELL})
    return parse_date(cell) if kind == "date" else PARSERS[kind](cell)


def parse_id(cell: Cell) -> str | Flaw:
    """An id: text without outer spaces. A number is taken when it is whole and no longer than 15 digits."""
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        if abs(cell) >= 10**MOST_DIGITS:
            return Flaw("id_too_long", {"digits": MOST_DIGITS})
        return str(int(cell)) if cell == int(cell) else Flaw("id_not_whole")
    if not isinstance(cell, str):
        return Flaw("text_expected")
    if isinstance(cell, NumberText):
        if not re.fullmatch(r"-?[0-9]+", cell):
            return Flaw("id_not_whole")
        if len(cell.lstrip("-")) > MOST_DIGITS:
            return Flaw("id_too_long", {"digits": MOST_DIGITS})
    text = str(cell).strip()
    return text if text.isprintable() else Flaw("control_character")


def parse_text(cell: Cell) -> str | Flaw:
    """Free text exactly as it stands; names are never repaired."""
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        return number_text(cell)
    if not isinstance(cell, str) or (isinstance(cell, NumberText) and not cell[-1].isdigit()):
        return Flaw("text_expected")
    return Flaw("control_character") if _CONTROL.search(cell) else str(cell)


def number_text(value: float) -> str:
    """A number of a workbook as decimal text: the 15 digits that a spreadsheet keeps, without exponent."""
    text = f"{value:.15g}"
    return format(Decimal(text), "f") if "e" in text else text


def parse_number(cell: Cell) -> Decimal | Flaw:
    """An exact decimal, from plain digits with at most one point."""
    if isinstance(cell, bool) or not isinstance(cell, str | float | int):
        return Flaw("number_unknown")
    text = narrow(cell) if isinstance(cell, str) else number_text(cell)
    if _PLAIN.fullmatch(text):
        whole = text.lstrip("+-").split(".")[0].lstrip("0")
        if len(whole) > MOST_DIGITS or len(text) > 2 * MOST_DIGITS:
            return Flaw("number_too_long", {"digits": MOST_DIGITS})
        return Decimal(text) or Decimal(0)
    if text.lstrip("+-").casefold() in _NOT_FINITE:
        return Flaw("number_not_finite")
    if _EXPONENT.fullmatch(text):
        return Flaw("number_exponent")
    if _SEPARATED.fullmatch(text):
        return Flaw("number_separator")
    return Flaw("number_unknown")


def parse_mark(cell: Cell) -> Decimal | Flaw:
    """A mark: an exact decimal from 0 to 100 (articles 4, 6, 8 and 10)."""
    value = parse_number(cell)
    if isinstance(value, Flaw) or 0 <= value <= 100:
        return value
    return Flaw("mark_out_of_range")


def parse_whole(cell: Cell, lowest: int) -> int | Flaw:
    """A whole number from ``lowest`` on: counts and votes from 0, ordinals from 1."""
    value = parse_number(cell)
    if isinstance(value, Flaw):
        return value
    if value != int(value):
        return Flaw("number_not_whole")
    if value < lowest:
        return Flaw("number_negative") if lowest == 0 else Flaw("number_below_one")
    if value > LARGEST_COUNT:
        return Flaw("number_too_large", {"limit": LARGEST_COUNT})
    return int(value)


def parse_year(cell: Cell) -> int | Flaw:
    """A year of four digits."""
    value = parse_number(narrow(cell).removesuffix(_YEAR) if isinstance(cell, str) else cell)
    if isinstance(value, Flaw):
        return value
    if value != int(value):
        return Flaw("number_not_whole")
    if not FIRST_YEAR <= value <= LAST_YEAR:
        return Flaw("year_out_of_range", {"first": FIRST_YEAR, "last": LAST_YEAR})
    return int(value)


def _yes_no(cell: Cell) -> bool | Flaw:
    if isinstance(cell, bool):
        return cell
    text = folded(cell) if isinstance(cell, str) else number_text(cell) if isinstance(cell, float | int) else ""
    return _YES_NO.get(text, Flaw("yes_no_unknown"))


def parse_date(cell: Cell, epoch_1904: bool = False) -> dt.date | Flaw:
    """A date; a month alone means its first day. ``2019.1`` may be a shortened ``2019.10`` and is refused."""
    if isinstance(cell, dt.datetime):
        cell = cell.date() if cell.time() == dt.time() else dt.timedelta()
    if isinstance(cell, dt.date):
        start = dt.date(1904, 1, 1) if epoch_1904 else dt.date(1899, 12, 30)
        return Flaw("date_unknown") if (cell - start).days in _YEARS_ALONE else cell
    if isinstance(cell, bool) or not isinstance(cell, str | float | int):
        return Flaw("date_unknown")
    if not isinstance(cell, str):
        if cell in _SERIALS:
            return (dt.date(1904, 1, 1) if epoch_1904 else dt.date(1899, 12, 30)) + dt.timedelta(days=int(cell))
        cell = number_text(cell)
    return _date_text(narrow(cell))


def _date_text(text: str) -> dt.date | Flaw:
    if found := _DATE.fullmatch(text):
        year, sign, month, day = found.groups()
        if sign == "." and month == "1" and day is None:
            return Flaw("date_ambiguous", {"year": year})
    elif found := _CHINESE_DATE.fullmatch(text):
        year, month, day = found.groups()
    else:
        return Flaw("date_unknown")
    try:
        return dt.date(int(year), int(month), int(day or 1))
    except ValueError:
        return Flaw("date_impossible")


def _code(cell: Cell, codes: Codes) -> str | Flaw:
    text = number_text(cell) if isinstance(cell, float | int) and not isinstance(cell, bool) else str(cell)
    found = codes_of(codes).get(folded(text))
    return found or Flaw("code_unknown", {"allowed": tuple(f"{w} {c}" if w != c else c for c, w in codes)})


_YES_NO: Mapping[str, bool] = {
    **dict.fromkeys(["yes", "1", "true", SHARED_WORDS["yes_no"]["yes"]], True),
    **dict.fromkeys(["no", "0", "false", SHARED_WORDS["yes_no"]["no"]], False),
}
PARSERS: Mapping[Kind, Callable[[Cell], Value | Flaw]] = {
    "id": parse_id,
    "label": parse_id,
    "text": parse_text,
    "words": lambda cell: parse_words(cell),
    "mark": parse_mark,
    "count": lambda cell: parse_whole(cell, 0),
    "ordinal": lambda cell: parse_whole(cell, 1),
    "year": parse_year,
    "yes_no": _yes_no,
}
"""How a filled cell of each kind is read; dates, codes and groups need more than the cell."""
REPEATED: frozenset[Kind] = frozenset({"id", "label", "mark", "count", "ordinal", "year", "date"})
"""Kinds whose cells repeat and are no free text."""


@cache
def codes_of(codes: Codes) -> Mapping[str, str]:
    """The code of each form in which one of the codes may be written."""
    return {folded(form): code for code, word in codes for form in (code, word)}


def parse_words(cell: Cell) -> tuple[str, ...] | Flaw:
    """Several words with ``;`` or another mark of a list between them, each once, sorted."""
    text = parse_text(cell)
    if isinstance(text, Flaw):
        return text
    return tuple(sorted({word.strip() for word in re.split(BETWEEN_WORDS, text)} - {""}))
