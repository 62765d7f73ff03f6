"""Chief pairs: which there are, in which round, with which votes, and which are barred."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allocator.competition.scoring import PAIR_COLUMNS, PairScores, Scores, pairs_table, score
from allocator.competition.scoring.pairs import Meeting, recommendation_score
from allocator.competition.scoring.rounding import Weights
from models.competition.rule_ids import RuleId
from models.competition.rulebook import ApplicationRules, CompositeRules, Reading, RecommendationRules, Rulebook
from tests.competition.builders import bureau, candidate, incumbent, institution, person, pin

FLOOR, AVOIDANCE = RuleId.RECOMMENDATION_FLOOR, RuleId.AVOIDANCE
ENTRANTS = (incumbent("a", "s1"), candidate("b", "s2"))
SECTIONS = {"s1": 3, "s2": 3, "s3": 3}


def scored(*more: Any, people: Any = ENTRANTS, reading: Reading = "tiers", **tables: Any) -> Scores:
    rulebook = tables.pop("rulebook", Rulebook(applications=ApplicationRules(reading=reading)))
    return score(bureau([*people, *more], SECTIONS, rulebook=rulebook, **tables))


def listed(scores: Scores) -> list[tuple[str, str]]:
    return [(pair.person_id, pair.section_id) for pair in scores.pairs]


def stands(scores: Scores) -> list[tuple[str, int, int, bool]]:
    return [(pair.section_id, pair.round, pair.choice, pair.applied) for pair in scores.pairs]


def test_a_pair_by_hand() -> None:
    """Protects votes, rate, recommendation and composite.

    Present 7 + 30 + 6 + 9 = 52, votes 5 + 13 + 0 + 4 = 22, rate 22/52 = 11/26.
    recommendation = 100·(0.35·5/7 + 0.40·13/30 + 0.15·0/6 + 0.10·4/9) = 25 + 17.333… + 0 + 4.444… = 46.777… -> 46.778
    quantification = 80 + 4 = 84, speech = 91.3333… -> 91.333
    composite = 0.3·84 + 0.1·91.333 + 0.6·46.778 = 25.2 + 9.1333 + 28.0668 = 62.4001 -> 62.400
    """
    scores = scored(
        marks={"a": 80},
        speeches={"a": (90, 99, 60, 91, 94, 80, 93)},
        filed=[("a", 1, 2, "s1")],
        votes={("a", "s1"): {"leaders": 5, "staff": 13, "counties": 4}},
        present={"leaders": 7, "staff": 30, "institutions": 6, "counties": 9},
    )
    expected = PairScores(
        person_id="a",
        section_id="s1",
        round=1,
        choice=2,
        applied=True,
        votes=22,
        present=52,
        rate=Fraction(11, 26),
        recommendation=46778,
        composite=62400,
        admissible=True,
        barred=(),
    )
    assert scores.pairs == (expected,)
    assert scores.pair["a", "s1"] == expected
    assert scores.pairs_of == {"a": (expected,)}
    cells = ["a", "s1", 1, 22, 52, "11/26", "46.778", "62.400", True]
    assert pairs_table(scores) == [dict(zip(PAIR_COLUMNS, cells, strict=True))]


@pytest.mark.parametrize(("votes", "admissible"), [(13, True), (12, False), (14, True), (0, False)])
def test_floor_is_exact(votes: int, admissible: bool) -> None:
    """Protects the floor: of 39 present, 13 votes are exactly 1/3 and pass, 12 do not; the pair stays listed."""
    present = {"leaders": 10, "staff": 10, "institutions": 10, "counties": 9}
    scores = scored(filed=[("a", 1, 1, "s1")], votes={("a", "s1"): votes}, present=present)
    (pair,) = scores.pairs
    assert (pair.rate, pair.admissible) == (Fraction(votes, 39), admissible)
    assert pair.barred == (() if admissible else (FLOOR,))


def test_floor_of_a_bureau() -> None:
    """Protects that the floor is the rulebook's: with 1/2, 20 of 40 pass and 19 do not."""
    rulebook = Rulebook(recommendation=RecommendationRules(floor=Fraction(1, 2)))
    for votes, admissible in ((20, True), (19, False)):
        scores = scored(filed=[("a", 1, 1, "s1")], votes={("a", "s1"): votes}, rulebook=rulebook)
        assert scores.pairs[0].admissible is admissible


def test_barred_pairs_show_their_scores() -> None:
    """Protects that a barred pair keeps its numbers: 4 leaders of 10 make 0.35·40 = 14, composite 25.2 + 9 + 8.4."""
    scores = scored(marks={"a": 80}, speeches={"a": 90}, filed=[("a", 1, 1, "s1")], votes={("a", "s1"): {"leaders": 4}})
    (pair,) = scores.pairs
    assert (pair.recommendation, pair.composite, pair.admissible) == (14000, 42600, False)


