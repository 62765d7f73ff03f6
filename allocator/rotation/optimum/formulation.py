"""A plan as a problem: a column for every move, the rows that make the plan legal, the levels in their order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from allocator.rotation.optimum import rows
from allocator.rotation.optimum.columns import Columns, Part
from allocator.rotation.optimum.levels import LEVELS
from allocator.rotation.optimum.neutral import NeutralPosts
from allocator.rotation.optimum.setting import NONE, Setting, numbers
from allocator.rotation.optimum.sheet import Sheet
from allocator.solver import Ints, Problem


@dataclass(frozen=True, eq=False)
class Formulation:
    """The arrays for the solver, and the columns that alone know which person and post they stand for."""

    setting: Setting
    columns: Columns
    problem: Problem

    @cached_property
    def place(self) -> Mapping[tuple[int, int], int]:
        """The column of each move that is written out, by person and post."""
        columns = self.columns
        found = np.flatnonzero(columns.of_kind("move")).tolist()
        return {(int(columns.person[i]), int(columns.post[i])): i for i in found}

    def posts_after(self, values: Ints) -> Ints:
        """Where everybody ends by the moves that are written out and the pins; all others are where they are."""
        setting, columns = self.setting, self.columns
        after = np.where(setting.pinned == NONE, setting.own, setting.pinned)
        taken = np.flatnonzero((values != 0) & columns.of_kind("move"))
        after[columns.person[taken]] = columns.post[taken]
        return after

    def values_of(self, plan: Mapping[str, str]) -> Ints:
        """The column values that stand for a plan; moves without a column are left out."""
        setting, columns = self.setting, self.columns
        values = np.zeros(len(columns), dtype=np.int64)
        for person, name in plan.items():
            i, j = setting.number_of_person[person], setting.number_of_post[name]
            if j == setting.own[i] or setting.pinned[i] != NONE:
                continue
            if (i, j) in self.place:
                values[self.place[i, j]] = 1
            elif i in self.counted and j in self.entry:
                pool, field = int(columns.pool[self.counted[i]]), int(columns.other[self.entry[j]])
                if (pool, field) in self.flow:
                    values[[self.counted[i], self.entry[j], self.flow[pool, field]]] += 1
        left = {int(i) for i in columns.person[np.flatnonzero((values != 0) & columns.exchanges)]}
        left |= set(np.flatnonzero(setting.pinned_out).tolist())
        for mark in np.flatnonzero(columns.of_kind("together")).tolist():
            pair = setting.roster.pairs[columns.other[mark]]
            values[mark] = not any(setting.number_of_person[person] in left for person in pair)
        return values

    @cached_property
    def counted(self) -> Mapping[int, int]:
        """The column that counts each person's exchange."""
        places = np.flatnonzero(self.columns.of_kind("exchange"))
        return dict(zip(self.columns.person[places].tolist(), places.tolist(), strict=True))

    @cached_property
    def entry(self) -> Mapping[int, int]:
        """The column that counts how many of its field each post takes."""
        places = np.flatnonzero(self.columns.of_kind("entry"))
        return dict(zip(self.columns.post[places].tolist(), places.tolist(), strict=True))

    @cached_property
    def flow(self) -> Mapping[tuple[int, int], int]:
        """The column that counts how many of each pool go to each field."""
        columns, places = self.columns, np.flatnonzero(self.columns.of_kind("flow")).tolist()
        return {(int(columns.pool[i]), int(columns.other[i])): i for i in places}


def formulate_whole(setting: Setting) -> Formulation:
    """The plan with a column for every move that is allowed: small cases, and what the others are tested against."""
    return written(setting, Columns.joined(setting, [*every_move(setting), *pairs_together(setting)]))


def formulate(neutral: NeutralPosts, expanded: frozenset[int] = frozenset()) -> Formulation:
    """The plan with a column for every move that somebody named; the people ``expanded`` have all of theirs.

    The moves of all others are counted, which allows more than the rules do.
    """
    setting = neutral.setting
    free = np.flatnonzero(setting.pinned == NONE).tolist()
    posts = [[*neutral.named(i), *(neutral.of(i) if i in expanded else ())] for i in free]
    people = np.repeat(np.array(free, dtype=np.int64), [len(mine) for mine in posts])
    moves = Part("move", people, numbers(j for mine in posts for j in mine))
    return written(setting, Columns.joined(setting, [moves, *pairs_together(setting), *counted(neutral, expanded)]))


def counted(neutral: NeutralPosts, expanded: frozenset[int]) -> Iterator[Part]:
    """The neutral exchanges of everybody not written out: by person, by pool and field, and by post."""
    fields = list(neutral.fields.items())
    of_field = dict.fromkeys(neutral.fields, 0)
    for number, (pool, everybody) in enumerate(neutral.members.items()):
        people = [i for i in everybody if i not in expanded]
        yield Part("exchange", people, pool=number)
        for k, (field, posts) in enumerate(fields):
            most = min(len(people), int(neutral.setting.seats[posts].sum()))
            if field.takes(pool) and most:
                of_field[field] += most
                yield Part("flow", pool=[number], other=k, upper=most)
    for k, (field, posts) in enumerate(fields):
        if of_field[field]:
            most_each = np.minimum(neutral.setting.seats[posts], of_field[field])
            yield Part("entry", post=posts, other=k, upper=most_each)


def written(setting: Setting, columns: Columns) -> Formulation:
    """The problem of these columns under every rule."""
    sheet = Sheet(columns)
    rows.one_move(sheet)
    rows.seats(sheet)
    rows.exchanges_of_unit(sheet)
    rows.moves_of_unit(sheet)
    rows.keep_a_leader(sheet)
    rows.quota(sheet)
    rows.apart(sheet)
    rows.together(sheet)
    rows.pools_go_to_fields(sheet)
    rows.fields_go_to_posts(sheet)
    order = setting.roster.rulebook.objective.plan
    return Formulation(setting, columns, sheet.problem(order, {name: LEVELS[name](sheet) for name in order}))


def every_move(setting: Setting) -> Iterator[Part]:
    """A column for every person and post to which nothing bars the move."""
    for i in np.flatnonzero(setting.pinned == NONE).tolist():
        yield Part("move", i, [setting.number_of_post[post] for post in setting.moves.posts_allowed(setting.people[i])])


def pairs_together(setting: Setting) -> Iterator[Part]:
    """A column for every avoidance pair that may stay in the unit it shares, unless both are pinned."""
    inside, number = setting.pinned_out, setting.number_of_person
    for k, (a, b) in enumerate(setting.roster.pairs):
        i, j = number[a], number[b]
        pinned = setting.pinned[i] != NONE and setting.pinned[j] != NONE
        if setting.unit[i] == setting.unit[j] and not (pinned or inside[i] or inside[j]):
            yield Part("together", other=[k])
