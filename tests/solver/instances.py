"""Problems of other people's making, generated from their published definitions, as arrays.

Generalised assignment: types A, B, C, D of Martello and Toth (Knapsack Problems, 1990, chapter 7) as Chu and Beasley
(A genetic algorithm for the generalised assignment problem, 1997) state them. Many-to-many assignment: each role asks
for several agents, each agent can take several roles (Zhu, Liu, Zhang and Zhu, Many-to-many assignment, 2017).
"""

import random
from collections.abc import Sequence

import numpy as np

from allocator.solver import LIMIT, Ints, Problem, Sense

FREE = LIMIT
Level = tuple[str, Sense, Ints]


def on_grid(
    shape: tuple[int, int],
    levels: Sequence[Level],
    *,
    loads: Ints | None = None,
    left: tuple[Ints, Ints],
    right: tuple[Ints, Ints],
    upper: int = 1,
    side: Sequence[tuple[Sequence[tuple[int, int]], int, int]] = (),
) -> Problem:
    """A column for each cell of a grid of agents and jobs.

    Args:
        shape: agents and jobs.
        levels: name, sense and value of each cell.
        loads: what a cell weighs in its agent's row (1 unless given).
        left: lower and upper limit of each agent's load.
        right: lower and upper limit of each job's demand.
        upper: how often a cell may be taken.
        side: further rows: cells, lower and upper limit of how many of them are taken.
    """
    agents, jobs = shape
    cells = np.arange(agents * jobs, dtype=np.int64).reshape(shape)
    weights = np.ones(shape, dtype=np.int64) if loads is None else loads
    rows = [(cells[i], weights[i], left[0][i], left[1][i]) for i in range(agents)]
    rows += [(cells[:, j], np.ones(agents, dtype=np.int64), right[0][j], right[1][j]) for j in range(jobs)]
    rows += [
        (np.array([cells[a, b] for a, b in pairs]), np.ones(len(pairs), dtype=np.int64), lo, hi)
        for pairs, lo, hi in side
    ]
    n = agents * jobs

    def ints(values: Sequence[int]) -> Ints:
        return np.array(values, dtype=np.int64)

    return Problem(
        col_lb=np.zeros(n, dtype=np.int64),
        col_ub=np.full(n, upper, dtype=np.int64),
        row_lb=ints([int(row[2]) for row in rows]),
        row_ub=ints([int(row[3]) for row in rows]),
        indptr=np.cumsum([0, *(len(row[0]) for row in rows)], dtype=np.int64),
        indices=np.concatenate([row[0] for row in rows]).astype(np.int64),
        data=np.concatenate([row[1] for row in rows]).astype(np.int64),
        col_tag=np.arange(n, dtype=np.int64),
        row_tag=np.arange(len(rows), dtype=np.int64),
        level_names=tuple(name for name, _, _ in levels),
        level_sense=tuple(sense for _, sense, _ in levels),
        level_coef=np.array([values.ravel() for _, _, values in levels], dtype=np.int64).reshape(len(levels), n),
        level_offset=np.zeros(len(levels), dtype=np.int64),
    )


def table(dice: random.Random, shape: tuple[int, int], low: int, high: int) -> Ints:
    return np.array([[dice.randint(low, high) for _ in range(shape[1])] for _ in range(shape[0])], dtype=np.int64)


def alike(count: int, value: int) -> Ints:
    return np.full(count, value, dtype=np.int64)


def linear_assignment(size: int, seed: int) -> tuple[Problem, Ints]:
    """Each of ``size`` agents takes one job; costs from 1 to 100."""
    costs = table(random.Random(f"assignment {size} {seed}"), (size, size), 1, 100)
    ones = alike(size, 1)
    return on_grid((size, size), [("cost", "min", costs)], left=(ones, ones), right=(ones, ones)), costs


def generalised_assignment(kind: str, agents: int, jobs: int, seed: int) -> Problem:
    """Each job goes to one agent, whose capacity its load must fit; type A, B, C or D."""
    dice, shape = random.Random(f"gap {kind} {agents} {jobs} {seed}"), (agents, jobs)
    loads = table(dice, shape, *((1, 100) if kind == "D" else (5, 25)))
    costs = 111 - loads + table(dice, shape, -10, 10) if kind == "D" else table(dice, shape, 10, 50)
    if kind in "AB":
        busiest = max(int(loads[i][costs.argmin(axis=0) == i].sum()) for i in range(agents))
        share = 90 * jobs * 10 // agents + 40 * busiest  # hundredths of 9 n/m + 0.4 R
        capacity = alike(agents, share // 100 if kind == "A" else share * 7 // 1000)
    else:
        capacity = np.array([8 * int(loads[i].sum()) // (10 * agents) for i in range(agents)], dtype=np.int64)
    ones = alike(jobs, 1)
    return on_grid(
        shape, [("cost", "min", costs)], loads=loads, left=(alike(agents, -FREE), capacity), right=(ones, ones)
    )


def many_to_many(agents: int, roles: int, seed: int) -> Problem:
    """Roles ask for up to three agents, agents take up to three roles, some pairs exclude each other; two levels."""
    dice, shape = random.Random(f"many {agents} {roles} {seed}"), (agents, roles)
    ability = np.array([dice.randint(1, 3) for _ in range(agents)], dtype=np.int64)
    demand = np.array([dice.randint(1, min(3, agents)) for _ in range(roles)], dtype=np.int64)
    least = np.array([dice.randint(0, 1) for _ in range(agents)], dtype=np.int64)
    excluded = [
        ([(dice.randrange(agents), role), (dice.randrange(agents), role)], -FREE, 1)
        for role in (dice.randrange(roles) for _ in range(agents // 2))
    ]
    side = [row for row in excluded if row[0][0] != row[0][1]]
    filled = np.ones(shape, dtype=np.int64)
    levels: list[Level] = [("filled", "max", filled), ("fit", "max", table(dice, shape, 1, 99))]
    return on_grid(shape, levels, left=(least, ability), right=(alike(roles, 0), demand), side=side)


def shipments(sources: int, sinks: int, seed: int) -> Problem:
    """Whole units from sources with a least and a greatest load to sinks with demands above one; three levels."""
    dice, shape = random.Random(f"shipments {sources} {sinks} {seed}"), (sources, sinks)
    demand = np.array([dice.randint(2, 4) for _ in range(sinks)], dtype=np.int64)
    share = int(demand.sum()) // sources
    levels: list[Level] = [
        ("sent", "max", np.ones(shape, dtype=np.int64)),
        ("cost", "min", table(dice, shape, 1, 9)),
        ("liked", "max", table(dice, shape, -2, 3)),
    ]
    least, most = alike(sources, max(0, share - 1)), alike(sources, share + 2)
    return on_grid(shape, levels, left=(least, most), right=(alike(sinks, 0), demand), upper=3)
