"""Who needs which records, what is merely not ready, and that one fault is never taken for another."""

import dataclasses

import pytest

from allocator.competition.check import check, readiness
from allocator.faults import Fault
from allocator.files.draft import draft_of
from models.competition.rulebook import Rulebook
from tests.competition import builders as b
from tests.competition.check.build import MARKS, checked, faults, left_out, people, sound


def without(table, *person_ids, **changes):
    """The sound bureau without these people's rows of a table."""
    case = sound(**changes)
    kept = tuple(row for row in getattr(case, table) if row.person_id not in person_ids)
    return case.model_copy(update={table: kept})


MISSING = {"exams": "exam_missing", "appraisals": "appraisal_missing", "reviews": "review_missing"}


@pytest.mark.parametrize("table", MISSING)
def test_everybody_in_a_pool_needs_each_part(table):
    """Entrant, clerk and institution staff alike: whoever lacks a part is named with the part."""
    assert faults(without(table, "a", "c", "i")) == [
        (MISSING[table], table, None, "person_id", who) for who in ("a", "c", "i")
    ]


@pytest.mark.parametrize("table", MISSING)
def test_a_table_without_rows_is_a_matter_of_readiness(table):
    assert faults(without(table, *MARKS)) == []


@pytest.mark.parametrize(
    "outsider",
    [
        b.person("o", staffing="contract"),
        b.person("o", section="s3", fixed=True),
        b.institution("o", consent=False),
        b.institution("o", review="fail"),
        b.institution("o"),
    ],
    ids=["contract", "fixed", "no consent", "failed review", "no filing"],
)
def test_people_outside_the_pools_need_nothing(outsider):
    assert faults(sound(people=people(outsider))) == []


def test_pinned_people_have_left_the_contest():
    assert faults(without("exams", "c", pins=[b.pin("c", "s2", "clerk")])) == []


def test_a_part_without_weight_may_be_missing():
    rulebook = Rulebook(quantification={"weights": {"appraisal": "0.5", "review": "0.5"}})
    assert faults(without("exams", "c"), rulebook) == []


def test_five_marks_leave_one():
    """Two highest and two lowest are dropped: four marks leave none, five leave one."""
    four = {"a": 90, "b": [80, 81, 82, 83]}
    assert faults(sound(speeches=four)) == [("too_few_speech_marks", "speeches", None, "person_id", "b")]
    assert faults(sound(speeches={"a": 90, "b": [80, 81, 82, 83, 84]})) == []


def test_an_entrant_whom_nobody_wants_anywhere_need_not_speak():
    """Marks are needed for a pair with an open post only; a vote makes one."""
    quiet = {"filed": [("a", 1, 1, "s1")], "speeches": {"a": 90}}
    assert faults(sound(**quiet, votes={("a", "s1"): 20})) == []
    assert faults(sound(**quiet, votes={("a", "s1"): 20, ("b", "s3"): 1})) == [
        ("too_few_speech_marks", "speeches", None, "person_id", "b")
    ]


def test_the_person_of_a_faulty_row_is_still_known():
    """A person whose own row is faulty is no stranger to the other tables."""
    broken = Fault("unreadable", "people", 4, "rank", "?")
    draft = left_out(draft_of(sound()), "people", 4, broken)
    assert check(draft, Rulebook()).faults == (broken,)


def test_a_faulty_row_is_not_missing_too():
    broken = Fault("unreadable", "exams", 4, "essay", "101")
    draft = left_out(draft_of(sound()), "exams", 4, broken)
    assert check(draft, Rulebook()).faults == (broken,)


def test_a_row_whose_person_cannot_be_read_may_be_anybodys():
    broken = Fault("unreadable", "exams", 4, "person_id", "")
    draft = left_out(draft_of(sound()), "exams", 4, broken)
    draft = dataclasses.replace(draft, left_out={"exams": frozenset({""})})
    assert check(draft, Rulebook()).faults == (broken,)


def test_a_table_that_cannot_be_read_is_one_fault():
    """Without its table of people nobody can be called unknown, and no exam missing."""
    draft = draft_of(sound())
    for table in ("people", "sections", "exams"):
        broken = Fault("heading_missing", table, None, "name", None)
        unread = dataclasses.replace(draft, rows={**draft.rows, table: ()}, faults=(broken,))
        assert check(unread, Rulebook()).faults == (broken,)


def test_independent_faults_are_found_in_one_run():
    """A fault in the votes hides neither a missing exam nor a missing mark."""
    case = without("exams", "d", speeches={"a": 90}, votes={("a", "s1"): {"staff": 11}, ("b", "s2"): 18})
    assert [code for code, *_ in faults(case)] == ["votes_over_present", "exam_missing", "too_few_speech_marks"]


def test_no_case_without_a_date():
    draft = dataclasses.replace(draft_of(sound()), info=None, faults=(Fault("key_missing", "case"),))
    result = check(draft, Rulebook())
    assert (result.case, [f.code for f in result.faults]) == (None, ["key_missing"])


def ready(case):
    result = checked(case)
    assert result.scores is not None
    return {stage: (r.ready, r.missing, r.waits_for) for stage, r in readiness(result.scores).items()}


READY = (True, (), None)


def test_the_sound_bureau_is_ready_throughout():
    assert ready(sound()) == {"chiefs": READY, "clerks": READY, "institution": READY}


def test_a_stage_waits_for_the_one_before():
    assert ready(sound(votes={})) == {
        "chiefs": (False, ("ballots",), None),
        "clerks": (False, (), "chiefs"),
        "institution": (False, (), "chiefs"),
    }


def test_clerks_and_institution_staff_lack_their_tables():
    assert ready(sound(clerk_filed={}, picks={})) == {
        "chiefs": READY,
        "clerks": (False, ("clerk_applications", "picks"), None),
        "institution": (False, ("clerk_applications", "picks"), "clerks"),
    }


def test_a_stage_that_concerns_nobody_needs_nothing():
    """No entrant, no institution staff: no filings for chief posts are waited for."""
    case = b.case(["c"], marks={"c": 70}, clerk_filed={"c": ["s1"]}, picks={"s1": ["c"]}, present={})
    assert ready(case) == {"chiefs": READY, "clerks": READY, "institution": READY}


def test_no_open_post_is_no_contest():
    fixed = b.person("k", section="s1", fixed=True, chief=True)
    case = b.case(
        [fixed, b.candidate("b")],
        {"s1": 3},
        marks={"b": 70},
        clerk_filed={"b": ["s1"]},
        picks={"s1": ["b"]},
        present={},
    )
    assert ready(case) == {"chiefs": READY, "clerks": READY, "institution": READY}


def test_the_result_does_not_depend_on_the_order_of_rows():
    """Reversed rows: the same case, byte for byte, and the same warnings."""
    draft = draft_of(sound())
    turned = dataclasses.replace(draft, rows={table: rows[::-1] for table, rows in draft.rows.items()})
    assert check(turned, Rulebook()).case == check(draft, Rulebook()).case
    assert check(turned, Rulebook()).warnings == check(draft, Rulebook()).warnings
