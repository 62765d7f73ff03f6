"""The unknowns of a plan: one array an attribute, in one order that does not depend on how they were found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from allocator.rotation.optimum.setting import NONE, Mask, Setting
from allocator.solver import Ints

Kind = Literal["move", "exchange", "together", "flow", "entry"]
KINDS: tuple[Kind, ...] = ("move", "exchange", "together", "flow", "entry")


@dataclass(frozen=True)
class Part:
    """Columns of one kind while they are gathered: a list for what differs, one value for what does not."""

    kind: Kind
    person: Sequence[int] | Ints | int = NONE
    post: Sequence[int] | Ints | int = NONE
    pool: Sequence[int] | Ints | int = NONE
    other: Sequence[int] | Ints | int = NONE
    upper: Sequence[int] | Ints | int = 1


@dataclass(frozen=True, eq=False)
class Columns:
    """The columns of a plan, person by person and post by post, then those that count people.

    A ``move`` is one person's move to one post (0 or 1), an ``exchange`` one person's move to some post of another
    unit that nobody named, counted in the person's ``pool``; ``flow`` is how many of a pool's people go to the kind of
    posts ``other``, ``entry`` how many a post takes of those that its kind gives. ``together`` is 1 where both people
    of the avoidance pair number ``other`` stay in the unit they share. ``NONE`` stands for nothing.
    """

    setting: Setting
    kind: Ints
    person: Ints
    post: Ints
    pool: Ints
    other: Ints
    upper: Ints

    @staticmethod
    def joined(setting: Setting, parts: Iterable[Part]) -> "Columns":
        """The columns of all parts, sorted."""
        parts = [part for part in parts if len(_shape(part))]
        kind = _joined([np.full(len(_shape(part)), KINDS.index(part.kind), dtype=np.int64) for part in parts])
        person, post, pool, other, upper = (
            _joined(
                [np.broadcast_to(np.asarray(getattr(part, name), dtype=np.int64), _shape(part).shape) for part in parts]
            )
            for name in ("person", "post", "pool", "other", "upper")
        )
        order = np.lexsort((other, pool, post, kind, np.where(person < 0, len(setting.people), person)))
        return Columns(setting, *(array[order] for array in (kind, person, post, pool, other, upper)))

    def __len__(self) -> int:
        return len(self.kind)

    def of_kind(self, *kinds: Kind) -> Mask:
        """Which columns are of the given kinds."""
        return np.isin(self.kind, [KINDS.index(kind) for kind in kinds])

    @cached_property
    def moves(self) -> Mask:
        """Which columns move a person."""
        return self.person >= 0

    @cached_property
    def exchanges(self) -> Mask:
        """Which columns move a person to another unit."""
        found = self.of_kind("exchange")
        named = np.flatnonzero(self.of_kind("move"))
        setting = self.setting
        found[named] = setting.post_unit[self.post[named]] != setting.unit[self.person[named]]
        return found

    def by_person(self, values: Ints | Mask) -> Ints:
        """One value a person spread over the person's columns; 0 where there is no person."""
        return np.append(np.asarray(values, dtype=np.int64), np.int64(0))[self.person]

    @cached_property
    def of_person(self) -> list[Ints]:
        """The columns that move each person."""
        ends = np.searchsorted(self.person[self.moves], np.arange(len(self.setting.people) + 1))
        places = np.flatnonzero(self.moves)
        return [places[start:end] for start, end in zip(ends[:-1].tolist(), ends[1:].tolist(), strict=True)]


def _shape(part: Part) -> Ints:
    """An array as long as a part."""
    values = (part.person, part.post, part.pool, part.other, part.upper)
    return np.broadcast_arrays(*(np.atleast_1d(np.asarray(value, dtype=np.int64)) for value in values))[0]


def _joined(arrays: Sequence[Ints]) -> Ints:
    return np.concatenate([np.zeros(0, dtype=np.int64), *arrays])
