"""The optimum of tiny cases against every plan there is, looked at one by one."""

from fractions import Fraction

import pytest

from allocator.rotation.moves import Moves
from allocator.rotation.optimum import OptimalPlan, optimum
from models.rotation.rulebook import ContinuityRules, RotationObjective, RotationRulebook
from tests.rotation.optimum.cases import Mix, roster
from tests.rotation.optimum.enumeration import Decided, decided, size

MIXES = (
    Mix(),
    Mix(quota=0.3, pairs=0.5),
    Mix(units=2, deputies=(0, 1), staff_posts=(1, 3), kinds=("finance", "general"), vacant=0.3),
    Mix(units=3, heads=1, deputies=(1, 1), staff_posts=(0, 1), wishing=0.8, requires=0.4, served=0.5, pins=0.3),
    Mix(units=4, deputies=(0, 0), staff_posts=(1, 1), staff_seats=(1, 1), kinds=("general",), vacant=0.05, years=8),
    Mix(units=2, deputies=(0, 1), staff_posts=(1, 2), staff_seats=(1, 3), crowded=0.3, wishing=0.8, marked=0.8),
)
LOOSE = RotationRulebook(continuity=ContinuityRules(exchange_share=Fraction(1), move_share=Fraction(1)))
SHORT = RotationRulebook(objective=RotationObjective(plan=("should", "together", "wishes", "overdue", "moves")))
TURNED = RotationRulebook(
    objective=RotationObjective(plan=("wishes", "lot", "rotated", "should", "objections"), overdue_cap=24),
    continuity=ContinuityRules(exchange_share=Fraction(2, 3), move_share=Fraction(1), keep_a_leader=False),
)
RULEBOOKS = (RotationRulebook(), LOOSE, SHORT, TURNED)
MOST_PLANS = 6000


@pytest.mark.parametrize("rulebook", RULEBOOKS, ids=["default", "loose", "short", "turned"])
@pytest.mark.parametrize("mix", MIXES, ids=range(len(MIXES)))
@pytest.mark.parametrize("block", range(3))
def test_levels_plan_and_fates_are_those_of_every_plan(mix: Mix, rulebook: RotationRulebook, block: int) -> None:
    looked_at = 0
    for seed in range(1000 * block, 1000 * block + 40):
        moves = Moves(roster(seed, mix, rulebook))
        if 1 < size(moves) <= MOST_PLANS:
            looked_at += 1
            expected = decided(moves)
            same(expected, optimum(moves.roster, whole=True))
            same(expected, optimum(moves.roster))
        if looked_at == 5:
            return
    assert looked_at


def same(expected: Decided | None, found: OptimalPlan) -> None:
    """Asserts that a proven optimum is the one of the enumeration."""
    if expected is None:
        assert found.evidence.solution.status == "infeasible" and not found.plan
        return
    plan, levels, fates = expected
    assert all(level.proven for level in found.levels)
    assert tuple(level.value for level in found.levels) == levels
    assert {tie.person_id: tie.fates for tie in found.ties} == fates
    assert found.unique is not bool(fates)
    assert found.plan == plan
