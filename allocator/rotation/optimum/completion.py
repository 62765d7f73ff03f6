"""Posts for the people whose exchange is only counted: a matching of people to posts that nobody named."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from allocator.rotation.optimum.formulation import Formulation
from allocator.rotation.optimum.neutral import Field, NeutralPosts
from allocator.solver import Ints


class NoCompletion(Exception):
    """People counted find no post in a plan that the problem allows: they must be written out."""

    def __init__(self, people: frozenset[int]) -> None:
        self.people = people


class Completion:
    """Column values with a post for as many of the people counted as one can be found for.

    Without avoidance pairs among them this is a matching of people to free seats, and augmenting paths decide it. Who
    is of an avoidance pair keeps out of the unit where the other is at that moment.
    """

    def __init__(
        self,
        neutral: NeutralPosts,
        formulation: Formulation,
        values: Ints,
        kept: Mapping[int, int] | None = None,
        before: Sequence[int] | None = None,
    ) -> None:
        setting, columns = neutral.setting, formulation.columns
        self._neutral, self._unit = neutral, setting.post_unit.tolist()
        counted = np.flatnonzero((values != 0) & columns.of_kind("exchange"))
        after = formulation.posts_after(values)
        for person, post in (kept or {}).items():
            after[person] = post
        self.waiting: list[int] = [i for i in columns.person[counted].tolist() if kept is None or i not in kept]
        placed = np.ones(len(after), dtype=np.bool_)
        placed[self.waiting] = False
        self.after: list[int | None] = [
            post if here else None for post, here in zip(after.tolist(), placed, strict=True)
        ]
        self.room: list[int] = (setting.seats - setting.per_post(after[placed])).tolist()
        self._before = before
        self._inside: dict[int, set[int]] = {}
        self._open: dict[Field, dict[int, None]] = {
            field: dict.fromkeys(j for j in posts if self.room[j] > 0) for field, posts in neutral.fields.items()
        }
        self._fields = {p: [f for f in neutral.fields if f.takes(p)] for p in neutral.members}
        number, avoided = setting.number_of_person, setting.roster.avoided
        self._avoided: Mapping[int, Sequence[int]] = {
            number[p]: sorted(number[q] for q in others) for p, others in avoided.items()
        }

    def run(self) -> frozenset[int]:
        """Finds the posts; the people to write out because somebody finds none, nobody where all do."""
        size = {pool: len(posts) for pool, posts in self._neutral.posts_of_pool.items()}
        pool_of = self._neutral.pool_of
        found: set[int] = set()
        if any(seats < 0 and post in self._neutral.field_of for post, seats in enumerate(self.room)):
            found.update(self.waiting)
        for person in self.waiting if self._before is not None else ():
            self._again(person)
        for person in sorted((i for i in self.waiting if self.after[i] is None), key=lambda i: (size[pool_of[i]], i)):
            if not self._augment(person):
                found |= self._reached | {q for q in self._avoided.get(person, ()) if q in pool_of}
        met = {i for i in self.waiting if self.after[i] is not None and self._clash(i, self.after[i] or 0)}
        return frozenset(found | met)

    def _again(self, person: int) -> None:
        """Leaves a person where he was counted before, where there is still room."""
        post = (self._before or ())[person]
        if self._neutral.is_neutral(person, post) and self.room[post] > 0 and not self._clash(person, post):
            self._enter(person, post)

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
        for field in self._fields[self._neutral.pool_of[person]]:
            yield from (j for j in self._open[field] if j not in shut and not self._clash(person, j))

    def _taken(self, person: int) -> Iterator[int]:
        """The neutral posts of a person that somebody else counted has."""
        pool, shut = self._neutral.pool_of[person], self._neutral.shut[person]
        for post in sorted(self._inside):
            if self._neutral.field_of[post].takes(pool) and post not in shut and not self._clash(person, post):
                yield post

    def _clash(self, person: int, post: int) -> bool:
        """Whether somebody whom the person must avoid is in the unit of a post."""
        others = (self.after[other] for other in self._avoided.get(person, ()))
        return any(other is not None and self._unit[other] == self._unit[post] for other in others)

    def _shift(self, person: int, post: int, came_from: Mapping[int, tuple[int, int]]) -> None:
        self._enter(person, post)
        while person in came_from:
            person, post = came_from[person]
            self._enter(person, post)

    def _enter(self, person: int, post: int) -> None:
        left = self.after[person]
        if left is not None:
            self._inside[left].discard(person)
            self._change(left, 1)
        self.after[person] = post
        self._inside.setdefault(post, set()).add(person)
        self._change(post, -1)

    def _change(self, post: int, by: int) -> None:
        self.room[post] += by
        seats = self._open[self._neutral.field_of[post]]
        if self.room[post] > 0:
            seats[post] = None
        else:
            seats.pop(post, None)
