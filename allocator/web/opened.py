"""A case read and checked: its rows or its faults, its scores, and the pins of the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from allocator.competition.check import check
from allocator.competition.files import form_of, read_contents_with_sources, rulebook_of
from allocator.competition.scoring import Scores
from allocator.faults import Fault, InvalidInput
from allocator.files import Bytes, Draft, Located, RawTable
from allocator.files.form import CaseForm
from allocator.files.headings import nearest
from allocator.files.intake import unknown_headings
from allocator.files.mappings import MAPPING_FILE, NOTHING, mapping_of
from allocator.web.excerpts import Excerpt, excerpts
from models.competition.case import Case
from models.competition.filings import Pin
from models.competition.rulebook import Rulebook

if TYPE_CHECKING:
    from allocator.competition.check import Checked


@dataclass(frozen=True)
class Unknown:
    """A heading that is none of its table's, where a column is missing; ``nearest`` is the column likest to it."""

    table: str
    heading: str
    nearest: str


@dataclass(frozen=True)
class Opened:
    """A case as read and checked, sound or not.

    ``excerpts`` are the rows around its faults, ``unknown`` the headings that may be the bureau's own names.
    """

    rulebook: Rulebook
    draft: Draft
    checked: Checked
    excerpts: tuple[Excerpt, ...] = ()
    pins: tuple[Pin, ...] = ()
    case_id: str = ""
    unknown: tuple[Unknown, ...] = ()
    kept: dict[tuple[str, ...], Any] = field(init=False, default_factory=dict, compare=False, repr=False)
    """What pages worked out of it, as long as it stays open."""

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Everything wrong with it."""
        return self.checked.faults

    @property
    def sound(self) -> bool:
        """Whether it can be worked with."""
        return self.checked.scores is not None

    @property
    def case(self) -> Case:
        """The case.

        Raises:
            InvalidInput: when it has faults.
        """
        return self.scores.bureau.case

    @property
    def scores(self) -> Scores:
        """The scores of a sound case.

        Raises:
            InvalidInput: when it has faults.
        """
        if self.checked.scores is None:
            raise InvalidInput(self.checked.faults)
        return self.checked.scores


def read_opened(files: Sequence[Bytes], pins: Sequence[Pin] = ()) -> Opened:
    """Reads and checks the files of a case, in a process that may fail.

    A ``mapping.toml`` among them holds the bureau's own names, another TOML file is its rulebook.

    Raises:
        InvalidInput: when the rulebook or the mapping cannot be used.
    """
    toml = [file for file in files if PurePath(file.name).suffix.casefold() == ".toml"]
    books = [file for file in toml if file.name.casefold() != MAPPING_FILE]
    own = [file for file in files if file.name.casefold() == MAPPING_FILE]
    rulebook = rulebook_of(books[0]) if books else Rulebook()
    form = form_of(rulebook)
    names = mapping_of(own[0], form) if own else NOTHING
    rest = [file for file in files if file not in books and file not in own]
    draft, sources = read_contents_with_sources(rest, rulebook, names)
    checked = check(pinned(draft, pins), rulebook)
    tables: dict[str, RawTable] = {table: one.raw for table, one in sources.tables.items() if one.raw}
    if sources.info is not None:
        tables["case"] = sources.info
    unknown = tuple(
        Unknown(table, heading, _nearest(form, table, heading))
        for table, headings in unknown_headings(sources, form).items()
        for heading in headings
    )
    return Opened(rulebook, draft, checked, excerpts(checked.faults, tables), tuple(pins), unknown=unknown)


def _nearest(form: CaseForm, table: str, heading: str) -> str:
    """The column whose heading is likest to one that is not known."""
    known = form.layouts[table].by_heading
    return known[nearest(heading, known)].name


def with_pins(opened: Opened, pins: Sequence[Pin]) -> Opened:
    """A sound case with further pins, checked anew."""
    checked = check(pinned(opened.draft, pins), opened.rulebook)
    return replace(opened, checked=checked, pins=tuple(pins))


def pinned(draft: Draft, pins: Sequence[Pin]) -> Draft:
    """The same draft with further pins behind its own."""
    if not pins:
        return draft
    own = draft.rows["pins"]
    first = max((row.row for row in own), default=1) + 1
    more = tuple(Located(number, pin) for number, pin in enumerate(pins, start=first))
    name: str = "pins"
    return replace(draft, rows={**draft.rows, name: (*own, *more)}, present=draft.present | {name})
