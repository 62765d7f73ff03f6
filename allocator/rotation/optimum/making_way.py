"""Small rearrangements of a plan that change no level: who may have a post at once, and who would have to make way."""

from collections.abc import Iterator

import numpy as np

from allocator.rotation.optimum.formulation import Formulation
from allocator.rotation.optimum.neutral import NeutralPosts
from allocator.rotation.optimum.rows import most_exchanges
from allocator.rotation.optimum.setting import NONE
from allocator.solver import Problem

DEPTH = 3
BREADTH = 6
TRIES = 60


class MakingWay:
    """The plan at hand, with what people who have taken their posts leave of seats and exchanges."""

    def __init__(self, neutral: NeutralPosts, formulation: Formulation, region: Problem, after: list[int]) -> None:
        setting, columns = neutral.setting, formulation.columns
        self._neutral, self._formulation, self._region = neutral, formulation, region
        self._unit_of_post: list[int] = setting.post_unit.tolist()
        self._unit: list[int] = setting.unit.tolist()
        self._own: list[int] = setting.own.tolist()
        self._leads: list[bool] = setting.leads.tolist()
        self._seats: list[int] = setting.seats.tolist()
        self._counted = np.full(len(self._own), NONE, dtype=np.int64)
        places = np.flatnonzero(columns.of_kind("exchange"))
        self._counted[columns.person[places]] = places
        self._avoided = neutral.avoided
        self._most = most_exchanges(setting)
        # Whoever cannot move is where he is from the start; so is everybody to whom a post is assigned.
        can_move = np.zeros(len(self._own), dtype=np.bool_)
        can_move[columns.person[np.flatnonzero(columns.moves & (region.col_ub > 0))]] = True
        self._kept = ~can_move
        self._held = setting.per_post(np.array(after, dtype=np.int64)[self._kept]).tolist()
        self._fixed = _Counts(self, [i for i in range(len(after)) if self._kept[i]], after)
        self.after, self._touched = list(after), set[int]()
        self._inside: list[set[int]] = [set() for _ in self._seats]
        for person, post in enumerate(after):
            self._inside[post].add(person)
        self._now = _Counts(self, range(len(after)), self.after)
        self._spare = {
            field: dict.fromkeys(j for j in posts if len(self._inside[j]) < self._seats[j])
            for field, posts in neutral.fields.items()
        }

    def adopt(self, after: list[int]) -> None:
        """Takes another plan."""
        now = self.after
        for person in [i for i, post in enumerate(after) if now[i] != post]:
            self._shift(person, after[person])

    def kept(self, person: int) -> bool:
        """Whether a person's post is no longer open to change."""
        return bool(self._kept[person])

    def dead(self, post: int) -> bool:
        """Whether those who have taken their posts hold all its seats."""
        full: bool = self._held[post] >= self._seats[post]
        return full

    def changed(self) -> list[int]:
        """Whose posts may have changed since this was asked last."""
        found = sorted(self._touched)
        self._touched.clear()
        return found

    def keep(self, person: int) -> None:
        """A person's post is no longer open to change."""
        if not self._kept[person]:
            self._kept[person] = True
            self._held[self.after[person]] += 1
            self._fixed.add(person, self.after[person], 1)

    def refused(self, person: int, post: int) -> bool:
        """Whether those who have taken their posts leave no seat there or no exchange, or are to be avoided there."""
        if any(self._kept[other] and self._meets(person, post, other) for other in self._avoided.get(person, ())):
            return True
        if post == self._own[person]:
            return False
        return self._held[post] >= self._seats[post] or not self._fixed.allows(person, post)

    def granted(self, person: int, post: int) -> bool:
        """Whether a person gets a post by a few others making way; the plan changes only then."""
        self._tries = TRIES
        done: list[tuple[int, int]] = []
        if self._alike(person, post) and self._moved(person, post, {person}, done, DEPTH):
            return True
        self._undo(done, 0)
        return False

    def _moved(self, person: int, post: int, moving: set[int], done: list[tuple[int, int]], depth: int) -> bool:
        """Moves a person and whoever must make way then; false when that comes to nothing, with everything undone."""
        self._tries -= 1
        if self._clash(person, post):
            return False
        mark = len(done)
        done.append((person, self.after[person]))
        self._shift(person, post)
        if self._settled(person, post, moving, done, depth):
            return True
        self._undo(done, mark)
        return False

    def _settled(self, person: int, post: int, moving: set[int], done: list[tuple[int, int]], depth: int) -> bool:
        ways: list[Iterator[tuple[int, int]]] = []
        if len(self._inside[post]) > self._seats[post]:
            ways.append(self._leaving(post, moving, done))
        elif not self._now.keeps(person):
            ways.append(self._coming_back(person, moving, done))
        else:
            return True
        if depth == 0:
            return False
        for way in ways:
            for count, (other, elsewhere) in enumerate(way):
                mark = len(done)
                if count >= BREADTH or self._tries <= 0:
                    return False
                if not self._moved(other, elsewhere, moving | {other}, done, depth - 1):
                    continue
                if self._now.keeps(person):
                    return True
                if depth > 1 and self._balanced(person, moving | {other}, done, depth - 1):
                    return True
                self._undo(done, mark)
        return False

    def _balanced(self, person: int, moving: set[int], done: list[tuple[int, int]], depth: int) -> bool:
        for count, (other, post) in enumerate(self._coming_back(person, moving, done)):
            if count >= BREADTH or self._tries <= 0:
                return False
            mark = len(done)
            if self._moved(other, post, moving | {other}, done, depth - 1):
                if self._now.keeps(person):
                    return True
                self._undo(done, mark)
        return False

    def _leaving(self, post: int, moving: set[int], done: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Who might leave a post, and whereto: the seats left on the way first, then any seat to spare."""
        freed = [place for _, place in done]
        for other in sorted(self._inside[post]):
            if self._kept[other] or other in moving or self._own[other] == post:
                continue
            for place in (*freed, *self._near(other), *self._far(other)):
                free = len(self._inside[place]) < self._seats[place]
                if free and place not in (post, self._own[other]) and self._alike(other, place):
                    yield other, place

    def _coming_back(self, person: int, moving: set[int], done: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Who of the same unit might rotate in place of an exchange."""
        unit, freed = self._unit[person], [place for _, place in done]
        for other in self._now.out(unit):
            if not self._kept[other] and other not in moving:
                for place in (*freed, *self._near(other)):
                    inside = self._unit_of_post[place] == unit and self._own[other] != place
                    if inside and len(self._inside[place]) < self._seats[place] and self._alike(other, place):
                        yield other, place

    def _near(self, person: int) -> list[int]:
        mine = self._formulation.columns.of_person[person]
        posts: list[int] = self._formulation.columns.post[mine].tolist()
        return [post for post in posts if post != NONE]

    def _far(self, person: int) -> Iterator[int]:
        pool = self._neutral.pool_of.get(person)
        if pool is None or self._counted[person] == NONE:
            return
        for field, posts in self._spare.items():
            if field.takes(pool):
                for count, post in enumerate(posts):
                    if count >= BREADTH:
                        break
                    if self._neutral.is_neutral(person, post):
                        yield post

    def others_in(self, post: int) -> list[int]:
        """Whoever has a post and may still make way."""
        return sorted(other for other in self._inside[post] if not self._kept[other])

    def spare_like(self, post: int, most: int) -> list[int]:
        """Posts of the same field with seats to spare."""
        field = self._neutral.field_of.get(post)
        return [] if field is None else list(self._spare[field])[:most]

    def _alike(self, person: int, post: int) -> bool:
        """Whether a post would change no level for a person against what the plan at hand gives."""
        new, old = self._column(person, post), self._column(person, self.after[person])
        if new is None or old is None or not self._region.col_ub[new]:
            return False
        coefficients = self._region.level_coef
        if person in self._avoided and self._is_out(person, post) != self._is_out(person, self.after[person]):
            return False
        return new == old or bool(np.array_equal(coefficients[:, new], coefficients[:, old]))

    def _column(self, person: int, post: int) -> int | None:
        found = self._formulation.place.get((person, post))
        if found is None and self._counted[person] != NONE and self._neutral.is_neutral(person, post):
            return int(self._counted[person])
        return found

    def _is_out(self, person: int, post: int) -> bool:
        return self._unit_of_post[post] != self._unit[person]

    def _clash(self, person: int, post: int) -> bool:
        """Whether a person would meet somebody to be avoided."""
        return any(self._meets(person, post, other) for other in self._avoided.get(person, ()))

    def _meets(self, person: int, post: int, other: int) -> bool:
        """Whether a person would be with another in a unit that the two do not share today."""
        unit = self._unit_of_post[post]
        return self._unit_of_post[self.after[other]] == unit and not self._unit[other] == self._unit[person] == unit

    def _shift(self, person: int, post: int) -> None:
        left = self.after[person]
        self._inside[left].discard(person)
        self._inside[post].add(person)
        self._now.add(person, left, -1)
        self._now.add(person, post, 1)
        self.after[person] = post
        self._touched.add(person)
        for place in (left, post):
            field = self._neutral.field_of.get(place)
            if field is not None:
                if len(self._inside[place]) < self._seats[place]:
                    self._spare[field][place] = None
                else:
                    self._spare[field].pop(place, None)

    def _undo(self, done: list[tuple[int, int]], mark: int) -> None:
        while len(done) > mark:
            self._shift(*done.pop())


class _Counts:
    """How many of some people are exchanged, by unit and in all."""

    def __init__(self, way: MakingWay, people: "range | list[int]", after: list[int]) -> None:
        self._way = way
        units = len(way._most.of_unit)
        self._of_unit, self._leaders, self._all = [0] * units, [0] * units, 0
        self._people: dict[int, dict[int, None]] = {}
        for person in people:
            self.add(person, after[person], 1)

    def add(self, person: int, post: int, by: int) -> None:
        """Counts a person in or out."""
        if self._way._is_out(person, post):
            unit = self._way._unit[person]
            self._of_unit[unit] += by
            self._leaders[unit] += by * self._way._leads[person]
            self._all += by
            if by > 0:
                self._people.setdefault(unit, {})[person] = None
            else:
                self._people[unit].pop(person, None)

    def allows(self, person: int, post: int) -> bool:
        """Whether one more person may take a post."""
        if not self._way._is_out(person, post):
            return True
        self.add(person, post, 1)
        kept = self.keeps(person)
        self.add(person, post, -1)
        return kept

    def keeps(self, person: int) -> bool:
        """Whether no more are exchanged from the person's unit and in all than may be."""
        most, unit = self._way._most, self._way._unit[person]
        leaders = not self._way._leads[person] or self._leaders[unit] <= most.leaders[unit]
        return self._of_unit[unit] <= most.of_unit[unit] and leaders and self._all <= most.in_all

    def out(self, unit: int) -> list[int]:
        """Who of a unit is exchanged."""
        return sorted(self._people.get(unit, {}))
