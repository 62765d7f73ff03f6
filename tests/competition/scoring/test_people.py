"""The named scores of a person, worked by hand."""

import random
from fractions import Fraction
from typing import Any

import pytest

from allocator.competition.bureau import Bureau
from allocator.competition.scoring import PEOPLE_COLUMNS, PersonScores, people_table, score
from models.common.lottery import Lottery
from models.competition.case import Case
from models.competition.records import Exam
from models.competition.rulebook import ExamRules, QuantificationRules, ReviewRules, Rounding, Rulebook, SpeechRules
from tests.competition.builders import appraisal, bureau, candidate, case, exam, incumbent, person, reviews


def scores_of(someone: Any = "a", **tables: Any) -> PersonScores:
    return score(bureau([person(someone) if isinstance(someone, str) else someone], **tables)).people["a"]


def test_every_score_by_hand() -> None:
    """Protects the weights, the order of rounding and the bonus.

    exam = 0.3·81 + 0.5·77.5 + 0.2·90 = 24.3 + 38.75 + 18 = 81.05
    appraisal = 0.30·88 + 0.15·79 + 0.10·91 + 0.25·84.5 + 0.20·95 = 26.4 + 11.85 + 9.1 + 21.125 + 19 = 87.475
    review = (85 + 86 + 88) / 3 = 86.3333… -> 86.333 (the year before them is not counted)
    quantification = 0.1·81.05 + 0.3·87.475 + 0.6·86.333 = 8.105 + 26.2425 + 51.7998 = 86.1473 -> 86.147, + 1 (deputy)
    speech = (90 + 91 + 93) / 3 = 91.3333… -> 91.333, without 99, 94 and 60, 80
    """
    found = scores_of(
        candidate("a"),
        exams=[exam("a", 81, "77.5", 90)],
        appraisals=[appraisal("a", 88, 79, 91, "84.5", 95)],
        reviews=reviews("a", 10, 85, 86, 88),
        speeches={"a": (90, 99, 60, 91, 94, 80, 93)},
    )
    assert found == PersonScores("a", exam=81050, appraisal=87475, review=86333, quantification=87147, speech=91333)


def test_rounded_parts_are_used() -> None:
    """Protects that a score is made of already rounded scores.

    With whole points: exam = 0.3·80 + 0.5·81 + 0.2·80 = 80.5 -> 81, appraisal = review = 80, and
    0.1·81 + 0.3·80 + 0.6·80 = 80.1 -> 80. Weighing exam and review alone, halves: (81 + 80) / 2 = 80.5 -> 81,
    while the unrounded (80.5 + 80) / 2 = 80.25 would have given 80.
    """
    halves = QuantificationRules(weights={"exam": Fraction(1, 2), "review": Fraction(1, 2)})
    tables: dict[str, Any] = {
        "exams": [exam("a", 80, 81, 80)],
        "appraisals": [appraisal("a", *[80] * 5)],
        "reviews": reviews("a", 80),
    }
    usual = scores_of(**tables, rulebook=Rulebook(rounding=Rounding(decimals=0)))
    assert (usual.exam, usual.quantification) == (81000, 80000)
    other = scores_of(**tables, rulebook=Rulebook(rounding=Rounding(decimals=0), quantification=halves))
    assert other.quantification == 81000


@pytest.mark.parametrize(
    ("rank", "quantification"),
    [("head", 84000), ("head_nominal", 82000), ("deputy", 81000), ("deputy_nominal", 80000), ("staff", 80000)],
)
def test_bonus_of_each_rank(rank: str, quantification: int) -> None:
    """Protects the bonuses 4, 2, 1, 0 and 0 on a base of 80."""
    assert scores_of(person("a", rank=rank), marks={"a": 80}).quantification == quantification


def test_quantification_may_exceed_100() -> None:
    """Protects that the bonus is not capped: 100 + 4."""
    assert scores_of(incumbent("a", "s1"), marks={"a": 100}).quantification == 104_000


@pytest.mark.parametrize(
    ("scores", "review"),
    [((90,), 90000), ((80, 90), 85000), ((70, 80, 91), 80333), ((0, 70, 80, 91), 80333), ((), None)],
)
def test_reviews_counted(scores: tuple[int, ...], review: int | None) -> None:
    """Protects that the last three years count, fewer where there are fewer, and none make no score."""
    assert scores_of(reviews=reviews("a", *scores)).review == review


