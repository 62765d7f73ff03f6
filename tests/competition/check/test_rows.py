"""References, keys, records and dates: each fault alone, with its exact place."""

import dataclasses
import datetime as dt

import pytest

from allocator.files.draft import draft_of
from models.common.avoidance import Avoidance
from models.competition.filings import Application, ClerkApplication, Decision, Pick
from models.competition.records import Attendance, Ballot, Satisfaction, SpeechMark
from models.competition.rulebook import Rulebook
from models.competition.sections import Section
from tests.competition import builders as b
from tests.competition.check.build import checked, faults, people, sound, with_rows


def filing(person_id, round_, choice, section_id):
    return Application(person_id=person_id, round=round_, choice=choice, section_id=section_id)


def ballot(person_id, section_id, group, votes):
    return Ballot(person_id=person_id, section_id=section_id, group=group, votes=votes)


def decision(person_id, section_id):
    return Decision(person_id=person_id, section_id=section_id, role="chief")


ADDED = {
    "exam of nobody known": ("exams", b.exam("x", 1, 1, 1), ("unknown_person", 7, "person_id", "x")),
    "appraisal of nobody known": ("appraisals", b.appraisal("x", *[1] * 5), ("unknown_person", 7, "person_id", "x")),
    "review of nobody known": ("reviews", b.reviews("x", 1)[0], ("unknown_person", 17, "person_id", "x")),
    "vote for nobody known": ("ballots", ballot("x", "s1", "staff", 0), ("unknown_person", 10, "person_id", "x")),
    "vote for no section": ("ballots", ballot("a", "s9", "staff", 0), ("unknown_section", 10, "section_id", "s9")),
    "vote of no group": ("ballots", ballot("a", "s2", "public", 0), ("unknown_group", 10, "group", "public")),
    "filing for no section": ("applications", filing("a", 2, 1, "s9"), ("unknown_section", 5, "section_id", "s9")),
    "list of no section": (
        "picks",
        Pick(section_id="s9", person_id="c", order=1),
        ("unknown_section", 5, "section_id", "s9"),
    ),
    "list by no chief": (
        "picks",
        Pick(section_id="s1", person_id="c", order=1, chief_id="x"),
        ("unknown_chief", 5, "chief_id", "x"),
    ),
    "avoidance of nobody known": (
        "avoidances",
        Avoidance(person_a="a", person_b="x"),
        ("unknown_person", 2, "person_b", "x"),
    ),
    "avoidance of oneself": (
        "avoidances",
        Avoidance(person_a="a", person_b="a"),
        ("avoidance_of_oneself", 2, "person_b", "a"),
    ),
    "pin of nobody known": ("pins", b.pin("x", "s1", "clerk"), ("unknown_person", 2, "person_id", "x")),
    "decision on nobody known": ("decisions", decision("x", "s1"), ("unknown_person", 2, "person_id", "x")),
    "attendance of no group": (
        "attendance",
        Attendance(group="public", present=3),
        ("unknown_group", 6, "group", "public"),
    ),
    "section twice": (
        "sections",
        Section(section_id="s1", name="again", headcount=2),
        ("duplicate_section", 5, "section_id", "s1"),
    ),
    "person twice": ("people", b.person("c"), ("duplicate_person", 7, "person_id", "c")),
    "exam twice": ("exams", b.exam("c", 1, 1, 1), ("duplicate_exam", 7, "person_id", "c")),
    "appraisal twice": ("appraisals", b.appraisal("c", *[1] * 5), ("duplicate_appraisal", 7, "person_id", "c")),
    "review twice": ("reviews", b.reviews("c", 1)[0], ("duplicate_review", 17, "year", "2023")),
    "poll twice": (
        "satisfaction",
        Satisfaction(person_id="a", satisfied=1, dissatisfied=0),
        ("duplicate_satisfaction", 3, "person_id", "a"),
    ),
    "poll without ballots": (
        "satisfaction",
        Satisfaction(person_id="b", satisfied=0, dissatisfied=0),
        ("poll_without_ballots", 3, "satisfied", "0"),
    ),
    "section filed for twice": ("applications", filing("b", 1, 2, "s2"), ("duplicate_filing", 5, "section_id", "s2")),
    "choice given twice": ("applications", filing("b", 1, 1, "s3"), ("choice_filed_twice", 5, "choice", "1")),
    "a third filing": ("applications", filing("a", 1, 3, "s3"), ("filings_over_cap", 5, "section_id", "s3")),
    "a fourth round": ("applications", filing("a", 4, 1, "s3"), ("round_beyond_caps", 5, "round", "4")),
    "judge twice": (
        "speeches",
        SpeechMark(person_id="a", judge="j0", score=b.Decimal(1)),
        ("duplicate_speech_mark", 12, "judge", "j0"),
    ),
    "group twice": ("attendance", Attendance(group="staff", present=3), ("duplicate_attendance", 6, "group", "staff")),
    "ballot twice": ("ballots", ballot("a", "s1", "staff", 1), ("duplicate_ballot", 10, "group", "staff")),
    "more votes than people": ("ballots", ballot("a", "s3", "staff", 11), ("votes_over_present", 10, "votes", "11")),
    "two wishes in a round": (
        "clerk_applications",
        ClerkApplication(person_id="c", round=1, section_id="s3"),
        ("duplicate_clerk_filing", 5, "round", "1"),
    ),
    "listed twice": (
        "picks",
        Pick(section_id="s2", person_id="c", order=2),
        ("duplicate_pick", 5, "person_id", "c"),
    ),
    "order taken": ("picks", Pick(section_id="s2", person_id="d", order=1), ("pick_order_taken", 5, "order", "1")),
}


