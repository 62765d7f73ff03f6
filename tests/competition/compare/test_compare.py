"""The comparison of the two methods, on cases small enough to work out by hand."""

import json

import pytest

from allocator.competition.check import check
from allocator.competition.compare import compare, document
from allocator.competition.compare.levels import LevelPair
from allocator.competition.pipeline import run, stage_by_stage
from allocator.files.draft import draft_of
from models.competition.rulebook import Rulebook
from scenarios import generate
from tests.competition.builders import candidate, case, institution, person


def compared(**spec):
    return compared_case(case(**spec))


def compared_case(made):
    checked = check(draft_of(made), Rulebook())
    assert checked.faults == ()
    rules, optimal = run(checked.scores, "rules"), run(checked.scores, "optimal")
    return compare(checked.scores, rules, optimal, stage_by_stage(checked.scores, rules, optimal))


@pytest.fixture(scope="module")
def chiefs():
    """The rules give a the post s1 that he likes best and leave b, who can only have s1, without one.

    The optimum moves a to s2, so that both posts are filled: against article 13-3, since a outranks b at s1.
    """
    return compared(
        people=(candidate("a", "s1"), candidate("b", "s2"), person("c", section="s1")),
        sections={"s1": 2, "s2": 2},
        marks={"a": 90, "b": 70, "c": 60},
        speeches={"a": 90, "b": 80},
        filed=(("a", 1, 1, "s1"), ("a", 1, 2, "s2"), ("b", 1, 1, "s1")),
        votes={("a", "s1"): 30, ("a", "s2"): 20, ("b", "s1"): 25},
        clerk_filed={"a": ["s2"], "b": ["s2"], "c": ["s2"]},
        picks={"s2": ["c", "b"]},
    )


def test_levels_stand_side_by_side_and_the_first_difference_decides(chiefs):
    stage = chiefs.stages[0]
    assert [(p.name, p.rules, p.optimal, p.better) for p in stage.levels[:1]] == [("posts_filled", 1, 2, "optimal")]
    assert (stage.decided_by, stage.proven) == ("posts_filled", True)


@pytest.mark.parametrize(
    ("sense", "rules", "optimal", "better"),
    [
        ("max", 1, 2, "optimal"),
        ("max", 2, 1, "rules"),
        ("min", 1, 2, "rules"),
        ("min", 2, 1, "optimal"),
        ("min", 1, 1, "equal"),
    ],
)
def test_a_level_is_better_in_its_own_sense(sense, rules, optimal, better):
    assert LevelPair("level", sense, rules, optimal, None, False).better == better


def test_each_person_gains_or_loses_by_the_own_order_of_wishes(chiefs):
    found = {c.person_id: c for c in chiefs.stages[0].changes}
    assert {p: c.verdict for p, c in found.items()} == {"a": "loses", "b": "gains"}
    assert (found["a"].rules.section_id, found["a"].optimal.section_id) == ("s1", "s2")
    assert (found["a"].lost_to, found["b"].won_from) == (("b",), ("a",))


def test_the_trade_names_its_people_and_what_it_does_to_each_level(chiefs):
    (trade,) = chiefs.stages[0].trades
    assert (trade.people, trade.sections, trade.decided_by) == (("a", "b"), ("s1", "s2"), "posts_filled")
    assert trade.levels["posts_filled"] == 1
    assert sum(t.levels["composite"] for t in chiefs.stages[0].trades) == (
        chiefs.stages[0].levels[1].optimal - chiefs.stages[0].levels[1].rules
    )


def test_a_claim_is_shown_where_a_lower_person_holds_what_a_higher_one_wanted(chiefs):
    """Article 13-3 leaves none under the rules; the optimum is advisory because it may leave some."""
    stage = chiefs.stages[0]
    assert stage.claims_rules == ()
    (claim,) = stage.claims_optimal
    assert (claim.section_id, claim.person_id, claim.holder, claim.clause) == ("s1", "a", "b", "composite")
    assert claim.has_section == "s2"
    assert claim.person_value > claim.holder_value


def test_wishes_met_are_counted_by_round(chiefs):
    stage = chiefs.stages[0]
    assert dict(stage.wishes_rules) == {"1": 1, "written_in": 0, "unplaced": 1}
    assert dict(stage.wishes_optimal) == {"1": 2, "written_in": 0, "unplaced": 0}


def test_a_later_stage_is_compared_from_the_rules_own_chiefs(chiefs):
    """In the headline b is still a clerk in both columns, although the optimum made him a chief."""
    headline, whole = chiefs.stages[1], chiefs.whole[1]
    assert {c.person_id for c in headline.changes} == {"b", "c"}
    assert all(level.optimal >= level.rules for level in headline.levels[:1])
    assert {c.person_id for c in whole.changes} == {"b", "c"}
    assert next(c for c in whole.changes if c.person_id == "b").optimal.role == "chief"


