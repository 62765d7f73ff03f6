"""Short ways to read a few raw tables."""

from pathlib import Path

from allocator.competition.files import read_case
from allocator.files import Draft
from models.competition.rulebook import Rulebook
from tests.bad_input.raw_case import Form, Tables, valid_tables, write_tables


def read(tables: Tables, folder: Path, form: Form = "csv", rulebook: Rulebook | None = None) -> Draft:
    """The tables written in a form and read again."""
    return read_case(write_tables(tables, folder, form), rulebook or Rulebook())


def read_with(folder: Path, form: Form = "csv", **tables: list[list[object]]) -> Draft:
    """The valid case with some tables replaced."""
    return read({**valid_tables(), **tables}, folder, form)


def values(draft: Draft, table: str, column: str) -> list[object]:
    """One column of the sound rows, in their order."""
    return [getattr(at.value, column) for at in draft.rows[table]]


def codes(draft: Draft) -> list[tuple[str, str | None, int | None, str | None]]:
    """Code and place of each fault."""
    return [(fault.code, fault.table, fault.row, fault.column) for fault in draft.faults]
