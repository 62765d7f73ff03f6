"""What the store gives back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from models.common.base import Method, PinMode
from models.competition.codes import Role

RunState = Literal["started", "done", "refused", "died", "failed", "lost"]
ActName = Literal["drafted", "decided", "published"]


@dataclass(frozen=True)
class CaseRecord:
    """A case as it was taken in: its id (the hash of its files), its label, when and by whom."""

    case_id: str
    at: str
    operator: str
    label: str


@dataclass(frozen=True)
class ConfirmationRecord:
    """That the readings of a case were confirmed: each by kind, table, column and number of cells."""

    confirmation_id: int
    case_id: str
    at: str
    operator: str
    readings: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True)
class PinRecord:
    """A pin set on the page (``set``), or its withdrawal (``withdrawn``)."""

    pin_id: int
    case_id: str
    at: str
    operator: str
    act: Literal["set", "withdrawn"]
    person_id: str
    section_id: str
    role: Role
    mode: PinMode
    reason: str
    authority: str

    @property
    def seat(self) -> tuple[str, str, str]:
        """The person, section and role it speaks of."""
        return (self.person_id, self.section_id, self.role)


@dataclass(frozen=True)
class EventRecord:
    """What happened to a run: started, stop asked, and how it ended."""

    event_id: int
    run_id: str
    at: str
    operator: str
    kind: str
    detail: Mapping[str, Any]


@dataclass(frozen=True)
class RunRecord:
    """A run: of which case, by which method and options (``request``), and how it stands."""

    run_id: str
    case_id: str
    at: str
    operator: str
    method: Method
    request: Mapping[str, Any]
    state: RunState
    detail: Mapping[str, Any]

    @property
    def over(self) -> bool:
        """Whether it has ended, in whatever way."""
        return self.state != "started"


@dataclass(frozen=True)
class Change:
    """One person for whom a draft differs from the proposal; no section: no place. The reason is always there."""

    person_id: str
    section_id: str | None
    role: Role | None
    reason: str


@dataclass(frozen=True)
class ActRecord:
    """A draft, decision or publication of a run's placements, with the draft's changes."""

    act_id: int
    run_id: str
    at: str
    operator: str
    act: ActName
    follows: int | None
    authority: str | None
    document: str | None
    date: str | None
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True)
class LogEntry:
    """One line of the log."""

    entry_id: int
    at: str
    operator: str
    act: str
    target: str
    detail: Mapping[str, Any]
