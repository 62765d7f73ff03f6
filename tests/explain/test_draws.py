"""Whoever lost by the draw alone is told exactly that, and nobody else is; confirmed by solving."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from allocator.explain import explain_person
from allocator.explain.answers import PostAnswer
from allocator.explain.explaining import CLAIMS
from allocator.pipeline import Run, run
from models.case import Case
from tests.agreement.product import opened
from tests.optimum.taking import formulated, is_as_good
from tests.reference import tiny

QUICK = range(0, 500, 50)
ALL = [pytest.param(i, marks=() if i in QUICK else (pytest.mark.exhaustive,), id=str(i)) for i in range(0, 500, 5)]
DRAWN = {"drawn_against", "drawn_against_others"}
LOST = ("outranked", "lost_to_total", "given_up", "not_mutual")


def lost(case: Case, done: Run, scores) -> Iterator[tuple[str, PostAnswer]]:
    """Every post that somebody was named for and does not have."""
    for person in case.people:
        if person.staffing == "contract":
            continue
        for answer in explain_person(scores, done, person.person_id).posts:
            if answer.verdict in LOST:
                yield person.person_id, answer


@pytest.mark.parametrize("index", ALL)
def test_a_ground_is_what_solving_with_the_seat_says(tmp_path: Path, index: int) -> None:
    """Protects who lost: plain CP-SAT, with the seat taken, says whether only the draw decided.

    The draw is named exactly where every level before it is reached all the same; then nothing claims that the whole
    is better so. Everybody else who is told that the whole is better is told the truth.
    """
    one = opened(tiny.write_down(tiny.dense(index), tmp_path / "case"))
    done = run(one.scores, "optimal")
    stages = {stage: formulated(one.scores, done, stage) for stage in done.before}
    for person_id, answer in lost(one.case, done, one.scores):
        codes = {reason.code for reason in answer.reasons}
        equal = is_as_good(stages[answer.stage], done, answer.stage, person_id, answer.section_id, 1)
        if codes & DRAWN:
            assert equal
            assert not codes & CLAIMS.keys()
        elif answer.verdict == "lost_to_total":
            assert not equal
