"""Who and what is meant where a sheet does not give the id as it stands: lost zeros, other spellings, names."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from allocator.files.cells import Flaw, plain_form
from allocator.files.draft import Located
from allocator.files.heading_forms import squeeze
from allocator.files.lenient import Taken
from models.competition.people import Person
from models.competition.sections import Section

_ZEROS = re.compile(r"(?<![0-9])0+(?=[0-9])")
_QUOTES = "'’‘`＇"
MOST_NAMED = 6
"""So many candidates are named; that there are more is said."""


@dataclass
class Directory:
    """The ids of people or of sections, with the other ways in which they may be written.

    ``about`` describes each for those who have to choose between candidates.
    """

    about: Mapping[str, str] = field(default_factory=dict)
    plain: dict[str, list[str]] = field(default_factory=dict)
    without_zeros: dict[str, list[str]] = field(default_factory=dict)
    named: dict[str, list[str]] = field(default_factory=dict)

    def add(self, id_: str, name: str) -> None:
        """Takes up an id."""
        self.plain.setdefault(plain_form(id_), []).append(id_)
        self.without_zeros.setdefault(_ZEROS.sub("", plain_form(id_)), []).append(id_)
        self.named.setdefault(squeeze(name), []).append(id_)

    def meant(self, text: str) -> Taken | Flaw | None:
        """The one id that a text can mean, a flaw that names the candidates where several can, else ``None``."""
        if text in self.about:
            return None
        bare = plain_form(text).strip(_QUOTES)
        ways = [
            ("spelling", self.plain.get(bare, [])),
            ("lost_zeros", [one for one in self.without_zeros.get(bare, []) if len(one) > len(bare)]),
            ("name", self.named.get(squeeze(text).strip(_QUOTES), [])),
        ]
        found = dict.fromkeys(one for _, ids in ways for one in ids)
        if len(found) == 1:
            (only,) = found
            return Taken(only, next(kind for kind, ids in ways if ids))
        if not found:
            return None
        shown = [self.about[one] for one in sorted(found)]
        more = ("…",) if len(shown) > MOST_NAMED else ()
        return Flaw("id_unclear", {"candidates": (*shown[:MOST_NAMED], *more)})


def sections_of(rows: Iterable[Located]) -> Directory:
    """The sections of a case."""
    sections = {row.value.section_id: row.value for row in rows if isinstance(row.value, Section)}
    found = Directory({one: f"{one} {section.name}" for one, section in sections.items()})
    for one, section in sections.items():
        found.add(one, section.name)
    return found


def people_of(rows: Iterable[Located]) -> Directory:
    """The people of a case, described by section and birth date."""
    people = {row.value.person_id: row.value for row in rows if isinstance(row.value, Person)}
    about = {
        one: " ".join(filter(None, (one, person.name, person.section_id, str(person.birth or ""))))
        for one, person in people.items()
    }
    found = Directory(about)
    for one, person in people.items():
        found.add(one, person.name)
    return found


PEOPLE_COLUMNS = frozenset(["person_id", "person_a", "person_b", "chief_id"])


@dataclass
class Directories:
    """The ids of a case as far as they are known when a table is read."""

    people: Directory | None = None
    sections: Directory | None = None

    def for_column(self, table: str, column: str) -> Callable[[str], Taken | Flaw | None] | None:
        """How an id in a column is looked up; ``None`` where it is the one that names the person or section."""
        if column in PEOPLE_COLUMNS and table != "people" and self.people is not None:
            return self.people.meant
        if column == "section_id" and table != "sections" and self.sections is not None:
            return self.sections.meant
        return None
