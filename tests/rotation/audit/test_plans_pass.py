"""Every plan the program makes stands before the audit, which works everything out again by itself."""

import pytest

from allocator.rotation.audit import audit
from allocator.rotation.planning import plan
from tests.rotation.build import roster_of
from tests.rotation.reference import draws

CASES = [*range(80), *(pytest.param(index, marks=pytest.mark.exhaustive) for index in range(80, 500))]


@pytest.mark.parametrize("method", ["rules", "optimal"])
@pytest.mark.parametrize("index", CASES)
def test_a_plan_stands_before_the_audit(index, method):
    """Protects from an audit that reads the regulation otherwise than the methods do."""
    roster = roster_of(draws.make(index))
    found = plan(roster, method).outcome
    assert audit(roster.case, roster.rulebook, found) == ()
