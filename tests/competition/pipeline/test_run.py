"""The stages in order and the outcome they make."""

import pytest

from allocator.competition.check import check
from allocator.competition.pipeline import run, stage_by_stage
from allocator.faults import InvalidInput
from allocator.files.draft import draft_of
from allocator.solver import Limits
from models.common.canonical import case_sha256, sha256
from models.common.outcome import Notice
from models.competition.filings import Pick
from models.competition.rulebook import Rulebook
from tests.competition.builders import candidate, case, incumbent, institution, person, pin

SEED = "drawn in public"
FULL = {
    "people": (
        incumbent("a", "s1"),
        candidate("b", "s2"),
        person("c", section="s1"),
        person("d", section="s2"),
        person("x", section="s1", fixed=True),
        institution("i", "s2"),
        person("k", staffing="contract"),
    ),
    "sections": {"s1": 4, "s2": 3},
    "marks": {"a": 80, "b": 70, "c": 60, "d": 65, "x": 75, "i": 50, "k": 50},
    "speeches": {"a": 90, "b": 85},
    "filed": (("a", 1, 1, "s1"), ("b", 1, 1, "s1"), ("b", 2, 1, "s2")),
    "votes": {("a", "s1"): 30, ("b", "s1"): 20, ("b", "s2"): 15},
    "clerk_filed": {"c": ["s2"], "d": ["s1"], "i": ["s1"]},
    "picks": {"s2": ["c"], "s1": ["i", "d"]},
    "dissatisfied": {"a": (9, 1, 0), "x": (9, 1, 0)},
    "seed": SEED,
}


def scored(**changes):
    checked = check(draft_of(case(**{**FULL, **changes})), Rulebook())
    assert checked.faults == ()
    return checked.scores


def placements(done):
    return {p.person_id: (p.section_id, p.role, p.basis) for p in done.outcome.placements}


def test_an_outcome_says_for_each_seat_exactly_what_its_basis_allows():
    """Protects the nullness of round, pick order, votes and scores, which readers of the file rely on."""
    outcome = run(scored(), "rules").outcome
    found = {p.person_id: p for p in outcome.placements}
    assert found["a"].model_dump() == {
        "person_id": "a",
        "section_id": "s1",
        "role": "chief",
        "basis": "filed",
        "round": 1,
        "pick_order": None,
        "composite": "88.200",
        "quantification": "84.000",
        "votes": 30,
        "present": 40,
    }
    assert (found["x"].basis, found["x"].round, found["x"].votes, found["x"].quantification) == (
        "fixed",
        None,
        None,
        "75.000",
    )
    assert (found["c"].basis, found["c"].round, found["c"].pick_order) == ("mutual", 1, 1)
    assert (found["d"].basis, found["d"].round, found["d"].pick_order) == ("mutual", 1, 2)
    assert (found["i"].role, found["i"].basis, found["i"].composite) == ("institution", "mutual", None)


def test_an_outcome_is_sorted_and_names_its_case_and_rulebook_by_hash():
    scores = scored()
    outcome = run(scores, "rules").outcome
    assert [p.sort_key for p in outcome.placements] == sorted(p.sort_key for p in outcome.placements)
    assert outcome.case.sha256 == case_sha256(scores.bureau.case)
    assert outcome.rulebook.sha256 == sha256(Rulebook())
    assert (outcome.lottery.seed, outcome.lottery.source, outcome.given) == (SEED, "case", None)
    assert (outcome.status, [report.state for report in outcome.stages]) == ("complete", ["run"] * 3)


def test_contract_staff_are_neither_placed_nor_unplaced():
    outcome = run(scored(), "rules").outcome
    assert "k" not in {p.person_id for p in outcome.placements} | {u.person_id for u in outcome.unplaced}


def test_vacancies_are_the_free_seats_after_the_last_stage_run():
    """Chief posts and other seats are told apart; stages that did not run leave their seats free."""
    chiefs_only = run(scored(), "rules", stages=("chiefs",)).outcome
    assert [(v.section_id, v.role, v.count) for v in chiefs_only.vacancies] == [("s1", "clerk", 2), ("s2", "clerk", 2)]
    assert [report.state for report in chiefs_only.stages] == ["run", "not_asked", "not_asked"]
    whole = run(scored(), "rules").outcome
    assert [(v.section_id, v.role, v.count) for v in whole.vacancies] == [("s2", "clerk", 1)]


def test_people_whose_stage_has_not_run_are_not_unplaced():
    scores = scored(clerk_filed={"c": ["s2"], "d": ["s1"]}, picks={"s2": ["c"], "s1": ["d"]})
    assert run(scores, "rules", stages=("chiefs",)).outcome.unplaced == ()
    unplaced = run(scores, "rules").outcome.unplaced
    assert [(u.person_id, u.track, u.reason) for u in unplaced] == [("i", "institution", "no_filing")]