def test_own_number_of_review_years() -> None:
    """Protects that the number of years is the rulebook's: of 70, 80, 91 the last two make 85.5."""
    found = scores_of(reviews=reviews("a", 70, 80, 91), rulebook=Rulebook(review=ReviewRules(years=2)))
    assert found.review == 85500


@pytest.mark.parametrize(
    ("marks", "value"),
    [
        ((90, 80, 70, 60, 50), 70000),
        ((90, 90, 90, 60, 50), 90000),  # equal marks are dropped one by one: 50, 60 and two 90s go, one 90 stays
        ((90, 80, 70, 60), None),
        ((90, 80), None),
        ((), None),
    ],
)
def test_speech_drops_marks(marks: tuple[int, ...], value: int | None) -> None:
    """Protects that two marks go at each end, and that fewer than five leave nothing to take a mean of."""
    assert scores_of(speeches={"a": marks}).speech == value


def test_speech_without_dropping() -> None:
    """Protects that the numbers dropped are the rulebook's: (90 + 80) / 2 = 85, and without the highest 80."""
    for high, value in ((0, 85000), (1, 80000), (2, None)):
        rulebook = Rulebook(speech=SpeechRules(drop_highest=high, drop_lowest=0))
        assert scores_of(speeches={"a": (90, 80)}, rulebook=rulebook).speech == value


def test_missing_records_make_no_score() -> None:
    """Protects that missing data never raises: each score that needs it is absent, the others stand."""
    assert scores_of() == PersonScores("a", None, None, None, None, None)
    found = scores_of(exams=[exam("a", 80, 80, 80)], reviews=reviews("a", 80))
    assert found == PersonScores("a", exam=80000, appraisal=None, review=80000, quantification=None, speech=None)
    incomplete = Exam(person_id="a", marks={"aptitude": exam("a", 80, 80, 80).marks["essay"]})
    assert scores_of(exams=[incomplete]).exam is None


def test_own_papers_of_a_bureau() -> None:
    """Protects papers the rulebook names itself: 2/3 of 90 and 1/3 of 80 are 86.666… -> 86.667."""
    rules = ExamRules(weights={"law": Fraction(2, 3), "practice": Fraction(1, 3)})
    marks = exam("a", 90, 80, 0).marks
    row = Exam(person_id="a", marks={"law": marks["aptitude"], "practice": marks["essay"]})
    assert scores_of(exams=[row], rulebook=Rulebook(exam=rules)).exam == 86667


def test_row_order_is_irrelevant() -> None:
    """Protects that the same rows in any order make the same scores and pairs."""
    people = [incumbent("a", "s1"), candidate("b", "s2"), person("c")]
    made = case(
        people,
        marks={"b": 77, "c": 70},
        exams=[exam("a", 81, 80, 79)],
        appraisals=[appraisal("a", 80, 81, 82, 83, 84)],
        reviews=reviews("a", 50, 61, 72, 83),
        speeches={"a": (90, 80, 70, 66, 50, 91), "b": (88, 77, 66, 55, 44)},
        filed=[("a", 1, 1, "s1"), ("a", 2, 1, "s2"), ("b", 1, 2, "s1"), ("b", 1, 1, "s2")],
        votes={("a", "s1"): 22, ("b", "s2"): 15, ("b", "s1"): 13},
    )
    expected = score(Bureau(made, Rulebook(), Lottery.of(made.case)))
    shuffler = random.Random(7)
    for _ in range(10):
        tables = dict(made.__dict__)
        for table, rows in tables.items():
            if isinstance(rows, tuple):
                tables[table] = tuple(shuffler.sample(rows, len(rows)))
        again = Case(**tables)
        found = score(Bureau(again, Rulebook(), Lottery.of(again.case)))
        assert found == expected
        assert list(found.people) == list(expected.people) == ["a", "b", "c"]


def test_people_table() -> None:
    """Protects the columns of the people's table: three decimals always, nothing where there is no score."""
    rows = people_table(score(bureau(["b", incumbent("a", "s1")], marks={"a": 80}, speeches={"b": 91})))
    assert [list(row) for row in rows] == [list(PEOPLE_COLUMNS)] * 2
    assert [list(row.values()) for row in rows] == [
        ["a", "80.000", "80.000", "80.000", "84.000", None],
        ["b", None, None, None, None, "91.000"],
    ]
