"""The ties of the embedded bureau, seat by seat: plain CP-SAT solves again with each taken, and with it given up."""

from functools import cache

import numpy as np
import pytest

from allocator.bureau import Bureau
from allocator.optimum import formulate_chiefs, formulate_clerks, formulate_institution
from allocator.optimum.formulation import Formulation
from allocator.optimum.ties import levels_before_draw
from allocator.pipeline import Run, run
from allocator.pools import clerk_contest
from allocator.scoring import Scores, score
from allocator.solver import Limits, solve
from allocator.solver.faces import with_row
from models.base import STAGES, Stage
from models.case import Lottery
from models.rulebook import Rulebook
from scenarios import embedded

PLAIN = Limits(engine="reference")
TIED = (
    ("chiefs", "K15", "020"),
    ("chiefs", "K15", "067"),
    ("clerks", "K02", "030"),
    ("clerks", "K03", "030"),
    ("clerks", "K03", "031"),
    ("clerks", "K05", "030"),
    ("clerks", "K06", "030"),
    ("clerks", "K09", "031"),
    ("clerks", "K13", "031"),
    ("clerks", "K15", "030"),
)


@cache
def scores() -> Scores:
    case = embedded()
    return score(Bureau(case, Rulebook(), Lottery.of(case)))


@cache
def found() -> Run:
    return run(scores(), "optimal")


@cache
def formulation(stage: Stage) -> Formulation:
    """A stage as it was met, every neutral seat of the clerks written out."""
    before = found().before[stage]
    if stage == "chiefs":
        return formulate_chiefs(scores(), before)
    if stage == "institution":
        return formulate_institution(scores(), before)
    return formulate_clerks(scores(), before, frozenset(clerk_contest(scores(), before).people))


def as_good(stage: Stage, section_id: str, person_id: str, taken: int) -> bool:
    """Whether plain CP-SAT reaches every level before the draw with the seat taken (1) or given up (0)."""
    one = formulation(stage)
    columns = dict(one.legend.seats)[person_id, section_id]
    seat = np.zeros(one.problem.columns, dtype=np.int64)
    seat[columns] = 1
    levels = levels_before_draw(one)
    solution = solve(with_row(one.problem.with_levels(levels), seat, taken, taken), limits=PLAIN)
    reached = next(report for report in found().outcome.stages if report.stage == stage).levels[:levels]
    return solution.status == "optimal" and [v.value for v in solution.levels] == [v.value for v in reached]


def test_the_ties_are_these() -> None:
    """031 could sit in K09 with every level equal, though no end of the draw seats him there."""
    ties = [(t.stage, t.section_id, person) for t in found().outcome.ties for person in t.people]
    assert tuple(ties) == TIED
    assert {report.stage: report.unique for report in found().outcome.stages} == {
        "chiefs": False,
        "clerks": False,
        "institution": True,
    }


@pytest.mark.parametrize(("stage", "section_id", "person_id"), TIED)
def test_a_tied_seat_can_be_taken_and_given_up(stage: Stage, section_id: str, person_id: str) -> None:
    """Every level before the draw is reached with the person in the section, and with the person elsewhere."""
    assert as_good(stage, section_id, person_id, 1)
    assert as_good(stage, section_id, person_id, 0)


@pytest.mark.exhaustive
@pytest.mark.parametrize("stage", STAGES)
def test_no_other_seat_can_change(stage: Stage) -> None:
    """Each seat that is not tied, taken where it was not and given up where it was, costs a level before the draw."""
    held = {(m.person_id, m.section_id) for m in found().results[stage].standing.members}
    tied = {(person, section) for of, section, person in TIED if of == stage}
    free = [seat for seat, _ in formulation(stage).legend.seats if seat not in tied]
    assert [(p, s) for p, s in free if as_good(stage, s, p, 0 if (p, s) in held else 1)] == []
