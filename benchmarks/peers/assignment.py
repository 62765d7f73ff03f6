"""scipy's assignment of people to seats, for problems of one level that are a network."""

import numpy as np
from scipy.optimize import linear_sum_assignment

from allocator.solver import Ints, Problem
from benchmarks.network import NONE, network_of
from benchmarks.peers import Clock


def solve(problem: Problem, clock: Clock) -> None:
    """The one level, over a full table of people and single seats. Seats nobody wins by stay free.

    Raises:
        ValueError: when the problem has several levels, rows beside the network, or columns other than seats.
    """
    network = network_of(problem)
    profit = problem.level_coef[0] * (1 if problem.level_sense[0] == "max" else -1)
    gainful = np.flatnonzero(profit > 0)
    left, right = _alone(network.left[gainful]), _alone(network.right[gainful])
    seats = not np.any(problem.col_lb) and bool(np.all(problem.col_ub[gainful] == 1))
    if problem.levels != 1 or network.left_out or network.joint.any() or not seats:
        raise ValueError("no assignment of one level")
    people, person = np.unique(left, return_inverse=True)
    rooms, room = np.unique(right, return_inverse=True)
    of_person, of_room = _room(problem, people, person), _room(problem, rooms, room)
    if np.any(of_person != 1):
        raise ValueError("a person with several seats")
    table = np.zeros((len(people), len(rooms)))
    np.maximum.at(table, (person, room), profit[gainful])
    table = table.repeat(of_room, axis=1)
    at = linear_sum_assignment(table, maximize=True)
    total = int(np.rint(table[at]).astype(np.int64).sum())
    sign = 1 if problem.level_sense[0] == "max" else -1
    value = sign * total + int(problem.level_offset[0])
    clock.tell(problem.level_names[0], value, value, True)


def _alone(side: Ints) -> Ints:
    """The row of each column; a column without one gets a number of its own."""
    return np.where(side == NONE, NONE - 1 - np.arange(len(side)), side)


def _room(problem: Problem, rows: Ints, members: Ints) -> Ints:
    """How many columns of each row can be taken at once."""
    most = np.where(rows < 0, 1, problem.row_ub[np.maximum(rows, 0)])
    return np.minimum(most, np.bincount(members, minlength=len(rows)))
