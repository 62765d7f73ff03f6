"""One pin more on a sound case: what the short check says is what the whole check says."""

from itertools import product

import pytest

from allocator.competition.check import check, check_pin
from allocator.faults import Fault
from allocator.files import draft_of
from models.competition.codes import ROLES
from models.competition.filings import Pin
from models.competition.rulebook import Rulebook
from scenarios import generate


@pytest.mark.parametrize("seed", ["1", "2"])
def test_a_pin_is_refused_or_scored_as_by_the_whole_check(seed: str) -> None:
    case = generate(people=40, sections=6, seed=seed, avoidance_pairs=12)
    scores = check(draft_of(case), Rulebook()).scores
    assert scores is not None
    codes: set[str] = set()
    people, sections = [p.person_id for p in case.people], [s.section_id for s in case.sections]
    for who, where, role, mode in product(people[::2], sections[::2], ROLES, ("assign", "forbid")):
        pin = Pin(person_id=who, section_id=where, role=role, mode=mode, reason="-", authority="-")
        whole = check(draft_of(case.model_copy(update={"pins": (*case.pins, pin)})), Rulebook())
        short = check_pin(scores, pin)
        if whole.scores is None:
            assert short == whole.faults[0]
            codes.add(whole.faults[0].code)
        else:
            assert not isinstance(short, Fault)
            assert short == whole.scores
    assert {"pin_against_staffing", "pin_against_track"} <= codes
