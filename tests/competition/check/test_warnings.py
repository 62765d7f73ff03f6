"""Every warning about a case: what brings it, its exact arguments, and that it has words for them."""

import datetime as dt

import pytest

from allocator.words import CATALOGUE, describe
from models.competition.rulebook import Rulebook
from models.competition.sections import Section
from tests.competition import builders as b
from tests.competition.check.build import MARKS, checked, people, sound, warned

LATE = dt.date(2025, 1, 1)
FIXED_CHIEF = b.person("k", section="s3", fixed=True, chief=True)


def among(*more, **changes):
    return sound(people=people(*more), **changes)


PEOPLE = {
    "a present chief withdraws": (
        b.incumbent("a", "s1", bid="withdraw"),
        ("incumbent_withdraws", {"person_id": "a"}),
    ),
    "a clerk withdraws": (
        b.person("c", section="s1", bid="withdraw"),
        ("withdraw_without_effect", {"person_id": "c"}),
    ),
    "a clerk competes": (b.person("c", section="s1", bid="compete"), ("compete_without_effect", {"person_id": "c"})),
    "a clerk is cleared": (b.person("c", section="s1", cleared=True), ("cleared_without_effect", {"person_id": "c"})),
    "contract staff are fixed": (
        b.person("t", staffing="contract", fixed=True),
        ("fixed_without_effect", {"person_id": "t"}),
    ),
    "an institution chief": (b.institution("i", "s3", chief=True), ("chief_without_effect", {"person_id": "i"})),
    "a chief of nowhere": (
        b.person("c", rank="staff", chief=True, review="fail"),
        ("incumbent_without_section", {"person_id": "c"}),
    ),
    "no date in rank": (b.person("c", section="s1", rank="deputy"), ("rank_since_missing", {"person_id": "c"})),
    "a date in rank to come": (
        b.person("c", section="s1", rank="deputy", rank_since=LATE),
        ("rank_since_after_reference", {"person_id": "c", "date": "2025-01-01"}),
    ),
    "a failed clerk": (b.person("c", section="s1", review="fail"), ("review_fail_clerk", {"person_id": "c"})),
}


@pytest.mark.parametrize("name", PEOPLE)
def test_a_mark_worth_a_second_look(name):
    person, expected = PEOPLE[name]
    assert expected in warned(among(person))


def test_an_eligible_person_may_withdraw_unremarked():
    assert warned(among(b.candidate("c", "s1", bid="withdraw", cleared=False))) == []


def test_present_and_fixed_chiefs_without_their_records():
    case = among(FIXED_CHIEF, dissatisfied={})
    assert warned(case) == [
        ("fixed_chief_without_records", {"person_id": "k", "missing": ("exams", "appraisals", "satisfaction")}),
        ("incumbent_without_satisfaction", {"person_id": "a"}),
    ]


def test_too_few_reviews_and_reviews_to_come():
    case = sound()
    kept = [row for row in case.reviews if row.person_id != "c"]
    case = case.model_copy(update={"reviews": (*kept, *b.reviews("c", 70, 71, last=2025))})
    assert warned(case) == [
        ("fewer_reviews_than_asked", {"person_id": "c", "years": 2, "asked": 3}),
        ("review_after_reference", {"person_id": "c", "year": 2025}),
    ]


def test_pins_seat_people_without_consent_or_with_a_failed_review():
    case = among(
        b.institution("i", "s3", consent=False),
        b.person("c", section="s1", review="fail"),
        pins=[b.pin("i", "s2", "institution"), b.pin("c", "s2", "clerk")],
        clerk_filed={"d": ["s3"]},
        picks={"s3": ["d"]},
    )
    assert warned(case) == [
        ("pinned_review_fail", {"person_id": "c", "section_id": "s2"}),
        ("pinned_without_consent", {"person_id": "i", "section_id": "s2"}),
        ("review_fail_clerk", {"person_id": "c"}),
    ]


def test_filings_and_votes_without_effect_say_why():
    """Of a clerk, of a pinned entrant, for a post that a fixed chief holds; votes of zero are no votes."""
    case = among(
        FIXED_CHIEF,
        filed=[("a", 1, 1, "s3"), ("b", 1, 1, "s2"), ("c", 2, 1, "s1")],
        votes={("a", "s3"): 1, ("b", "s2"): 18, ("c", "s1"): 1, ("d", "s1"): 0},
        pins=[b.pin("b", "s2", "clerk")],
        picks={"s2": ["c"]},
        dissatisfied={"a": (9, 1, 1), "k": (9, 1, 1)},
    )
    found = [w for w in warned(case) if w[0] in ("filing_without_effect", "ballot_without_effect")]
    why = {("a", "s3"): "post_held", ("b", "s2"): "pinned", ("c", "s1"): "not_entrant"}
    rounds = {"a": 1, "b": 1, "c": 2}
    assert found == [
        ("ballot_without_effect", {"person_id": p, "section_id": s, "reason": reason}) for (p, s), reason in why.items()
    ] + [
        ("filing_without_effect", {"person_id": p, "section_id": s, "round": rounds[p], "reason": reason})
        for (p, s), reason in why.items()
    ]


