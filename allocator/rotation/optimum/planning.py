"""The proven optimum of a plan: levels, the one plan taken, and what only the lot decided."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from allocator.results import Evidence
from allocator.rotation.moves import Moves
from allocator.rotation.optimum.choice import taken_by_lot
from allocator.rotation.optimum.fates import tied
from allocator.rotation.optimum.formulation import Formulation, formulate_whole
from allocator.rotation.optimum.setting import NONE, Setting
from allocator.rotation.roster import Roster
from allocator.solver import Ints, LevelProgress, Limits, Solution, Unfinished, solve
from models.outcome import Level
from models.rotation.outcome import FateTie

LOT = "lot"


@dataclass(frozen=True)
class OptimalPlan:
    """Where everybody ends, with the proof.

    ``levels`` stand in the rulebook's order. ``unique`` is ``None`` where time ran out before it was known; ``ties``
    are then empty. A case without any legal plan has an empty ``plan`` and no levels.
    """

    plan: Mapping[str, str]
    levels: tuple[Level, ...]
    unique: bool | None
    ties: tuple[FateTie, ...]
    evidence: Evidence


def optimum(
    roster: Roster,
    limits: Limits | None = None,
    progress: LevelProgress | None = None,
    hint: Mapping[str, str] | None = None,
) -> OptimalPlan:
    """The best legal plan, level by level, with the ties that the party group must confirm.

    Args:
        roster: a valid case.
        limits: deadline and workers; none and one unless given.
        progress: told the level, its best value and bound, and the seconds spent.
        hint: a plan to start from, as the one made by hand.
    """
    limits = limits or Limits()
    formulation = formulate_whole(Setting(Moves(roster)))
    start = None if hint is None else values_of(formulation, hint)
    solution = solve(formulation.problem, hint=start, limits=limits, progress=progress)
    return finished(formulation, solution, limits)


def finished(formulation: Formulation, solution: Solution, limits: Limits) -> OptimalPlan:
    """The one plan taken of all optimal ones, and its ties."""
    from allocator.solver.cover import optimal_region

    evidence = Evidence(formulation.problem, solution)
    if not solution.found:
        return OptimalPlan({}, (), None, (), evidence)
    levels = tuple(
        Level(name=level.name, sense=level.sense, value=level.value, bound=level.bound, proven=level.proven)
        for level in solution.levels
    )
    values = solution.values
    unique: bool | None = None
    ties: tuple[FateTie, ...] = ()
    if solution.status == "optimal":
        names = formulation.problem.level_names
        before = names.index(LOT) if LOT in names else len(names)
        try:
            region = optimal_region(formulation.problem, solution, len(names))
            values = taken_by_lot(formulation, solution, region, limits)
            region = optimal_region(formulation.problem, solution, before)
            ties = tied(formulation, region, solution.values, limits)
            unique = not ties
        except (Unfinished, KeyboardInterrupt):
            limits.stop()
    return OptimalPlan(named(formulation.setting, formulation.posts_after(values)), levels, unique, ties, evidence)


def named(setting: Setting, after: Ints) -> Mapping[str, str]:
    """The post in which everybody ends, by ids."""
    return {person: setting.posts[post] for person, post in zip(setting.people, after.tolist(), strict=True)}


def values_of(formulation: Formulation, plan: Mapping[str, str]) -> Ints:
    """The column values that stand for a plan; moves without a column are left out."""
    setting, columns = formulation.setting, formulation.columns
    values = np.zeros(len(columns), dtype=np.int64)
    for person, post in plan.items():
        i, j = setting.number_of_person[person], setting.number_of_post[post]
        if j != setting.own[i] and setting.pinned[i] == NONE and (i, j) in formulation.place:
            values[formulation.place[i, j]] = 1
    left = {int(i) for i in columns.person[np.flatnonzero((values != 0) & columns.exchanges)]}
    left |= set(np.flatnonzero(setting.pinned_out).tolist())
    pairs = setting.roster.pairs
    for mark in np.flatnonzero(columns.of_kind("together")).tolist():
        values[mark] = not any(setting.number_of_person[person] in left for person in pairs[columns.other[mark]])
    return values
