"""Earlier stages taken as they stand: from an outcome, or from what the party group decided."""

import pytest

from allocator.competition.pipeline import run, take_given
from allocator.faults import InvalidInput
from models.common.canonical import sha256
from models.common.outcome import Notice
from models.competition.codes import STAGES
from models.competition.filings import Decision
from models.competition.sections import Section
from tests.competition.builders import incumbent, institution, person, pin
from tests.competition.pipeline.test_run import FULL, placements, scored


def decided(*seats):
    return tuple(Decision(person_id=p, section_id=s, role=r) for p, s, r in seats)


def refusal(scores, source, stages=("clerks",)):
    with pytest.raises(InvalidInput) as refused:
        take_given(scores, source, stages)
    return [(fault.code, dict(fault.args)) for fault in refused.value.faults]


@pytest.mark.parametrize("method", ["rules", "optimal"])
def test_stage_after_stage_gives_what_one_run_gives(method):
    """In real use the stages are months apart; the placements and level values must be those of one run."""
    scores = scored()
    whole = run(scores, method)
    chiefs = run(scores, method, stages=("chiefs",))
    clerks = run(scores, method, stages=("clerks",), given=take_given(scores, chiefs.outcome, ("clerks",)))
    last = run(scores, method, stages=("institution",), given=take_given(scores, clerks.outcome, ("institution",)))
    seats = {(p.person_id, p.section_id, p.role) for p in whole.outcome.placements}
    assert {(p.person_id, p.section_id, p.role) for p in last.outcome.placements} == seats
    for part, stage in ((chiefs, 0), (clerks, 1), (last, 2)):
        assert part.outcome.stages[stage].levels == whole.outcome.stages[stage].levels
    assert [report.state for report in last.outcome.stages] == ["given", "given", "run"]


def test_given_seats_say_so_and_the_others_keep_their_basis():
    scores = scored(pins=(pin("d", "s2", "clerk"),))
    given = take_given(scores, run(scores, "rules", stages=("chiefs",)).outcome, ("clerks",))
    done = run(scores, "rules", stages=("clerks",), given=given)
    assert {person: basis for person, (_, _, basis) in placements(done).items()} == {
        "a": "given",
        "b": "given",
        "c": "mutual",
        "d": "pinned",
        "x": "fixed",
    }


def test_the_given_hash_can_be_made_again_from_the_outcome():
    scores = scored()
    given = take_given(scores, run(scores, "rules", stages=("chiefs",)).outcome, ("clerks",))
    outcome = run(scores, "rules", stages=("clerks",), given=given).outcome
    triples = sorted((p.section_id, p.role, p.person_id) for p in outcome.placements if p.basis == "given")
    assert outcome.given.sha256 == sha256(triples)


def test_with_all_stages_asked_those_that_were_run_are_taken():
    scores = scored()
    given = take_given(scores, run(scores, "rules", stages=("chiefs",)).outcome, STAGES)
    assert given.stages == ("chiefs",)
    assert [r.state for r in run(scores, "rules", given=given).outcome.stages] == ["given", "run", "run"]


def test_a_table_of_decisions_without_rows_gives_nothing():
    """The outcome is then that of a run without it, and so says that nothing was given."""
    scores = scored()
    assert run(scores, "rules", given=take_given(scores, (), STAGES)).outcome == run(scores, "rules").outcome


def test_a_decision_that_differs_from_the_proposal_is_recorded():
    """Articles 13 and 17: the party group decides; the record shows where it did otherwise."""
    scores = scored()
    source = decided(("b", "s1", "chief"))
    outcome = run(scores, "rules", given=take_given(scores, source, STAGES)).outcome
    differences = [notice for notice in outcome.warnings if notice.code == "decision_differs"]
    assert differences == [
        Notice(
            code="decision_differs",
            args={"stage": "chiefs", "section_id": "s1", "decided": ("b",), "proposed": ("a",)},
        ),
        Notice(
            code="decision_differs",
            args={"stage": "chiefs", "section_id": "s2", "decided": (), "proposed": ("b",)},
        ),
    ]


def test_a_decision_as_proposed_records_nothing():
    scores = scored()
    source = decided(("a", "s1", "chief"), ("b", "s2", "chief"))
    outcome = run(scores, "rules", given=take_given(scores, source, STAGES)).outcome
    assert all(notice.code != "decision_differs" for notice in outcome.warnings)


