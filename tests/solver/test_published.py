"""Problems given as arrays by anybody: assignment of every kind, against trying everything and against HiGHS."""

from pathlib import Path

import pytest
from scipy.optimize import linear_sum_assignment

from allocator.solver import Limits, Problem, Solution, load, save, solve
from tests.solver.highs import lexicographic
from tests.solver.instances import generalised_assignment, linear_assignment, many_to_many, shipments
from tests.solver.problems import brute, level_values


def proven(problem: Problem) -> Solution:
    """The solution, every level proven, none by falling back to plain CP-SAT on everything."""
    solution = solve(problem)
    assert solution.status == "optimal"
    assert problem.accepts(solution.values)
    assert all(face.how in ("dual", "search") for face in solution.faces)
    assert all(face.reduced is None or face.reduced.second != "not_asked" for face in solution.faces)
    return solution


def values_of(solution: Solution) -> list[int]:
    return [level.value for level in solution.levels]


@pytest.mark.parametrize(("size", "seed"), [(3, 1), (12, 2), (60, 3), (150, 4)])
def test_linear_assignment(size: int, seed: int) -> None:
    """The cost of scipy's own assignment; a network, so the integers of the multipliers prove it alone."""
    problem, costs = linear_assignment(size, seed)
    rows, columns = linear_sum_assignment(costs)
    solution = proven(problem)
    assert values_of(solution) == [int(costs[rows, columns].sum())] == lexicographic(problem)
    assert [face.how for face in solution.faces] == ["dual"]


@pytest.mark.parametrize("kind", "ABCD")
@pytest.mark.parametrize("seed", range(3))
def test_generalised_assignment_by_trying_everything(kind: str, seed: int) -> None:
    """Tiny ones of each type: three agents, four jobs; some have no solution at all."""
    held_to_everything(generalised_assignment(kind, 3, 4, seed))


@pytest.mark.parametrize(("agents", "jobs"), [(4, 12), (5, 25)])
@pytest.mark.parametrize("kind", "ABCD")
def test_generalised_assignment_against_highs(kind: str, agents: int, jobs: int) -> None:
    """Larger ones of each type, integer loads under upper limits: the cost HiGHS finds."""
    problem = generalised_assignment(kind, agents, jobs, 1)
    assert values_of(proven(problem)) == lexicographic(problem)


@pytest.mark.parametrize("seed", range(6))
def test_many_to_many_by_trying_everything(seed: int) -> None:
    """Demands above one, lower limits of agents, excluded pairs, two levels."""
    held_to_everything(many_to_many(3, 4, seed))


@pytest.mark.parametrize("seed", range(3))
def test_many_to_many_against_highs(seed: int) -> None:
    """The same with thirty agents and twenty roles."""
    problem = many_to_many(30, 20, seed)
    assert values_of(proven(problem)) == lexicographic(problem)


@pytest.mark.parametrize("seed", range(4))
def test_shipments_by_trying_everything(seed: int) -> None:
    """Columns up to three, lower and upper unit limits, three levels with negative coefficients."""
    held_to_everything(shipments(2, 3, seed))


@pytest.mark.parametrize("seed", range(3))
def test_shipments_against_highs(seed: int) -> None:
    """The same from ten sources to fifteen sinks."""
    problem = shipments(10, 15, seed)
    assert values_of(proven(problem)) == lexicographic(problem)


def test_files_give_the_same(tmp_path: Path) -> None:
    """Through a file, with either engine, the values are the same."""
    for number, problem in enumerate((many_to_many(6, 6, 1), shipments(4, 5, 1), generalised_assignment("A", 3, 8, 1))):
        save(problem, tmp_path / f"{number}.npz")
        again = load(tmp_path / f"{number}.npz")
        expected = values_of(proven(problem))
        assert values_of(solve(again)) == expected == values_of(solve(again, limits=Limits(engine="reference")))


def held_to_everything(problem: Problem) -> None:
    best = brute(problem)
    if not best:
        assert solve(problem).status == "infeasible"
        assert lexicographic(problem) is None
        return
    assert tuple(values_of(proven(problem))) == level_values(problem, best[0])
