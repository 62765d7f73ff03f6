"""Finds the tables of a case: the csv files of a folder, the sheets of a workbook, the lists of a JSON file."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath

from allocator.faults import Fault, InvalidInput
from allocator.files.cells import folded
from allocator.files.csv_tables import csv_grid
from allocator.files.form import CaseForm
from allocator.files.heading_forms import headings_of, squeeze
from allocator.files.headings import GUIDES, mistyped
from allocator.files.inputs import Bytes, kind_of, read_bytes
from allocator.files.laying_out import lay_out
from allocator.files.other_books import open_workbook
from allocator.files.raw import RawTable, shown
from allocator.files.readings import Place, Step
from allocator.words._sheets import SHEET_ENDINGS, SHEET_NUMBERS
from models.common.outcome import Notice

WORKBOOKS = frozenset([".xlsx", ".xls", ".xlsb", ".ods", ".et", ".wps"])
"""Workbooks that are read; what they are their content says, not their name."""
TABLE_SUFFIXES = frozenset([".xlsm", ".txt", ".tsv", ".json"])
"""Files that may well be meant as a table, but are not read as one in a folder."""


@dataclass
class Found:
    """The tables of one source as they stand there, and what is wrong with the source."""

    form: CaseForm
    tables: dict[str, RawTable] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)
    mapped: Mapping[str, str] = field(default_factory=dict)
    names: dict[str, Step] = field(default_factory=dict)
    _labels: dict[str, tuple[str, str]] = field(default_factory=dict)
    _ignored: list[str] = field(default_factory=list)
    _unread: list[tuple[str, str]] = field(default_factory=list)

    def claim(self, name: str, label: str, file: str = "") -> str | None:
        """The table a sheet, file or list of this name holds; ``None`` if it holds none, which is then recorded.

        Args:
            name: the name without a suffix.
            label: the name as the user sees it.
            file: the file in which it stands, for sheets.
        """
        table = self.form.table_names.get(folded(name))
        if own := self.mapped.get(squeeze(name)):
            table = own
            self.names[table] = Step("mapping", None, Place(file or label, shown(name), ""), shown(name), table)
        if table is None and (table := _with_more_around(name, self.form.table_names)):
            self.names[table] = Step("sheet_name", None, Place(file or label, shown(name), ""), shown(name), table)
        if table is None:
            if meant := mistyped(name, self.form.table_names):
                aim, args = self.form.table_names[meant], {"nearest": meant}
                self.faults.append(Fault("table_mistyped", aim, None, None, shown(label), args))
            elif folded(name) not in GUIDES:
                self._ignored.append(shown(label))
                self._unread.append((squeeze(name), shown(label)))
        elif table in self._labels:
            first, in_file = self._labels[table]
            args = {"first": first, "second": shown(label)}
            if in_file != file:
                args = {"first": f"{first} ({in_file})", "second": f"{shown(label)} ({file})"}
            self.faults.append(Fault("table_twice", table, None, None, shown(label), args))
            return None
        else:
            self._labels[table] = shown(label), file
        return table

    def steps(self, table: str) -> tuple[Step, ...]:
        """The step by which a table's sheet was recognised, if there was one."""
        return (self.names[table],) if table in self.names else ()

    def close(self) -> "Found":
        """The same, with what was ignored told once; what may be a table that is not there otherwise is a fault."""
        for name, label in sorted(self._unread):
            held = [table for known, table in self.form.table_names.items() if not known.isascii() and known in name]
            if lost := [table for table in held if table not in self._labels]:
                args = {"nearest": self.form.layouts[lost[0]].title}
                self.faults.append(Fault("table_not_recognised", lost[0], None, None, label, args))
        if self._ignored:
            self.notices.append(Notice(code="tables_ignored", args={"tables": tuple(sorted(self._ignored))}))
        return self


def _with_more_around(name: str, known: Mapping[str, str]) -> str | None:
    """The table of a name with a number before it or a word such as "list" behind it."""
    bare = re.sub(SHEET_NUMBERS, "", squeeze(name))
    return next((known[one] for one in (bare, re.sub(SHEET_ENDINGS, "", bare)) if one in known), None)


def open_source(path: Path, form: CaseForm) -> Found:
    """The tables of a case, whichever of its three forms it has.

    Raises:
        InvalidInput: when there is nothing that could be a case.
    """
    if kind_of(path) == "folder":
        return _folder(path, form)
    return _single(read_bytes(path), form)


def open_contents(
    contents: Sequence[Bytes],
    form: CaseForm,
    sheets: Mapping[str, str] | None = None,
) -> Found:
    """The tables of a case whose files are in memory: one JSON file, or workbooks and csv files by their names.

    ``sheets`` are a bureau's own names of sheets and files.

    Raises:
        InvalidInput: when there is nothing that could be a case.
    """
    if len(contents) == 1 and _suffix(contents[0]) != ".csv":
        return _single(contents[0], form, sheets)
    found = Found(form, mapped=sheets or {})
    for content in sorted(contents, key=lambda content: content.name):
        stem, suffix = PurePath(content.name).stem, _suffix(content)
        if suffix == ".csv":
            _csv_content(found, stem, content, form)
        elif suffix in WORKBOOKS:
            _workbook_of_several(found, content, form)
        elif table := found.claim(stem, content.name):
            found.faults.append(Fault("table_not_csv", table, None, None, content.name))
    found.close()
    if not found.tables and not found.faults:
        name = contents[0].name if contents else ""
        raise InvalidInput((Fault("folder_without_tables", name, value=name),))
    return found


