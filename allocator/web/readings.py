"""How the cells of a case were read, as the operator sees it and confirms it, kind by kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from allocator.files import Draft, Reading
    from allocator.web.names import Names
    from allocator.web.opened import Opened
    from allocator.web.store import Store


class Unconfirmed(Exception):
    """A case whose readings nobody has confirmed yet; ``case_id`` leads to where that is done."""

    def __init__(self, case_id: str) -> None:
        self.case_id = case_id
        super().__init__(case_id)


@dataclass(frozen=True)
class Line:
    """A reading as it is shown: where, how many cells, and of one of them the place, what is seen and what is used."""

    table: str
    column: str
    cells: int
    place: str
    seen: str
    used: str


@dataclass(frozen=True)
class Kind:
    """All readings of one kind."""

    kind: str
    lines: tuple[Line, ...]


def record_of(draft: Draft) -> list[dict[str, Any]]:
    """What is put on record of the readings: no cell of anybody's, only kind, table, column and number of cells."""
    return [{"kind": one.kind, "table": one.table, "column": one.column, "cells": one.cells} for one in draft.readings]


def awaited(opened: Opened, store: Store) -> bool:
    """Whether a case can be worked with only once its readings are confirmed."""
    if not opened.sound or not opened.draft.readings:
        return False
    confirmed = store.confirmed(opened.case_id)
    return confirmed is None or list(confirmed.readings) != record_of(opened.draft)


def kinds_of(opened: Opened, names: Names) -> tuple[Kind, ...]:
    """The readings of a case by kind, in the order they were found."""
    found: dict[str, list[Line]] = {}
    for one in opened.draft.readings:
        found.setdefault(one.kind, []).append(_line(one, names))
    return tuple(Kind(kind, tuple(lines)) for kind, lines in found.items())


def _line(one: Reading, names: Names) -> Line:
    place = " ".join(dict.fromkeys(part for part in (one.place.file, one.place.sheet, one.place.cell) if part))
    used = names.words(f"web.readings.{one.used}") if one.used in ("yes", "no") else names.veiled(one.used) or "—"
    column = names.column(one.table, one.column)
    return Line(names.table(one.table), column, one.cells, place, names.veiled(one.seen), used)
