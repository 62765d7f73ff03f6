"""The last word: which of several optimal solutions is taken, so that one problem has one answer."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from allocator.solver.problem import Ints, Problem, Sense
from allocator.solver.solution import Limits, Solution

if TYPE_CHECKING:
    from allocator.solver.cpsat import Answer, Engine, Watch

Groups = Sequence[Sequence[int]]
LARGEST_WEIGHT = 2**20


@dataclass(frozen=True)
class Settled:
    """The solution taken, and whether it was the only one (``None``: not known, time ran out).

    Only one: no other optimal solution differs in the sum of any group.
    """

    solution: Solution
    only: bool | None


def settle(
    problem: Problem,
    solution: Solution,
    *,
    groups: Groups | None = None,
    limits: Limits | None = None,
) -> Settled:
    """Takes, of all optimal solutions, the one whose first group of columns is largest, then the second, and so on.

    With 0-1 groups in the order in which people read seats, this is the smallest sorted list of seats taken.

    Args:
        problem: the problem solved.
        solution: its proven optimum; an unproven solution is handed back as it is.
        groups: groups of columns that count as one by their sum; each column for itself, in order, unless given.
        limits: deadline and workers; none and one unless given.
    """
    limits = limits or Limits()
    if solution.status != "optimal":
        return Settled(solution, None)
    chosen = [[column] for column in range(problem.columns)] if groups is None else groups
    can_move = (problem.col_lb < problem.col_ub).tolist()
    free = [group for group in chosen if any(can_move[column] for column in group)]
    try:
        only = _only_one(problem, solution, _telling(free), limits)
        if only is not False:
            return Settled(solution, only)
        values = _first_in_order(problem, solution, free, limits)
    except KeyboardInterrupt:
        limits.stop()
        return Settled(solution, None)
    if values is None:
        return Settled(solution, False)
    return Settled(replace(solution, values=values), False)


def _telling(groups: Groups) -> Groups:
    """The groups without those whose columns all stand alone too: where such a sum differs, one of them does."""
    alone = {group[0] for group in groups if len(group) == 1}
    return [group for group in groups if len(group) == 1 or not alone.issuperset(group)]


def _pinned(problem: Problem, solution: Solution, levels: int, workers: int) -> "Engine":
    """The problem with its first levels kept at their proven values: on their face where it is known, else by rows."""
    from allocator.solver.cpsat import Engine

    if 0 < levels <= len(solution.faces):
        return Engine(solution.faces[levels - 1].region, workers)
    engine = Engine(problem, workers)
    for level in range(levels):
        target = solution.levels[level].value - int(problem.level_offset[level])
        engine.add_row(problem.level_coef[level], target, target)
    return engine


def _only_one(problem: Problem, solution: Solution, groups: Groups, limits: Limits) -> bool | None:
    """Whether every solution that differs in a group is worse in the last level; ``None`` when time runs out.

    The last level is an objective here and not a row: a long weighted sum that must be met exactly is far harder.
    """
    if not groups:
        return True
    if limits.remaining() <= 0:
        return None
    if solution.faces:
        return _only_on_face(problem, solution, groups, limits)
    part = _pinned(problem, solution, max(problem.levels - 1, 0), limits.workers)
    return _only_by_search(part, problem, solution, groups, limits)


def _only_on_face(problem: Problem, solution: Solution, groups: Groups, limits: Limits) -> bool | None:
    """The same on the face of all levels: whether any group's sum can move away from where it is.

    Where the last level left a gap, its value is kept by a long row; then what differs is asked for instead, and the
    level is an objective again.
    """
    from allocator.solver.certified import CertifiedEngine
    from allocator.solver.cpsat import Engine
    from allocator.solver.faces import with_row, without_last_row

    region = solution.faces[-1].region
    open_last = region if solution.faces[-1].gap == 0 else without_last_row(region)
    columns = np.fromiter(chain.from_iterable(groups), dtype=np.int64)
    lengths = np.fromiter(map(len, groups), dtype=np.int64)
    starts = np.cumsum(lengths) - lengths
    lowest, total, highest = (
        np.add.reduceat(values[columns], starts) for values in (region.col_lb, solution.values, region.col_ub)
    )
    if np.any((lowest < total) & (total < highest)):
        return _only_by_search(Engine(open_last, limits.workers), problem, solution, groups, limits)
    away = np.zeros(region.columns, dtype=np.int64)
    direction = np.where(lowest == highest, 0, np.where(total == lowest, 1, -1))
    np.add.at(away, columns, np.repeat(direction, lengths))
    if not away.any():
        return True
    start = int(np.dot(away, solution.values))
    if open_last is region:
        found = CertifiedEngine(region, limits).maximise(away, solution.values, None, None)
        return _verdict(found, away, "max", start + 1, limits)
    coefficients, sense, best = _last_level(problem, solution)
    other = with_row(open_last, away, start + 1)
    sign = 1 if sense == "max" else -1
    answer = CertifiedEngine(other, limits).maximise(
        coefficients * sign, None, solution.values, _decided(limits, best * sign, "max")
    )
    return _verdict(answer, coefficients * sign, "max", best * sign, limits)


def _only_by_search(
    part: "Engine", problem: Problem, solution: Solution, groups: Groups, limits: Limits
) -> bool | None:
    """The same where a group's sum could move both ways: CP-SAT looks for one that differs."""
    coefficients, sense, best = _last_level(problem, solution)
    part.differ_from(groups, [_total(group, solution.values) for group in groups])
    watch = _decided(limits, best, sense)
    answer = part.search(coefficients, sense, hint=None, seconds=limits.remaining(), watch=watch)
    return _verdict(answer, coefficients, sense, best, limits)