def test_the_whole_pipelines_show_every_person_and_section(chiefs):
    assert [c.person_id for c in chiefs.people] == ["a", "b", "c"]
    rows = {row.section_id: row for row in chiefs.sections}
    assert (rows["s1"].rules.chief, rows["s1"].optimal.chief, rows["s1"].changed) == ("a", "b", True)
    assert (rows["s2"].rules.chief, rows["s2"].optimal.chief) == (None, "a")


def test_the_document_is_plain_data_without_sentences(chiefs):
    """Codes, ids and numbers only, so that it reads the same in any language."""
    found = document(chiefs)
    assert json.loads(json.dumps(found)) == found
    assert [stage["stage"] for stage in found["stages"]] == ["chiefs", "clerks", "institution"]
    assert found["advisory"] == "optimal"
    assert found["stages"][0]["claims"]["optimal"][0]["clause"] == "composite"
    assert found["pipelines"]["rules"]["chief_posts_vacant"] == 1


def test_a_vacant_post_wanted_by_somebody_is_a_claim():
    """The optimum may leave a person in a post he likes less for its higher composite, and the liked one empty."""
    found = compared(
        people=(candidate("a"), person("c")),
        sections={"s1": 2, "s2": 2},
        marks={"a": 90, "c": 60},
        speeches={"a": 90},
        filed=(("a", 1, 1, "s1"), ("a", 1, 2, "s2")),
        votes={
            ("a", "s1"): {"institutions": 10, "counties": 10, "leaders": 1},
            ("a", "s2"): {"leaders": 10, "staff": 10},
        },
        clerk_filed={"c": ["s1"]},
        picks={"s1": ["c"]},
    )
    stage = found.stages[0]
    assert [(c.section_id, c.holder, c.clause) for c in stage.claims_optimal] == [("s1", None, "vacant")]
    assert stage.decided_by == "composite"


def test_a_clerks_claim_needs_a_lower_place_on_the_list_and_room_for_the_swap():
    """c is first on the list of s1 but the optimum, which counts mutual seats, sends c to s2."""
    spec = {
        "people": ("c", "d"),
        "sections": {"s1": 2, "s2": 2},
        "marks": {"c": 80, "d": 70},
        "clerk_filed": {"c": ["s1", "s2"], "d": ["s1"]},
        "picks": {"s1": ["c", "d"], "s2": ["c"]},
    }
    stage = next(stage for stage in compared(**spec).stages if stage.stage == "clerks")
    assert (stage.decided_by, stage.claims_rules) == ("mutual", ())
    assert [(c.section_id, c.person_id, c.holder, c.person_value, c.holder_value) for c in stage.claims_optimal] == [
        ("s1", "c", "d", 1, 2)
    ]
    assert {c.person_id: c.verdict for c in stage.changes} == {"c": "loses", "d": "gains"}


def test_a_claim_that_avoidance_would_forbid_is_none():
    spec = {
        "people": (person("x", section="s1", fixed=True), "c", "d"),
        "sections": {"s1": 3, "s2": 2},
        "marks": {"c": 80, "d": 70, "x": 70},
        "clerk_filed": {"c": ["s1", "s2"], "d": ["s1"]},
        "picks": {"s1": ["c", "d"], "s2": ["c"]},
        "avoid": [("c", "x")],
    }
    stage = next(stage for stage in compared(**spec).stages if stage.stage == "clerks")
    assert stage.claims_optimal == stage.claims_rules == ()


def test_a_section_that_must_keep_one_of_its_own_keeps_the_first_of_its_order():
    """Article 16: the rules keep i, who stands first; a claim would be shown if the optimum kept another."""
    found = compared(
        people=(institution("i", "s1"), institution("j", "s1"), "c"),
        sections={"s1": 3},
        marks={"i": 60, "j": 90, "c": 50},
        clerk_filed={"i": ["s1"], "j": ["s1"], "c": ["s1"]},
        picks={"s1": ["c", "i", "j"]},
    )
    stage = found.stages[-1]
    kept = {c.person_id: (c.rules is not None, c.optimal is not None) for c in stage.changes}
    assert kept == {"i": (True, False), "j": (False, True)}
    assert [(c.person_id, c.holder, c.clause) for c in stage.claims_optimal] == [("i", "j", "pick_order")]
    assert stage.decided_by == "quantification"


@pytest.mark.parametrize("seed", range(6))
def test_the_rules_leave_no_claim(seed):
    """Articles 13-3 and 15-3: the procedure never passes over somebody whom a section's own order puts first."""
    found = compared_case(generate(60, 10, seed))
    assert [stage.claims_rules for stage in found.stages] == [(), (), ()]
