"""Which exercise a case is of: the row of the table ``case`` that names it, read before anything else of the case."""

import json
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from allocator.faults import InvalidInput
from allocator.files.assembling import filled
from allocator.files.case_reader import no_collection
from allocator.files.cells import folded
from allocator.files.columns import recognise
from allocator.files.form import CaseForm
from allocator.files.inputs import Bytes, kind_of, read_bytes
from allocator.files.layout import Column, Layout
from allocator.files.raw import RawTable
from allocator.files.sources import Found, open_contents, open_source
from allocator.words.tables import CASE_HEADINGS, CASE_TABLE, EXERCISE_KEY, EXERCISES
from models.common.base import Frozen


def exercise_named(path: Path) -> str | None:
    """The exercise that a case names, ``None`` where it names none that is known or cannot be read.

    Only the table of the case is looked at; what is wrong with the rest is for the reading of the exercise to say.
    """
    if kind_of(path) == "file" and path.suffix.casefold() == ".json":
        try:
            content = read_bytes(path)
        except InvalidInput:
            return None
        if not any(word in content.data for word in _words()):
            return None
    return _named(lambda: open_source(path, _case_alone()))


def exercise_named_in(contents: Sequence[Bytes]) -> str | None:
    """The same of files in memory."""
    return _named(lambda: open_contents(contents, _case_alone()))


@cache
def _words() -> tuple[bytes, ...]:
    """What must stand in a JSON file that names an exercise: one of the keys, written out or escaped."""
    return tuple(json.dumps(word, ensure_ascii=escaped).encode() for word in EXERCISE_KEY for escaped in (False, True))


@cache
def _case_alone() -> CaseForm:
    """The form of a case of which only the table of the case is known."""
    columns = tuple(Column(name, (name, chinese), "text", True) for name, chinese in CASE_HEADINGS.items())
    layout = Layout(CASE_TABLE[0], columns, title=CASE_TABLE[1], key=("key",))
    return CaseForm("", {"case": layout}, (), Frozen, (), (), {}, {})


def _named(opened: Callable[[], Found]) -> str | None:
    try:
        with no_collection():
            found = opened().tables.get("case")
    except InvalidInput:
        return None
    return None if found is None else _value(filled(found))


def _value(raw: RawTable) -> str | None:
    at = {column.name: place for column, place in recognise(raw, _case_alone().layouts["case"]).positions.items()}
    if len(at) < len(CASE_HEADINGS):
        return None
    keys = {folded(word) for word in EXERCISE_KEY}
    known = {folded(word): name for name, chinese in EXERCISES.items() for word in (name, chinese)}
    for row in raw.rows:
        if folded(str(row[at["key"]] or "")) in keys:
            return known.get(folded(str(row[at["value"]] or "")))
    return None
