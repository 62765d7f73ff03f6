"""Faults of an input: what is wrong, where, and what is expected instead."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Where = str | int | None


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault. ``code`` names the sentence in the catalogue (``fault.<code>``), which says what to do.

    ``table`` is the English table name or the file's name, ``row`` the row as the user's own program counts it (the
    heading is row 1), ``column`` the English column name, ``value`` the offending text (cut to 80 characters).
    """

    code: str
    table: str | None = None
    row: int | None = None
    column: str | None = None
    value: str | None = None
    args: Mapping[str, object] = field(default_factory=dict)

    @property
    def sort_key(self) -> tuple[str, int, str, str, str]:
        """Faults are listed by table, row and column, whatever order they were found in."""
        return (self.table or "", self.row or 0, self.column or "", self.code, self.value or "")


class InvalidInput(Exception):
    """The input cannot be used. Carries every fault that was found; the command line ends with exit code 3."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = tuple(sorted(faults, key=lambda fault: fault.sort_key))
        super().__init__("; ".join(fault.code for fault in self.faults))