def test_the_optimal_method_is_proven_and_carries_no_trace():
    done = run(scored(), "optimal")
    assert done.outcome.status == "optimal"
    assert all(level.proven and level.bound == level.value for r in done.outcome.stages for level in r.levels)
    assert all(result.trace == () for result in done.results.values())


def test_a_draw_that_was_not_published_is_told():
    """A seed that could have been chosen after the fact is a warning in the outcome itself."""
    outcome = run(scored(seed=None), "rules").outcome
    assert outcome.lottery.source == "default"
    assert Notice(code="lottery_default", args={"seed": "test"}) in outcome.warnings


def test_a_list_of_another_chief_is_told_and_used():
    picks = (Pick(section_id="s2", person_id="c", order=1, chief_id="a"),)
    outcome = run(scored(picks={"s1": ["i", "d"]}, clerk_filed=FULL["clerk_filed"]), "rules").outcome
    assert all(notice.code != "list_of_other_chief" for notice in outcome.warnings)
    told = case(**{**FULL, "picks": {"s1": ["i", "d"]}})
    told = told.model_copy(update={"picks": tuple(sorted((*told.picks, *picks), key=lambda p: (p.section_id,)))})
    done = run(check(draft_of(told), Rulebook()).scores, "rules")
    args = {"section_id": "s2", "chief_id": "a", "placed": "b"}
    assert Notice(code="list_of_other_chief", args=args) in done.outcome.warnings
    assert placements(done)["c"] == ("s2", "clerk", "mutual")


def test_a_stage_without_its_tables_and_all_after_it_are_not_ready():
    outcome = run(scored(picks={}), "rules").outcome
    assert [report.state for report in outcome.stages] == ["run", "not_ready", "not_ready"]
    missing = [n.args["missing"] for n in outcome.warnings if n.code == "stage_not_ready"]
    assert missing == [("picks",), ("picks",)]


def test_no_stage_ready_is_refused_with_what_is_missing():
    with pytest.raises(InvalidInput) as refused:
        run(scored(filed=(), votes={}, picks={}), "rules")
    assert {(fault.code, fault.args["stage"]) for fault in refused.value.faults} >= {("stage_not_ready", "chiefs")}


def test_ties_are_told_as_a_warning_for_each_stage():
    scores = scored(
        marks={**FULL["marks"], "b": 83},
        speeches={"a": 90, "b": 90},
        votes={("a", "s1"): 30, ("b", "s1"): 30, ("b", "s2"): 15},
    )
    outcome = run(scores, "rules").outcome
    composites = {pair.person_id: pair.composite for pair in scores.pairs if pair.section_id == "s1"}
    assert composites["a"] == composites["b"]
    assert [(tie.stage, tie.section_id, tie.people) for tie in outcome.ties] == [("chiefs", "s1", ("a", "b"))]
    assert Notice(code="ties_to_confirm", args={"stage": "chiefs", "sections": 1}) in outcome.warnings


def test_pinned_people_sit_before_anything_else():
    scores = scored(pins=(pin("d", "s2", "clerk"),))
    done = run(scores, "rules")
    assert placements(done)["d"] == ("s2", "clerk", "pinned")


def test_the_optimum_of_each_stage_starts_from_the_rules_own_standing():
    """The headline comparison is fair: the same earlier stages on both sides."""
    scores = scored()
    rules, optimal = run(scores, "rules"), run(scores, "optimal")
    found = stage_by_stage(scores, rules, optimal)
    assert list(found) == ["chiefs", "clerks", "institution"]
    assert found["chiefs"] is optimal.results["chiefs"]
    for stage, result in found.items():
        kept = rules.before[stage].members
        assert set(kept) <= set(result.standing.members)


def interrupted(*_, **__):
    raise KeyboardInterrupt


def test_an_interrupt_outside_the_search_keeps_the_rules_result_unproven(monkeypatch):
    """The procedure's own result is a feasible start; it is kept, without ties and trace of the other method."""
    monkeypatch.setattr("allocator.competition.optimum.solve_clerks", interrupted)
    limits = Limits()
    done = run(scored(), "optimal", limits=limits)
    assert (done.outcome.status, limits.stopped) == ("feasible", True)
    assert (done.results["clerks"].trace, done.results["clerks"].ties) == ((), ())
    assert [level.bound for level in done.results["clerks"].levels] == [None] * 7


def test_a_second_interrupt_is_not_swallowed(monkeypatch):
    monkeypatch.setattr("allocator.competition.optimum.solve_chiefs", interrupted)
    limits = Limits()
    limits.stop()
    with pytest.raises(KeyboardInterrupt):
        run(scored(), "optimal", limits=limits)
