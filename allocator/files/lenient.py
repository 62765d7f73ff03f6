"""Cells as officers write them, where the plain form is not met: what each is taken for, or why it cannot be told."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from allocator.files.cells import (
    FIRST_YEAR,
    Flaw,
    Value,
    codes_of,
    narrow,
    number_text,
    parse_date,
    parse_mark,
    parse_whole,
    parse_year,
)
from allocator.files.heading_forms import squeeze
from allocator.files.layout import Column, Kind
from allocator.files.raw import Cell
from allocator.words._sheets import ABSENT, CIRCLES, GRADES, IN_TEXT_DATE, NO, NUMERALS, ORDINAL, UNITS, YES

_THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_PERCENT = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*%")
_ORDINAL = re.compile(ORDINAL)
_DIGITS = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})?")
_SHORT = re.compile(r"([0-9]{2})([./-])([0-9]{1,2})(?:\2([0-9]{1,2}))?")
_IN_TEXT = re.compile(IN_TEXT_DATE)
YOUNGEST = 14
"""Nobody in the case is younger."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What a cell was taken for, and the kind of reading."""

    value: Value
    kind: str


@dataclass(frozen=True)
class Setting:
    """What reading a cell may depend on beside the cell: table, column, the year of the reference date."""

    table: str
    column: Column
    year: int | None


def take(cell: Cell, flaw: Flaw, where: Setting) -> Taken | Flaw:
    """What a cell that has no value of its kind as it stands is taken for; its flaw where it cannot be told."""
    if isinstance(cell, bool) or not isinstance(cell, str | float | int):
        return flaw
    text = narrow(cell) if isinstance(cell, str) else number_text(cell)
    if text.casefold() in ABSENT and where.column.kind != "yes_no":
        return _absent(flaw, where)
    found = _BY_KIND[where.column.kind](text, where) if where.column.kind in _BY_KIND else None
    return flaw if found is None else found


def is_respelt(cell: Cell, kind: Kind) -> bool:
    """Whether a cell was read only after spaces around it or full-width forms were made ordinary."""
    return type(cell) is str and kind != "text" and cell != narrow(cell)


def is_circle(cell: Cell) -> bool:
    """Whether a cell is a circle, which stands for yes in most sheets."""
    return isinstance(cell, str) and squeeze(cell) in CIRCLES


def circle_and_tick(cells: set[Cell]) -> bool:
    """Whether a column of yes and no holds circles beside ticks, so that a circle may mean either."""
    words = {squeeze(cell) for cell in cells if isinstance(cell, str)}
    return not words.isdisjoint(CIRCLES) and not words.isdisjoint(YES)


def _absent(flaw: Flaw, where: Setting) -> Taken | Flaw:
    if where.column.absent == "zero":
        return Taken(Decimal(0), "absent_zero")
    if where.column.absent == "undecided":
        return Flaw("absent_undecided")
    if not where.column.required:
        return Taken(where.column.empty, "absent_empty")
    return Flaw("absent_unread") if where.column.kind == "mark" else flaw


def _yes_no(text: str, _: Setting) -> Taken | Flaw | None:
    word = squeeze(text)
    if word in YES or word in CIRCLES:
        return Taken(True, "ticks")
    return Taken(False, "ticks") if word in NO else None


def _code(text: str, where: Setting) -> Taken | Flaw | None:
    code = next((code for form, code in codes_of(where.column.codes).items() if squeeze(form) == squeeze(text)), None)
    return None if code is None else Taken(code, "spelling")


def _mark(text: str, where: Setting) -> Taken | Flaw | None:
    if found := _PERCENT.fullmatch(text):
        value = parse_mark(found[1])
        return value if isinstance(value, Flaw) else Taken(value, "percent")
    grades = dict(where.column.grades or ())
    if where.column.grades is not None and (squeeze(text) in GRADES or text in grades):
        mark = next((mark for grade, mark in grades.items() if squeeze(grade) == squeeze(text)), None)
        return Flaw("grade_without_mark") if mark is None else Taken(mark, "grade")
    return _number(text, where, parse_mark)


