"""Tables from a JSON file, and JSON read strictly: no key twice in an object, numbers digit for digit."""

import json
from collections.abc import Callable, Sequence
from typing import Any

from allocator.faults import Fault, InvalidInput
from allocator.files.inputs import MOST_ROWS, Bytes
from allocator.files.raw import Cell, NumberText, RawTable, shown


class _KeyTwice(Exception):
    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        seen: set[str] = set()
        raise _KeyTwice(next(key for key, _ in pairs if key in seen or seen.add(key)))  # type: ignore[func-returns-value]
    return made


def load_json(content: Bytes, whole: Callable[[str], Any] = NumberText) -> Any:
    """The value a JSON file holds; its numbers are :class:`NumberText`, whole ones what ``whole`` makes of their text.

    Raises:
        InvalidInput: when it is not UTF-8, no JSON, nested too deeply, or names a key twice in an object.
    """

    def refuse(code: str, row: int | None = None, value: str | None = None, **args: object) -> InvalidInput:
        return InvalidInput((Fault(code, content.name, row, None, value, args),))

    try:
        text = content.data.decode("utf-8-sig")
    except UnicodeDecodeError as broken:
        raise refuse("json_encoding", content.data.count(b"\n", 0, broken.start) + 1) from None
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_float=NumberText,
            parse_int=whole,
            parse_constant=NumberText,
        )
    except json.JSONDecodeError as broken:
        raise refuse("json_syntax", broken.lineno, line=broken.lineno, position=broken.colno) from None
    except _KeyTwice as twice:
        raise refuse("json_key_twice", None, shown(twice.key), key=shown(twice.key)) from None
    except RecursionError:
        raise refuse("json_depth") from None


def json_table(value: Any, label: str, table: str) -> RawTable:
    """One table of a JSON case; rows are numbered from 1.

    Raises:
        InvalidInput: when it is not a list of objects (or, for the case itself, not an object) of plain values.
    """
    if table == "case":
        return _case_table(value, label)
    if not isinstance(value, list):
        raise InvalidInput((Fault("json_table", table, None, None, shown(value), {"name": label}),))
    if len(value) > MOST_ROWS:
        raise InvalidInput((Fault("too_many_rows", table, None, args={"limit": MOST_ROWS}),))
    headings = list(dict.fromkeys(key for row in value if isinstance(row, dict) for key in row))
    faults: list[Fault] = []
    rows: list[Sequence[Cell]] = []
    numbers: list[int] = []
    for number, row in enumerate(value, start=1):
        if not isinstance(row, dict):
            faults.append(Fault("json_row", table, number, None, shown(row)))
            continue
        for key, cell in row.items():
            if isinstance(cell, list | dict):
                faults.append(Fault("json_cell", table, number, shown(key), shown(cell)))
                break
        else:
            rows.append([row.get(heading) for heading in headings])
            numbers.append(number)
    return RawTable(label, headings, rows, numbers, heading_row=None, faults=tuple(faults))


def _case_table(value: Any, label: str) -> RawTable:
    if not isinstance(value, dict):
        raise InvalidInput((Fault("json_table", "case", None, None, shown(value), {"name": label}),))
    nested = [key for key, cell in value.items() if isinstance(cell, list | dict)]
    faults = tuple(Fault("json_cell", "case", None, shown(key), shown(value[key])) for key in nested)
    rows = [[key, cell] for key, cell in value.items() if key not in nested]
    return RawTable(label, ["key", "value"], rows, range(1, len(rows) + 1), heading_row=None, faults=faults)
