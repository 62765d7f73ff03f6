"""Which of the best plans is taken: people by lot, each the first post that is still possible."""

import numpy as np

from allocator.rotation.optimum.formulation import Formulation
from allocator.rotation.optimum.setting import numbers
from allocator.solver import Ints, Limits, Problem, Solution, Unfinished

LARGEST_WEIGHT = 2**30


def in_order(formulation: Formulation, person: int) -> Ints:
    """A person's written-out moves in the order of the choice: wished posts first, then the others by post_id."""
    setting, columns = formulation.setting, formulation.columns
    name, mine = setting.people[person], formulation.columns.of_person[person]
    wished = setting.roster.choices.get(name, {})
    last = len(setting.posts)

    def rank(place: int) -> tuple[int, int]:
        post = int(columns.post[place])
        return (wished.get(setting.posts[post], last), post)

    return numbers(sorted(mine.tolist(), key=rank))


def taken_by_lot(formulation: Formulation, solution: Solution, region: Problem, limits: Limits) -> Ints:
    """The values of the one plan, where every move is written out.

    Args:
        formulation: the plan, every move of it written out.
        solution: a proven optimum.
        region: the points that are best on every level.
        limits: deadline and workers.

    Raises:
        Unfinished: when time runs out.
    """
    values = solution.values
    waiting: list[tuple[Ints, int]] = []
    weight = 1
    for person in formulation.setting.by_lot:
        places = in_order(formulation, person)
        places = places[region.col_lb[places] < region.col_ub[places]]
        if not len(places):
            continue
        span = len(places) + 1
        if weight * span > LARGEST_WEIGHT:
            region, values = _settled(region, values, waiting, limits)
            waiting, weight = [], 1
        waiting.append((places, span))
        weight *= span
    return _settled(region, values, waiting, limits)[1]


def _settled(region: Problem, values: Ints, people: list[tuple[Ints, int]], limits: Limits) -> tuple[Problem, Ints]:
    """Gives some people, one after another, the first of their places that is possible, and keeps it."""
    from allocator.solver.certified import CertifiedEngine

    objective, weight = np.zeros(region.columns, dtype=np.int64), 1
    for places, span in reversed(people):
        objective[places] = weight * np.arange(len(places), 0, -1)
        weight *= span
    if not objective.any():
        return region, values
    if limits.remaining() <= 0:
        raise Unfinished
    answer = CertifiedEngine(region, limits).maximise(objective, values, None, None)
    if answer.stopped:
        limits.stop()
    if answer.status != "optimal" or answer.values is None:
        raise Unfinished
    lower, upper = region.col_lb.copy(), region.col_ub.copy()
    for places, _ in people:
        lower[places] = upper[places] = answer.values[places]
    return region.within(lower, upper, region.row_lb.copy(), region.row_ub.copy()), answer.values