READINGS = {
    "tiers": [("s1", 1, 2, True), ("s2", 2, 1, True), ("s3", 4, 9, False)],
    "open": [("s1", 1, 2, True), ("s2", 1, 1, True), ("s3", 1, 9, False)],
    "latest": [("s1", 1, 1, True), ("s3", 1, 9, False)],
}


@pytest.mark.parametrize("reading", READINGS)
def test_readings(reading: Reading) -> None:
    """Protects the three readings of one record.

    a files s1 (choice 2) in round 1, s2 in round 2, s1 again in round 3, and is written in for s3; s2 has votes too.
    Under `latest` s2 was filed earlier only, so it is dropped: it is no write-in either.
    """
    scores = scored(
        filed=[("a", 1, 2, "s1"), ("a", 2, 1, "s2"), ("a", 3, 1, "s1")],
        votes={("a", "s3"): 20, ("a", "s2"): 20},
        reading=reading,
    )
    assert stands(scores) == READINGS[reading]


def test_write_in_round_follows_the_caps() -> None:
    """Protects that a write-in comes after the last round that can be filed in: with one round, in round 2."""
    rulebook = Rulebook(applications=ApplicationRules(caps=(3,)))
    assert stands(scored(votes={("a", "s3"): 20}, rulebook=rulebook)) == [("s3", 2, 9, False)]


def test_no_votes_write_nobody_in() -> None:
    """Protects that a ballot row of 0 votes is no write-in, while a filed pair without votes is listed."""
    assert listed(scored(votes={("a", "s3"): 0})) == []
    (pair,) = scored(filed=[("a", 1, 1, "s3")]).pairs
    assert (pair.votes, pair.rate, pair.recommendation, pair.barred) == (0, Fraction(0), 0, (FLOOR,))


def test_only_entrants_stand() -> None:
    """Protects that filings and ballots of people who are no entrants are without effect."""
    scores = scored(
        "c",
        incumbent("d", "s3", review="fail"),
        institution("e", "s1"),
        filed=[(who, 1, 1, "s1") for who in "abcde"],
        votes={(who, "s2"): 20 for who in "abcde"},
    )
    assert listed(scores) == [("a", "s1"), ("a", "s2"), ("b", "s1"), ("b", "s2")]
    assert scores.entrants == ("a", "b")


@pytest.mark.parametrize("staffing", ["administrative", "institution"])
def test_a_fixed_chief_holds_the_post(staffing: str) -> None:
    """Protects that a fixed chief of either staffing closes the post, and that other fixed people do not."""
    scores = scored(
        person("f", section="s1", fixed=True, chief=True, staffing=staffing),
        person("g", section="s2", fixed=True),
        person("h", section="s3", fixed=True, chief=True, staffing="contract"),
        filed=[("a", 1, 1, "s1"), ("a", 1, 2, "s2")],
        votes={("b", "s1"): 20},
    )
    assert scores.open_posts == ("s2", "s3")
    assert listed(scores) == [("a", "s2")]


def test_pins_take_people_and_posts_out() -> None:
    """Protects that an assigned chief closes the post and leaves the contest, and that an assigned clerk leaves it."""
    filed = [("a", 1, 1, "s2"), ("b", 1, 1, "s1"), ("b", 1, 2, "s3")]
    chief = scored(filed=filed, votes={("b", "s2"): 20}, pins=[pin("a", "s2", "chief")])
    assert chief.open_posts == ("s1", "s3")
    assert listed(chief) == [("b", "s1"), ("b", "s3")]
    assert chief.entrants == ("a", "b")
    clerk = scored(filed=filed, pins=[pin("b", "s1", "clerk")])
    assert (clerk.open_posts, listed(clerk)) == (("s1", "s2", "s3"), [("a", "s2")])


def test_forbidden_pairs_count_as_not_filed() -> None:
    """Protects that a forbidden chief seat is dropped as filing and as write-in; other roles do not matter."""
    pins = [pin("a", "s1", "chief", "forbid"), pin("a", "s2", "chief", "forbid"), pin("a", "s3", "clerk", "forbid")]
    filed = [("a", 1, 1, "s1"), ("a", 1, 2, "s3")]
    scores = scored(filed=filed, votes={("a", "s1"): 20, ("a", "s2"): 20}, pins=pins)
    assert listed(scores) == [("a", "s3")]


