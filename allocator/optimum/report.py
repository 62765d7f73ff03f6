"""What a stage says of its solution: levels with their bounds, and the sections only the draw decided."""

from collections.abc import Sequence

from allocator.solver import LevelResult
from models.base import Role, Stage
from models.outcome import Level, Tie
from models.standing import Standing


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


def ties_between(stage: Stage, role: Role, first: Standing, second: Standing) -> tuple[Tie, ...]:
    """For each section whose people in the role differ, those who sit there in one of the two standings only."""
    one, other = _seats(role, first), _seats(role, second)
    people_of: dict[str, list[str]] = {}
    for section_id, person_id in sorted(one ^ other):
        people_of.setdefault(section_id, []).append(person_id)
    return tuple(Tie(stage=stage, section_id=s, people=tuple(people)) for s, people in people_of.items())


def _seats(role: Role, standing: Standing) -> frozenset[tuple[str, str]]:
    return frozenset((m.section_id, m.person_id) for m in standing.members if m.role == role)
