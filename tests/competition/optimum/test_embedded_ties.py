"""The ties of the embedded bureau, seat by seat: plain CP-SAT solves again with each taken, and with it given up."""

from functools import cache

import pytest

from allocator.competition.bureau import Bureau
from allocator.competition.optimum.formulation import Formulation
from allocator.competition.pipeline import Run, run, take_given
from allocator.competition.scoring import Scores, score
from models.common.lottery import Lottery
from models.common.outcome import Notice
from models.competition.codes import STAGES, Stage
from models.competition.filings import Decision
from models.competition.rulebook import Rulebook
from scenarios import embedded
from tests.competition.optimum.taking import formulated, is_as_good

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
    return score(Bureau(case, Rulebook(), Lottery.of(case.case)))


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


def chief_posts(*, k15: str) -> tuple[Decision, ...]:
    """The chiefs alone as decided, the tied post K15 given to one of its two."""
    placed = [p for p in found().outcome.placements if p.role == "chief" and p.section_id != "K15"]
    seats = [(p.person_id, p.section_id) for p in placed] + [(k15, "K15")]
    return tuple(Decision(person_id=p, section_id=s, role="chief", authority="party group") for p, s in seats)


def of_chiefs(decisions: tuple[Decision, ...]) -> list[Notice]:
    """The notices on the chiefs decided."""
    given = take_given(scores(), decisions, ("clerks",))
    outcome = run(scores(), "optimal", stages=("clerks",), given=given).outcome
    return [one for one in outcome.warnings if one.code in ("tie_confirmed", "decision_differs", "decision_price")]


def test_a_decision_for_another_of_a_tie_is_its_confirmation() -> None:
    """Articles 13 and 17: the party group confirms a tie as it chooses; that is no departure from the optimum."""
    drawn = next(p.person_id for p in found().outcome.placements if (p.section_id, p.role) == ("K15", "chief"))
    other = next(person for stage, _, person in TIED if stage == "chiefs" and person != drawn)
    assert of_chiefs(chief_posts(k15=drawn)) == []
    args = {"stage": "chiefs", "section_id": "K15", "decided": (other,), "proposed": (drawn,)}
    assert of_chiefs(chief_posts(k15=other)) == [
        Notice(code="tie_confirmed", args={**args, "authority": ("party group",)})
    ]


def test_a_decision_that_is_worse_differs_and_has_its_price() -> None:
    """Beside it a confirmed tie stays one: only what costs something is told as departing."""
    drawn = next(p.person_id for p in found().outcome.placements if (p.section_id, p.role) == ("K15", "chief"))
    other = next(person for stage, _, person in TIED if stage == "chiefs" and person != drawn)
    rows = chief_posts(k15=other)
    dropped = rows[0]
    told = of_chiefs(rows[1:])
    assert [(one.code, one.args.get("section_id")) for one in told] == [
        ("decision_differs", dropped.section_id),
        ("decision_price", None),
        ("tie_confirmed", "K15"),
    ]
    filled = found().outcome.stages[0].levels[0]
    price = {"stage": "chiefs", "level": filled.name, "reached": filled.value - 1, "best": filled.value}
    assert told[1].args == price
