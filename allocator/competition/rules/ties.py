"""Ties of the procedure by hand, in the form an outcome keeps them."""

from collections.abc import Iterable

from models.competition.codes import Stage
from models.competition.outcome import Tie


def merged(stage: Stage, found: Iterable[tuple[str, tuple[str, ...]]]) -> tuple[Tie, ...]:
    """Each (section, people) once, in order."""
    return tuple(Tie(stage=stage, section_id=s, people=people) for s, people in sorted(set(found)))
