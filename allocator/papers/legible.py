"""Texts made fit to print, and the refusal of those that cannot be: by whose they are, and by which character."""

from collections.abc import Iterator
from typing import Any

from allocator.faults import Fault, InvalidInput
from allocator.labels import Labels
from allocator.papers.font import controls, undrawn
from allocator.papers.source import Source
from allocator.words import Lang

LONGEST_SHOWN = 80


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


def refuse_illegible(source: Source, fields: Any, lang: Lang, *, pdf: bool) -> None:
    """Refuses a paper that holds a character nobody sees or, for a PDF, one that the font does not draw.

    Raises:
        InvalidInput: with a fault for each such text of the case, naming whose it is and the character.
    """
    texts = list(_texts(fields))
    marks = {mark: "notice_control" for text in texts for mark in controls(text)}
    if pdf:
        marks |= {mark: "notice_glyph" for text in texts for mark in undrawn(text) if mark not in marks}
    faults = []
    for who, table, column, own in _origins(source, lang):
        bad = [mark for mark in dict.fromkeys(own) if mark in marks]
        if bad and any(_one_line(own) in text for text in texts):
            faults += [_fault(marks[mark], mark, who, table, column, own) for mark in bad]
    if marks and not faults:
        whole = Labels(source.scores.bureau.case, lang).words("papers.who.case")
        faults = [_fault(code, mark, whole, None, None, mark) for mark, code in marks.items()]
    if faults:
        raise InvalidInput(tuple(faults))


def _fault(code: str, mark: str, who: str, table: str | None, column: str | None, text: str) -> Fault:
    visible = "".join(one for one in text if not list(controls(one)))[:LONGEST_SHOWN]
    args: dict[str, object] = {"who": who, "text": visible, "codepoint": f"U+{ord(mark):04X}"}
    if code == "notice_glyph":
        args["character"] = mark
    return Fault(code, table, None, column, visible, args)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)


def _origins(source: Source, lang: Lang) -> Iterator[tuple[str, str | None, str | None, str]]:
    """Every text of the case that a paper may show: whose it is, its table and column, and the text."""
    case = source.scores.bureau.case
    words = Labels(None, lang).words
    whole = words("papers.who.case")
    yield whole, "case", "name", case.case.name
    names = {}
    for person in case.people:
        names[person.person_id] = who = words(
            "papers.who.person", name=_plain(person.name), id=_plain(person.person_id)
        )
        for column, text in (("name", person.name), ("person_id", person.person_id), ("home_unit", person.home_unit)):
            if text:
                yield who, "people", column, text
    for section in case.sections:
        who = words("papers.who.section", name=_plain(section.name), id=_plain(section.section_id))
        for column, text in (("name", section.name), ("section_id", section.section_id)):
            yield who, "sections", column, text
    for pin in case.pins:
        for column, text in (("reason", pin.reason), ("authority", pin.authority)):
            yield names.get(pin.person_id, whole), "pins", column, text
    for decision in source.decided:
        for column, own in (("authority", decision.authority), ("document", decision.document)):
            if own:
                yield names.get(decision.person_id, whole), "decisions", column, own


def _plain(text: str) -> str:
    return "".join(mark for mark in text if not list(controls(mark)))
