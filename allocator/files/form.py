"""The form of an exercise's cases: its tables, and what reading and writing them depends on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from allocator.files.cells import folded
from allocator.files.layout import Column, Layout
from models.common.base import Frozen


@dataclass(frozen=True)
class Listed:
    """A table whose rows others name by id: the column of the id, and what tells a row from others of its name."""

    column: str
    about: tuple[str, ...]


@dataclass(frozen=True)
class CaseForm:
    """The tables of an exercise.

    ``layouts`` are all tables, that of the case first; ``required`` those without which there is no case; ``info`` and
    ``info_rows`` the type and the rows of the table of the case, ``written`` the rows that a file written has.
    ``listed`` are the tables that others name ids of, in
    the order in which they are read; ``points`` says which of them the ids of a column are looked up in.
    """

    exercise: str
    layouts: Mapping[str, Layout]
    required: tuple[str, ...]
    info: type[Frozen]
    info_rows: tuple[Column, ...]
    written: tuple[str, ...]
    listed: Mapping[str, Listed]
    points: Mapping[str, str]
    template: str = ""
    examples: Mapping[str, str] = field(default_factory=dict)
    example_codes: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def table_names(self) -> Mapping[str, str]:
        """The table of each name in either language, as names are compared."""
        return {folded(name): table for table, own in self.layouts.items() for name in (table, own.title)}

    @cached_property
    def info_names(self) -> Mapping[str, str]:
        """The row of the table of the case of each name in either language."""
        return {folded(name): row.name for row in self.info_rows for name in row.headings}

    @property
    def tables(self) -> tuple[str, ...]:
        """The tables with rows, without that of the case."""
        return tuple(table for table in self.layouts if table != "case")

    def with_columns(self, mapped: Mapping[str, Mapping[str, str]]) -> CaseForm:
        """The same form with a bureau's own headings."""
        from dataclasses import replace

        own = {
            table: replace(self.layouts[table], mapped=tuple(sorted(columns.items())))
            for table, columns in mapped.items()
        }
        return replace(self, layouts={**self.layouts, **own})
