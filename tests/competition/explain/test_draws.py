"""Whoever lost by the draw alone is told exactly that, and nobody else is; confirmed by solving."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from allocator.competition.explain import explain_person, sentences
from allocator.competition.explain.answers import PostAnswer
from allocator.competition.pipeline import Run, run
from allocator.competition.scoring import Scores
from models.competition.case import Case
from tests.competition.agreement.product import opened
from tests.competition.optimum.taking import formulated, is_as_good
from tests.competition.reference import tiny

QUICK = range(0, 500, 50)
ALL = [pytest.param(i, marks=() if i in QUICK else (pytest.mark.exhaustive,), id=str(i)) for i in range(0, 500, 5)]
LOST = ("outranked", "lost_to_total", "lost_to_draw", "given_up", "not_mutual")
BETTER = ("更优未安排", "整体更优", "逐层比较", "合计取舍")
BETTER_ENGLISH = ("lost to the total", "whole is better", "better so", "goes by its levels")
"""What would be untrue of somebody who lost by the draw alone, in the words that are printed."""


def lost(case: Case, done: Run, scores: Scores) -> Iterator[tuple[str, PostAnswer]]:
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

    The verdict is the draw exactly where every level before it is reached all the same; then no printed line, heading
    or sentence, in either language, to office or person, claims that the whole is better without him.
    """
    one = opened(tiny.write_down(tiny.dense(index), tmp_path / "case"))
    done = run(one.scores, "optimal")
    stages = {stage: formulated(one.scores, done, stage) for stage in done.before}
    for person_id, answer in lost(one.case, done, one.scores):
        equal = is_as_good(stages[answer.stage], done, answer.stage, person_id, answer.section_id, 1)
        assert (answer.verdict == "lost_to_draw") == equal
        if equal:
            assert not claimed(one.scores, done, person_id, answer)


def claimed(scores: Scores, done: Run, person_id: str, answer: PostAnswer) -> list[str]:
    """The printed lines about one post, to office and person, that claim that the whole is better without him."""
    found = explain_person(scores, done, person_id, section_id=answer.section_id)
    posts = tuple(post for post in found.posts if (post.section_id, post.role) == (answer.section_id, answer.role))
    about = replace(found, scores=(), why=(), posts=posts)
    lines = []
    for lang, claims in (("zh", BETTER), ("en", BETTER_ENGLISH)):
        for audience in ("office", "person"):
            texts = [line.text for line in sentences(about, scores, lang, audience=audience)]
            assert any("抽签" in text or "draw" in text for text in texts)
            lines += [text for text in texts if any(claim in text for claim in claims)]
    return lines
