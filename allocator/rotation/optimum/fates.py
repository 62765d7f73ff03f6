"""The ties of a plan: everybody whose fate is not the same in all plans that are best before the lot."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from allocator.rotation.optimum.completion import Completion, NoCompletion
from allocator.rotation.optimum.formulation import Formulation
from allocator.rotation.optimum.neutral import NeutralPosts
from allocator.rotation.optimum.setting import NONE
from allocator.solver import Ints, Limits, Problem
from models.rotation.outcome import FateTie

STAYS = "stays"


@dataclass(frozen=True, slots=True)
class Fate:
    """One fate of a person, the columns that give it, and whether it is theirs being taken or none of them."""

    person: int
    name: str
    places: tuple[int, ...]
    taken: bool = True


def fates(formulation: Formulation) -> Iterator[Fate]:
    """Every fate of everybody who may move: staying, a wished post, else an exchange or a rotation."""
    columns, setting = formulation.columns, formulation.setting
    out = columns.exchanges
    for person, mine in enumerate(columns.of_person):
        if not len(mine):
            continue
        wished = setting.roster.choices.get(setting.people[person], {})
        found: dict[str, list[int]] = {}
        for place in mine.tolist():
            post = "" if columns.post[place] == NONE else setting.posts[columns.post[place]]
            name = post if post in wished else "exchange" if out[place] else "rotation"
            found.setdefault(name, []).append(place)
        yield Fate(person, STAYS, tuple(mine.tolist()), taken=False)
        yield from (Fate(person, name, tuple(places)) for name, places in found.items())


class FateSearch:
    """Looks for everybody with more than one fate among the points of a region.

    Args:
        neutral: the posts that nobody named.
        formulation: the plan as a problem.
        region: the points that are best on every level before the lot.
        values: one of them that stands for a plan.
        limits: deadline and workers.
    """

    def __init__(
        self, neutral: NeutralPosts, formulation: Formulation, region: Problem, values: Ints, limits: Limits
    ) -> None:
        self._neutral, self._formulation, self._region = neutral, formulation, region
        self._values, self._limits = values, limits

    def run(self) -> tuple[FateTie, ...]:
        """Everybody with more than one fate, with all of them.

        A fate that no point shows is none; one is taken for possible on the word of whole plans alone.

        Raises:
            Unfinished: when time runs out before everything is known.
            NoCompletion: when somebody must be written out before it can be known.
        """
        from allocator.rotation.optimum.warm_cover import WarmCover

        known = list(fates(self._formulation))
        if not known:
            return ()
        unknown = np.zeros(len(known), dtype=np.bool_)
        cover = WarmCover(self._region, [fate.places for fate in known], self._values, unknown, self._limits)
        while (another := cover.another()) is not None:
            if short := Completion.of(self._neutral, self._formulation, another).run():
                raise NoCompletion(short)
            cover.see(another)
        return told(self._formulation, known, self._values, cover.differs.tolist())


def told(formulation: Formulation, known: Sequence[Fate], values: Ints, differs: Sequence[bool]) -> tuple[FateTie, ...]:
    """The people with more than one fate; a fate is possible where it differs or is the one of the values."""
    possible: dict[int, list[str]] = {}
    for fate, other in zip(known, differs, strict=True):
        if other or bool(values[list(fate.places)].any()) is fate.taken:
            possible.setdefault(fate.person, []).append(fate.name)
    people = formulation.setting.people
    return tuple(
        FateTie(stage="plan", person_id=people[person], fates=tuple(sorted(names)))
        for person, names in possible.items()
        if len(names) > 1
    )
