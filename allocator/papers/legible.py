"""Texts made fit to print, and the refusal of those that cannot be: by whose they are, and by which character."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from allocator.faults import Fault, InvalidInput
from allocator.files import Draft
from allocator.labels import Labels
from allocator.papers.font import controls, undrawn
from allocator.papers.source import Source
from allocator.words import Lang
from models.base import Frozen
from models.case import TableName

LONGEST_SHOWN = 80


@dataclass(frozen=True)
class Origin:
    """A text of the case: whose it is, its table and column, the text, and the row of the case that holds it."""

    who: str
    table: TableName | None
    column: str
    text: str
    row: Frozen


def tidy(value: Any) -> Any:
    """The same data with every line break, tab or run of spaces as one space, so that it stays in its place."""
    if isinstance(value, str):
        return _one_line(value)
    if isinstance(value, list):
        return [tidy(item) for item in value]
    if isinstance(value, dict):
        return {key: tidy(item) for key, item in value.items()}
    return value


def _one_line(text: str) -> str:
    """Control characters that stand for white space as a space; wide spaces are meant and stay."""
    return "".join(" " if mark in "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029" else mark for mark in text)


def refuse_illegible(source: Source, fields: Any, lang: Lang, *, pdf: bool, read: Draft | None = None) -> None:
    """Refuses a paper that holds a character nobody sees or, for a PDF, one that the font does not draw.

    Raises:
        InvalidInput: with a fault for each such text of the case, naming whose it is, the character and, where it is
            known what the case was ``read`` from, the row.
    """
    texts = list(_texts(fields))
    marks = {mark: "notice_control" for text in texts for mark in controls(text)}
    if pdf:
        marks |= {mark: "notice_glyph" for text in texts for mark in undrawn(text) if mark not in marks}
    faults = []
    for origin in _origins(source, lang) if marks else ():
        bad = [mark for mark in dict.fromkeys(origin.text) if mark in marks]
        if bad and any(_one_line(origin.text) in text for text in texts):
            place = (origin.table or "case", _row(origin, read), origin.column)
            faults += [_fault(marks[mark], mark, origin.who, place, origin.text) for mark in bad]
    if marks and not faults:
        whole = Labels(source.scores.bureau.case, lang).words("papers.who.case")
        faults = [_fault(code, mark, whole, (None, None, None), mark) for mark, code in marks.items()]
    if faults:
        raise InvalidInput(tuple(faults))


def _row(origin: Origin, read: Draft | None) -> int | None:
    """The number of the row that holds a text, as the user's own program counts it."""
    located = read.rows.get(origin.table, ()) if read is not None and origin.table is not None else ()
    return next((one.row for one in located if one.value == origin.row), None)


def _fault(code: str, mark: str, who: str, place: tuple[str | None, int | None, str | None], text: str) -> Fault:
    visible = "".join(one for one in text if not list(controls(one)))[:LONGEST_SHOWN]
    args: dict[str, object] = {"who": who, "text": visible, "codepoint": f"U+{ord(mark):04X}"}
    if code == "notice_glyph":
        args["character"] = mark
    return Fault(code, *place, visible, args)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)


def _origins(source: Source, lang: Lang) -> Iterator[Origin]:
    """Every text of the case that a paper may show."""
    case = source.scores.bureau.case
    words = Labels(None, lang).words
    whole = words("papers.who.case")
    yield Origin(whole, None, "name", case.case.name, case.case)
    names = {}
    for person in case.people:
        names[person.person_id] = who = words(
            "papers.who.person", name=_plain(person.name), id=_plain(person.person_id)
        )
        yield from _texts_of(person, who, "people", "name", "person_id", "home_unit")
    for section in case.sections:
        who = words("papers.who.section", name=_plain(section.name), id=_plain(section.section_id))
        yield from _texts_of(section, who, "sections", "name", "section_id")
    for pin in case.pins:
        yield from _texts_of(pin, names.get(pin.person_id, whole), "pins", "reason", "authority")
    for decision in source.decided:
        yield from _texts_of(decision, names.get(decision.person_id, whole), "decisions", "authority", "document")


def _texts_of(row: Frozen, who: str, table: TableName, *columns: str) -> Iterator[Origin]:
    """The texts of one row, in the columns a paper may show."""
    for column in columns:
        if text := getattr(row, column):
            yield Origin(who, table, column, text, row)


def _plain(text: str) -> str:
    return "".join(mark for mark in text if not list(controls(mark)))
