"""Every text of a competition that a paper may show, with whose it is and where it stands."""

from collections.abc import Iterator

from allocator.competition.papers.source import Source
from allocator.labels import Wording
from allocator.papers.legible import Origin, texts_of, visible
from allocator.words import Lang


def origins(source: Source, lang: Lang) -> Iterator[Origin]:
    """Every text of the case that a paper may show."""
    case = source.scores.bureau.case
    words = Wording(lang).words
    whole = words("papers.who.case")
    yield Origin(whole, None, "name", case.case.name, case.case)
    names = {}
    for person in case.people:
        names[person.person_id] = who = words(
            "papers.who.person", name=visible(person.name), id=visible(person.person_id)
        )
        yield from texts_of(person, who, "people", "name", "person_id", "home_unit")
    for section in case.sections:
        who = words("papers.who.section", name=visible(section.name), id=visible(section.section_id))
        yield from texts_of(section, who, "sections", "name", "section_id")
    for pin in case.pins:
        yield from texts_of(pin, names.get(pin.person_id, whole), "pins", "reason", "authority")
    for decision in source.decided:
        yield from texts_of(decision, names.get(decision.person_id, whole), "decisions", "authority", "document")