def _decided(limits: Limits, best: int, sense: Sense) -> "Watch":
    """Ends a search for another optimal solution once there is one, or there can be none."""
    return lambda value, bound: limits.stopped or value == best or _worse(bound, best, sense)


def _worse(bound: int | None, best: int, sense: Sense) -> bool:
    return bound is not None and (bound < best if sense == "max" else bound > best)


def _verdict(answer: "Answer", coefficients: Ints, sense: Sense, best: int, limits: Limits) -> bool | None:
    if answer.status == "infeasible" or _worse(answer.bound, best, sense):
        return True
    if answer.stopped:
        limits.stop()
    if answer.values is not None and not _worse(int(np.dot(coefficients, answer.values)), best, sense):
        return False
    return None


def _last_level(problem: Problem, solution: Solution) -> tuple[Ints, Sense, int]:
    """Coefficients, sense and best sum of the last level; of no level at all, an empty one."""
    if not problem.levels:
        return np.zeros(problem.columns, dtype=np.int64), "max", 0
    last = problem.levels - 1
    best = solution.levels[last].value - int(problem.level_offset[last])
    return problem.level_coef[last], problem.level_sense[last], best


def _first_in_order(problem: Problem, solution: Solution, groups: Groups, limits: Limits) -> Ints | None:
    """The optimal solution that comes first in the order of the groups; ``None`` when time runs out."""
    engine = _pinned(problem, solution, problem.levels, limits.workers)
    values = solution.values
    for block in _blocks(problem, groups):
        if limits.remaining() <= 0:
            return None
        weights, weight = np.zeros(problem.columns, dtype=np.int64), 1
        for group in reversed(block):
            np.add.at(weights, list(group), weight)
            weight *= _span(problem, group)
        answer = engine.search(weights, "max", hint=values, seconds=limits.remaining())
        if answer.status != "optimal" or answer.values is None:
            if answer.stopped:
                limits.stop()
            return None
        values = answer.values
        for group in block:
            row = np.zeros(problem.columns, dtype=np.int64)
            row[list(group)] = 1
            total = _total(group, values)
            engine.add_row(row, total, total)
    return values


def _blocks(problem: Problem, groups: Groups) -> list[list[Sequence[int]]]:
    """Groups in runs that one objective can order: its weights stay below :data:`LARGEST_WEIGHT`."""
    blocks: list[list[Sequence[int]]] = []
    weight = LARGEST_WEIGHT
    for group in groups:
        span = _span(problem, group)
        if weight * span > LARGEST_WEIGHT:
            blocks.append([])
            weight = 1
        blocks[-1].append(group)
        weight *= span
    return blocks


def _span(problem: Problem, group: Sequence[int]) -> int:
    """How many values the sum of a group can take."""
    columns = list(group)
    return int((problem.col_ub[columns] - problem.col_lb[columns]).sum()) + 1


def _total(group: Sequence[int], values: Ints) -> int:
    return int(values[list(group)].sum())