def _suffix(content: Bytes) -> str:
    return PurePath(content.name).suffix.casefold()


def _single(
    content: Bytes,
    form: CaseForm,
    sheets: Mapping[str, str] | None = None,
) -> Found:
    """The tables of a workbook or a JSON file."""
    suffix = _suffix(content)
    if suffix in WORKBOOKS:
        found = Found(form, mapped=sheets or {})
        _workbook(found, content, form)
    elif suffix == ".json":
        found = _json_file(content, form)
    else:
        code = "workbook_macros" if suffix == ".xlsm" else "case_format"
        args = {} if suffix == ".xlsm" else {"suffix": shown(suffix or content.name)}
        raise InvalidInput((Fault(code, content.name, None, None, content.name, args),))
    found.files[content.name] = content.sha256
    return found.close()


def _folder(path: Path, form: CaseForm) -> Found:
    found = Found(form)
    try:
        entries = sorted(path.iterdir(), key=lambda entry: entry.name)
    except OSError:
        raise InvalidInput((Fault("file_unreadable", shown(path.name), value=shown(path.name)),)) from None
    for entry in entries:
        if entry.name.startswith((".", "~$")):
            continue
        suffix = entry.suffix.casefold()
        if suffix == ".csv":
            _csv_file(found, entry, form)
        elif suffix in WORKBOOKS:
            try:
                content = read_bytes(entry)
            except InvalidInput as invalid:
                found.faults += invalid.faults
            else:
                _workbook_of_several(found, content, form)
        elif suffix in TABLE_SUFFIXES and (table := form.table_names.get(folded(entry.stem))):
            found.faults.append(Fault("table_not_csv", table, None, None, shown(entry.name)))
    found.close()
    if not found.tables and not found.faults:
        raise InvalidInput((Fault("folder_without_tables", shown(path.name), value=shown(path.name)),))
    return found


def _workbook_of_several(found: Found, content: Bytes, form: CaseForm) -> None:
    """The tables of one of several workbooks; a workbook without any is none of the case's."""
    before = len(found.tables)
    try:
        _workbook(found, content, form)
    except InvalidInput as invalid:
        found.faults += invalid.faults
    if len(found.tables) > before:
        found.files[content.name] = content.sha256


def _csv_file(found: Found, entry: Path, form: CaseForm) -> None:
    table = found.claim(entry.stem, entry.name)
    if table is None:
        return
    try:
        _take_csv(found, table, read_bytes(entry, table), form)
    except InvalidInput as invalid:
        found.faults += invalid.faults


def _csv_content(found: Found, stem: str, content: Bytes, form: CaseForm) -> None:
    if table := found.claim(stem, content.name):
        try:
            _take_csv(found, table, content, form)
        except InvalidInput as invalid:
            found.faults += invalid.faults


def _take_csv(found: Found, table: str, content: Bytes, form: CaseForm) -> None:
    found.files[content.name] = content.sha256
    found.tables[table] = _csv_table(content, table, form)


def single_csv(path: Path, table: str, form: CaseForm) -> RawTable:
    """The table of one csv file, whatever its name.

    Raises:
        InvalidInput: when the file cannot be read.
    """
    return _csv_table(read_bytes(path), table, form)


def _csv_table(content: Bytes, table: str, form: CaseForm) -> RawTable:
    known = headings_of(form.layouts[table])
    grid = csv_grid(content, content.name, table, lambda name: known.of(name) is not None)
    raw = lay_out(grid, form.layouts[table])
    if content.data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raw = replace(raw, steps=(*raw.steps, Step("utf_16", None, grid.place(), "UTF-16", "")))
    return raw


def _workbook(found: Found, content: Bytes, form: CaseForm) -> None:
    book = open_workbook(content)
    for sheet in book.sheets:
        if table := found.claim(sheet, sheet, content.name):
            try:
                found.tables[table] = book.table(sheet, form.layouts[table])
            except InvalidInput as invalid:
                found.faults += invalid.faults


def _json_file(content: Bytes, form: CaseForm) -> Found:
    from allocator.files.json_tables import json_table, load_json

    found = Found(form)
    value = load_json(content)
    if not isinstance(value, dict):
        raise InvalidInput((Fault("json_shape", content.name, None, None, shown(value)),))
    for name, rows in value.items():
        if table := found.claim(name, name):
            try:
                found.tables[table] = json_table(rows, name, table)
            except InvalidInput as invalid:
                found.faults += invalid.faults
    return found
