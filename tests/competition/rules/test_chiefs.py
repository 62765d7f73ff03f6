from allocator.competition.pools import opening
from allocator.competition.rules import contest_chiefs
from allocator.competition.scoring import score
from tests.competition.builders import bureau, candidate


def contest(votes, filed, people=("a", "b"), marks=None, sections=None, **more):
    """Runs the contest of eligible, cleared people with equal marks unless given; posts s1 and s2 are open."""
    marks = marks or dict.fromkeys(people, 80)
    made = bureau(
        people=[candidate(p) for p in people],
        sections=sections or {"s1": 2, "s2": 2},
        marks=marks,
        speeches=dict.fromkeys(people, 80),
        filed=filed,
        votes=votes,
        **more,
    )
    scores = score(made)
    return contest_chiefs(scores, opening(made))


def chiefs(result):
    return {m.section_id: m.person_id for m in result.standing.members if m.role == "chief"}


def test_the_higher_composite_wins_the_post():
    """Article 13-3: of two who stand for one post, the composite decides, here through the votes."""
    result = contest({("a", "s1"): 20, ("b", "s1"): 30}, [("a", 1, 1, "s1"), ("b", 1, 1, "s1")])
    assert chiefs(result) == {"s1": "b"}
    step = next(s for s in result.trace if s.code == "chiefs.outranks")
    assert (step.args["winner"], step.args["loser"], step.args["clause"]) == ("b", "a", "composite")


def test_a_person_stands_for_the_post_with_the_higher_rate():
    """Article 13-2: with two posts above the floor, the higher rate is stood for, whatever the choice number."""
    result = contest({("a", "s1"): 20, ("a", "s2"): 21}, [("a", 1, 1, "s1"), ("a", 1, 2, "s2")], people=("a",))
    assert chiefs(result) == {"s2": "a"}


def test_exactly_a_third_passes_and_one_vote_less_does_not():
    """Article 11-3 with 42 present: 14 votes are a third."""
    present = {"leaders": 10, "staff": 12, "institutions": 10, "counties": 10}
    filed = [("a", 1, 1, "s1")]
    assert chiefs(contest({("a", "s1"): 14}, filed, people=("a",), present=present)) == {"s1": "a"}
    assert chiefs(contest({("a", "s1"): 13}, filed, people=("a",), present=present)) == {}


def test_no_later_filing_takes_a_post_from_an_earlier_one():
    """Preference rounds: b's first-round filing holds s1 against a's higher score in the second round."""
    votes = {("a", "s1"): 40, ("b", "s1"): 14}
    assert chiefs(contest(votes, [("a", 2, 1, "s1"), ("b", 1, 1, "s1")])) == {"s1": "b"}


def test_the_loser_of_a_post_stands_for_the_next_one():
    votes = {("a", "s1"): 30, ("b", "s1"): 40, ("a", "s2"): 20}
    filed = [("a", 1, 1, "s1"), ("a", 1, 2, "s2"), ("b", 1, 1, "s1")]
    assert chiefs(contest(votes, filed)) == {"s1": "b", "s2": "a"}


def test_a_written_in_person_comes_after_every_filing():
    """Article 11-2: a write-in is considered only where no filed pair takes the post."""
    votes = {("a", "s1"): 40, ("b", "s1"): 14}
    result = contest(votes, [("b", 3, 1, "s1")])
    assert chiefs(result) == {"s1": "b"}
    alone = contest({("a", "s1"): 40}, [("a", 1, 1, "s2")])
    assert [(m.person_id, m.section_id, m.basis, m.round) for m in alone.standing.members] == [
        ("a", "s1", "written_in", 4)
    ]


def test_only_the_draw_tells_equals_apart_and_the_tie_is_recorded():
    votes = {("a", "s1"): 20, ("b", "s1"): 20}
    result = contest(votes, [("a", 1, 1, "s1"), ("b", 1, 1, "s1")])
    assert [(t.section_id, t.people) for t in result.ties] == [("s1", ("a", "b"))]
    assert next(s for s in result.trace if s.code == "chiefs.outranks").args["clause"] == "lot"


def test_one_persons_two_equal_posts_are_a_tie_in_both_sections():
    """Two write-ins with equal votes: the draw chose the post, so both sections are shown."""
    result = contest({("a", "s1"): 20, ("a", "s2"): 20}, [], people=("a",))
    assert [(t.section_id, t.people) for t in result.ties] == [("s1", ("a",)), ("s2", ("a",))]


def test_levels_count_what_the_stage_decided():
    votes = {("a", "s1"): 40, ("b", "s2"): 20}
    result = contest(votes, [("a", 1, 1, "s1"), ("b", 2, 1, "s2")])
    values = {level.name: level.value for level in result.levels}
    # quantification 80 + 1; composite 0.3*81 + 0.1*80 + 0.6*recommendation; all 40 votes: 100; the first two
    # groups of ten: 35 + 40 = 75
    assert values["composite"] == (24300 + 8000 + 60000) + (24300 + 8000 + 45000)
    assert {k: values[k] for k in ("posts_filled", "votes", "applied", "round")} == {
        "posts_filled": 2,
        "votes": 60,
        "applied": 2,
        "round": 3,
    }