def _whole(lowest: int) -> Callable[[str, Setting], Taken | Flaw | None]:
    def parse(text: str, where: Setting) -> Taken | Flaw | None:
        if lowest == 1:
            if found := _ORDINAL.fullmatch(squeeze(text)):
                return Taken(int(NUMERALS.get(found[1], found[1])), "ordinal")
            if text in NUMERALS:
                return Taken(NUMERALS[text], "ordinal")
        return _number(text, where, lambda cell: parse_whole(cell, lowest))

    return parse


def _year(text: str, where: Setting) -> Taken | Flaw | None:
    return _number(text, where, parse_year)


def _number(text: str, where: Setting, parse: Callable[[Cell], Value | Flaw]) -> Taken | Flaw | None:
    """A number with its unit behind it, or with commas between thousands."""
    kind = "unit"
    bare = text
    for unit in UNITS.get(where.column.kind, ()):
        if text.endswith(unit):
            bare = text.removesuffix(unit).strip()
            break
    if _THOUSANDS.fullmatch(bare):
        bare, kind = bare.replace(",", ""), "thousands"
    if bare == text:
        return None
    value = parse(bare)
    return None if isinstance(value, Flaw) else Taken(value, kind)


def _date(text: str, where: Setting) -> Taken | Flaw | None:
    if found := _DIGITS.fullmatch(text):
        year, month, day = found.groups()
        return _made(int(year), month, day, "digits_date")
    if found := _SHORT.fullmatch(text):
        short, sign, month, day = found.groups()
        if sign == "." and month == "1" and day is None:
            return Flaw("date_ambiguous", {"year": short})
        return _of_short_year(int(short), month, day, where)
    if found := _IN_TEXT.fullmatch(text):
        year, month, day = found.groups()
        return _made(int(year), month, day, "date_in_text")
    value = parse_date(text.strip("()[] "))
    return None if isinstance(value, Flaw) else Taken(value, "date_in_text")


def _of_short_year(short: int, month: str, day: str | None, where: Setting) -> Taken | Flaw | None:
    """A year of two digits, where only one century can be meant."""
    latest = where.year or FIRST_YEAR + 199
    if where.column.name == "birth":
        latest -= YOUNGEST
    oldest = where.column.oldest or FIRST_YEAR + 50
    years = [year for year in (1900 + short, 2000 + short) if oldest <= year <= latest]
    return _made(years[0], month, day, "short_year") if len(years) == 1 else None


def _made(year: int, month: str, day: str | None, kind: str) -> Taken | Flaw:
    if not FIRST_YEAR <= year <= FIRST_YEAR + 300:
        return Flaw("date_impossible")
    try:
        return Taken(dt.date(year, int(month), int(day or 1)), kind)
    except ValueError:
        return Flaw("date_impossible")


_BY_KIND: Mapping[Kind, Callable[[str, Setting], Taken | Flaw | None]] = {
    "yes_no": _yes_no,
    "code": _code,
    "mark": _mark,
    "count": _whole(0),
    "ordinal": _whole(1),
    "year": _year,
    "date": _date,
}


FEW = 3
"""So many marks of a column that may be shares are a fault; fewer are taken as they stand, and said so."""


def hundredths(kinds: Mapping[int, str], values: list[Value | Flaw]) -> list[int]:
    """The rows of a column whose mark may be a share: above 0 and not above 1, or below 1 beside marks of 20 or more.

    Args:
        kinds: the rows whose cell was read, such as a percentage, which is sure.
        values: the marks of a column.
    """
    marks = {i: value for i, value in enumerate(values) if isinstance(value, Decimal) and value > 0 and i not in kinds}
    small = [i for i, mark in marks.items() if mark <= 1]
    if len(small) >= FEW:
        return small
    lone = [i for i in small if marks[i] < 1]
    others = [mark for i, mark in marks.items() if i not in small]
    return lone if others and min(others) >= 20 else []


def text_of(value: Value) -> str:
    """A value as a reading shows it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ";".join(value)
    return "" if value is None else format(value, "f") if isinstance(value, Decimal) else str(value)
