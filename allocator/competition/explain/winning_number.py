"""What both searches for a winning number share: the value found, the range, and running out of time."""

from dataclasses import dataclass
from typing import Protocol

MOST = 100_000
"""The highest mark there is, in thousandths."""


class OutOfTime(Exception):
    """Something could not be proven within the limits."""


@dataclass(frozen=True, slots=True)
class Needed:
    """A value that wins, and the keys or levels on which the last step turns."""

    value: int
    decided_by: tuple[str, ...]


class Contest(Protocol):
    """The chief contest by one method, with other numbers of one person. Each question may raise OutOfTime."""

    def is_possible(self, section_id: str) -> bool:
        """Whether any outcome under the same rules gives the person the post."""

    def votes_needed(self, section_id: str, group: str) -> Needed | None:
        """The fewest votes of the group, above those recorded, that win the post; ``None`` when not even all do."""

    def speech_needed(self, section_id: str) -> Needed | None:
        """The speech score nearest to the one recorded that wins the post; of two equally near the higher."""
