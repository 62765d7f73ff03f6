"""The ties of the embedded bureau, seat by seat: plain CP-SAT solves again with each taken, and with it given up."""

from functools import cache

import pytest

from allocator.bureau import Bureau
from allocator.optimum.formulation import Formulation
from allocator.pipeline import Run, run
from allocator.scoring import Scores, score
from models.base import STAGES, Stage
from models.case import Lottery
from models.rulebook import Rulebook
from scenarios import embedded
from tests.optimum.taking import formulated, is_as_good

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
    """A stage as it was met."""
    return formulated(scores(), found(), stage)


def as_good(stage: Stage, section_id: str, person_id: str, taken: int) -> bool:
    """Whether plain CP-SAT reaches every level before the draw with the seat taken (1) or given up (0)."""
    return is_as_good(formulation(stage), found(), stage, person_id, section_id, taken)


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
