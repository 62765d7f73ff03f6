"""Small bureaus in which one rule is broken by hand: the audit names it."""

import pytest

from models.common.rules import NEEDS
from models.competition.rule_ids import RULES, RuleId
from models.competition.rulebook import Rulebook
from tests.competition.audit.proposals import Proposal, propose
from tests.competition.builders import candidate, case, incumbent, institution, person, pin

MARKS = {"a": 90, "b": 80, "c": 70, "d": 60}
SPEECHES = {"a": 90, "b": 80}


def chiefs_bureau(**more):
    """Two incumbents stand for two posts: a for s1 in round 1, b for s2 in round 1 and s1 in round 2."""
    given = {
        "people": [incumbent("a", "s1"), incumbent("b", "s2"), "c", "d"],
        "marks": MARKS,
        "speeches": SPEECHES,
        "filed": [("a", 1, 1, "s1"), ("b", 1, 1, "s2"), ("b", 2, 1, "s1")],
        "votes": {("a", "s1"): 30, ("b", "s2"): 20, ("b", "s1"): 20},
        "clerk_filed": {"c": ["s1"], "d": ["s2"]},
        "picks": {"s1": ["c"], "s2": ["d"]},
    }
    return propose(case(**{**given, **more}))


def clerks_bureau(sections=None, **more):
    """Four clerks, two of s1, who file for it; both sections list everybody."""
    given = {
        "people": [person("a", section="s1"), person("b", section="s1"), "c", "d"],
        "marks": MARKS,
        "clerk_filed": {"a": ["s1"], "b": ["s1"], "c": ["s2"], "d": ["s2", "s2"]},
        "picks": {"s1": ["a", "b", "c"], "s2": ["c", "d"]},
    }
    return propose(case(sections=sections or {"s1": 3, "s2": 4}, **{**given, **more}))


def staff_bureau(**more):
    """Three of the institution staff, two of them of s1, which must keep one."""
    given = {
        "people": [institution("a", "s1"), institution("b", "s1"), institution("c", "s2"), institution("d", "s2")],
        "marks": MARKS,
        "clerk_filed": {"a": ["s1"], "b": ["s1"], "c": ["s1"]},
        "picks": {"s1": ["b", "a", "c"]},
    }
    return propose(case(**{**given, **more}))


def seat(made: Proposal, person_id: str):
    return next(p for p in made.outcome.placements if p.person_id == person_id)


def test_sound_outcomes_pass():
    """The ground of the tests below: what they break is whole before."""
    for made in (chiefs_bureau(), clerks_bureau(), staff_bureau()):
        assert made.audit() == ()
    assert seat(chiefs_bureau(), "b").section_id == "s2"
    assert seat(clerks_bureau(), "a").basis == "mutual"
    assert seat(staff_bureau(), "b").basis == "required"


def test_every_rule_that_needs_an_audit_is_audited():
    """Protects from a rule that is only stated: each score, filter, row and order rule has a check of its own."""
    from allocator.competition.audit import (
        auditing,
        board,
        facts,
        marks,
        neutral,
        pairs,
        people,
        replay_chiefs,
        replay_seats,
    )

    modules = [auditing, board, facts, marks, neutral, pairs, people, replay_chiefs, replay_seats]
    modules += [auditing.chiefs, auditing.choice, auditing.levels, auditing.procedure, auditing.seats]
    modules += [auditing.structure, auditing.ties]
    marked = {mark for m in modules for f in vars(m).values() for mark in getattr(f, "__carries__", ())}
    needed = {(rule.id, "audit") for rule in RULES.values() if "audit" in NEEDS[rule.kind]}
    assert needed <= marked


def broken_chiefs():
    made = chiefs_bureau()
    yield made, made.with_seat("a", section_id="s2"), "two_chiefs", RuleId.ONE_CHIEF
    yield made, made.with_seat("a", person_id="c"), "not_entrant", RuleId.ENTRANT
    yield made, made.with_seat("b", basis="written_in", round=None), "differs", RuleId.FILED_OR_WRITTEN_IN
    yield made, made.with_seat("b", round=2), "differs", RuleId.FILED_OR_WRITTEN_IN
    yield made, made.with_seat("a", composite="99.000"), "differs", RuleId.COMPOSITE
    yield made, made.with_seat("a", votes=31), "differs", RuleId.RECOMMENDATION
    yield made, made.with_seat("c", quantification="71.000"), "differs", RuleId.QUANTIFICATION
    yield made, made.with_seat("a", basis="fixed"), "not_fixed", RuleId.TRACK
    yield made, made.with_seat("a", basis="pinned"), "not_pinned", RuleId.PIN


