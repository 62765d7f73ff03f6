"""People by lot, each the first post still possible, where most exchanges are only counted.

A plan is kept at hand. A post is refused where people who have taken theirs hold all its seats, or all exchanges of the
unit; it is granted where a few others can make way without changing any level; what is neither is asked of the solver.
"""

from collections.abc import Callable, Iterator

import numpy as np

from allocator.rotation.optimum.completion import Completion, NoCompletion
from allocator.rotation.optimum.formulation import Formulation
from allocator.rotation.optimum.locally import Units
from allocator.rotation.optimum.making_way import MakingWay
from allocator.rotation.optimum.neutral import NeutralPosts
from allocator.rotation.optimum.reach import Reach
from allocator.rotation.optimum.setting import NONE, named, numbers
from allocator.solver import Ints, Limits, Problem, Unfinished

NEAR_UNITS = 4
MORE_UNITS = 24


class Taking:
    """The choice by lot from one best plan.

    Args:
        neutral: the posts that nobody named.
        formulation: the plan as a problem.
        region: the points that are best on every level.
        after: a plan among them.
    """

    def __init__(
        self,
        neutral: NeutralPosts,
        formulation: Formulation,
        region: Problem,
        after: list[int],
        limits: Limits,
    ) -> None:
        self._neutral, self._formulation, self._limits = neutral, formulation, limits
        self._setting, self._columns = neutral.setting, formulation.columns
        self._closed: set[int] = set()
        self._now = formulation.values_of(named(self._setting, after))
        self._seen = list(after)
        self._reach = Reach(region, limits)
        self._region = self._narrowed(region)
        self._lower, self._upper = self._region.col_lb.copy(), self._region.col_ub.copy()
        self._units = Units(formulation.columns, self._region)
        self._way = MakingWay(neutral, formulation, self._region, after)
        self._taken: dict[int, int] = {}
        self._left = {pool: _Left(posts) for pool, posts in neutral.posts_of_pool.items()}
        self._counts_taken: dict[int, int] = {}
        self._closed_to: set[int] = set()
        self.asked = 0

    def run(self) -> list[int]:
        """Where everybody ends.

        Raises:
            Unfinished: when time runs out.
            NoCompletion: when somebody must be written out first.
        """
        for person in self._setting.by_lot:
            if self._may_choose(person):
                for post in self._options(person):
                    if self._take(person, post):
                        break
            self._keep(person)
        return self._way.after

    def _may_choose(self, person: int) -> bool:
        mine = self._columns.of_person[person]
        free = self._region.col_lb[mine] < self._region.col_ub[mine]
        return bool(free.any()) or self._counts(person)

    def _counts(self, person: int) -> bool:
        """Whether a person may be exchanged to a post that nobody named."""
        return person in self._formulation.counted and bool(self._region.col_ub[self._formulation.counted[person]])

    def _options(self, person: int) -> Iterator[int]:
        """The posts a person may still get, in the order of the choice, the own one last."""
        setting = self._setting
        named = self._columns.of_person[person]
        open_ = named[(self._region.col_ub[named] > 0) & (self._columns.post[named] != NONE)]
        written = set(self._columns.post[open_].tolist())
        wished = setting.roster.choices.get(setting.people[person], {})
        choice = {setting.number_of_post[post]: rank for post, rank in wished.items()}
        yield from sorted(written & choice.keys(), key=lambda post: (choice[post], post))
        others = written - choice.keys()
        if self._counts(person):
            yield from self._merged(sorted(others), person)
        else:
            yield from sorted(others)
        yield int(setting.own[person])

    def _merged(self, written: list[int], person: int) -> Iterator[int]:
        waiting, shut = list(reversed(written)), self._neutral.shut[person]
        for post in self._left[self._neutral.pool_of[person]].posts(self._is_closed):
            if post not in shut:
                while waiting and waiting[-1] < post:
                    yield waiting.pop()
                yield post
        yield from reversed(waiting)

    def _is_closed(self, post: int) -> bool:
        """Whether a post takes nobody more whom nobody named, for good."""
        return post in self._closed or self._way.dead(post)

    def _take(self, person: int, post: int) -> bool:
        """Whether a person gets a post, others making way where need be."""
        if self._way.after[person] == post:
            return True
        counted = self._column(person, post) == self._formulation.counted.get(person, NONE)
        if counted and person in self._closed_to:
            return False
        if self._way.refused(person, post):
            return False
        if self._way.granted(person, post):
            return True
        return not self._shut_out(person, post, counted) and self._found(person, post)

    def _shut_out(self, person: int, post: int, counted: bool) -> bool:
        """Whether the rules of the person's unit, or of the one entered, rule a post out by themselves."""
        lower, upper = self._bounds(person, post)
        setting = self._setting
        if self._units.impossible(int(setting.unit[person]), lower, upper):
            if counted:
                self._closed_to.add(person)
            return True
        if setting.post_unit[post] == setting.unit[person]:
            return False
        if not self._units.impossible(int(setting.post_unit[post]), lower, upper):
            return False
        if counted:
            self._closed.add(post)
        return True

    def _bounds(self, person: int, post: int) -> tuple[Ints, Ints]:
        """The bounds of all columns when a person takes a post."""
        lower, upper = self._lower.copy(), self._upper.copy()
        self._bound(lower, upper, person, post)
        return lower, upper

    def _bound(self, lower: Ints, upper: Ints, person: int, post: int) -> None:
        column = self._column(person, post)
        mine = self._columns.of_person[person]
        if column is None:
            upper[mine] = 0
            return
        upper[mine[mine != column]] = 0
        lower[column] = 1
        if self._columns.post[column] == NONE:
            entry, flow = self._way_to(person, post)
            for count in (entry, flow):
                lower[count] = max(int(lower[count]), self._counts_taken.get(count, 0) + 1)

    def _way_to(self, person: int, post: int) -> tuple[int, int]:
        """The columns that count a person on the way to a post that nobody named."""
        formulation, columns = self._formulation, self._columns
        entry = formulation.entry[post]
        return entry, formulation.flow[int(columns.pool[formulation.counted[person]]), int(columns.other[entry])]

    def _found(self, person: int, post: int) -> bool:
        """Whether the solver knows a best plan with a post, which is then the plan at hand.

        First only the people of a few units may change what they have, then everybody.
        """
        lower, upper = self._bounds(person, post)
        if np.any(lower > upper):
            return False
        self._catch_up()
        if self._adopted(lower, upper, self._near(person, post, NEAR_UNITS), person, post):
            return True
        if self._full(person, post) or self._out_of_reach(person, post):
            return False
        if self._adopted(lower, upper, self._near(person, post, MORE_UNITS), person, post):
            return True
        self.asked += 1
        return self._adopted(lower, upper, np.arange(len(self._columns)), person, post)

    def _adopted(self, lower: Ints, upper: Ints, places: Ints, person: int, post: int) -> bool:
        """Takes a plan in which only some columns change, and few of them; false where there is none."""
        from allocator.solver.certified import CertifiedEngine

        if self._limits.remaining() <= 0:
            raise Unfinished
        part = self._units.part(self._now, lower, upper, places)
        if part is None:
            return False
        nearest = np.where(self._columns.moves, 2 * self._now - 1, 0)[places]
        answer = CertifiedEngine(part, self._limits).maximise(nearest, None, None, None)
        if answer.stopped:
            self._limits.stop()
        if answer.status == "infeasible":
            return False
        if answer.status != "optimal" or answer.values is None:
            raise Unfinished
        values = self._now.copy()
        values[places] = answer.values
        self._way.adopt(self._completed(values, places, person, post))
        pairs = self._columns.of_kind("together")
        self._now[pairs] = values[pairs]
        return True

    def _completed(self, values: Ints, places: Ints, person: int, post: int) -> list[int]:
        """The plan that column values stand for, in which somebody has a post; most people stay where they are.

        Raises:
            NoCompletion: when somebody must be written out first.
        """
        columns, counted = self._columns, self._formulation.counted
        changed = places[(values[places] != self._now[places]) & columns.moves[places]]
        people = np.union1d(columns.person[changed], [person])
        after = np.array(self._way.after, dtype=np.int64)
        after[people] = self._setting.own[people]
        taken = changed[(values[changed] > 0) & (columns.post[changed] != NONE)]
        after[columns.person[taken]] = columns.post[taken]
        after[person] = post
        waiting = {i for i in people.tolist() if i != person and i in counted and values[counted[i]]}
        over = np.flatnonzero(self._setting.per_post(after) > self._setting.seats).tolist()
        waiting.update(i for j in over for i in self._counted_at(j, after))
        waiting.discard(person)
        completion = Completion(self._neutral, after, sorted(waiting))
        if completion.run() or self._neutral.meet(people.tolist(), completion.after):
            kept = {i for i in counted if self._way.kept(i)} | {person}
            everybody = [i for i, column in counted.items() if values[column] and i not in kept]
            completion = Completion(self._neutral, after, everybody)
            if short := completion.run():
                raise NoCompletion(short | ({person} & self._neutral.pool_of.keys()))
        return completion.after

    def _counted_at(self, post: int, after: Ints) -> list[int]:
        """Whoever has a post without having named it, and may still change."""
        mine = np.flatnonzero(after == post).tolist()
        return [
            i for i in mine if not self._way.kept(i) and self._column(i, post) == self._formulation.counted.get(i, NONE)
        ]

    def _near(self, person: int, post: int, most: int) -> Ints:
        """The columns of the units concerned, of some whose people could make way, and of some with seats to spare."""
        setting, unit_of = self._setting, self._setting.post_unit
        units = {int(setting.unit[person]), int(unit_of[post])}
        units.update(int(setting.unit[other]) for other in self._way.others_in(post)[:most])
        for other in {post, self._way.after[person], int(setting.own[person])}:
            units.update(int(unit_of[spare]) for spare in self._way.spare_like(other, most))
        flows = np.flatnonzero(self._columns.of_kind("flow"))
        return np.unique(np.concatenate([flows, *(self._units.columns_of[unit] for unit in sorted(units))]))

    def _catch_up(self) -> None:
        """Brings the column values up to the plan at hand."""
        for person in self._way.changed():
            before, post = self._seen[person], self._way.after[person]
            if post != before:
                for place, by in ((before, -1), (post, 1)):
                    column = self._column(person, place)
                    if column is not None:
                        self._now[column] += by
                        if self._columns.post[column] == NONE:
                            self._now[list(self._way_to(person, place))] += by
                self._seen[person] = post

    def _full(self, person: int, post: int) -> bool:
        """Whether a post can take nobody more whom nobody named; every such post is found at once."""
        column = self._column(person, post)
        if column is None or self._columns.post[column] != NONE:
            return False
        if self._now[self._way_to(person, post)[0]] > self._counts_taken.get(self._way_to(person, post)[0], 0):
            return False
        entry = self._formulation.entry
        posts = numbers(j for j in entry if j not in self._closed)
        counts = numbers(entry[j] for j in posts.tolist())
        taken = numbers(self._counts_taken.get(i, 0) for i in counts.tolist())
        free = (self._upper[counts] > taken) & (self._now[counts] <= taken)
        full = self._reach.full(counts[free], taken[free], self._lower, self._upper)
        post_of = dict(zip(counts.tolist(), posts.tolist(), strict=True))
        for count in full.tolist():
            self._upper[count] = self._counts_taken.get(count, 0)
            self._closed.add(post_of[count])
        return post in self._closed

    def _out_of_reach(self, person: int, post: int) -> bool:
        """Whether the column by which a person gets a post is 0 in every plan that is left."""
        column = self._column(person, post)
        if column is None or self._now[column]:
            return False
        found = self._reach.full(numbers([column]), numbers([0]), self._lower, self._upper)
        if len(found):
            self._upper[column] = 0
            if self._columns.post[column] == NONE:
                self._closed_to.add(person)
        return bool(len(found))

    def _narrowed(self, region: Problem) -> Problem:
        """The region under bounds that say which moves are the same in all its points."""
        moves = np.flatnonzero(self._columns.moves & (region.col_lb < region.col_ub))
        certain = self._reach.certain(moves, self._now[moves], region.col_lb, region.col_ub)
        lower, upper = region.col_lb.copy(), region.col_ub.copy()
        lower[certain] = upper[certain] = self._now[certain]
        return region.within(lower, upper, region.row_lb.copy(), region.row_ub.copy())

    def _column(self, person: int, post: int) -> int | None:
        """The column by which a person gets a post; the own one has none."""
        if post == self._setting.own[person]:
            return None
        found = self._formulation.place.get((person, post))
        return self._formulation.counted[person] if found is None else found

    def _keep(self, person: int) -> None:
        """What a person has is no longer open to change."""
        post = self._taken[person] = self._way.after[person]
        self._way.keep(person)
        if not len(self._columns.of_person[person]):
            return
        self._bound(self._lower, self._upper, person, post)
        column = self._column(person, post)
        if column is not None and self._columns.post[column] == NONE:
            for count in self._way_to(person, post):
                self._counts_taken[count] = self._counts_taken.get(count, 0) + 1


class _Left:
    """Posts in id order, from which those that are closed for good drop out as they are met."""

    def __init__(self, posts: list[int]) -> None:
        self._posts, self._next = posts, list(range(len(posts) + 1))

    def posts(self, closed: Callable[[int], bool]) -> Iterator[int]:
        """The posts that are left."""
        place = self._from(0)
        while place < len(self._posts):
            if closed(self._posts[place]):
                self._next[place] = place + 1
            else:
                yield self._posts[place]
            place = self._from(place + 1)

    def _from(self, place: int) -> int:
        """The first place from one on that is left."""
        first = place
        while self._next[first] != first:
            first = self._next[first]
        while self._next[place] != place:
            self._next[place], place = first, self._next[place]
        return first
