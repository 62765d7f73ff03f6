"""What a stage says of its solution: levels with their bounds."""

from collections.abc import Sequence

from allocator.solver import LevelResult
from models.common.outcome import Level


def levels_reported(measured: Sequence[Level], solved: Sequence[LevelResult]) -> tuple[Level, ...]:
    """The levels as counted from the seats, with the bounds proven for them.

    A bound speaks of a level only while all earlier levels have the values it was proven under; a level is proven
    when its value is its bound and every earlier level is proven.
    """
    found: list[Level] = []
    sure, comparable = True, True
    for level, result in zip(measured, solved, strict=True):
        bound = result.bound if comparable else None
        sure = sure and bound == level.value
        found.append(Level(name=level.name, sense=level.sense, value=level.value, bound=bound, proven=sure))
        comparable = comparable and level.value == result.value
    return tuple(found)


def better(first: Sequence[Level], second: Sequence[Level]) -> bool:
    """Whether the first levels are better than the second at the first level that differs."""
    for one, other in zip(first, second, strict=True):
        if one.value != other.value:
            return (one.value > other.value) == (one.sense == "max")
    return False