def broken_clerks():
    made = clerks_bureau()
    b = {"section_id": "s1", "basis": "mutual", "round": 1, "pick_order": 2}
    yield made, made.with_seat("b", **b), "over_retention", RuleId.RETENTION_CLERK
    yield made, made.with_seat("b", **b), "two_picks", RuleId.ONE_PICK_A_ROUND
    yield made, made.with_seat("d", section_id="s1"), "differs", RuleId.MUTUAL_CHOICE
    yield made, made.with_seat("d", section_id="s1"), "not_filed_in_round", RuleId.MUTUAL_CHOICE
    yield made, made.with_seat("d", person_id="a"), "two_seats", RuleId.ONE_SEAT
    yield made, made.with_seat("a", role="institution"), "wrong_track", RuleId.TRACK
    yield (
        made,
        made.with_seat("a", section_id="s2", basis="directed", round=None, pick_order=None),
        "replay_differs",
        None,
    )
    small = clerks_bureau({"s1": 3, "s2": 3})
    yield small, small.with_seat("a", section_id="s2"), "over_headcount", RuleId.HEADCOUNT


def broken_staff():
    made = staff_bureau()
    yield made, made.with_seat("c", person_id="d"), "outside_pool", RuleId.INSTITUTION_POOL
    yield made, made.with_seat("c", person_id="a"), "required_seat_only", RuleId.REQUIRED_RETENTION
    yield made, made.with_seat("c", person_id="a"), "over_retention", RuleId.RETENTION_INSTITUTION
    yield made, made.with_seat("c", basis="required"), "not_required", RuleId.REQUIRED_RETENTION
    yield made, made.without("b"), "requirement_ignored", RuleId.REQUIRED_RETENTION


@pytest.mark.parametrize("number", range(9))
def test_a_broken_rule_of_the_chiefs_is_named(number):
    check_named(list(broken_chiefs()), number, 9)


@pytest.mark.parametrize("number", range(8))
def test_a_broken_rule_of_the_clerks_is_named(number):
    check_named(list(broken_clerks()), number, 8)


@pytest.mark.parametrize("number", range(5))
def test_a_broken_rule_of_the_institution_staff_is_named(number):
    check_named(list(broken_staff()), number, 5)


def check_named(rows, number, count):
    assert len(rows) == count
    made, outcome, code, rule = rows[number]
    found = {(v.code, v.rule) for v in made.audit(outcome)}
    assert (f"audit.{code}", rule) in found or (rule is None and f"audit.{code}" in {c for c, _ in found})


def test_a_later_filing_may_not_overtake_an_earlier_one():
    """Round priority: a, who filed for s1 in round 1, has nothing while b holds s1 from round 2."""
    made = chiefs_bureau()
    outcome = made.with_seat("b", section_id="s1", round=2)
    placements = tuple(p for p in outcome.placements if p.person_id != "a")
    found = made.audit(outcome.model_copy(update={"placements": placements}))
    assert RuleId.ROUND_PRIORITY in {v.rule for v in found}


def test_a_chief_below_the_floor_is_refused():
    """13 of 40 present is below a third; the pair may never win."""
    made = chiefs_bureau(votes={("a", "s1"): 30, ("b", "s2"): 14, ("b", "s1"): 13})
    found = made.audit(made.with_seat("b", section_id="s1", round=2))
    below = [v for v in found if v.rule == RuleId.RECOMMENDATION_FLOOR]
    assert [dict(v.args) for v in below] == [{"person_id": "b", "section_id": "s1", "votes": 13, "present": 40}]


