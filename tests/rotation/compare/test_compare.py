"""Both methods side by side: what is told of levels, people and units is what the second implementation says."""

import pytest

from allocator.rotation.compare import compare, document
from allocator.rotation.planning import plan
from tests.rotation.build import roster_of
from tests.rotation.reference import draws
from tests.rotation.reference.optimum import LEVELS
from tests.rotation.reference.outcome import outcome

CASES = [*range(30), *(pytest.param(index, marks=pytest.mark.exhaustive) for index in range(30, 300))]


@pytest.mark.parametrize("index", CASES)
def test_the_comparison_is_that_of_both_plans(index):
    """Protects the party group's choice: who gains and loses, what decides, and what each unit gives and gets."""
    case, roster = draws.make(index), roster_of(draws.make(index))
    told = document(compare(roster, plan(roster, "rules"), plan(roster, "optimal")))
    made = {method: outcome(case, method) for method in ("rules", "optimal")}
    ends = {
        method: {**case.today, **{move["person_id"]: move["to_post"] for move in one["moves"]}}
        for method, one in made.items()
    }
    open_ = {method: {row["person_id"] for row in one["unmet"]} for method, one in made.items()}
    values = {method: dict(one["levels"]) for method, one in made.items()}
    first = next((name for name in LEVELS if values["rules"][name] != values["optimal"][name]), None)
    assert told["decided_by"] == first
    assert [(p["name"], p["rules"], p["optimal"]) for p in told["levels"]] == [
        (name, values["rules"][name], values["optimal"][name]) for name in LEVELS
    ]
    for pair in told["levels"]:
        by_hand, best = LEVELS[pair["name"]](pair["rules"]), LEVELS[pair["name"]](pair["optimal"])
        assert pair["better"] == ("equal" if by_hand == best else "optimal" if best > by_hand else "rules")
    assert first is None or next(p for p in told["levels"] if p["name"] == first)["better"] == "optimal"
    changed = {person for person in case.people if ends["rules"][person] != ends["optimal"][person]}
    assert {row["person_id"] for row in told["people"]} == changed
    for row in told["people"]:
        by_hand, best = (row["person_id"] in open_[method] for method in ("rules", "optimal"))
        assert row["verdict"] == ("moved" if by_hand == best else "gains" if by_hand else "loses")
        assert all(row[method] == ends[method][row["person_id"]] for method in ends)
    for row in told["units"]:
        for method, end in ends.items():
            here = [person for person in case.people if case.home[person] == row["unit_id"]]
            came = sum(case.unit_of(end[p]) == row["unit_id"] != case.home[p] for p in case.people)
            left = sum(case.unit_of(end[p]) != row["unit_id"] for p in here)
            inside = sum(end[p] != case.today[p] and case.unit_of(end[p]) == row["unit_id"] for p in here)
            assert row[method] == {"in": came, "out": left, "inside": inside}
    for method, one in made.items():
        chains = {}
        for move in one["moves"]:
            chains.setdefault(move["chain"], []).append(move)
        totals = told["totals"][method]
        assert (totals["chains"] + totals["cycles"], totals["unmet"]) == (len(chains), len(one["unmet"]))
        assert totals["longest"] == max(map(len, chains.values()), default=0)
