"""What each table holds: its columns, what kind of value each takes, and which must be filled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from allocator.files.wide import Wide
    from models.common.base import Frozen

Kind = Literal["id", "label", "text", "words", "code", "group", "yes_no", "date", "mark", "count", "ordinal", "year"]
Absent = Literal["zero", "undecided"]


@dataclass(frozen=True)
class Column:
    """One column: its name, the headings it may stand under, the kind of its cells, and whether they must be filled.

    ``distinct`` marks the columns in which two spellings that look alike are a fault. ``codes`` are the codes of a
    cell with their Chinese words, ``groups`` the code of each name a voter group may have. ``absent`` says what an
    absence noted in place of a mark is; ``grades`` are the marks that stand for grades, nothing where none may stand.
    ``oldest`` is the earliest year that a year of two digits may mean; ``attribute`` the field of the row.
    """

    name: str
    headings: tuple[str, ...]
    kind: Kind
    required: bool
    distinct: bool = False
    codes: tuple[tuple[str, str], ...] = ()
    groups: tuple[tuple[str, str], ...] = ()
    absent: Absent | None = None
    grades: tuple[tuple[str, Decimal], ...] | None = None
    oldest: int | None = None
    default: int | None = None
    attribute: str = ""

    @property
    def empty(self) -> bool | int | tuple[str, ...] | None:
        """The value of an empty cell of an optional column."""
        if self.kind == "yes_no":
            return False
        return () if self.kind == "words" else self.default

    @property
    def field(self) -> str:
        """The field of the row that holds the value."""
        return self.attribute or self.name


@dataclass(frozen=True)
class Layout:
    """One table: its name in both languages, its columns, the type of its rows and the columns of its key.

    ``marks`` are the columns that together are the marks of an exam or appraisal, ``weights`` their shares.
    ``mapped`` are a bureau's own headings, as they are compared, with the column that each is. ``elsewhere`` are the
    headings of all tables, as they are compared; ``ways`` those in which the table may be wide.
    """

    table: str
    columns: tuple[Column, ...]
    marks: tuple[str, ...] = ()
    mapped: tuple[tuple[str, str], ...] = ()
    title: str = ""
    row_type: type[Frozen] | None = field(default=None, compare=False)
    key: tuple[str, ...] = ()
    weights: tuple[tuple[str, Fraction], ...] = ()
    elsewhere: frozenset[str] = field(default=frozenset(), compare=False, repr=False)
    ways: tuple[Wide, ...] = field(default=(), compare=False, repr=False)

    @cached_property
    def by_heading(self) -> Mapping[str, Column]:
        """The column of each heading in either language."""
        return {heading: column for column in self.columns for heading in column.headings}

    @property
    def first_key(self) -> str:
        """The first column of the key: the one whose ids tell which row was left out."""
        return self.key[0]
