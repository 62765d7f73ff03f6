"""From a table as it stands in a file to sound rows: headings recognised, cells read, rows made in bulk."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from allocator.faults import Fault
from allocator.files.cells import REFUSED, Flaw, group_names, parse, plain_form
from allocator.files.columns import recognise
from allocator.files.draft import FIRST_KEY, Located
from allocator.files.layout import Column, Layout
from allocator.files.raw import Cell, RawTable, shown
from allocator.words.tables import EXAMPLE_MARK
from models.base import Frozen
from models.case import ROW_TYPES, TableName
from models.outcome import Notice
from models.rulebook import Rulebook

PLAIN = frozenset({str, float})
"""The types of cells that are the same for every purpose when they are equal."""


@dataclass(frozen=True)
class Assembled:
    """The sound rows of one table, its faults, and the first keys of the rows left out."""

    rows: tuple[Located, ...] = ()
    faults: tuple[Fault, ...] = ()
    notices: tuple[Notice, ...] = ()
    left_out: frozenset[str] = frozenset()


@dataclass(frozen=True)
class ReadColumn:
    """One column as read: a value or a flaw for every row, and where each flaw stands."""

    column: Column
    position: int
    values: Sequence[Any]
    flaws: Sequence[tuple[Flaw, list[int]]]


def assemble(raw: RawTable, table: TableName, layout: Layout, rulebook: Rulebook) -> Assembled:
    """Reads every cell of a table and makes the rows whose cells are all sound.

    Where the headings are at fault the cells are still read, so that all faults are found at once, but no row is made.
    """
    raw = filled(raw)
    known = recognise(raw, layout)
    if known.faults and not known.positions:
        return Assembled((), known.faults, known.notices, frozenset([""]))
    columns = read_columns(raw, known.positions, rulebook)
    faults = [*raw.faults, *known.faults]
    bad: set[int] = set()
    for read in columns:
        faults += _faults_of(raw, table, read)
        bad.update(i for _, at in read.flaws for i in at)
        if read.column.distinct:
            alike = _look_alikes(raw, table, read)
            faults += alike.values()
            bad.update(alike)
    if known.faults or any(fault.row is None for fault in raw.faults):
        return Assembled((), tuple(faults), known.notices, frozenset([""]))
    keys = next((read.values for read in columns if read.column.name == FIRST_KEY[table]), ())
    left_out = {keys[i] if isinstance(keys[i], str) else "" for i in bad} | ({""} if raw.faults else set())
    return Assembled(_rows(raw, table, layout, columns, bad), tuple(faults), known.notices, frozenset(left_out))


def filled(raw: RawTable) -> RawTable:
    """The table without blank rows and without the example row of a template."""
    plain = {first for first in {row[0] for row in raw.rows if row} if type(first) is str and _is_filled([first])}
    kept = [(bool(row) and row[0] in plain) or _is_filled(row) for row in raw.rows]
    if all(kept):
        return raw
    rows = [row for row, keep in zip(raw.rows, kept, strict=True) if keep]
    numbers = [number for number, keep in zip(raw.numbers, kept, strict=True) if keep]
    return replace(raw, rows=rows, numbers=numbers)


def _is_filled(row: Sequence[Cell]) -> bool:
    first = row[0] if row else None
    if isinstance(first, str) and first.strip():
        return not first.lstrip().startswith(tuple(EXAMPLE_MARK))
    return any(cell is not None and not (isinstance(cell, str) and not cell.strip()) for cell in row)


def read_columns(raw: RawTable, positions: Mapping[Column, int], rulebook: Rulebook) -> list[ReadColumn]:
    """Every known column of a table, read."""
    groups = group_names(rulebook.recommendation.weights)
    return [_read_column(raw, column, position, groups) for column, position in positions.items()]


def _read_column(raw: RawTable, column: Column, position: int, groups: Mapping[str, str]) -> ReadColumn:
    """One column; each distinct cell is read once, so that a large table takes little longer than its headings."""
    cells = [row[position] for row in raw.rows]
    keys: list[Any] = cells
    if not set(map(type, cells)) <= PLAIN:  # values of other types may be equal and yet read differently
        keys = [(type(cell), cell) for cell in cells]
    read = {
        key: parse(cell, column, groups, raw.epoch_1904) for key, cell in dict(zip(keys, cells, strict=True)).items()
    }
    values = list(map(read.__getitem__, keys))
    flaws: dict[int, tuple[Flaw, list[int]]] = {}
    if any(isinstance(value, Flaw) for value in read.values()):
        for i, value in enumerate(values):
            if isinstance(value, Flaw):
                flaws.setdefault(id(value), (value, []))[1].append(i)
    return ReadColumn(column, position, values, list(flaws.values()))


def _faults_of(raw: RawTable, table: str, read: ReadColumn) -> Iterator[Fault]:
    name = read.column.name
    for flaw, at in read.flaws:
        if flaw is not REFUSED:
            for i in at:
                yield Fault(flaw.code, table, raw.numbers[i], name, shown(raw.rows[i][read.position]), flaw.args)


def _look_alikes(raw: RawTable, table: str, read: ReadColumn) -> dict[int, Fault]:
    """Where a spelling first stands that differs from an earlier one only by full-width forms."""
    first: dict[str, tuple[str, int]] = {}
    spellings: dict[str, int] = {}
    for i, value in enumerate(read.values):
        if isinstance(value, str):
            spellings.setdefault(value, i)
    found: dict[int, Fault] = {}
    for spelling, i in spellings.items():
        other, at = first.setdefault(plain_form(spelling), (spelling, i))
        if other != spelling:
            args = {"first": shown(other), "first_row": raw.numbers[at]}
            found[i] = Fault("ids_look_alike", table, raw.numbers[i], read.column.name, shown(spelling), args)
    return found


def _rows(
    raw: RawTable, table: TableName, layout: Layout, columns: Sequence[ReadColumn], bad: set[int]
) -> tuple[Located, ...]:
    """The rows without a flaw as values of their type; checked once, all together."""
    plain = [read for read in columns if read.column.name not in layout.marks]
    names = [read.column.name for read in plain]
    content: list[dict[str, Any]] = [
        dict(zip(names, row, strict=True)) for row in zip(*(r.values for r in plain), strict=True)
    ]
    if layout.marks:
        marks = [read for read in columns if read.column.name in layout.marks]
        papers = [read.column.name for read in marks]
        for row, given in zip(content, zip(*(r.values for r in marks), strict=True), strict=True):
            row["marks"] = dict(zip(papers, given, strict=True))
    numbers: Sequence[int] = raw.numbers
    if bad:
        content = [row for i, row in enumerate(content) if i not in bad]
        numbers = [number for i, number in enumerate(numbers) if i not in bad]
    made = _adapter(table).validate_python(content)
    return tuple(map(Located, numbers, made))


@cache
def _adapter(table: TableName) -> TypeAdapter[list[Frozen]]:
    return TypeAdapter(list[ROW_TYPES[table]])  # type: ignore[valid-type]
