"""The table ``case``: one row each for the name, the reference date and whatever else an exercise asks for."""

from typing import Any

from allocator.faults import Fault
from allocator.files.assembling import filled
from allocator.files.cells import Flaw, folded, parse
from allocator.files.columns import recognise
from allocator.files.form import CaseForm
from allocator.files.headings import mistyped
from allocator.files.raw import Cell, RawTable, shown
from allocator.words.tables import EXERCISE_KEY
from models.common.outcome import Notice


def read_info(raw: RawTable, form: CaseForm) -> tuple[Any, tuple[Fault, ...], tuple[Notice, ...]]:
    """The case itself, or the faults that keep it from being known; the key stands in a fault's column."""
    raw = filled(raw)
    known = recognise(raw, form.layouts["case"])
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
        key = form.info_names.get(folded(name))
        if key is not None and key in cells:
            faults.append(Fault("case_key_twice", "case", number, key, shown(name)))
        elif key is not None:
            cells[key] = number, row[at["value"]]
        elif meant := mistyped(name, form.info_names):
            args = {"nearest": meant}
            faults.append(Fault("case_key_mistyped", "case", number, form.info_names[meant], shown(name), args))
        else:
            ignored.append(shown(name))
    if ignored:
        notices.append(Notice(code="columns_ignored", args={"table": "case", "columns": tuple(ignored)}))
    values, flaws = _values(cells, form, raw.epoch_1904, {fault.column for fault in faults})
    faults += flaws
    info = None if faults else form.info(**values)
    return info, tuple(faults), tuple(notices)


def _values(
    cells: dict[str, tuple[int | None, Cell]], form: CaseForm, epoch_1904: bool, doubtful: set[str | None]
) -> tuple[dict[str, object], list[Fault]]:
    values: dict[str, object] = {}
    faults = []
    for column in form.info_rows:
        key = column.name
        if key not in cells:
            if column.required and key not in doubtful:
                args = {"key": f"{column.headings[-1]} / {key}"}
                faults.append(Fault("case_key_missing", "case", None, key, None, args))
            continue
        number, cell = cells[key]
        value = parse(cell, column, epoch_1904)
        if isinstance(value, Flaw):
            faults.append(Fault(value.code, "case", number, key, shown(cell), value.args))
        elif key == EXERCISE_KEY[0]:
            if value not in (None, form.exercise):
                faults.append(Fault("case_other_exercise", "case", number, key, shown(cell)))
        else:
            values[key] = value
    return values, faults
