"""What is fractional is searched with what surrounds it; the rest stands as it is."""

import numpy as np

from allocator.solver import Limits, certified, solve
from allocator.solver.core import core_of
from allocator.solver.islands import around_fractions
from allocator.solver.relaxation import Relaxed
from tests.solver.problems import FREE, problem

RING = [([1, 1, 0, 0, 0, 0], -FREE, 1), ([0, 1, 1, 0, 0, 0], -FREE, 1), ([0, 0, 1, 1, 0, 0], -FREE, 1)]
RING += [([0, 0, 0, 1, 1, 0], -FREE, 1), ([1, 0, 0, 0, 1, 0], -FREE, 1), ([0, 0, 0, 0, 1, 1], -FREE, 1)]
FIVE_AND_ONE = problem([(0, 1)] * 6, RING, [("max", [1] * 6)])
"""Five columns in a ring, of which neighbours exclude one another, and a sixth that excludes the fifth."""


def test_columns_far_from_fractions_stand() -> None:
    """One ring frees the neighbours of a fractional column, two their neighbours too."""
    core = core_of(FIVE_AND_ONE)
    halves = Relaxed(np.array([0.5, 0.0, 1.0, 0.0, 0.0, 1.0]), np.zeros(6), 2.5)
    near, far = (around_fractions(FIVE_AND_ONE, core, halves, rings) for rings in (1, 2))
    assert (near.col_lb < near.col_ub).tolist() == [True, True, False, False, True, False]
    assert (far.col_lb < far.col_ub).tolist() == [True, True, True, True, True, True]
    assert near.col_lb.tolist() == [0, 0, 1, 0, 0, 1]


def test_a_fractional_relaxation_is_repaired_where_it_is_fractional(monkeypatch) -> None:
    """The bound of the relaxation, 3, is reached by a search around its fractions; no wider search is begun."""

    def never(*_: object, **__: object) -> None:
        raise AssertionError("a wider search")

    monkeypatch.setattr(certified.CertifiedEngine, "_close", never)
    monkeypatch.setattr(
        certified, "relax", lambda *_: Relaxed(np.full(6, 0.5), np.array([0.5, 0.5, 0.5, 0.5, 0.0, 0.5]), 3.0)
    )
    monkeypatch.setattr("allocator.solver.certified.foresee", lambda *_: None)
    found = solve(FIVE_AND_ONE, limits=Limits(deadline=None, workers=1))
    assert [(level.value, level.proven) for level in found.levels] == [(3, True)]
