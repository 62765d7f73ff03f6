"""Ties told in full: over cases full of equal people, exactly what trying everything finds."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from models.competition.codes import STAGES
from tests.competition.agreement.chosen import each_case
from tests.competition.agreement.product import fields, opened
from tests.competition.reference import brute, tiny
from tests.competition.reference.facts import Facts
from tests.competition.reference.report import outcome_of
from tests.competition.reference.search import Result

DENSE = tuple(range(500))
AWKWARD = 261
"""Here a placement as good by counting cannot be completed; people are written out while the ties are looked for."""

QUICK = (*range(0, 500, 16), 14, 19, AWKWARD)
OFTEN = 10


@pytest.mark.parametrize("index", each_case(QUICK, DENSE))
def test_ties_are_all_there_are(tmp_path: Path, index: int) -> None:
    """Every tied seat, whether a stage has one best solution, and who follows, as found by trying everything."""
    folder = tiny.write_down(tiny.dense(index), tmp_path / "case")
    facts, case = Facts(folder), opened(folder)
    outcome = case.propose("optimal").outcome
    assert fields(outcome) == outcome_of(facts, brute.solve(facts))
    assert outcome.status == "optimal"
    assert case.audit(outcome) == ()


def results(folder: Path, indices: Iterable[int]) -> Iterable[dict[str, Result]]:
    return (brute.solve(Facts(tiny.write_down(tiny.dense(index), folder / str(index)))) for index in indices)


def counted(folder: Path, indices: Iterable[int]) -> Counter[str]:
    """How many cases have ties in a stage, seats that follow from them, and three people tied for one section."""
    count: Counter[str] = Counter()
    for found in results(folder, indices):
        count.update(stage for stage in STAGES if found[stage].ties)
        count["all stages"] += all(found[stage].ties for stage in STAGES)
        count["follows"] += bool(found["clerks"].follows)
        count["three"] += any(len(people) > 2 for stage in STAGES for _, people in found[stage].ties)
    return count


def test_the_cases_are_dense(tmp_path: Path) -> None:
    """Among the cases of every run, each stage has ties and all have them at once; some seats follow from others."""
    count = counted(tmp_path, QUICK)
    assert set(count) == {*STAGES, "all stages", "follows", "three"}
    assert all(count.values()), count


@pytest.mark.exhaustive
def test_all_cases_are_dense(tmp_path: Path) -> None:
    """The same of all 500, often."""
    count = counted(tmp_path, DENSE)
    assert all(number >= OFTEN for number in count.values()), count