@pytest.mark.parametrize("name", ADDED)
def test_one_row_too_many(name):
    """Each of these rows alone makes the bureau unsound, and exactly one fault says so at its place."""
    table, row, (code, number, column, value) = ADDED[name]
    assert faults(with_rows(draft_of(sound()), table, row)) == [(code, table, number, column, value)]


def test_the_same_avoidance_the_other_way_round():
    draft = with_rows(
        draft_of(sound()), "avoidances", Avoidance(person_a="a", person_b="b"), Avoidance(person_a="b", person_b="a")
    )
    assert faults(draft) == [("duplicate_avoidance", "avoidances", 3, "person_b", "a")]


def test_the_same_decision_twice():
    draft = with_rows(draft_of(sound()), "decisions", decision("a", "s1"), decision("a", "s1"))
    assert faults(draft) == [("duplicate_decision", "decisions", 3, "role", "chief")]


def test_a_row_copied_whole_is_one_fault():
    """A filing pasted twice is one duplicate, not also a repeated choice and a filing over the cap."""
    draft = draft_of(sound())
    copied = with_rows(draft, "applications", draft.rows["applications"][0].value)
    assert [code for code, *_ in faults(copied)] == ["duplicate_filing"]


def test_filings_are_counted_under_the_rulebooks_caps():
    rulebook = Rulebook(applications={"caps": (1,)})
    assert faults(sound(), rulebook) == [("filings_over_cap", "applications", 3, "section_id", "s2")]


def test_attendance_of_every_group_with_weight():
    present = {"leaders": 10, "staff": 10, "institutions": 0}
    case = sound(present=present, votes={("a", "s1"): {"leaders": 3}})
    assert faults(case) == [
        ("attendance_missing", "attendance", None, "group", "counties"),
        ("attendance_zero", "attendance", 2, "present", "0"),
    ]


def test_votes_are_not_counted_against_an_attendance_that_is_itself_at_fault():
    """Nobody present is one fault; the votes of that group are not faults besides."""
    case = sound(present={**b.PRESENT, "staff": 0}, votes={("a", "s1"): {"staff": 3}})
    assert [code for code, *_ in faults(case)] == ["attendance_zero"]


def test_without_any_attendance_nothing_is_missing_yet():
    assert faults(sound(present={})) == []


def test_a_group_without_weight_may_be_absent_but_not_vote():
    weights = {"leaders": "0.5", "staff": "0.5", "institutions": "0", "counties": "0"}
    rulebook = Rulebook(recommendation={"weights": weights})
    case = sound(present={"leaders": 5, "staff": 5}, votes={("a", "s1"): {"counties": 1, "staff": 5}})
    assert faults(case, rulebook) == [("votes_over_present", "ballots", 2, "votes", "1")]


BORN = dt.date(1990, 5, 1)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"birth": dt.date(2024, 7, 2)}, ("birth_after_reference", "people", 4, "birth", "2024-07-02")),
        (
            {"birth": BORN, "rank_since": dt.date(1990, 4, 30)},
            ("rank_before_birth", "people", 4, "rank_since", "1990-04-30"),
        ),
    ],
)
def test_impossible_dates(fields, expected):
    case = sound(people=people(b.person("c", section="s1", **fields)))
    assert faults(case) == [expected]


@pytest.mark.parametrize("date", [dt.date(1900, 1, 1), dt.date(9024, 7, 1)])
def test_an_impossible_reference_date_is_one_fault(date):
    """A misread reference date does not make every birth impossible too."""
    case = sound(people=people(b.person("c", section="s1", birth=BORN)), reference_date=date)
    assert faults(case) == [("reference_date_impossible", "case", None, "reference_date", date.isoformat())]


@pytest.mark.parametrize(("table", "key"), [("sections", "section_id"), ("people", "person_id")])
def test_required_tables_have_rows(table, key):
    """An empty table of people is one fault, not one for everybody whom other tables name."""
    draft = draft_of(sound())
    empty = dataclasses.replace(draft, rows={**draft.rows, table: ()})
    assert faults(empty) == [("table_without_rows", table, None, key, "")]


def test_a_sound_case_comes_back_with_its_scores():
    result = checked(sound())
    assert (result.case, result.faults) == (sound(), ())
    assert result.scores is not None
    assert result.scores.people["a"].quantification == 84000