def test_last_round_on_record() -> None:
    """Protects which round is the last under `latest`: a forbidden filing counts as not filed, one for a post that is
    not open stays on record, without effect."""
    filed = [("a", 1, 1, "s1"), ("a", 2, 1, "s2")]
    forbidden = scored(filed=filed, pins=[pin("a", "s2", "chief", "forbid")], reading="latest")
    assert stands(forbidden) == [("s1", 1, 1, True)]
    closed = scored(person("f", section="s2", fixed=True, chief=True), filed=filed, reading="latest")
    assert stands(closed) == []


def test_avoidance_with_settled_people() -> None:
    """Protects that fixed and pinned people of the section bar a pair, and that others do not.

    a avoids f (fixed in s1), p (pinned to s2), o (an ordinary clerk of s3) and k (on contract in s3).
    """
    scores = scored(
        person("f", section="s1", fixed=True),
        person("p", section="s1"),
        person("o", section="s3"),
        person("k", section="s3", staffing="contract", fixed=True),
        filed=[("a", 1, 1, "s1"), ("a", 1, 2, "s2"), ("a", 2, 1, "s3"), ("b", 1, 1, "s1")],
        votes={("a", "s1"): 20, ("a", "s2"): 5, ("a", "s3"): 20, ("b", "s1"): 20},
        avoid=[("a", "f"), ("p", "a"), ("a", "o"), ("k", "a"), ("b", "o")],
        pins=[pin("p", "s2", "clerk")],
    )
    barred = {(pair.person_id, pair.section_id): pair.barred for pair in scores.pairs}
    assert barred == {("a", "s1"): (AVOIDANCE,), ("a", "s2"): (FLOOR, AVOIDANCE), ("a", "s3"): (), ("b", "s1"): ()}
    assert [pair.admissible for pair in scores.pairs] == [False, False, True, True]


def test_attendance_missing() -> None:
    """Protects that no attendance, or nobody of a group with weight, makes no number and never raises."""
    filed, votes = [("a", 1, 1, "s1")], {("a", "s1"): {"leaders": 3}}
    (nobody,) = scored(filed=filed, votes=votes, present={}).pairs
    assert (nobody.rate, nobody.recommendation, nobody.composite, nobody.barred) == (None, None, None, (FLOOR,))
    (some,) = scored(filed=filed, votes=votes, present={"leaders": 6, "staff": 0}).pairs
    assert (some.rate, some.recommendation, some.admissible) == (Fraction(1, 2), None, True)


def test_groups_without_weight_count_in_the_rate() -> None:
    """Protects that the rate is of everybody present: 5 of 10 with weight and 5 of 20 without make 10/30."""
    rulebook = Rulebook(recommendation=RecommendationRules(weights={"jury": Fraction(1), "guests": Fraction(0)}))
    scores = scored(
        filed=[("a", 1, 1, "s1")],
        votes={("a", "s1"): {"jury": 5, "guests": 5}},
        present={"jury": 10, "guests": 20},
        rulebook=rulebook,
    )
    (pair,) = scores.pairs
    assert (pair.votes, pair.present, pair.rate, pair.recommendation) == (10, 30, Fraction(1, 3), 50000)


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 20), st.integers(1, 400), st.integers(0, 400)), min_size=1, max_size=5).filter(
        lambda groups: any(weight for weight, _, _ in groups)
    ),
    st.integers(0, 3),
)
def test_recommendation_equals_fractions(groups: list[tuple[int, int, int]], places: int) -> None:
    """Protects that the recommendation is one exact fraction, rounded once, for any weights and attendance."""
    whole = sum(weight for weight, _, _ in groups)
    weights = {f"g{i}": Fraction(weight, whole) for i, (weight, _, _) in enumerate(groups)}
    attendance = {f"g{i}": present for i, (_, present, _) in enumerate(groups)}
    votes = {f"g{i}": min(count, present) for i, (_, present, count) in enumerate(groups)}
    exact = 100 * sum((weights[g] * Fraction(votes[g], attendance[g]) for g in weights), Fraction(0))
    expected = int(exact * 10**places + Fraction(1, 2)) * 10 ** (3 - places)
    assert recommendation_score(votes, Meeting(attendance, Weights.of(weights)), places) == expected


def test_composite_needs_only_what_has_weight() -> None:
    """Protects a composite without weight on the speech: (84 + 51) / 2 = 67.5 although nobody spoke."""
    halves = CompositeRules(weights={"quantification": Fraction(1, 2), "recommendation": Fraction(1, 2)})
    tables: dict[str, Any] = {"marks": {"a": 80}, "filed": [("a", 1, 1, "s1")], "votes": {("a", "s1"): 14}}
    assert scored(**tables).pairs[0].composite is None
    assert scored(**tables, rulebook=Rulebook(composite=halves)).pairs[0].composite == 67500
