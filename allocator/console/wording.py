"""The names and words for faults: those of the exercise whose case is being read."""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING

from allocator.console.language import language
from allocator.exercises import DEFAULT, exercise

if TYPE_CHECKING:
    from allocator.exercise import Exercise, Labels

_CURRENT: ContextVar[str] = ContextVar("exercise", default=DEFAULT)


def use_labels_of(found: Exercise) -> None:
    """Faults and warnings from now on are about a case of this exercise."""
    _CURRENT.set(found.name)


def labels_of_none() -> Labels:
    """The words of the exercise in hand, without the names of any case."""
    return exercise(_CURRENT.get()).labels(None, language())
