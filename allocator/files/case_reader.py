"""Reads a whole case from a folder of csv files, a workbook or a JSON file, with every fault that is found."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from allocator.faults import Fault, InvalidInput
from allocator.files.assembling import Assembled, Context, assemble
from allocator.files.case_info import read_info
from allocator.files.directory import Directories, directory_of
from allocator.files.draft import Draft, Located
from allocator.files.form import CaseForm
from allocator.files.inputs import Bytes
from allocator.files.mappings import Mapped
from allocator.files.origins import Sources
from allocator.files.raw import RawTable
from allocator.files.readings import Steps, readings_of
from allocator.files.sources import Found, open_contents, open_source
from models.common.outcome import Notice


@dataclass
class _Reading:
    """What has been read so far."""

    info: Any = None
    tables: dict[str, Assembled] = field(default_factory=dict)
    steps: list[Steps] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)


def read_case(path: Path, form: CaseForm) -> Draft:
    """Reads a case. Whatever is wrong with it is among the draft's faults; this never raises for bad content.

    Args:
        path: a folder with a csv file a table or with workbooks, a workbook with a sheet a table, or a ``.json`` file.
        form: the tables of the exercise.
    """
    with no_collection():
        return _read(lambda known: open_source(path, known), form)[0]


def read_contents(contents: Sequence[Bytes], form: CaseForm) -> tuple[Draft, Mapping[str, RawTable]]:
    """Reads a case whose files are in memory, as :func:`read_case` does, and gives its tables as they stand too.

    Args:
        contents: one JSON file, or workbooks and csv files by their names.
        form: the tables of the exercise.
    """
    with no_collection():
        draft, tables, _ = _read(lambda known: open_contents(contents, known), form)
        return draft, tables


def read_contents_with_sources(contents: Sequence[Bytes], form: CaseForm, names: Mapped) -> tuple[Draft, Sources]:
    """The same with a bureau's own names, and with where each value stood."""
    with no_collection():
        opened = partial(open_contents, contents, sheets=names.sheets)
        draft, tables, made = _read(opened, form.with_columns(names.columns))
        return draft, Sources(made, tables.get("case"), form)


@contextmanager
def no_collection() -> Iterator[None]:
    """Holds back the search for unreachable objects, which would walk the growing tables again and again."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _read(
    opened: Callable[[CaseForm], Found], form: CaseForm
) -> tuple[Draft, Mapping[str, RawTable], Mapping[str, Assembled]]:
    try:
        found = opened(form)
    except InvalidInput as invalid:
        nothing: Mapping[str, frozenset[str]] = dict.fromkeys(form.tables, frozenset([""]))
        return Draft(info=None, rows=dict.fromkeys(form.tables, ()), faults=invalid.faults, left_out=nothing), {}, {}
    reading = _Reading(faults=list(found.faults), notices=list(found.notices))
    directories = Directories(form.points)
    for table in _in_order(found, form):
        raw = found.tables[table]
        if table == "case":
            reading.info, faults, notices = read_info(raw, form)
            steps = raw.steps
        else:
            year = reading.info.reference_date.year if reading.info else None
            made = assemble(raw, table, form.layouts[table], Context(directories, year))
            reading.tables[table] = made
            faults, notices, steps = made.faults, made.notices, made.steps
            if table in form.listed:
                directories.known[table] = directory_of(made.rows, form.listed[table])
        reading.steps.append(Steps(table, [*found.steps(table), *steps]))
        reading.faults += faults
        reading.notices += notices
    reading.faults += _missing(found, form)
    return _draft(reading, found, form), found.tables, reading.tables


def _in_order(found: Found, form: CaseForm) -> list[str]:
    """Tables in the order in which they can be read: what later ones name comes first."""
    first = ("case", *form.listed)
    return sorted(found.tables, key=lambda table: (first.index(table) if table in first else len(first), table))


def _missing(found: Found, form: CaseForm) -> Iterable[Fault]:
    spoiled = {fault.table for fault in found.faults}
    for table in form.required:
        if table not in found.tables and table not in spoiled:
            yield Fault("table_missing", table, None, args={"name": f"{form.layouts[table].title} / {table}"})


def _draft(reading: _Reading, found: Found, form: CaseForm) -> Draft:
    unread = {fault.table for fault in found.faults}
    left_out: dict[str, frozenset[str]] = {}
    rows: dict[str, tuple[Located, ...]] = {}
    for table in form.tables:
        made = reading.tables.get(table, Assembled())
        rows[table] = made.rows
        if out := made.left_out | ({""} if table in unread else set()):
            left_out[table] = out
    return Draft(
        info=reading.info,
        rows=rows,
        faults=tuple(sorted(reading.faults, key=lambda fault: fault.sort_key)),
        notices=tuple(sorted(reading.notices, key=lambda notice: (notice.code, str(sorted(notice.args.items()))))),
        present=frozenset(table for table in form.tables if table in found.tables or table in unread),
        files=found.files,
        left_out=left_out,
        readings=readings_of(reading.steps),
    )