def test_a_post_kept_by_a_fixed_chief_is_not_won():
    """s1 keeps its fixed chief, so a cannot have it and the chief cannot leave it."""
    people = [incumbent("x", "s1", fixed=True), incumbent("a", "s2"), "c", "d"]
    made = chiefs_bureau(
        people=people,
        marks={"a": 90, "x": 50, "c": 70, "d": 60},
        speeches={"a": 90},
        filed=[("a", 1, 1, "s2")],
        votes={("a", "s2"): 30, ("a", "s1"): 30},
    )
    assert made.audit() == ()
    assert {v.rule for v in made.audit(made.with_seat("a", section_id="s1"))} >= {RuleId.OPEN_POST, RuleId.ONE_CHIEF}
    assert RuleId.TRACK in {v.rule for v in made.audit(made.with_seat("x", section_id="s2"))}
    assert RuleId.TRACK in {v.rule for v in made.audit(made.without("x"))}


def test_pins_are_followed():
    """An assigned seat is kept and a forbidden one stays empty."""
    made = clerks_bureau(pins=[pin("c", "s1", "clerk"), pin("b", "s2", "clerk", "forbid")])
    assert made.audit() == ()
    assert seat(made, "c").basis == "pinned"
    assert RuleId.PIN in {v.rule for v in made.audit(made.with_seat("c", section_id="s2"))}
    forbidden = made.with_seat("a", person_id="b", section_id="s2", basis="directed", round=None, pick_order=None)
    assert RuleId.PIN in {v.rule for v in made.audit(forbidden)}


def test_people_who_avoid_each_other_are_kept_apart():
    """a and d may not share a section, whatever their seats."""
    made = clerks_bureau(avoid=[("a", "d")])
    assert made.audit() == ()
    together = made.with_seat("d", section_id="s1")
    assert RuleId.AVOIDANCE in {v.rule for v in made.audit(together)}


def test_whoever_withdrew_takes_no_mutual_seat():
    """An eligible person who gave up the contest is directed, though the list names him."""
    people = [candidate("a", bid="withdraw"), "b", "c", "d"]
    made = clerks_bureau(people=people, clerk_filed={"a": ["s1"], "b": ["s2"]}, picks={"s1": ["a"], "s2": ["b"]})
    assert made.audit() == ()
    assert (seat(made, "a").section_id, seat(made, "a").basis) == ("s1", "directed")
    mutual = made.with_seat("a", basis="mutual", round=1, pick_order=1)
    assert RuleId.WITHDRAWN in {v.rule for v in made.audit(mutual)}


def test_a_contract_person_has_no_seat():
    """Contract staff are scored and never placed."""
    made = clerks_bureau(people=["a", "b", "c", person("d", staffing="contract")], clerk_filed={"a": ["s1"]})
    assert made.audit() == ()
    assert RuleId.TRACK in {v.rule for v in made.audit(made.with_seat("c", person_id="d"))}


def test_a_hidden_tie_is_told():
    """Two people with equal marks were directed by the draw alone; leaving the tie out is a violation."""
    made = clerks_bureau(
        {"s1": 3, "s2": 3},
        people=["a", "b", "c"],
        marks={"a": 80, "b": 80, "c": 70},
        clerk_filed={"c": ["s1"]},
        picks={"s1": ["c"]},
    )
    assert made.audit() == ()
    assert [tie.people for tie in made.outcome.ties] == [("a", "b"), ("a", "b")]
    hidden = made.outcome.model_copy(update={"ties": ()})
    assert {v.code for v in made.audit(hidden) if v.rule == RuleId.LOT} == {"audit.tie_missing"}


def test_another_rulebook_is_another_outcome():
    """The outcome names its rulebook; held against another, the hash and what follows differ."""
    made = clerks_bureau()
    other = Rulebook.model_validate({"name": "other", "clerks": {"retain": 0}})
    fields = {v.field for v in made._replace(rulebook=other).audit()}
    assert {"rulebook.name", "rulebook.sha256"} <= fields
    assert RuleId.RETENTION_CLERK in {v.rule for v in made._replace(rulebook=other).audit()}


def test_unknown_people_and_sections_end_the_audit():
    """Of a seat that cannot be placed nothing more is said than that."""
    made = clerks_bureau()
    assert made.found(made.with_seat("a", person_id="nobody")) == {"unknown_person"}
    assert made.found(made.with_seat("a", section_id="nowhere")) == {"unknown_section"}