@pytest.mark.parametrize(
    ("seats", "code"),
    [
        ([("z", "s1", "chief")], "given_unknown_person"),
        ([("a", "s9", "chief")], "given_unknown_section"),
        ([("a", "s1", "chief"), ("a", "s2", "chief")], "given_two_seats"),
        ([("a", "s1", "chief"), ("b", "s1", "chief")], "given_two_chiefs"),
        ([("c", "s1", "chief")], "given_wrong_track"),
        ([("k", "s1", "chief")], "given_wrong_track"),
        ([("a", "s2", "chief")], "given_below_floor"),
        ([("x", "s2", "clerk"), ("a", "s1", "chief")], "given_moves_fixed"),
    ],
)
def test_a_given_seat_that_breaks_a_hard_rule_is_refused_by_name(seats, code):
    stages = ("institution",) if code == "given_moves_fixed" else ("clerks",)
    found = refusal(scored(), decided(*seats), stages)
    assert code in {name for name, _ in found}


def test_a_given_seat_against_a_pin_names_both_places():
    scores = scored(pins=(pin("d", "s2", "clerk"),))
    found = refusal(scores, decided(("d", "s1", "clerk")), ("institution",))
    places = {"own": "s2", "own_role": "clerk", "section_id": "s1", "role": "clerk"}
    assert ("given_moves_pinned", {"person_id": "d", **places}) in found


def test_a_fixed_person_given_another_role_in_his_own_section_is_told_the_role():
    found = refusal(scored(), decided(("x", "s1", "institution"), ("a", "s1", "chief")), (*STAGES,))
    places = {"own": "s1", "own_role": "clerk", "section_id": "s1", "role": "institution"}
    assert ("given_moves_fixed", {"person_id": "x", **places}) in found


def test_unknown_people_are_refused_in_rows_of_later_stages_too():
    """The file may belong to another case; passing over what is not needed yet would hide it."""
    rows = decided(("a", "s1", "chief"), ("z", "s1", "clerk"), ("c", "s9", "clerk"))
    unknown = [("given_unknown_person", {"person_id": "z"}), ("given_unknown_section", {"section_id": "s9"})]
    assert refusal(scored(), rows, ("clerks",)) == unknown


def test_a_forbidden_seat_is_refused():
    scores = scored(pins=(pin("b", "s2", "chief", "forbid"),))
    assert refusal(scores, decided(("b", "s2", "chief")))[0][0] == "given_forbidden"


def test_given_people_beyond_the_headcount_are_refused():
    scores = scored(sections={"s1": 4, "s2": 2})
    found = refusal(scores, decided(("c", "s2", "clerk"), ("b", "s2", "clerk")), ("institution",))
    assert found == [("given_over_headcount", {"section_id": "s2", "taken": 2, "seats": 1})]


def test_given_originals_beyond_the_cap_are_refused():
    """Article 15: at most one of a section's own people stays there as a clerk."""
    people = (*FULL["people"], person("c2", section="s1"))
    scores = scored(people=people, marks={**FULL["marks"], "c2": 60})
    found = refusal(scores, decided(("c", "s1", "clerk"), ("c2", "s1", "clerk")), ("institution",))
    assert found == [("given_over_retention", {"section_id": "s1", "role": "clerk", "people": ("c", "c2"), "cap": 1})]


def test_given_people_who_must_avoid_each_other_are_refused():
    scores = scored(avoid=[("a", "c")])
    found = refusal(scores, decided(("a", "s1", "chief"), ("c", "s1", "clerk")), ("institution",))
    assert found == [("given_avoidance", {"section_id": "s1", "people": ("a", "c")})]


def test_an_earlier_stage_that_was_never_run_is_missed():
    """Without it the clerks' seats would all look free to the institution staff."""
    scores = scored()
    chiefs = run(scores, "rules", stages=("chiefs",)).outcome
    assert refusal(scores, chiefs, ("institution",)) == [("given_stage_missing", {"stage": "clerks"})]


def test_a_chief_decided_while_no_meeting_is_on_record_is_taken():
    """Months later the case may hold the later stages' tables only."""
    people = (incumbent("a", "s1"), person("c"))
    scores = scored(
        people=people,
        sections=[Section(section_id="s1", name="s1", headcount=2)],
        marks={"a": 80, "c": 60},
        speeches={},
        filed=(),
        votes={},
        present={},
        clerk_filed={"c": ["s1"]},
        picks={"s1": ["c"]},
        dissatisfied={"a": (9, 1, 0)},
    )
    given = take_given(scores, decided(("a", "s1", "chief")), ("clerks",))
    assert placements(run(scores, "rules", stages=("clerks",), given=given)) == {
        "a": ("s1", "chief", "given"),
        "c": ("s1", "clerk", "mutual"),
    }


def test_decided_institution_staff_are_seated_without_consent_but_not_unseen():
    """Articles 3-2 and 17: a decision may do what a pin may, and the record shows it as it does for a pin."""
    people = (*FULL["people"], institution("j", "s1", consent=False), institution("l", "s2", review="fail"))
    scores = scored(people=people, marks={**FULL["marks"], "j": 50, "l": 50})
    source = decided(("a", "s1", "chief"), ("b", "s2", "chief"), ("j", "s1", "institution"), ("l", "s2", "institution"))
    outcome = run(scores, "rules", given=take_given(scores, source, STAGES)).outcome
    assert [notice for notice in outcome.warnings if notice.code.startswith("given_")] == [
        Notice(code="given_review_fail", args={"person_id": "l", "section_id": "s2"}),
        Notice(code="given_without_consent", args={"person_id": "j", "section_id": "s1"}),
    ]


