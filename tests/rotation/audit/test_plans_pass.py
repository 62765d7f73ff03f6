"""Every plan the program makes stands before the audit, which works everything out again by itself."""

import pytest

from allocator.rotation.audit import audit
from allocator.rotation.planning import plan
from tests.rotation.build import roster_of
from tests.rotation.optimum.cases import roster as drawn
from tests.rotation.optimum.test_tiny_cases import LOOSE, MIXES, SHORT, TURNED
from tests.rotation.reference import draws

CASES = [*range(80), *(pytest.param(index, marks=pytest.mark.exhaustive) for index in range(80, 500))]


@pytest.mark.parametrize("method", ["rules", "optimal"])
@pytest.mark.parametrize("index", CASES)
def test_a_plan_stands_before_the_audit(index, method):
    """Protects from an audit that reads the regulation otherwise than the methods do."""
    roster = roster_of(draws.make(index))
    found = plan(roster, method).outcome
    assert audit(roster.case, roster.rulebook, found) == ()


@pytest.mark.parametrize("method", ["rules", "optimal"])
@pytest.mark.parametrize("rulebook", [LOOSE, SHORT, TURNED], ids=["loose", "short", "turned"])
@pytest.mark.parametrize("mix", [mix for mix in MIXES if not mix.pins], ids=range(len(MIXES) - 1))
def test_a_plan_under_another_rulebook_stands_too(mix, rulebook, method):
    """Protects bureaus with levels and shares of their own."""
    for seed in range(8):
        roster = drawn(seed, mix, rulebook)
        found = plan(roster, method).outcome
        assert audit(roster.case, roster.rulebook, found) == ()
