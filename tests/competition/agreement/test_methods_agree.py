"""Both methods against the reference, case by case and field by field."""

from collections.abc import Callable
from pathlib import Path

import pytest

from allocator.competition.pipeline import stage_by_stage
from models.competition.codes import STAGES
from tests.competition.agreement.chosen import each_case
from tests.competition.agreement.product import ONE_WORKER, fields, opened
from tests.competition.reference import brute, rules
from tests.competition.reference.facts import Facts
from tests.competition.reference.report import outcome_of
from tests.competition.reference.search import better, objective_of

Folders = Callable[[int], Path]


@pytest.mark.parametrize("index", each_case())
def test_the_optimum_is_the_best_of_everything_there_is(folder_of: Folders, index: int) -> None:
    """Every level value, seat, score, reason, vacancy and tie of the optimum, proven, as found by trying everything."""
    folder = folder_of(index)
    facts, case = Facts(folder), opened(folder)
    outcome = case.propose("optimal").outcome
    assert fields(outcome) == outcome_of(facts, brute.solve(facts))
    assert outcome.status == "optimal"
    assert all(level.proven and level.bound == level.value for stage in outcome.stages for level in stage.levels)
    assert case.audit(outcome) == ()


@pytest.mark.parametrize("index", each_case())
def test_the_procedure_agrees_with_its_second_telling(folder_of: Folders, index: int) -> None:
    """Every seat, reason, level value and tie of the rules' outcome, as the articles tell it a second time."""
    folder = folder_of(index)
    facts, case = Facts(folder), opened(folder)
    outcome = case.propose("rules").outcome
    assert fields(outcome) == outcome_of(facts, rules.decide(facts))
    assert outcome.status == "complete"
    assert case.audit(outcome) == ()


@pytest.mark.parametrize("index", each_case())
def test_the_procedure_is_never_better_than_the_optimum_from_its_own_standing(folder_of: Folders, index: int) -> None:
    """From the rules' own earlier stages the optimum is what trying everything finds, and the rules are no better."""
    folder = folder_of(index)
    facts, case = Facts(folder), opened(folder)
    by_rules = case.propose("rules")
    optima = stage_by_stage(case.scores, by_rules, case.propose("optimal"), limits=ONE_WORKER)
    standing = facts.opening()
    for stage in STAGES:
        told = rules.decide_stage(facts, stage, standing)
        found = {level.name: level.value for level in optima[stage].levels}
        theirs = {level.name: level.value for level in by_rules.results[stage].levels}
        expected = brute.solve_stage(facts, stage, standing).levels
        assert found == {name: expected[name] for name in found}
        assert brute.allowed(facts, stage, standing, told.standing)
        assert not better(objective_of(facts, stage), theirs, found)
        standing = told.standing
