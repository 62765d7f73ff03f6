"""Steps between a cell as it stands in an officer's file and the value used: each is recorded, none is silent."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from allocator.faults import Fault


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands as the officer sees it; the cell is an address such as ``C7``."""

    file: str
    sheet: str
    cell: str

    @property
    def text(self) -> str:
        """The place in one word: file, sheet and cell, each once."""
        return " ".join(dict.fromkeys(part for part in (self.file, self.sheet, self.cell) if part))


@dataclass(frozen=True, slots=True)
class Reading:
    """One kind of step in one column: how many cells it was taken in, and the first of them.

    ``kind`` names the sentence in the catalogue (``reading.kind.<kind>``); ``column`` is the English column name,
    ``""`` where the step concerns rows, a sheet or a file.
    """

    kind: str
    table: str
    column: str
    cells: int
    place: Place
    seen: str
    used: str

    @property
    def sort_key(self) -> tuple[str, str, str]:
        """Readings are listed by table, column and kind."""
        return (self.table, self.column, self.kind)


@dataclass(frozen=True, slots=True)
class Step:
    """One step in one cell. ``row`` (from 0) is that of the table as laid out, where the cell is one of its own."""

    kind: str
    column: str | None
    place: Place
    seen: str
    used: str
    row: int | None = None


@dataclass
class Steps:
    """The steps taken in one table, in the order of its rows."""

    table: str
    steps: list[Step] = field(default_factory=list)

    def add(self, kind: str, column: str | None, place: Place, seen: str, used: str, row: int | None = None) -> None:
        """Records a step."""
        self.steps.append(Step(kind, column, place, seen, used, row))


def readings_of(tables: Iterable[Steps]) -> tuple[Reading, ...]:
    """The steps of all tables, one reading for each kind in each column."""
    found: dict[tuple[str, str, str], Reading] = {}
    for table in tables:
        for step in table.steps:
            key = (table.table, step.column or "", step.kind)
            known = found.get(key)
            if known is None:
                found[key] = Reading(step.kind, table.table, step.column or "", 1, step.place, step.seen, step.used)
            else:
                found[key] = Reading(
                    known.kind, known.table, known.column, known.cells + 1, known.place, known.seen, known.used
                )
    return tuple(sorted(found.values(), key=lambda reading: reading.sort_key))


def refused(readings: Iterable[Reading]) -> tuple[Fault, ...]:
    """A fault for each reading, where the input is to be taken as it stands."""
    found = []
    for one in readings:
        args = {"reading": one.kind, "where": one.place.text, "seen": one.seen, "used": one.used, "cells": one.cells}
        found.append(Fault("reading_refused", one.table, None, one.column, one.seen, args))
    return tuple(found)
