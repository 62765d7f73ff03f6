"""The table ``case``: one row each for the name, the reference date and the lottery seed."""

from allocator.faults import Fault
from allocator.files.assembling import filled
from allocator.files.cells import Flaw, folded, parse
from allocator.files.columns import recognise
from allocator.files.headings import CASE_NAMES, mistyped
from allocator.files.layout import Column, Layout
from allocator.files.raw import Cell, RawTable, shown
from allocator.words.tables import CASE_KEYS
from models.common.outcome import Notice
from models.competition.case import CaseInfo

_ROWS = {
    "name": Column("name", (), "text", required=True),
    "reference_date": Column("reference_date", (), "date", required=True),
    "lottery_seed": Column("lottery_seed", (), "id", required=False),
}


def read_info(raw: RawTable, layout: Layout) -> tuple[CaseInfo | None, tuple[Fault, ...], tuple[Notice, ...]]:
    """The case itself, or the faults that keep it from being known; the key stands in a fault's column."""
    raw = filled(raw)
    known = recognise(raw, layout)
    faults = [*raw.faults, *known.faults]
    notices = list(known.notices)
    if known.faults:
        return None, tuple(faults), tuple(notices)
    at = {column.name: position for column, position in known.positions.items()}
    cells: dict[str, tuple[int | None, Cell]] = {}
    ignored: list[str] = []
    numbers = raw.numbers if raw.heading_row else [None] * len(raw.rows)
    for number, row in zip(numbers, raw.rows, strict=True) if at else ():
        name = str(row[at["key"]] or "")
        key = CASE_NAMES.get(folded(name))
        if key is not None and key in cells:
            faults.append(Fault("case_key_twice", "case", number, key, shown(name)))
        elif key is not None:
            cells[key] = number, row[at["value"]]
        elif meant := mistyped(name, CASE_NAMES):
            args = {"nearest": meant}
            faults.append(Fault("case_key_mistyped", "case", number, CASE_NAMES[meant], shown(name), args))
        else:
            ignored.append(shown(name))
    if ignored:
        notices.append(Notice(code="columns_ignored", args={"table": "case", "columns": tuple(ignored)}))
    values, flaws = _values(cells, raw.epoch_1904, {fault.column for fault in faults})
    faults += flaws
    info = None if faults else CaseInfo(**values)  # type: ignore[arg-type]
    return info, tuple(faults), tuple(notices)


def _values(
    cells: dict[str, tuple[int | None, Cell]], epoch_1904: bool, doubtful: set[str | None]
) -> tuple[dict[str, object], list[Fault]]:
    values: dict[str, object] = {}
    faults = []
    for key, column in _ROWS.items():
        if key not in cells:
            if column.required and key not in doubtful:
                args = {"key": f"{CASE_KEYS[key]} / {key}"}
                faults.append(Fault("case_key_missing", "case", None, key, None, args))
            continue
        number, cell = cells[key]
        value = parse(cell, column, {}, epoch_1904)
        if isinstance(value, Flaw):
            faults.append(Fault(value.code, "case", number, key, shown(cell), value.args))
        else:
            values[key] = value
    return values, faults
