"""Headings as officers write them: spaces, line breaks, units and weights in brackets."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cache

from allocator.files.cells import folded
from allocator.files.layout import Column, Layout
from allocator.words._sheets import FULL_MARK, REMARKS_THAT_CHANGE

_REMARK = re.compile(r"(.+?)[(\[【〔]([^()\[\]【】〔〕]*)[)\]】〕][*:]?")
_WEIGHT = re.compile(r"(?:[^0-9.]*)([0-9]+(?:\.[0-9]+)?)\s*%|(?:[^0-9.]*)(0?\.[0-9]+)")
_FULL = re.compile(FULL_MARK)


@dataclass(frozen=True)
class Named:
    """What a heading was found to be. ``as_it_stands`` where nothing had to be left out of it.

    ``weight`` is the share that a remark in brackets gives the column, where it gives one.
    """

    column: Column
    heading: str
    as_it_stands: bool
    weight: Fraction | None = None
    mapped: bool = False


@dataclass(frozen=True)
class Headings:
    """The headings of one table, by the forms in which they may be written."""

    layout: Layout
    exact: Mapping[str, Column] = field(repr=False)
    squeezed: Mapping[str, Column] = field(repr=False)

    def of(self, text: str) -> Named | None:
        """The column of a heading, or ``None`` if it is none of the table's."""
        if column := self.exact.get(folded(text)):
            return Named(column, text, True)
        plain = squeeze(text)
        if own := next((ours for name, ours in self.layout.mapped if name == plain), None):
            column = next(column for column in self.layout.columns if column.name == own)
            return Named(column, column.headings[-1], False, mapped=True)
        if column := self.squeezed.get(plain.rstrip("*:")):
            return Named(column, column.headings[-1], False)
        found = _REMARK.fullmatch(plain)
        if found is None or changes_meaning(found[2]):
            return None
        column = self.squeezed.get(found[1])
        if column is None:
            return None
        weight = _WEIGHT.fullmatch(found[2])
        share = _share(weight) if weight and column.name in self.layout.marks else None
        return Named(column, column.headings[-1], False, share)


def changes_meaning(remark: str) -> bool:
    """Whether a heading with this remark in brackets may mean something else, and is not read without it."""
    full = _FULL.fullmatch(remark)
    return any(word in remark for word in REMARKS_THAT_CHANGE) or (full is not None and Decimal(full[1]) != 100)


def _share(weight: re.Match[str]) -> Fraction:
    percent, decimal = weight.groups()
    return Fraction(Decimal(percent)) / 100 if percent else Fraction(Decimal(decimal))


@cache
def headings_of(layout: Layout) -> Headings:
    """The headings of a table, prepared once."""
    exact = {folded(heading): column for heading, column in layout.by_heading.items()}
    squeezed = {squeeze(heading): column for heading, column in layout.by_heading.items()}
    return Headings(layout, exact, squeezed)


def squeeze(text: str) -> str:
    """The text in ordinary forms without any space or line break."""
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()
