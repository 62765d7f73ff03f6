"""Which heading of a table is which column."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from allocator.faults import Fault
from allocator.files.cells import folded
from allocator.files.headings import mistyped
from allocator.files.layout import Column, Layout
from allocator.files.raw import RawTable, shown
from models.common.outcome import Notice


@dataclass(frozen=True)
class Recognised:
    """The position of each column that was found, the faults of the headings, and what is ignored."""

    positions: Mapping[Column, int]
    faults: tuple[Fault, ...]
    notices: tuple[Notice, ...]


def recognise(raw: RawTable, layout: Layout) -> Recognised:
    """Finds each column by its heading in either language.

    A heading that looks like a mistyped one is a fault, and so is a second heading of one column, a column that is
    missing, and cells under no heading; any other heading is ignored and reported once.
    """
    known = by_folded_heading(layout)
    positions: dict[Column, int] = {}
    faults: list[Fault] = []
    ignored: list[str] = []
    meant: set[str] = set()

    def fault(code: str, column: str | None, heading: str, **args: object) -> None:
        faults.append(Fault(code, layout.table, raw.heading_row, column, shown(heading), args))

    for position, heading in enumerate(raw.headings):
        column = known.get(folded(heading))
        if column is not None:
            if column in positions:
                fault("heading_twice", column.name, heading, first=shown(raw.headings[positions[column]]))
            else:
                positions[column] = position
        elif not heading.strip():
            if any(row[position] not in (None, "") for row in raw.rows):
                fault("heading_empty", None, heading, position=position + 1)
        elif folded(heading) not in layout.elsewhere and (name := mistyped(heading, layout.by_heading)):
            meant.add(layout.by_heading[name].name)
            fault("heading_mistyped", layout.by_heading[name].name, heading, nearest=name)
        else:
            ignored.append(shown(heading))
    if raw.headings and not positions and not meant:
        fault("headings_missing", None, "")
        return Recognised({}, tuple(faults), ())
    if raw.headings:
        for column in layout.columns:
            if column.required and column not in positions and column.name not in meant:
                fault("column_missing", column.name, "", expected=_names(column))
    notice = Notice(code="columns_ignored", args={"table": layout.table, "columns": tuple(dict.fromkeys(ignored))})
    return Recognised(positions, tuple(faults), (notice,) if ignored else ())


@cache
def by_folded_heading(layout: Layout) -> Mapping[str, Column]:
    """The column of each heading as headings are compared."""
    return {folded(heading): column for heading, column in layout.by_heading.items()}


def _names(column: Column) -> str:
    return " / ".join(dict.fromkeys((*column.headings[1:2], column.name)))
