"""Who and what is meant where a sheet does not give the id as it stands: lost zeros, other spellings, names."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from allocator.files.cells import Flaw, plain_form
from allocator.files.draft import Located
from allocator.files.form import Listed
from allocator.files.heading_forms import squeeze
from allocator.files.lenient import Taken

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


def directory_of(rows: Iterable[Located], listed: Listed) -> Directory:
    """What the rows of a table are called, each described by some of its columns."""
    about: dict[str, str] = {}
    names: dict[str, str] = {}
    for row in rows:
        id_ = getattr(row.value, listed.column)
        told = (getattr(row.value, column) for column in listed.about)
        about[id_] = " ".join(str(one) for one in told if one)
        names[id_] = row.value.__dict__["name"]
    found = Directory(about)
    for id_, name in names.items():
        found.add(id_, name)
    return found


@dataclass
class Directories:
    """The ids of a case as far as they are known when a table is read; ``points`` says what the columns name."""

    points: Mapping[str, str] = field(default_factory=dict)
    known: dict[str, Directory] = field(default_factory=dict)

    def for_column(self, table: str, column: str) -> Callable[[str], Taken | Flaw | None] | None:
        """How an id in a column is looked up; ``None`` where it is the one that names the thing itself."""
        aim = self.points.get(column)
        return self.known[aim].meant if aim != table and aim in self.known else None
