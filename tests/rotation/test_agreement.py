"""Both methods beside the brute force written from the regulation: moves, levels, ties, handover, unmet duties."""

import pytest

from allocator.rotation.planning import plan
from tests.rotation.build import roster_of
from tests.rotation.reference import draws
from tests.rotation.reference.outcome import outcome

CASES = [
    *range(60),
    *(pytest.param(index, marks=pytest.mark.exhaustive) for index in range(60, 500)),
]


def told(case, method):
    found = plan(roster_of(case), method).outcome
    return {
        "levels": {level.name: level.value for level in found.stages[0].levels},
        "unique": found.stages[0].unique,
        "ties": [{"person_id": tie.person_id, "fates": list(tie.fates)} for tie in found.ties],
        "moves": [move.model_dump(mode="json") for move in found.moves],
        "unmet": [one.model_dump(mode="json") for one in found.unmet],
    }


@pytest.mark.parametrize("method", ["rules", "optimal"])
@pytest.mark.parametrize("index", CASES)
def test_a_plan_is_what_the_brute_force_finds(index, method):
    """Protects every number of the exercise: who moves where, why, in which order, and what remains owed."""
    case = draws.make(index)
    expected = outcome(case, method)
    expected["levels"] = dict(expected["levels"])
    assert told(case, method) == expected
