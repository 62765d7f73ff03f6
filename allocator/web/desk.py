"""Cases opened for work: read from the store, checked and scored once, with the pins of the page."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from threading import Lock
from typing import TYPE_CHECKING, Any

from allocator.check import check
from allocator.faults import Fault, InvalidInput
from allocator.files import Bytes, Draft, Located, RawTable, read_contents, rulebook_of
from allocator.scoring import Scores
from models.case import Case, TableName
from models.filings import Pin
from models.rulebook import Rulebook

if TYPE_CHECKING:
    from allocator.check import Checked
    from allocator.files.layout import AnyTable
    from allocator.web.records import PinRecord
    from allocator.web.store import Store

KEPT = 4
"""How many cases are kept open at a time."""


@dataclass(frozen=True)
class Opened:
    """A case as read and checked, sound or not. ``tables`` are kept where there are faults to show in them."""

    case_id: str
    label: str
    rulebook: Rulebook
    draft: Draft
    checked: Checked
    tables: Mapping[AnyTable, RawTable]
    pins: tuple[Pin, ...] = ()
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


def read_opened(case_id: str, label: str, files: Sequence[Bytes], pins: Sequence[Pin] = ()) -> Opened:
    """Reads and checks the files of a case; a TOML file among them is its rulebook.

    Raises:
        InvalidInput: when the rulebook cannot be used.
    """
    books = [file for file in files if PurePath(file.name).suffix.casefold() == ".toml"]
    rulebook = rulebook_of(books[0]) if books else Rulebook()
    draft, tables = read_contents([file for file in files if file not in books], rulebook)
    checked = check(pinned(draft, pins), rulebook)
    return Opened(case_id, label, rulebook, draft, checked, tables if checked.faults else {}, tuple(pins))


def pinned(draft: Draft, pins: Sequence[Pin]) -> Draft:
    """The same draft with further pins behind its own."""
    if not pins:
        return draft
    own = draft.rows["pins"]
    first = max((row.row for row in own), default=1) + 1
    more = tuple(Located(number, pin) for number, pin in enumerate(pins, start=first))
    name: TableName = "pins"
    return replace(draft, rows={**draft.rows, name: (*own, *more)}, present=draft.present | {name})


def pin_of(record: PinRecord) -> Pin:
    """A pin on record as the case takes it."""
    return Pin(
        person_id=record.person_id,
        section_id=record.section_id,
        role=record.role,
        mode=record.mode,
        reason=record.reason,
        authority=record.authority,
    )


class Desk:
    """The cases last used, opened."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._open: OrderedDict[tuple[str, tuple[Pin, ...]], Opened] = OrderedDict()
        self._lock = Lock()

    def case(self, case_id: str) -> Opened:
        """A case with the pins now in force on the page.

        Raises:
            Missing: when the store has no such case.
            InvalidInput: when its rulebook cannot be used.
        """
        return self.with_pins(case_id, tuple(pin_of(record) for record in self._store.pins(case_id)))

    def with_pins(self, case_id: str, pins: tuple[Pin, ...]) -> Opened:
        """A case as it would be with these pins of the page, instead of those in force.

        Raises:
            Missing, InvalidInput: as :meth:`case`.
        """
        record = self._store.case(case_id)
        key = (case_id, pins)
        with self._lock:
            if key not in self._open:
                if (plain := self._open.get((case_id, ()))) is not None:
                    checked = check(pinned(plain.draft, pins), plain.rulebook)
                    self._open[key] = replace(plain, checked=checked, pins=pins)
                else:
                    self._open[key] = read_opened(case_id, record.label, self._store.case_files(case_id), pins)
            self._open.move_to_end(key)
            while len(self._open) > KEPT:
                self._open.popitem(last=False)
            return self._open[key]

    def forget(self) -> None:
        """Closes every case, after one was purged."""
        with self._lock:
            self._open.clear()
