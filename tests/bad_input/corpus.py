"""Inputs with one fault each: a small valid case, one edit, and what must be said of it.

A specimen says which code the fault has and where it stands. ``row`` is the row in a csv file or sheet, the headings
being row 1; in JSON rows are counted from 1 within their list, so the row there is one less.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.bad_input.raw_case import FORMS, Edit, Form, Tables, valid_tables, write_tables

Spoil = Callable[[Path, Form], Path | None]


def unedited(_: Tables) -> None:
    """Leaves the tables as they are."""


@dataclass(frozen=True)
class Specimen:
    """One fault: its code and place, and the edit of the valid case that brings it about.

    Args:
        code: the code of the fault that must be reported.
        table: the table it is listed under; ``None``: any.
        row: its row in csv and xlsx; ``None``: the fault is of the whole table or file.
        column: its column, if any.
        edit: changes the raw tables of the valid case.
        forms: the forms that can carry the fault.
        note: tells specimens of one code apart.
        spoil: changes the files once they are written, for faults of files; it may give another path for the case.
        rulebook: TOML text of a rulebook that goes with the case.
        alone: whether no other fault may be reported.
    """

    code: str
    table: str | None
    row: int | None
    column: str | None
    edit: Edit = unedited
    forms: tuple[Form, ...] = FORMS
    note: str = ""
    spoil: Spoil | None = None
    rulebook: str | None = None
    alone: bool = field(default=True)

    def __str__(self) -> str:
        return f"{self.code}-{self.note}" if self.note else self.code

    def row_in(self, form: Form) -> int | None:
        """The row the fault must be reported at in a form."""
        if self.row is None or self.table is None or form != "json":
            return self.row
        return None if self.table == "case" or self.row == 1 else self.row - 1

    def write(self, folder: Path, form: Form) -> Path:
        """Writes the faulty case in a form and gives its path."""
        tables = valid_tables()
        self.edit(tables)
        path = write_tables(tables, folder, form)
        return path if self.spoil is None else self.spoil(path, form) or path


def put(table: str, row: int, column: str, cell: object) -> Edit:
    """Puts a cell into a table; ``row`` counts from the headings, which are row 1."""

    def edit(tables: Tables) -> None:
        headings = tables[table][0]
        tables[table][row - 1][headings.index(column)] = cell

    return edit


def add(table: str, *cells: object) -> Edit:
    """Adds a row at the end of a table."""
    return lambda tables: tables[table].append(list(cells))


def drop(table: str, row: int) -> Edit:
    """Takes a row out of a table."""

    def edit(tables: Tables) -> None:
        del tables[table][row - 1]

    return edit


def without(table: str) -> Edit:
    """Takes a whole table out."""

    def edit(tables: Tables) -> None:
        del tables[table]

    return edit


def rename(table: str, heading: str, name: str) -> Edit:
    """Renames a heading."""

    def edit(tables: Tables) -> None:
        headings = tables[table][0]
        headings[headings.index(heading)] = name

    return edit


def all_of(*edits: Edit) -> Edit:
    """Several edits, one after the other."""

    def edit(tables: Tables) -> None:
        for one in edits:
            one(tables)

    return edit
