"""Whoever lost by the draw alone is told exactly that, and nobody else is; confirmed by solving."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from allocator.competition.explain import explain_person, sentences
from allocator.competition.explain.answers import PostAnswer
from allocator.competition.pipeline import Run, run
from allocator.competition.scoring import Scores
from models.competition.case import Case
from tests.competition.agreement.product import opened
from tests.competition.optimum.taking import formulated, is_as_good
from tests.competition.reference import rules as reference
from tests.competition.reference import tiny
from tests.competition.reference.facts import Facts, Seat

QUICK = range(0, 500, 50)
ALL = [pytest.param(i, marks=() if i in QUICK else (pytest.mark.exhaustive,), id=str(i)) for i in range(0, 500, 5)]
LOST = ("outranked", "lost_to_total", "lost_to_draw", "given_up", "not_mutual", "barred")
BETTER = ("更优未安排", "整体更优", "逐层比较", "合计取舍")
BETTER_ENGLISH = ("lost to the total", "whole is better", "better so", "goes by its levels")
"""What would be untrue of somebody who lost by the draw alone, in the words that are printed."""


def lost(case: Case, done: Run, scores: Scores) -> Iterator[tuple[str, PostAnswer]]:
    """Every post that somebody was named for and does not have."""
    for person in case.people:
        if person.staffing == "contract":
            continue
        for answer in explain_person(scores, done, person.person_id, prices=False, would_have=False).posts:
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
            assert audience == "office" or how_many_are_equal(answer, texts)
            lines += [text for text in texts if any(claim in text for claim in claims)]
    return lines


def how_many_are_equal(answer: PostAnswer, texts: list[str]) -> bool:
    """Whether somebody reads of himself how many others were equal, where there were any, and never who they were."""
    count = answer.reasons[-1].args.get("count")
    return count is None or any(f"另有{count}人" in text or f"besides you: {count}." in text for text in texts)


def test_where_ties_were_not_found_nothing_is_called_better_without_reserve(tmp_path: Path) -> None:
    """A proven optimum whose ties could not be found in time: what it calls better may be only drawn, and says so."""
    one = opened(tiny.write_down(tiny.dense(0), tmp_path / "case"))
    done = run(one.scores, "optimal")
    open_ = tuple(report.model_copy(update={"unique": None}) for report in done.outcome.stages)
    hidden = replace(done, outcome=done.outcome.model_copy(update={"stages": open_, "ties": (), "follows": ()}))
    who = next(who for who, answer in lost(one.case, done, one.scores) if answer.verdict == "lost_to_draw")
    said = {}
    for lang in ("zh", "en"):
        for which, of in (("found", done), ("not found", hidden)):
            found = explain_person(one.scores, of, who, prices=False, would_have=False)
            said[lang, which] = " ".join(line.text for line in sentences(found, one.scores, lang, audience="person"))
    assert "也可能只是同样优而由抽签取舍" in said["zh", "not found"]
    assert "may be as good, and told apart by the draw alone" in said["en", "not found"]
    assert "也可能只是" not in said["zh", "found"] and "told apart" not in said["en", "found"]


class Drawn(Facts):
    """The records as the second implementation reads them, with some numbers drawn otherwise."""

    def __init__(self, folder: Path, draws: dict[tuple[object, ...], int]) -> None:
        self.draws = draws
        super().__init__(folder)

    def lot(self, *parts: object) -> int:
        found: int = self.draws[parts] if parts in self.draws else super().lot(*parts)
        return found


FIRST = 1 << 33


def standings(folder: Path) -> dict[str, list[Seat]]:
    """Who sat where before each stage by the rules, as the second implementation has it."""
    facts, found = Drawn(folder, {}), {}
    standing = facts.opening()
    for stage in reference.STEPS:
        found[stage] = standing
        standing = reference.decide_stage(facts, stage, standing).standing
    return found


def could_be_drawn(folder: Path, before: list[Seat], answer: PostAnswer, person_id: str) -> bool:
    """Whether some other draw about the person and his equals gives him the seat, all of them tried."""
    for draws in other_draws(folder, before, answer, person_id):
        seats, _, _ = reference.STEPS[answer.stage](Drawn(folder, draws), before)
        if any((s.person, s.section, s.role) == (person_id, answer.section_id, answer.role) for s in seats):
            return True
    return False


def other_draws(
    folder: Path, before: list[Seat], answer: PostAnswer, person_id: str
) -> Iterator[dict[tuple[object, ...], int]]:
    """The pair drawn first; for the clerks, everybody of the person's quantification in any order."""
    if answer.stage != "clerks":
        yield {(person_id, answer.section_id): FIRST}
        return
    facts = Facts(folder)
    pool = facts.clerk_pool(before)
    equals = [p for p in pool if facts.quantification[p] == facts.quantification.get(person_id)]
    for order in permutations(equals):
        yield {(who, ""): FIRST - place for place, who in enumerate(order)}


@pytest.mark.parametrize("index", ALL)
def test_by_the_rules_a_ground_is_what_another_draw_says(tmp_path: Path, index: int) -> None:
    """Protects who lost by the procedure: of those whom it lists as tied, a second implementation with the draw in his
    favour gives the seat to exactly the one who is told that only the draw decided, that others were equal, how many.
    """
    folder = tiny.write_down(tiny.dense(index), tmp_path / "case")
    one = opened(folder)
    done, before = run(one.scores, "rules"), standings(folder)
    for person_id, answer in lost(one.case, done, one.scores):
        if answer.stage not in done.results:
            continue
        drawn = answer.verdict == "lost_to_draw"
        here = [t for t in done.outcome.ties if (t.stage, t.section_id) == (answer.stage, answer.section_id)]
        ties = [set(tie.people) for tie in here if person_id in tie.people]
        assert drawn == (bool(ties) and could_be_drawn(folder, before[answer.stage], answer, person_id))
        if drawn:
            assert not claimed(one.scores, done, person_id, answer)
            told = answer.reasons[-1]
            assert told.code in ("drawn_among", "drawn_between")
            assert told.args.get("count", 0) == len(set().union(*ties) - {person_id})
