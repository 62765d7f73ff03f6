"""Posts for the people whose exchange is only counted: a matching of people to posts that nobody named."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from allocator.rotation.optimum.formulation import Formulation
from allocator.rotation.optimum.neutral import Field, NeutralPosts
from allocator.rotation.optimum.setting import NONE
from allocator.solver import Ints


class NoCompletion(Exception):
    """People counted find no post in a plan that the problem allows: they must be written out."""

    def __init__(self, people: frozenset[int]) -> None:
        self.people = people


class Completion:
    """A plan with a post for as many of the people counted as one can be found for.

    Without avoidance pairs among them this is a matching of people to free seats, and augmenting paths decide it. Who
    is of an avoidance pair keeps out of the unit where the other is at that moment.

    Args:
        neutral: the posts that nobody named.
        after: where everybody else ends.
        waiting: the people who need a post that nobody named.
    """

    def __init__(self, neutral: NeutralPosts, after: Ints, waiting: Sequence[int]) -> None:
        setting = neutral.setting
        self._neutral, self._unit, self.waiting = neutral, setting.post_unit, list(waiting)
        placed = after.copy()
        placed[self.waiting] = NONE
        self.after: list[int] = placed.tolist()
        self.room: list[int] = (setting.seats - setting.per_post(placed[placed != NONE])).tolist()
        self._inside: dict[int, set[int]] = {}
        self._open: dict[Field, dict[int, None]] = {}
        self._avoided = neutral.avoided

    @staticmethod
    def of(neutral: NeutralPosts, formulation: Formulation, values: Ints) -> "Completion":
        """The plan that column values stand for."""
        counted = np.flatnonzero((values != 0) & formulation.columns.of_kind("exchange"))
        return Completion(neutral, formulation.posts_after(values), formulation.columns.person[counted].tolist())

    def run(self) -> frozenset[int]:
        """Finds the posts; the people to write out because somebody finds none, nobody where all do."""
        size = {pool: len(posts) for pool, posts in self._neutral.posts_of_pool.items()}
        pool_of = self._neutral.pool_of
        found: set[int] = set()
        if any(seats < 0 and post in self._neutral.field_of for post, seats in enumerate(self.room)):
            found.update(self.waiting)
        for person in sorted(self.waiting, key=lambda i: (size[pool_of[i]], i)):
            if not self._augment(person):
                found |= self._reached | {q for q in self._avoided.get(person, ()) if q in pool_of}
        met = {i for i in self.waiting if self.after[i] != NONE and self._clash(i, self.after[i])}
        return frozenset(found | met)

    def _augment(self, person: int) -> bool:
        """Finds a post for one more person, moving others along an augmenting path; false when there is none."""
        came_from: dict[int, tuple[int, int]] = {}
        queue = [person]
        seen: set[int] = set()
        for current in queue:
            post = next(self._spare(current), None)
            if post is not None:
                self._shift(current, post, came_from)
                return True
            for post in self._taken(current):
                if post in seen:
                    continue
                seen.add(post)
                for other in sorted(self._inside.get(post, ())):
                    if other != person and other not in came_from:
                        came_from[other] = (current, post)
                        queue.append(other)
        self._reached = set(queue)
        return False

    def _spare(self, person: int) -> Iterator[int]:
        """The neutral posts of a person with a seat to spare."""
        shut = self._neutral.shut[person]
        for field in self._neutral.fields_of_pool[self._neutral.pool_of[person]]:
            yield from (j for j in self._with_room(field) if j not in shut and not self._clash(person, j))

    def _with_room(self, field: Field) -> dict[int, None]:
        """The posts of a field with seats to spare."""
        if field not in self._open:
            self._open[field] = dict.fromkeys(j for j in self._neutral.fields[field] if self.room[j] > 0)
        return self._open[field]

    def _taken(self, person: int) -> Iterator[int]:
        """The neutral posts of a person that somebody else counted has."""
        pool, shut = self._neutral.pool_of[person], self._neutral.shut[person]
        for post in sorted(self._inside):
            if self._neutral.field_of[post].takes(pool) and post not in shut and not self._clash(person, post):
                yield post

    def _clash(self, person: int, post: int) -> bool:
        """Whether somebody whom the person must avoid is in the unit of a post."""
        others = self._avoided.get(person)
        if others is None:
            return False
        places = (self.after[other] for other in others)
        return any(place != NONE and self._unit[place] == self._unit[post] for place in places)

    def _shift(self, person: int, post: int, came_from: Mapping[int, tuple[int, int]]) -> None:
        self._enter(person, post)
        while person in came_from:
            person, post = came_from[person]
            self._enter(person, post)

    def _enter(self, person: int, post: int) -> None:
        left = self.after[person]
        if left != NONE:
            self._inside[left].discard(person)
            self._change(left, 1)
        self.after[person] = post
        self._inside.setdefault(post, set()).add(person)
        self._change(post, -1)

    def _change(self, post: int, by: int) -> None:
        self.room[post] += by
        seats = self._with_room(self._neutral.field_of[post])
        if self.room[post] > 0:
            seats[post] = None
        else:
            seats.pop(post, None)