def test_a_failed_clerk_given_a_seat_is_told_of_once():
    """That a clerk failed the review is a warning about the case already."""
    people = [one.model_copy(update={"review": "fail"}) if one.person_id == "c" else one for one in FULL["people"]]
    scores = scored(people=people)
    given = take_given(scores, run(scores, "rules", stages=("chiefs", "clerks")).outcome, ("institution",))
    assert "c" in {member.person_id for member in given.members}
    outcome = run(scores, "rules", stages=("institution",), given=given).outcome
    assert all(not notice.code.startswith("given_") for notice in outcome.warnings)


def test_decisions_of_stages_not_taken_are_told_by_stage():
    """Rows without effect would otherwise look as if they had been followed."""
    scores = scored(pins=(pin("d", "s2", "clerk"),))
    rows = decided(
        ("a", "s1", "chief"),
        ("b", "s2", "chief"),
        ("i", "s1", "institution"),
        ("c", "s2", "clerk"),
        ("d", "s2", "clerk"),
        ("x", "s1", "clerk"),
    )
    outcome = run(scores, "rules", stages=("clerks",), given=take_given(scores, rows, ("clerks",))).outcome
    assert [notice for notice in outcome.warnings if notice.code == "decisions_without_effect"] == [
        Notice(code="decisions_without_effect", args={"stage": "clerks", "people": ("c",)}),
        Notice(code="decisions_without_effect", args={"stage": "institution", "people": ("i",)}),
    ]


def test_an_outcome_of_later_stages_may_be_given():
    """Its later placements were a proposal, which the stage asked for makes anew: nothing is told of them."""
    scores = scored()
    given = take_given(scores, run(scores, "rules").outcome, ("clerks",))
    outcome = run(scores, "rules", stages=("clerks",), given=given).outcome
    assert given.unused == ()
    assert all(notice.code != "decisions_without_effect" for notice in outcome.warnings)


LAST_SEAT = {
    "people": (person("p", section="s1"), person("q", section="s1"), person("r", section="s2"), person("w")),
    "sections": {"s1": 3, "s2": 2},
    "marks": {"p": 90, "q": 80, "r": 70, "w": 60},
    "clerk_filed": {"p": ["s1"], "r": ["s2"]},
    "picks": {"s1": ["p"], "s2": ["r"]},
    "speeches": {},
    "filed": (),
    "votes": {},
    "dissatisfied": {},
}
"""``q`` is directed while only his own section has a seat, which keeps ``p`` already; ``w`` then takes that seat."""


def test_a_clerk_keeps_the_reason_of_the_moment_of_direction_in_the_next_stage():
    """Months later the reason would else turn from retention to a want of seats."""
    scores = scored(**LAST_SEAT)
    whole = run(scores, "rules").outcome
    clerks = run(scores, "rules", stages=("chiefs", "clerks"))
    last = run(scores, "rules", stages=("institution",), given=take_given(scores, clerks.outcome, ("institution",)))
    assert [(one.person_id, one.reason) for one in whole.unplaced] == [("q", "closed")]
    assert last.outcome.unplaced == whole.unplaced


def test_decisions_as_the_procedure_has_them_leave_its_reasons():
    scores = scored(**LAST_SEAT)
    rows = decided(("p", "s1", "clerk"), ("r", "s2", "clerk"), ("w", "s1", "clerk"))
    outcome = run(scores, "rules", given=take_given(scores, rows, STAGES)).outcome
    assert [(one.person_id, one.reason) for one in outcome.unplaced] == [("q", "closed")]


def test_decisions_otherwise_than_the_procedure_leave_the_reasons_of_the_end():
    """There is no moment of direction then."""
    scores = scored(**LAST_SEAT)
    rows = decided(("p", "s2", "clerk"), ("q", "s1", "clerk"), ("w", "s1", "clerk"))
    outcome = run(scores, "rules", given=take_given(scores, rows, STAGES)).outcome
    assert [(one.person_id, one.reason) for one in outcome.unplaced] == [("r", "no_seat")]


def test_under_the_optimum_the_reason_is_that_of_the_end():
    scores = scored(**LAST_SEAT)
    rows = decided(("p", "s1", "clerk"), ("r", "s2", "clerk"), ("w", "s1", "clerk"))
    outcome = run(scores, "optimal", given=take_given(scores, rows, STAGES)).outcome
    assert [(one.person_id, one.reason) for one in outcome.unplaced] == [("q", "no_seat")]
