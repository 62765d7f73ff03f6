"""A search that is cut short gives a legal plan, never worse than the one made by hand, and claims nothing of it."""

import time

import pytest

from allocator.rotation.audit import audit
from allocator.rotation.levels import worth
from allocator.rotation.planning import plan
from allocator.solver import Limits
from tests.rotation.build import roster_of
from tests.rotation.reference import draws


@pytest.mark.parametrize("index", range(12))
def test_no_time_at_all(index):
    """Protects whoever sets a limit: the plan made by hand stands in, and nothing is called proven that is not."""
    roster = roster_of(draws.make(index))
    by_hand = plan(roster, "rules").outcome
    found = plan(roster, "optimal", Limits(deadline=time.monotonic() - 1)).outcome
    assert worth(found.stages[0].levels) >= worth(by_hand.stages[0].levels)
    assert (found.status == "optimal") is all(level.proven for level in found.stages[0].levels)
    assert audit(roster.case, roster.rulebook, found) == ()
