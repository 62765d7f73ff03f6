"""A plan as a problem: a column for every move, the rows that make the plan legal, the levels in their order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from allocator.rotation.optimum import rows
from allocator.rotation.optimum.columns import Columns, Part
from allocator.rotation.optimum.levels import LEVELS
from allocator.rotation.optimum.setting import NONE, Setting
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


def formulate_whole(setting: Setting) -> Formulation:
    """The plan with a column for every move that is allowed: small cases, and what the others are tested against."""
    return written(setting, Columns.joined(setting, [*every_move(setting), *pairs_together(setting)]))


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
