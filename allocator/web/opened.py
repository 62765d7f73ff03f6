"""A case read and checked: its rows or its faults, its scores, and the pins of the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from allocator.check import check
from allocator.faults import Fault, InvalidInput
from allocator.files import Bytes, Draft, Located, read_contents, rulebook_of
from allocator.scoring import Scores
from allocator.web.sheets import Excerpt, excerpts
from models.case import Case, TableName
from models.filings import Pin
from models.rulebook import Rulebook

if TYPE_CHECKING:
    from allocator.check import Checked


@dataclass(frozen=True)
class Opened:
    """A case as read and checked, sound or not. ``excerpts`` are the rows around its faults."""

    rulebook: Rulebook
    draft: Draft
    checked: Checked
    excerpts: tuple[Excerpt, ...] = ()
    pins: tuple[Pin, ...] = ()
    case_id: str = ""
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
    """Reads and checks the files of a case, in a process that may fail; a TOML file among them is its rulebook.

    Raises:
        InvalidInput: when the rulebook cannot be used.
    """
    books = [file for file in files if PurePath(file.name).suffix.casefold() == ".toml"]
    rulebook = rulebook_of(books[0]) if books else Rulebook()
    draft, tables = read_contents([file for file in files if file not in books], rulebook)
    checked = check(pinned(draft, pins), rulebook)
    return Opened(rulebook, draft, checked, excerpts(checked.faults, tables), tuple(pins))


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
    name: TableName = "pins"
    return replace(draft, rows={**draft.rows, name: (*own, *more)}, present=draft.present | {name})
