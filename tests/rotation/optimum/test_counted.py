"""Exchanges that are only counted: the same levels, plan and ties as with every move written out."""

import pytest

from allocator.rotation.optimum import optimum
from allocator.rotation.roster import Roster
from models.rotation.rulebook import RotationRulebook
from tests.rotation.optimum.cases import Mix, roster
from tests.rotation.optimum.test_tiny_cases import SHORT, TURNED

USUAL = Mix(
    units=12, deputies=(1, 2), staff_posts=(1, 3), staff_seats=(1, 3), vacant=0.08, crowded=0.01, wishing=0.3,
    pairs=0.1, exempt=0.06, nominated=0.04, volunteers=0.1, marked=0.15, objections=0.1, years=11,
)  # fmt: skip
MEDIUM = (
    USUAL,
    Mix(**{**vars(USUAL), "quota": 0.12, "pairs": 0.02}),
    Mix(**{**vars(USUAL), "units": 6, "kinds": ("finance",), "requires": 0.5, "served": 0.6, "pins": 0.1}),
    Mix(**{**vars(USUAL), "units": 4, "staff_posts": (3, 4), "wishing": 0.05, "vacant": 0.02}),
)
"""The third has pools of few posts, the fourth units that hold most of a pool."""


@pytest.mark.parametrize("rulebook", [RotationRulebook(), SHORT, TURNED], ids=["default", "short", "turned"])
@pytest.mark.parametrize("mix", MEDIUM, ids=["usual", "quota", "narrow", "few_units"])
@pytest.mark.parametrize("seed", range(4))
def test_counting_gives_what_writing_out_gives(seed: int, mix: Mix, rulebook: RotationRulebook) -> None:
    same_both_ways(roster(seed, mix, rulebook))


def same_both_ways(case: Roster) -> None:
    """Asserts that counting exchanges changes nothing."""
    counted, written = optimum(case), optimum(case, whole=True)
    assert [(level.name, level.value, level.proven) for level in counted.levels] == [
        (level.name, level.value, level.proven) for level in written.levels
    ]
    assert counted.ties == written.ties
    assert counted.unique is written.unique
    assert counted.plan == written.plan
