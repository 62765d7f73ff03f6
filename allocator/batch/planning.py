"""What a batch is to do: every case with every rulebook by every method, each run under its own name."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import allocator
from allocator.batch.rows import Record, Row, failure
from allocator.competition.files import form_of, read_rulebook
from allocator.faults import Fault, InvalidInput
from allocator.files import find_rulebook
from allocator.files.cells import folded
from allocator.files.inputs import kind_of, read_bytes
from models.common.base import Method
from models.common.canonical import sha256
from models.competition.rulebook import Rulebook

SUFFIXES = frozenset({".json", ".xlsx"})


class Book(NamedTuple):
    """A rulebook with the name it has in the tables (its file, or its own name when built in) and its hash."""

    label: str
    rulebook: Rulebook
    sha256: str


def book_of(path: Path | None) -> Book:
    """The rulebook of a file; the built-in one for ``None``.

    Raises:
        InvalidInput: when the file cannot be used.
    """
    rulebook = read_rulebook(path)
    return Book(rulebook.name if path is None else str(path), rulebook, sha256(rulebook))


@dataclass(frozen=True)
class Settings:
    """What holds for every run of a batch.

    ``books`` empty: each case's own rulebook. ``seed`` overrides the draw of every case; ``time_limit`` is in
    seconds for each run; ``keep_outcomes`` stores each outcome too; ``strict`` refuses cases of which anything had
    to be read otherwise than it stands.
    """

    methods: tuple[Method, ...] = ("rules", "optimal")
    books: tuple[Book, ...] = ()
    seed: str | None = None
    time_limit: float | None = None
    keep_outcomes: bool = False
    strict: bool = False

    @cached_property
    def built_in(self) -> Book:
        """The built-in rulebook."""
        return book_of(None)

    @cached_property
    def versions(self) -> tuple[str, str]:
        """The programs that decide an outcome."""
        return (allocator.__version__, version("ortools"))


class Run(NamedTuple):
    """One row to be: the method and the name under which its result is stored."""

    method: Method
    name: str


@dataclass(frozen=True)
class Unit:
    """A case with a rulebook and the runs to do with it; ``files`` are the hashes the case was planned with."""

    number: int
    path: Path
    book: Book
    files: Mapping[str, str]
    runs: tuple[Run, ...]
    seed: str | None
    time_limit: float | None
    keep_outcomes: bool
    strict: bool = False

    def only(self, runs: Iterable[Run]) -> Unit:
        """The same unit with fewer runs."""
        return Unit(**{**self.__dict__, "runs": tuple(runs)})


@dataclass
class Plan:
    """Every row in its order, the units of work behind them, and the rows whose case cannot even be opened."""

    rows: list[tuple[Row, str]] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    lost: dict[str, Record] = field(default_factory=dict)


def plan(cases: Sequence[Path], settings: Settings) -> Plan:
    """The runs of a batch: cases in the order given, each folder's by name; then rulebooks, then methods.

    Two cases with the same content are the same run: it is done once and has a row for each.
    """
    made, known = Plan(), set[str]()
    for path in expanded(cases):
        try:
            files = file_hashes(path)
            books = settings.books or (_own(path, settings),)
        except InvalidInput as invalid:
            _lose(made, path, settings, failed_by(invalid.faults))
            continue
        for book in books:
            runs = tuple(Run(method, _name(files, path, book, method, settings)) for method in settings.methods)
            made.rows += [(_planned(path, book.label, run.method, run.name), run.name) for run in runs]
            new = tuple(run for run in runs if run.name not in known)
            known.update(run.name for run in new)
            if new:
                limits = (settings.seed, settings.time_limit, settings.keep_outcomes, settings.strict)
                made.units.append(Unit(len(made.units), path, book, files, new, *limits))
    return made


def _own(path: Path, settings: Settings) -> Book:
    """The rulebook in the case's folder, else the built-in one."""
    own = find_rulebook(path)
    return settings.built_in if own is None else book_of(own)


def _planned(path: Path, book: str, method: Method, run: str) -> Row:
    return {"case": str(path), "rulebook": book, "method": method, "run": run}


def _lose(made: Plan, path: Path, settings: Settings, record: Record) -> None:
    """Rows of a case that cannot be opened: nothing of them is stored, so they are looked at anew each time."""
    for label in [book.label for book in settings.books] or [""]:
        for method in settings.methods:
            name = hashlib.sha256(f"{path}\n{label}\n{method}".encode()).hexdigest()
            made.rows.append((_planned(path, label, method, ""), name))
            made.lost[name] = record


def failed_by(faults: Sequence[Fault]) -> Record:
    """The record of a run whose input has faults."""
    first = faults[0]
    return failure(first.code, first.table, first.row, len(faults))


def _name(files: Mapping[str, str], path: Path, book: Book, method: Method, settings: Settings) -> str:
    """A run is named by all that its result depends on: case, rulebook, method, version, seed, how it is read."""
    strictly = ["strict"] if settings.strict else []
    case = [path.suffix.casefold() if "" in files else "", dict(files)]
    return sha256([case, book.sha256, method, list(settings.versions), settings.seed or "", *strictly])


def expanded(cases: Iterable[Path]) -> Iterator[Path]:
    """Files and case folders as they are; of a folder that holds no table itself, the cases in it by name."""
    for path in cases:
        if path.is_dir() and not _is_case(path):
            inside = [entry for entry in sorted(path.iterdir(), key=lambda entry: entry.name) if _may_be_case(entry)]
            yield from inside or [path]
        else:
            yield path


def _is_case(folder: Path) -> bool:
    known = form_of(Rulebook()).table_names
    return any(entry.suffix.casefold() == ".csv" and folded(entry.stem) in known for entry in folder.iterdir())


def _may_be_case(entry: Path) -> bool:
    if entry.name.startswith((".", "~$")):
        return False
    return entry.is_dir() or entry.suffix.casefold() in SUFFIXES


def file_hashes(path: Path) -> dict[str, str]:
    """The sha256 of every file a case is read from: the csv files of a folder by name, or ``""`` for a single file.

    Raises:
        InvalidInput: when there is nothing to read.
    """
    if kind_of(path) != "folder":
        return {"": read_bytes(path).sha256}
    entries = sorted(entry for entry in path.iterdir() if entry.suffix.casefold() == ".csv")
    return {entry.name: read_bytes(entry).sha256 for entry in entries if not entry.name.startswith((".", "~$"))}
