"""The floor: the first level over the network part alone, as a flow of least cost."""

import numpy as np
from ortools.graph.python import min_cost_flow

from allocator.solver import Ints, Problem
from benchmarks.network import NONE, network_of
from benchmarks.peers import Clock

SOURCE, SINK, JOINT, FIRST = 0, 1, 2, 3


def solve(problem: Problem, clock: Clock) -> None:
    """The first level. Where rows of the problem are no part of the network, the value is a bound only.

    Raises:
        ValueError: when the flow has no optimum, which a network without lower bounds always has.
    """
    network = network_of(problem)
    sign = 1 if problem.level_sense[0] == "max" else -1
    rows = np.unique(np.concatenate([network.left, network.right]))
    rows = rows[rows != NONE]
    tail = FIRST + np.searchsorted(rows, network.left)
    tail = np.where(network.left != NONE, tail, np.where(network.joint < 0, JOINT, SOURCE))
    head = FIRST + np.searchsorted(rows, network.right)
    head = np.where(network.right != NONE, head, np.where(network.joint > 0, JOINT, SINK))
    lefts, rights = (np.unique(side[side != NONE]) for side in (network.left, network.right))
    most = int(problem.row_ub[lefts].sum() + problem.col_ub[tail == SOURCE].sum())
    flow = min_cost_flow.SimpleMinCostFlow()
    for tails, heads, room, cost in (
        (tail, head, problem.col_ub, -sign * problem.level_coef[0]),
        (np.full(len(lefts), SOURCE), FIRST + np.searchsorted(rows, lefts), problem.row_ub[lefts], None),
        (FIRST + np.searchsorted(rows, rights), np.full(len(rights), SINK), problem.row_ub[rights], None),
        (np.array([SOURCE]), np.array([SINK]), np.array([most]), None),
    ):
        _add(flow, tails, heads, room, cost)
    flow.set_node_supply(SOURCE, most)
    flow.set_node_supply(SINK, -most)
    if flow.solve() != flow.OPTIMAL:
        raise ValueError("a flow without an optimum")
    value = -sign * flow.optimal_cost() + int(problem.level_offset[0])
    exact = network.left_out == 0
    note = "" if exact else f"{network.left_out} rows left out"
    clock.tell(problem.level_names[0], value if exact else None, value, exact, note=note)


def _add(flow: min_cost_flow.SimpleMinCostFlow, tails: Ints, heads: Ints, room: Ints, cost: Ints | None) -> None:
    costs = np.zeros(len(tails), dtype=np.int64) if cost is None else cost
    flow.add_arcs_with_capacity_and_unit_cost(tails.astype(np.int32), heads.astype(np.int32), room, costs)
