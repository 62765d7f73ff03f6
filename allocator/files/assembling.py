"""From a table as it stands in a file to sound rows: headings recognised, cells read, rows made in bulk."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from allocator.faults import Fault
from allocator.files.cells import REFUSED, Flaw, parse, plain_form
from allocator.files.columns import recognise
from allocator.files.directory import Directories
from allocator.files.draft import Located
from allocator.files.layout import Column, Layout
from allocator.files.lenient import (
    FEW,
    Setting,
    Taken,
    circle_and_tick,
    hundredths,
    is_circle,
    is_respelt,
    take,
    text_of,
)
from allocator.files.raw import Cell, RawTable, as_seen, shown
from allocator.files.readings import Step
from allocator.words.tables import EXAMPLE_MARK
from models.common.base import Frozen
from models.common.outcome import Notice

PLAIN = frozenset({str, float})
"""The types of cells that are the same for every purpose when they are equal."""


@dataclass(frozen=True)
class Assembled:
    """The sound rows of one table, its faults, and the first keys of the rows left out.

    ``steps`` are those taken between cells and values; ``raw`` and ``columns`` the table and what was read of it.
    """

    rows: tuple[Located, ...] = ()
    faults: tuple[Fault, ...] = ()
    notices: tuple[Notice, ...] = ()
    left_out: frozenset[str] = frozenset()
    steps: tuple[Step, ...] = ()
    raw: RawTable | None = None
    columns: tuple["ReadColumn", ...] = ()


@dataclass(frozen=True)
class Context:
    """What reading a table may depend on beside it: the ids known so far, and the year of the reference date."""

    directories: Directories = field(default_factory=Directories)
    year: int | None = None


@dataclass(frozen=True)
class ReadColumn:
    """One column as read: a value or a flaw for every row, and where each flaw stands."""

    column: Column
    position: int
    values: Sequence[Any]
    flaws: Sequence[tuple[Flaw, list[int]]]
    kinds: Mapping[int, str] = field(default_factory=dict)


ONCE = frozenset(["grade_without_mark", "absent_undecided", "absent_unread", "circle_and_tick"])
"""Faults of a whole column: told once, at the first cell, with how many there are."""


def assemble(raw: RawTable, table: str, layout: Layout, context: Context | None = None) -> Assembled:
    """Reads every cell of a table and makes the rows whose cells are all sound.

    Where the headings are at fault the cells are still read, so that all faults are found at once, but no row is made.
    """
    raw = filled(raw)
    known = recognise(raw, layout)
    if known.faults and not known.positions:
        return Assembled((), known.faults, known.notices, frozenset([""]))
    columns = read_columns(raw, known.positions, table, context or Context())
    faults = [*raw.faults, *known.faults]
    steps = list(raw.steps)
    bad: set[int] = set()
    for read in columns:
        steps += _steps_of(raw, read)
        faults += _faults_of(raw, table, read)
        small = hundredths(read.kinds, list(read.values)) if read.column.kind == "mark" else []
        if len(small) >= FEW:
            faults.append(_hundredths(raw, table, read, small))
        steps += [_small_mark(raw, read, i) for i in small if len(small) < FEW]
        bad.update(i for _, at in read.flaws for i in at)
        if read.column.name == layout.first_key and read.column.distinct:
            faults += _numbered(raw, table, read)
        if read.column.distinct:
            alike = _look_alikes(raw, table, read)
            faults += alike.values()
            bad.update(alike)
    if known.faults or any(fault.row is None for fault in raw.faults):
        return Assembled((), tuple(faults), known.notices, frozenset([""]), tuple(steps), raw, tuple(columns))
    keys = next((read.values for read in columns if read.column.name == layout.first_key), ())
    left_out = {keys[i] if isinstance(keys[i], str) else "" for i in bad} | ({""} if raw.faults else set())
    rows = _rows(raw, layout, columns, bad)
    found = tuple(faults), known.notices, frozenset(left_out)
    return Assembled(rows, *found, tuple(steps), raw, tuple(columns))


def filled(raw: RawTable) -> RawTable:
    """The table without blank rows and without the example row of a template."""
    plain = {first for first in {row[0] for row in raw.rows if row} if type(first) is str and _is_filled([first])}
    kept = [(bool(row) and row[0] in plain) or _is_filled(row) for row in raw.rows]
    if all(kept):
        return raw
    rows = [row for row, keep in zip(raw.rows, kept, strict=True) if keep]
    numbers = [number for number, keep in zip(raw.numbers, kept, strict=True) if keep]
    sources = raw.sources and [source for source, keep in zip(raw.sources, kept, strict=True) if keep]
    return replace(raw, rows=rows, numbers=numbers, sources=sources)


def _is_filled(row: Sequence[Cell]) -> bool:
    first = row[0] if row else None
    if isinstance(first, str) and first.strip():
        return not first.lstrip().startswith(tuple(EXAMPLE_MARK))
    return any(cell is not None and not (isinstance(cell, str) and not cell.strip()) for cell in row)


def read_columns(raw: RawTable, positions: Mapping[Column, int], table: str, context: Context) -> list[ReadColumn]:
    """Every known column of a table, read."""
    return [
        _read_column(raw, position, Setting(table, column, context.year), context)
        for column, position in positions.items()
    ]


def _read_column(raw: RawTable, position: int, where: Setting, context: Context) -> ReadColumn:
    """One column; each distinct cell is read once, so that a large table takes little longer than its headings."""
    column = where.column
    cells = [row[position] for row in raw.rows]
    keys: list[Any] = cells
    if not set(map(type, cells)) <= PLAIN:  # values of other types may be equal and yet read differently
        keys = [(type(cell), cell) for cell in cells]
    distinct = dict(zip(keys, cells, strict=True))
    read = {key: parse(cell, column, raw.epoch_1904) for key, cell in distinct.items()}
    taken = _taken(distinct, read, where, context)
    read |= {key: found.value if isinstance(found, Taken) else found for key, found in taken.items()}
    values = list(map(read.__getitem__, keys))
    kinds = {key: found.kind for key, found in taken.items() if isinstance(found, Taken)}
    where_read = {i: kinds[key] for i, key in enumerate(keys) if key in kinds} if kinds else {}
    flaws: dict[int, tuple[Flaw, list[int]]] = {}
    if any(isinstance(value, Flaw) for value in read.values()):
        for i, value in enumerate(values):
            if isinstance(value, Flaw):
                flaws.setdefault(id(value), (value, []))[1].append(i)
    return ReadColumn(column, position, values, list(flaws.values()), where_read)


def _taken(
    cells: Mapping[Any, Cell], read: Mapping[Any, Any], where: Setting, context: Context
) -> dict[Any, Taken | Flaw]:
    """What each distinct cell is taken for where it has no value of its kind as it stands, or names nobody known."""
    column = where.column
    look_up = context.directories.for_column(where.table, column.name) if column.kind == "id" else None
    puzzling = column.kind == "yes_no" and circle_and_tick(set(cells.values()))
    own_words = {word for pair in column.codes for word in pair}
    found: dict[Any, Taken | Flaw] = {}
    for key, value in read.items():
        cell = cells[key]
        if isinstance(value, Flaw):
            if value is not REFUSED and value.code != "cell_empty":
                taken = take(cell, value, where)
                if puzzling and isinstance(taken, Taken) and is_circle(cell):
                    taken = Flaw("circle_and_tick")
                found[key] = taken
        elif look_up is not None and isinstance(value, str):
            if (meant := look_up(value)) is not None:
                found[key] = meant
            elif is_respelt(cell, column.kind):
                found[key] = Taken(value, "spelling")
        elif is_respelt(cell, column.kind) and value != column.empty and cell not in own_words:
            found[key] = Taken(value, "spelling")
    return found


def _steps_of(raw: RawTable, read: ReadColumn) -> Iterator[Step]:
    for i, kind in read.kinds.items():
        seen, used = as_seen(raw.rows[i][read.position]), text_of(read.values[i])
        yield Step(kind, read.column.name, raw.place(i, read.position), seen, used, i)


def _small_mark(raw: RawTable, read: ReadColumn, i: int) -> Step:
    """That a mark below 1 was taken as it stands, though it may be a share."""
    seen, used = as_seen(raw.rows[i][read.position]), text_of(read.values[i])
    return Step("small_mark", read.column.name, raw.place(i, read.position), seen, used, i)


def _hundredths(raw: RawTable, table: str, read: ReadColumn, small: Sequence[int]) -> Fault:
    """The fault of a column whose marks look like hundredths, at the first of them."""
    first, seen = small[0], shown(raw.rows[small[0]][read.position])
    args = {"count": len(small), "value": seen, "hundredfold": text_of(read.values[first] * 100)}
    return Fault("marks_in_hundredths", table, raw.numbers[first], read.column.name, seen, args)


def _faults_of(raw: RawTable, table: str, read: ReadColumn) -> Iterator[Fault]:
    name = read.column.name
    told: dict[str, list[int]] = {}
    for flaw, at in read.flaws:
        if flaw.code in ONCE:
            told.setdefault(flaw.code, []).extend(at)
        elif flaw is not REFUSED:
            for i in at:
                yield Fault(flaw.code, table, raw.numbers[i], name, shown(raw.rows[i][read.position]), flaw.args)

    for code, rows in told.items():
        first = min(rows)
        words = tuple(sorted({shown(raw.rows[i][read.position]).strip() for i in rows}))
        args = {"count": len(rows), "words": words}
        yield Fault(code, table, raw.numbers[first], name, shown(raw.rows[first][read.position]), args)


def _numbered(raw: RawTable, table: str, read: ReadColumn) -> Iterator[Fault]:
    """The fault of ids kept as numbers of unequal length: whether zeros in front were lost cannot be told."""
    cells = [raw.rows[i][read.position] for i in range(len(raw.rows))]
    lengths = {len(str(read.values[i])): i for i, cell in reversed([*enumerate(cells)]) if type(cell) is float}
    if len(lengths) > 1:
        short, long = min(lengths), max(lengths)
        first = lengths[short]
        seen = str(read.values[first])
        args = {"short": seen, "long": seen.zfill(long)}
        yield Fault("ids_as_numbers", table, raw.numbers[first], read.column.name, seen, args)


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


def _rows(raw: RawTable, layout: Layout, columns: Sequence[ReadColumn], bad: set[int]) -> tuple[Located, ...]:
    """The rows without a flaw as values of their type; checked once, all together."""
    plain = [read for read in columns if read.column.name not in layout.marks]
    names = [read.column.field for read in plain]
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
    made = _adapter(layout.row_type).validate_python(content)
    return tuple(map(Located._make, zip(numbers, made, strict=True)))


@cache
def _adapter(row_type: type[Frozen] | None) -> TypeAdapter[list[Frozen]]:
    return TypeAdapter(list[row_type])  # type: ignore[valid-type]
