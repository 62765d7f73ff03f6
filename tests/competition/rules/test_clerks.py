from allocator.competition.pools import opening
from allocator.competition.rules import place_clerks, place_institution
from allocator.competition.scoring import score
from models.competition.sections import Section
from tests.competition.builders import bureau, candidate, institution, person


def clerks(**spec):
    made = bureau(**spec)
    return place_clerks(score(made), opening(made))


def seats(result, role="clerk"):
    return {m.person_id: (m.section_id, m.basis) for m in result.standing.members if m.role == role}


def test_each_section_takes_the_first_on_its_list_who_filed_in_the_round():
    """Article 15-3: one a round; the second choice of the section comes in the next round."""
    result = clerks(
        people=("a", "b"),
        sections={"s1": 3},
        marks={"a": 70, "b": 80},
        clerk_filed={"a": ["s1", "s1"], "b": ["s1", "s1"]},
        picks={"s1": ["a", "b"]},
    )
    rounds = {m.person_id: m.round for m in result.standing.members}
    assert rounds == {"a": 1, "b": 2}
    assert {level.name: level.value for level in result.levels}["pick_order"] == 3


def test_the_rank_counts_the_whole_list_whoever_it_names():
    result = clerks(
        people=("a", "z"),
        sections={"s1": 2},
        marks={"a": 70, "z": 70},
        clerk_filed={"a": ["s1"]},
        picks={"s1": ["z", "a"]},
    )
    assert next(m for m in result.standing.members if m.person_id == "a").pick_order == 2


def test_a_section_keeps_one_of_its_own_and_its_own_number_overrides():
    """Article 15: one original may stay as a clerk; ``retain`` of the section overrides the rulebook."""
    spec = {
        "people": (person("a", section="s1"), person("b", section="s1")),
        "marks": {"a": 70, "b": 80},
        "clerk_filed": {"a": ["s1", "s1"], "b": ["s1", "s1"]},
        "picks": {"s1": ["a", "b"]},
    }
    one = clerks(sections=[Section(section_id=s, name=s, headcount=3) for s in ("s1", "s2")], **spec)
    assert seats(one) == {"a": ("s1", "mutual"), "b": ("s2", "directed")}
    two = clerks(sections=[Section(section_id=s, name=s, headcount=3, retain=2) for s in ("s1", "s2")], **spec)
    assert seats(two) == {"a": ("s1", "mutual"), "b": ("s1", "mutual")}


def test_people_who_must_avoid_each_other_never_share_a_section():
    result = clerks(
        people=("a", "b"),
        sections={"s1": 4, "s2": 2},
        marks={"a": 80, "b": 70},
        clerk_filed={"a": ["s1"], "b": [None, "s1"]},
        picks={"s1": ["a", "b"]},
        avoid=[("b", "a")],
    )
    assert seats(result) == {"a": ("s1", "mutual"), "b": ("s2", "directed")}


def test_people_who_withdrew_are_directed_first_by_their_own_wish():
    """Article 15-1: no mutual seat for them, but their filing still leads the direction."""
    result = clerks(
        people=(candidate("w", bid="withdraw"), person("a")),
        sections={"s1": 2, "s2": 3},
        marks={"w": 60, "a": 90},
        clerk_filed={"w": ["s1"], "a": ["s1"]},
        picks={"s1": ["a", "w"]},
    )
    assert seats(result) == {"w": ("s1", "directed"), "a": ("s2", "directed")}


def test_direction_prefers_filed_and_listed_then_filed_then_listed_then_most_free_seats():
    result = clerks(
        people=("a", "b", "c", "d"),
        sections={"s1": 2, "s2": 2, "s3": 2, "s4": 4},
        marks={"a": 90, "b": 80, "c": 70, "d": 60},
        clerk_filed={"a": ["s1"], "b": ["s1", "s2"], "c": ["s1"]},
        picks={"s1": ["a", "b"], "s3": ["c"]},
    )
    assert seats(result) == {
        "a": ("s1", "mutual"),
        "b": ("s2", "directed"),
        "c": ("s3", "directed"),
        "d": ("s4", "directed"),
    }


def test_equal_quantifications_directed_differently_are_a_tie():
    result = clerks(people=("a", "b"), sections={"s1": 2, "s2": 2}, marks={"a": 70, "b": 70})
    assert {(t.section_id, t.people) for t in result.ties} == {("s1", ("a", "b")), ("s2", ("a", "b"))}


def test_without_a_seat_the_reason_tells_full_from_closed():
    """Reasons at the moment of direction: no seat anywhere, or only a seat that avoidance closes."""
    full = clerks(people=("a", "b"), sections={"s1": 2}, marks={"a": 80, "b": 70})
    assert [(left.person_id, left.reason) for left in full.left_out] == [("b", "no_seat")]
    closed = clerks(people=("a", "b"), sections={"s1": 3}, marks={"a": 80, "b": 70}, avoid=[("a", "b")])
    assert [(left.person_id, left.reason) for left in closed.left_out] == [("b", "closed")]


def both_stages(**spec):
    made = bureau(**spec)
    scores = score(made)
    return place_institution(scores, place_clerks(scores, opening(made)).standing)


def test_a_section_that_kept_no_clerk_keeps_one_of_its_institution_staff():
    """Article 16: unlisted u stands behind the list, listed m is kept; u then has no seat there."""
    result = both_stages(
        people=(institution("m", "s1"), institution("u", "s1")),
        sections={"s1": 4},
        marks={"m": 60, "u": 90},
        clerk_filed={"m": ["s1"], "u": ["s1"]},
        picks={"s1": ["m"]},
    )
    assert seats(result, "institution") == {"m": ("s1", "required")}
    assert [(left.person_id, left.reason) for left in result.left_out] == [("u", "closed")]


def test_a_kept_clerk_lifts_the_duty():
    result = both_stages(
        people=(person("k", section="s1"), institution("u", "s1")),
        sections={"s1": 4},
        marks={"k": 60, "u": 90},
        clerk_filed={"k": ["s1"], "u": ["s1"]},
        picks={"s1": ["k"]},
    )
    assert seats(result, "institution") == {}
    assert [(left.person_id, left.reason) for left in result.left_out] == [("u", "not_listed")]


def test_a_duty_that_avoidance_makes_impossible_is_reported():
    result = both_stages(
        people=(person("f", section="s1", fixed=True), institution("u", "s1")),
        sections={"s1": 4},
        marks={"u": 90},
        clerk_filed={"u": ["s1"]},
        picks={"s1": ["u"]},
        avoid=[("f", "u")],
    )
    assert [(w.code, dict(w.args)) for w in result.warnings] == [
        ("requirement_unmet", {"section_id": "s1", "reason": "avoidance"})
    ]


def test_only_staff_with_consent_and_a_filing_take_part():
    result = both_stages(
        people=(institution("n", consent=False), institution("q"), institution("r", review="fail")),
        sections={"s1": 4},
        marks={"n": 90, "q": 90, "r": 90},
        clerk_filed={"n": ["s1"], "r": ["s1"]},
        picks={"s1": ["n", "q", "r"]},
    )
    assert [(left.person_id, left.reason) for left in result.left_out] == [
        ("n", "no_consent"),
        ("q", "no_filing"),
        ("r", "review_fail"),
    ]


def test_the_shortfall_counts_everybody_in_the_section():
    """Two sections of three posts, nobody's attributes recorded: each misses all four targets."""
    result = both_stages(people=("a",), sections={"s1": 3, "s2": 2, "s3": 3}, marks={"a": 70})
    assert {level.name: level.value for level in result.levels}["shortfall"] == 8