def test_filings_that_a_pin_forbids():
    case = sound(
        pins=[
            b.pin("a", "s2", "chief", "forbid"),
            b.pin("c", "s2", "clerk", "forbid"),
            b.pin("i", "s3", "institution", "forbid"),
        ]
    )
    assert [w for w in warned(case) if w[0] == "filing_forbidden"] == [
        ("filing_forbidden", {"person_id": "a", "section_id": "s2", "round": 1, "role": "chief"}),
        ("filing_forbidden", {"person_id": "c", "section_id": "s2", "round": 1, "role": "clerk"}),
        ("filing_forbidden", {"person_id": "i", "section_id": "s3", "round": 1, "role": "institution"}),
    ]
    assert ("pick_without_effect", {"person_id": "i", "section_id": "s3"}) in warned(case)


def test_the_latest_reading_drops_earlier_filings():
    filed = [("a", 1, 1, "s1"), ("a", 1, 2, "s2"), ("a", 2, 1, "s1"), ("b", 1, 1, "s2")]
    rulebook = Rulebook(applications={"reading": "latest"})
    assert warned(sound(filed=filed), rulebook) == [("dropped_by_latest", {"person_id": "a", "section_id": "s2"})]
    assert warned(sound(filed=filed)) == []


def test_wishes_of_people_outside_the_pools():
    case = among(
        b.person("t", staffing="contract"),
        b.institution("n", consent=False),
        clerk_filed={"c": ["s2"], "i": ["s3"], "t": ["s1"], "n": [None, "s1"]},
        picks={"s2": ["c", "t"], "s3": ["i", "n"]},
    )
    assert warned(case) == [
        ("clerk_filing_without_effect", {"person_id": "n", "section_id": "s1", "round": 2}),
        ("clerk_filing_without_effect", {"person_id": "t", "section_id": "s1", "round": 1}),
        ("pick_without_effect", {"person_id": "n", "section_id": "s3"}),
        ("pick_without_effect", {"person_id": "t", "section_id": "s2"}),
    ]


def test_more_people_than_posts_and_seats():
    """Two candidates for the one post beside the present chief's; five for two posts and two seats; nothing left."""
    more = b.candidate("e")
    sections = {"s1": 2, "s2": 2}
    case = among(
        b.institution("i"),
        more,
        sections=sections,
        clerk_filed={"c": ["s2"], "d": ["s1"], "i": ["s1"]},
        picks={"s2": ["c"]},
        marks={**MARKS, "e": 70},
    )
    assert warned(case) == [
        ("candidates_exceed_posts", {"cleared": 2, "posts": 1}),
        ("pool_exceeds_seats", {"stage": "institution", "pool": 1, "seats": 0}),
        ("pool_exceeds_seats", {"stage": "clerks", "pool": 3, "seats": 2}),
    ]


def test_avoidance_pairs_that_no_stage_can_part():
    case = among(
        b.person("f", section="s3", fixed=True),
        b.person("g", section="s3", fixed=True),
        b.person("t", staffing="contract"),
        sections=[*sound().sections[:2], Section(section_id="s3", name="s3", headcount=6)],
        avoid=[("g", "f"), ("t", "c"), ("c", "d")],
    )
    assert warned(case) == [
        ("avoidance_already_together", {"section_id": "s3", "people": ("f", "g")}),
        ("avoidance_of_contract", {"people": ("c", "t")}),
    ]


CASES = [among(person) for person, _ in PEOPLE.values()] + [among(FIXED_CHIEF, dissatisfied={})]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_warning_has_words_for_exactly_its_arguments(lang):
    """Protects the reader from a code without a sentence, and from arguments the sentence leaves out."""
    for case in CASES:
        for warning in checked(case).warnings:
            code = f"warning.{warning.code}"
            assert CATALOGUE[code].arguments <= set(warning.args)
            assert "{" not in describe(code, warning.args, lang)


def test_codes_among_the_arguments_are_said_in_words():
    assert describe("warning.stage_not_ready", {"stage": "clerks", "missing": ("exams", "picks")}, "zh") == (
        "科员定岗未进行，缺少数据表：考试、科长选人"
    )
