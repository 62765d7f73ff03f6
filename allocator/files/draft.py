"""A case as it was read: sound rows with their places, and the faults of the rest. Nothing is decided about it yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pydantic import BaseModel

from allocator.faults import Fault
from allocator.files.readings import Reading
from models.common.base import Frozen
from models.common.outcome import Notice


class Located(NamedTuple):
    """One sound row (of the type of its table) and its number, the heading being row 1."""

    row: int
    value: Frozen


@dataclass(frozen=True)
class Draft:
    """Everything read from one input.

    ``present`` are the tables that are there, with or without rows; ``files`` gives the sha256 of each file's bytes.
    ``left_out`` holds, for each table with rows left out because of a fault, the ids in the first key column of those
    rows (``""`` where even that could not be read), so that one fault is not taken for others: the person of a faulty
    row is still known, and what his faulty row would have held is not missing. ``readings`` are the steps taken between
    the cells as they stand and the values used.
    """

    info: Any
    rows: Mapping[str, tuple[Located, ...]]
    faults: tuple[Fault, ...] = ()
    notices: tuple[Notice, ...] = ()
    present: frozenset[str] = frozenset()
    files: Mapping[str, str] = field(default_factory=dict)
    left_out: Mapping[str, frozenset[str]] = field(default_factory=dict)
    readings: tuple[Reading, ...] = ()


def draft_of(case: BaseModel) -> Draft:
    """A case made in memory as if it had been read: its rows in their order, the first in row 2."""
    tables = [name for name in type(case).model_fields if name != "case"]
    rows: dict[str, tuple[Located, ...]] = {
        table: tuple(Located(i, value) for i, value in enumerate(getattr(case, table), start=2)) for table in tables
    }
    present = frozenset(table for table, found in rows.items() if found)
    return Draft(info=case.__dict__["case"], rows=rows, present=present)
