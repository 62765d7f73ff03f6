"""Finds the tables of a case: the csv files of a folder, the sheets of a workbook, the lists of a JSON file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from allocator.faults import Fault, InvalidInput
from allocator.files.cells import folded
from allocator.files.csv_tables import csv_table
from allocator.files.headings import GUIDES, TABLE_NAMES, mistyped
from allocator.files.inputs import Bytes, kind_of, read_bytes
from allocator.files.layout import AnyTable, Layout
from allocator.files.raw import RawTable, shown
from models.outcome import Notice

TABLE_SUFFIXES = frozenset([".xlsx", ".xls", ".xlsm", ".ods", ".et", ".txt", ".tsv", ".json"])
"""Files that may well be meant as a table, but are not read as one in a folder."""


@dataclass
class Found:
    """The tables of one source as they stand there, and what is wrong with the source."""

    tables: dict[AnyTable, RawTable] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)
    _labels: dict[AnyTable, str] = field(default_factory=dict)
    _ignored: list[str] = field(default_factory=list)

    def claim(self, name: str, label: str) -> AnyTable | None:
        """The table a sheet, file or list of this name holds; ``None`` if it holds none, which is then recorded.

        Args:
            name: the name without a suffix.
            label: the name as the user sees it.
        """
        table = TABLE_NAMES.get(folded(name))
        if table is None:
            if meant := mistyped(name, TABLE_NAMES):
                args = {"nearest": meant}
                self.faults.append(Fault("table_mistyped", TABLE_NAMES[meant], None, None, shown(label), args))
            elif folded(name) not in GUIDES:
                self._ignored.append(shown(label))
        elif table in self._labels:
            args = {"first": self._labels[table], "second": shown(label)}
            self.faults.append(Fault("table_twice", table, None, None, shown(label), args))
            return None
        else:
            self._labels[table] = shown(label)
        return table

    def close(self) -> "Found":
        """The same, with what was ignored told once."""
        if self._ignored:
            self.notices.append(Notice(code="tables_ignored", args={"tables": tuple(sorted(self._ignored))}))
        return self


def open_source(path: Path, layouts: Mapping[AnyTable, Layout]) -> Found:
    """The tables of a case, whichever of its three forms it has.

    Raises:
        InvalidInput: when there is nothing that could be a case.
    """
    if kind_of(path) == "folder":
        return _folder(path, layouts)
    return _single(read_bytes(path), layouts)


def open_contents(contents: Sequence[Bytes], layouts: Mapping[AnyTable, Layout]) -> Found:
    """The tables of a case whose files are in memory: one workbook, one JSON file, or csv files by their names.

    Raises:
        InvalidInput: when there is nothing that could be a case.
    """
    if len(contents) == 1 and _suffix(contents[0]) != ".csv":
        return _single(contents[0], layouts)
    found = Found()
    for content in sorted(contents, key=lambda content: content.name):
        stem, suffix = PurePath(content.name).stem, _suffix(content)
        if suffix == ".csv":
            _csv_content(found, stem, content, layouts)
        elif table := found.claim(stem, content.name):
            found.faults.append(Fault("table_not_csv", table, None, None, content.name))
    found.close()
    if not found.tables and not found.faults:
        name = contents[0].name if contents else ""
        raise InvalidInput((Fault("folder_without_tables", name, value=name),))
    return found


def _suffix(content: Bytes) -> str:
    return PurePath(content.name).suffix.casefold()


def _single(content: Bytes, layouts: Mapping[AnyTable, Layout]) -> Found:
    """The tables of a workbook or a JSON file."""
    suffix = _suffix(content)
    if suffix == ".xlsx":
        found = _workbook(content, layouts)
    elif suffix == ".json":
        found = _json_file(content)
    else:
        codes = {".xls": "workbook_old", ".xlsm": "workbook_macros", ".xlsb": "workbook_macros"}
        args = {} if suffix in codes else {"suffix": shown(suffix or content.name)}
        code = codes.get(suffix, "case_format")
        raise InvalidInput((Fault(code, content.name, None, None, content.name, args),))
    found.files[content.name] = content.sha256
    return found.close()


def _folder(path: Path, layouts: Mapping[AnyTable, Layout]) -> Found:
    found = Found()
    try:
        entries = sorted(path.iterdir(), key=lambda entry: entry.name)
    except OSError:
        raise InvalidInput((Fault("file_unreadable", shown(path.name), value=shown(path.name)),)) from None
    for entry in entries:
        if entry.name.startswith((".", "~$")):
            continue
        suffix = entry.suffix.casefold()
        if suffix == ".csv":
            _csv_file(found, entry, layouts)
        elif suffix in TABLE_SUFFIXES and (table := TABLE_NAMES.get(folded(entry.stem))):
            found.faults.append(Fault("table_not_csv", table, None, None, shown(entry.name)))
    found.close()
    if not found.tables and not found.faults:
        raise InvalidInput((Fault("folder_without_tables", shown(path.name), value=shown(path.name)),))
    return found


def _csv_file(found: Found, entry: Path, layouts: Mapping[AnyTable, Layout]) -> None:
    table = found.claim(entry.stem, entry.name)
    if table is None:
        return
    try:
        _take_csv(found, table, read_bytes(entry, table), layouts)
    except InvalidInput as invalid:
        found.faults += invalid.faults


def _csv_content(found: Found, stem: str, content: Bytes, layouts: Mapping[AnyTable, Layout]) -> None:
    if table := found.claim(stem, content.name):
        try:
            _take_csv(found, table, content, layouts)
        except InvalidInput as invalid:
            found.faults += invalid.faults


def _take_csv(found: Found, table: AnyTable, content: Bytes, layouts: Mapping[AnyTable, Layout]) -> None:
    found.files[content.name] = content.sha256
    found.tables[table] = _csv_table(content, table, layouts)


def single_csv(path: Path, table: AnyTable, layouts: Mapping[AnyTable, Layout]) -> RawTable:
    """The table of one csv file, whatever its name.

    Raises:
        InvalidInput: when the file cannot be read.
    """
    return _csv_table(read_bytes(path), table, layouts)


def _csv_table(content: Bytes, table: AnyTable, layouts: Mapping[AnyTable, Layout]) -> RawTable:
    headings = {folded(heading) for heading in layouts[table].by_heading}
    return csv_table(content, content.name, table, lambda name: folded(name) in headings)


def _workbook(content: Bytes, layouts: Mapping[AnyTable, Layout]) -> Found:
    from allocator.files.xlsx_tables import Workbook

    found = Found()
    book = Workbook(content)
    for sheet in book.sheets:
        if table := found.claim(sheet, sheet):
            try:
                found.tables[table] = book.table(sheet, layouts[table])
            except InvalidInput as invalid:
                found.faults += invalid.faults
    return found


def _json_file(content: Bytes) -> Found:
    from allocator.files.json_tables import json_table, load_json

    found = Found()
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
