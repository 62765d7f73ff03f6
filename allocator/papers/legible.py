"""Texts made fit to print, and the refusal of those that cannot be: by whose they are, and by which character."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from allocator.faults import Fault, InvalidInput
from allocator.files import Draft
from allocator.papers.font import controls, undrawn
from allocator.words import Lang, say
from models.common.base import Frozen

LONGEST_SHOWN = 80


@dataclass(frozen=True)
class Origin:
    """A text of the case: whose it is, its table and column, the text, and the row of the case that holds it."""

    who: str
    table: str | None
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


def refuse_illegible(
    origins: Iterable[Origin], fields: Any, lang: Lang, *, pdf: bool, read: Draft | None = None
) -> None:
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
    for origin in origins if marks else ():
        bad = [mark for mark in dict.fromkeys(origin.text) if mark in marks]
        if bad and any(_one_line(origin.text) in text for text in texts):
            place = (origin.table or "case", _row(origin, read), origin.column)
            faults += [_fault(marks[mark], mark, origin.who, place, origin.text) for mark in bad]
    if marks and not faults:
        whole = say("papers.who.case", lang)
        faults = [_fault(code, mark, whole, (None, None, None), mark) for mark, code in marks.items()]
    if faults:
        raise InvalidInput(tuple(faults))


def _row(origin: Origin, read: Draft | None) -> int | None:
    """The number of the row that holds a text, as the user's own program counts it."""
    located = read.rows.get(origin.table, ()) if read is not None and origin.table is not None else ()
    return next((one.row for one in located if one.value == origin.row), None)


def _fault(code: str, mark: str, who: str, place: tuple[str | None, int | None, str | None], text: str) -> Fault:
    shown = "".join(one for one in text if not list(controls(one)))[:LONGEST_SHOWN]
    args: dict[str, object] = {"who": who, "text": shown, "codepoint": f"U+{ord(mark):04X}"}
    if code == "notice_glyph":
        args["character"] = mark
    return Fault(code, *place, shown, args)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)


def texts_of(row: Frozen, who: str, table: str, *columns: str) -> Iterator[Origin]:
    """The texts of one row, in the columns a paper may show."""
    for column in columns:
        if text := getattr(row, column):
            yield Origin(who, table, column, text, row)


def visible(text: str) -> str:
    """The text without characters that nobody sees."""
    return "".join(mark for mark in text if not list(controls(mark)))
