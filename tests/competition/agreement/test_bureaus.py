"""Bureaus of ordinary size: the procedure told twice agrees, and the optimum is never behind it."""

from pathlib import Path

import pytest

from allocator.competition.check import check
from allocator.competition.files import read_case, write_case
from allocator.competition.pipeline import stage_by_stage
from allocator.files import draft_of
from allocator.solver import Limits
from models.competition.case import Case
from models.competition.codes import STAGES
from models.competition.rulebook import Rulebook
from models.competition.standing import Standing
from scenarios import embedded, generate
from tests.competition.agreement.chosen import each_case
from tests.competition.agreement.product import Opened, fields
from tests.competition.reference import brute, rules
from tests.competition.reference.facts import Facts, Seat
from tests.competition.reference.report import outcome_of
from tests.competition.reference.search import better, objective_of

BUREAUS = 30
TWO_WORKERS = Limits(deadline=None, workers=2)


def of_size(index: int) -> Case:
    """The bureau of an index: 40 to 90 people in 4 to 9 sections."""
    people = 40 + 50 * index // (BUREAUS - 1)
    return generate(people, max(4, people // 10), f"agreement {index}")


@pytest.mark.parametrize("index", each_case((0, 7, 14, 21, 29), tuple(range(BUREAUS))))
def test_generated_bureaus(tmp_path: Path, index: int) -> None:
    """On 40 to 90 people both tellings of the rules agree, and no stage of them is ahead of its optimum."""
    held_to_reference(of_size(index), tmp_path)


def test_the_embedded_bureau(tmp_path: Path) -> None:
    """The same of the embedded bureau."""
    held_to_reference(embedded(), tmp_path)


def held_to_reference(case: Case, folder: Path) -> None:
    path = folder / "case"
    write_case(case, path)
    opened, facts = open_bureau(case), Facts(path)
    assert read_case(path, opened.rulebook).rows == draft_of(case).rows
    by_rules, by_optimum = opened.propose("rules"), opened.propose("optimal", limits=TWO_WORKERS)
    assert fields(by_rules.outcome) == outcome_of(facts, rules.decide(facts))
    assert by_optimum.outcome.status == "optimal"
    assert opened.audit(by_rules.outcome) == ()
    assert opened.audit(by_optimum.outcome) == ()
    optima = stage_by_stage(opened.scores, by_rules, by_optimum, limits=TWO_WORKERS)
    for stage in STAGES:
        before, after = seats(by_rules.before[stage]), seats(optima[stage].standing)
        found = {level.name: level.value for level in optima[stage].levels}
        theirs = {level.name: level.value for level in by_rules.results[stage].levels}
        measured = brute.measure(facts, stage, before, after)
        assert found == {name: measured[name] for name in found}
        assert stage == "chiefs" or brute.allowed(facts, stage, before, after)
        assert not better(objective_of(facts, stage), theirs, found)


def open_bureau(case: Case) -> Opened:
    rulebook = Rulebook()
    checked = check(draft_of(case), rulebook)
    assert checked.case is not None and checked.scores is not None, checked.faults
    return Opened(checked.case, rulebook, checked.scores, checked.warnings)


def seats(standing: Standing) -> list[Seat]:
    return [Seat(m.section_id, m.role, m.person_id, m.basis, m.round, m.pick_order) for m in standing.members]
