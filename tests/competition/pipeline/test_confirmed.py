"""A decision within the ties of the procedure confirms them; any other differs, and neither is told wrongly."""

from pathlib import Path

import pytest

from allocator.competition.pipeline import Run, run, take_given
from allocator.competition.pipeline.stages import by_rules
from allocator.competition.results import StageResult
from allocator.competition.rules.redrawn import before_draw
from allocator.competition.scoring import Scores
from models.common.outcome import Notice
from models.competition.codes import STAGES
from models.competition.filings import Decision
from tests.competition.agreement.product import Opened, opened
from tests.competition.builders import candidate, institution, person
from tests.competition.explain.changing import scored as scored_anew
from tests.competition.pipeline.test_run import scored
from tests.competition.reference import tiny

QUICK = range(0, 500, 50)
ALL = [pytest.param(i, marks=() if i in QUICK else (pytest.mark.exhaustive,), id=str(i)) for i in range(0, 500, 5)]
CODES = ("tie_confirmed", "decision_differs")


def rows(*seats: tuple[str, str, str]) -> tuple[Decision, ...]:
    return tuple(Decision(person_id=p, section_id=s, role=r, authority="group") for p, s, r in seats)  # type: ignore[arg-type]


def told(scores: Scores, decisions: tuple[Decision, ...]) -> list[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
    """What the outcome by the rules says of decisions: code, section, decided and proposed."""
    notices = run(scores, "rules", given=take_given(scores, decisions, STAGES)).outcome.warnings
    return [_said(one) for one in notices if one.code in CODES]


def _said(one: Notice) -> tuple[str, str, tuple[str, ...], tuple[str, ...]]:
    section, decided, proposed = (one.args[name] for name in ("section_id", "decided", "proposed"))
    assert isinstance(section, str) and isinstance(decided, tuple) and isinstance(proposed, tuple)
    return (one.code, section, tuple(map(str, decided)), tuple(map(str, proposed)))


EQUAL_CHIEFS = {
    "people": (*(candidate(p) for p in "abc"), person("w")),
    "sections": {"s": 1, "t": 1, "u": 4},
    "marks": {"a": 80, "b": 80, "c": 70, "w": 60},
    "speeches": {"a": 80, "b": 80, "c": 70},
    "filed": (("a", 1, 1, "s"), ("b", 1, 1, "s"), ("c", 1, 1, "s"), ("c", 1, 2, "t")),
    "votes": {("a", "s"): 20, ("b", "s"): 20, ("c", "s"): 20, ("c", "t"): 20},
    "clerk_filed": {"w": ["u"]},
    "picks": {"u": ["w"]},
    "dissatisfied": {},
}
"""a and b are equal for s, c comes behind them there."""


def test_a_chief_post_decided_for_another_of_its_tie_is_confirmed() -> None:
    """Article 13: the draw only stood in; whoever was not in the tie is a departure."""
    scores = scored(**EQUAL_CHIEFS)
    drawn = run(scores, "rules", stages=("chiefs",)).standing.chief_of("s")
    other = "b" if drawn == "a" else "a"
    assert told(scores, rows((other, "s", "chief"), ("c", "t", "chief"))) == [
        ("tie_confirmed", "s", (other,), (drawn,))
    ]
    assert told(scores, rows(("c", "s", "chief"))) == [
        ("decision_differs", "s", ("c",), (drawn,)),
        ("decision_differs", "t", (), ("c",)),
    ]


def test_beside_a_departure_a_confirmed_tie_stays_one() -> None:
    """The two sections have nothing to do with each other: only t departs."""
    scores = scored(**EQUAL_CHIEFS)
    drawn = run(scores, "rules", stages=("chiefs",)).standing.chief_of("s")
    other = "b" if drawn == "a" else "a"
    found = told(scores, rows((other, "s", "chief")))
    assert found == [("decision_differs", "t", (), ("c",)), ("tie_confirmed", "s", (other,), (drawn,))]


def test_a_tie_whose_other_choice_changes_a_level_differs() -> None:
    """a and b are equal for s; b has a second post where he would score more than a, so the choice is not the same."""
    more = {**EQUAL_CHIEFS, "people": (*(candidate(p) for p in "ab"), person("w"))}
    more |= {"marks": {"a": 80, "b": 80, "w": 60}, "speeches": {"a": 80, "b": 80}}
    more["filed"] = (("a", 1, 1, "s"), ("b", 1, 1, "s"), ("a", 1, 2, "t"), ("b", 1, 2, "t"))
    more["votes"] = {("a", "s"): 20, ("b", "s"): 20, ("a", "t"): 15, ("b", "t"): 18}
    scores = scored(**more)
    proposal = run(scores, "rules", stages=("chiefs",)).standing
    drawn, second = proposal.chief_of("s"), proposal.chief_of("t")
    assert drawn and second
    assert told(scores, rows((second, "s", "chief"), (drawn, "t", "chief"))) == [
        ("decision_differs", "s", (second,), (drawn,)),
        ("decision_differs", "t", (drawn,), (second,)),
    ]


def test_people_of_one_quantification_directed_the_other_way_round_are_confirmed() -> None:
    """Article 15-6: only the draw ordered them; somebody with another quantification is no part of it."""
    scores = scored(
        people=tuple(person(p) for p in ("a", "b", "w", "z")),
        sections={"s": 2, "t": 3, "u": 2},
        marks={"a": 80, "b": 80, "w": 60, "z": 90},
        clerk_filed={"w": ["u"]},
        picks={"u": ["w"]},
        speeches={},
        filed=(),
        votes={},
        dissatisfied={},
    )
    seats = {m.person_id: m.section_id for m in run(scores, "rules").standing.members}
    assert (seats["z"], {seats["a"], seats["b"]}) == ("t", {"s", "t"})
    swapped = {**seats, "a": seats["b"], "b": seats["a"]}
    found = told(scores, rows(*((p, s, "clerk") for p, s in swapped.items())))
    assert {(code, section) for code, section, _, _ in found} == {("tie_confirmed", "s"), ("tie_confirmed", "t")}
    last = next(p for p in "ab" if seats[p] == "s")
    swapped = {**seats, "z": "s", last: "t"}
    found = told(scores, rows(*((p, s, "clerk") for p, s in swapped.items())))
    assert {(code, section) for code, section, _, _ in found} == {("decision_differs", "s"), ("decision_differs", "t")}


def test_of_equals_a_section_may_keep_the_other() -> None:
    """Article 16: rank and quantification alike, the draw chose whom the section keeps."""
    scores = scored(
        people=(institution("a", "s"), institution("b", "s"), person("w")),
        sections={"s": 2, "t": 2},
        marks={"a": 80, "b": 80, "w": 60},
        clerk_filed={"a": ["s"], "b": ["s"], "w": ["t"]},
        picks={"t": ["w"]},
        speeches={},
        filed=(),
        votes={},
        dissatisfied={},
    )
    kept = next(p.person_id for p in run(scores, "rules").outcome.placements if p.basis == "required")
    other = "b" if kept == "a" else "a"
    assert told(scores, rows(("w", "t", "clerk"), (other, "s", "institution"))) == [
        ("tie_confirmed", "s", (other,), (kept,))
    ]


def with_seed(one: Opened, seed: str) -> Run:
    """The rules' outcome under another draw."""
    info = one.case.case.model_copy(update={"lottery_seed": seed})
    other = one.case.model_copy(update={"case": info})
    return run(scored_anew(other, one.rulebook), "rules")


@pytest.mark.parametrize("index", ALL)
def test_what_another_draw_would_give_at_the_same_levels_is_confirmed(tmp_path: Path, index: int) -> None:
    """Dense ties: other draws decide; where only people of listed ties change places in a stage that reaches the same
    levels before the draw, that is a confirmation.

    The audit, which plays the procedure by itself, agrees with every notice.
    """
    one = opened(tiny.write_down(tiny.dense(index), tmp_path / "case"))
    for seed in ("one", "two", "three"):
        other = with_seed(one, seed)
        seats = [p for p in other.outcome.placements if p.basis not in ("fixed", "pinned")]
        decisions = tuple(Decision(person_id=p.person_id, section_id=p.section_id, role=p.role) for p in seats)
        if not decisions:
            continue
        given = take_given(one.scores, decisions, STAGES)
        outcome = one.propose("rules", given=given).outcome
        assert one.audit(outcome) == ()
        for stage in given.stages:
            if stage not in other.results:
                continue
            found = [_said(n) for n in outcome.warnings if n.code in CODES and n.args["stage"] == stage]
            drawn = by_rules(one.scores, stage, other.before[stage])
            same = before_draw(drawn) == before_draw(other.results[stage])
            if same and all(within_ties(drawn, section, {*here} ^ {*there}) for _, section, here, there in found):
                assert {code for code, _, _, _ in found} <= {"tie_confirmed"}


def within_ties(drawn: StageResult, section_id: str, people: set[str]) -> bool:
    """Whether all these people are listed as tied for the section."""
    return people <= {one for tie in drawn.ties if tie.section_id == section_id for one in tie.people}
