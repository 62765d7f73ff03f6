"""People, posts and units as numbers, in id order: what the columns and rows of a plan are written from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from allocator.rotation.moves import Moves
from allocator.rotation.roster import Roster
from allocator.solver import Ints
from models.rotation.codes import DUTIES, POST_LEVELS, Duty

Mask = NDArray[np.bool_]
NONE = -1


def numbers(values: Iterable[int]) -> Ints:
    """Whole numbers as an array."""
    return np.array(list(values), dtype=np.int64)


@dataclass(frozen=True)
class Setting:
    """The roster as arrays: one value a person, a post or a unit, each in id order."""

    moves: Moves

    @property
    def roster(self) -> Roster:
        """The case with its look-ups."""
        return self.moves.roster

    @cached_property
    def people(self) -> tuple[str, ...]:
        """Everybody."""
        return tuple(self.roster.officers)

    @cached_property
    def posts(self) -> tuple[str, ...]:
        """The posts."""
        return tuple(self.roster.posts)

    @cached_property
    def units(self) -> tuple[str, ...]:
        """The units."""
        return tuple(self.roster.members)

    @cached_property
    def number_of_person(self) -> dict[str, int]:
        """The number of each person."""
        return {person: i for i, person in enumerate(self.people)}

    @cached_property
    def number_of_post(self) -> dict[str, int]:
        """The number of each post."""
        return {post: j for j, post in enumerate(self.posts)}

    @cached_property
    def number_of_unit(self) -> dict[str, int]:
        """The number of each unit."""
        return {unit: u for u, unit in enumerate(self.units)}

    @cached_property
    def post_unit(self) -> Ints:
        """The unit of each post."""
        return numbers(self.number_of_unit[post.unit_id] for post in self.roster.posts.values())

    @cached_property
    def post_level(self) -> Ints:
        """The level of each post, numbered as in the codes."""
        return numbers(POST_LEVELS.index(post.level) for post in self.roster.posts.values())

    @cached_property
    def seats(self) -> Ints:
        """The seats of each post."""
        return numbers(post.seats for post in self.roster.posts.values())

    @cached_property
    def own(self) -> Ints:
        """The present post of each person."""
        return numbers(self.number_of_post[post] for post in self.roster.present.values())

    @cached_property
    def unit(self) -> Ints:
        """The present unit of each person."""
        return self.post_unit[self.own]

    @cached_property
    def leads(self) -> Mask:
        """Who is a head or a deputy."""
        leads: Mask = self.post_level[self.own] != POST_LEVELS.index("staff")
        return leads

    @cached_property
    def pinned(self) -> Ints:
        """The post that is assigned to each person, ``NONE`` where none is; it may be the own one."""
        found = np.full(len(self.people), NONE, dtype=np.int64)
        for person, post in self.roster.assigned.items():
            found[self.number_of_person[person]] = self.number_of_post[post]
        return found

    @cached_property
    def pinned_away(self) -> Mask:
        """Who is assigned another post than the own."""
        away: Mask = (self.pinned != NONE) & (self.pinned != self.own)
        return away

    @cached_property
    def pinned_out(self) -> Mask:
        """Who is assigned a post of another unit."""
        out: Mask = (self.pinned != NONE) & (self.post_unit[self.pinned] != self.unit)
        return out

    @cached_property
    def duty(self) -> Ints:
        """The duty of each person, numbered as in the codes."""
        return numbers(DUTIES.index(due.duty) for due in self.moves.due.values())

    def has_duty(self, *duties: Duty) -> Mask:
        """Who has one of these duties."""
        return np.isin(self.duty, [DUTIES.index(duty) for duty in duties])

    @cached_property
    def overdue(self) -> Ints:
        """The months overdue of each person, capped as the rulebook says."""
        cap = self.roster.rulebook.objective.overdue_cap
        return numbers(min(due.overdue, cap) for due in self.moves.due.values())

    @cached_property
    def lots(self) -> Ints:
        """The lot of each person."""
        return numbers(self.roster.lots[person] for person in self.people)

    @cached_property
    def by_lot(self) -> list[int]:
        """Everybody by lot, the highest first."""
        return sorted(range(len(self.people)), key=lambda i: self.roster.lot_rank(self.people[i]))

    def per_unit(self, people: Mask) -> Ints:
        """How many of some people are of each unit today."""
        return np.bincount(self.unit[people], minlength=len(self.units)).astype(np.int64)

    def per_post(self, posts: Ints) -> Ints:
        """How often each post occurs."""
        return np.bincount(posts, minlength=len(self.posts)).astype(np.int64)


def named(setting: Setting, after: Sequence[int]) -> Mapping[str, str]:
    """The post in which everybody ends, by ids."""
    return {person: setting.posts[post] for person, post in zip(setting.people, after, strict=True)}
