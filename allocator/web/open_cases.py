"""Cases opened for work: read from the store, checked and scored once, with the pins of the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from allocator.web.cache import Cache
from allocator.web.opened import Opened, with_pins
from allocator.web.reader import Reader
from allocator.web.readings import Unconfirmed, awaited
from models.competition.filings import Pin

if TYPE_CHECKING:
    from allocator.files import Bytes
    from allocator.web.records import PinRecord
    from allocator.web.store import Store

__all__ = ["Desk", "Opened", "pin_of"]
KEPT = 4
"""How many cases are kept open at a time."""


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
    """The cases last used, opened. Their files are read in processes of their own, never in this one."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.reader = Reader()
        self._plain = Cache[str, Opened](KEPT)
        self._pinned = Cache[tuple[str, tuple[Pin, ...]], Opened](KEPT)

    def take_in(self, files: Sequence[Bytes]) -> str:
        """Takes the files of a case into the store, sound or not. Returns its id.

        Raises:
            InvalidInput: when they cannot be read; then nothing is stored.
        """
        opened = self.reader.read(files)
        case_id = self._store.add_case(files)
        self._plain.put(case_id, replace(opened, case_id=case_id))
        return case_id

    def case(self, case_id: str) -> Opened:
        """A case to work with, with the pins now in force on the page.

        Raises:
            Missing, InvalidInput: as :meth:`looked_at`.
            Unconfirmed: when it is sound, but nobody has confirmed how it was read.
        """
        opened = self.looked_at(case_id)
        if awaited(opened, self._store):
            raise Unconfirmed(case_id)
        return opened

    def looked_at(self, case_id: str) -> Opened:
        """The same, its readings confirmed or not.

        Raises:
            Missing: when the store has no such case.
            InvalidInput: when its files cannot be read.
        """
        return self.with_pins(case_id, tuple(pin_of(record) for record in self._store.pins(case_id)))

    def with_pins(self, case_id: str, pins: tuple[Pin, ...]) -> Opened:
        """A case as it would be with these pins of the page, instead of those in force; an unsound one stays as it is.

        Raises:
            Missing, InvalidInput: as :meth:`looked_at`.
        """
        self._store.case(case_id)
        plain = self._plain.get(case_id, lambda: self._read(case_id))
        if not pins or not plain.sound:
            return plain
        return self._pinned.get((case_id, pins), lambda: with_pins(plain, pins))

    def _read(self, case_id: str) -> Opened:
        return replace(self.reader.read(self._store.case_files(case_id)), case_id=case_id)

    def forget(self) -> None:
        """Closes every case, after one was purged."""
        self._plain.forget()
        self._pinned.forget()
