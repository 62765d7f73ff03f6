"""The embedded bureau: sound, read the same either way, and every rule decides something in it."""

from collections import Counter
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from allocator.competition.bureau import Bureau
from allocator.competition.check import check
from allocator.competition.files import read_case
from allocator.competition.pipeline import Run, run, stage_by_stage
from allocator.competition.scoring import Scores, score
from allocator.files.draft import draft_of
from models.common.base import Method
from models.common.lottery import Lottery
from models.competition.case import Case
from models.competition.codes import STAGES
from models.competition.people import Person
from models.competition.rulebook import Rulebook
from scenarios import embedded, embedded_folder
from tests.scenarios.pages import METHODS

Edit = Callable[[Case], Case]


@cache
def case() -> Case:
    return embedded()


@cache
def scores() -> Scores:
    return score(Bureau(case(), Rulebook(), Lottery.of(case().case)))


@cache
def base(method: Method) -> Run:
    return run(scores(), method, warnings=check(draft_of(case()), Rulebook()).warnings)


def seats(found: Run) -> set[tuple[str, str, str]]:
    return {(seat.person_id, seat.section_id, seat.role) for seat in found.outcome.placements}


def changed(method: Method, other: Case, rulebook: Rulebook) -> set[tuple[str, str, str]]:
    """The seats that differ from the embedded outcome; the changed case must be as sound as the other."""
    assert check(draft_of(other), rulebook).faults == ()
    return seats(run(score(Bureau(other, rulebook, Lottery.of(other.case))), method)) ^ seats(base(method))


def but(**tables: Any) -> Case:
    return case().model_copy(update=tables)


def people(when: Callable[[Person], bool], **fields: Any) -> Case:
    """The case with some people's fields changed."""
    assert any(when(person) for person in case().people)
    rows = (person.model_copy(update=fields) if when(person) else person for person in case().people)
    return but(people=tuple(rows))


RULEBOOKS: dict[str, tuple[Method, dict[str, Any]]] = {
    "eligibility": ("rules", {"eligibility": {"years": {"head": 0, "head_nominal": 30, "deputy": 30}}}),
    "dissatisfied share": ("rules", {"eligibility": {"dissatisfied_below": "1"}}),
    "recommendation floor": ("rules", {"recommendation": {"floor": "0"}}),
    "preference rounds, read as one": ("rules", {"applications": {"reading": "open"}}),
    "preference rounds, only the last": ("rules", {"applications": {"reading": "latest"}}),
    "round priority": ("optimal", {"applications": {"priority": False}}),
    "retention of clerks": ("rules", {"clerks": {"retain": 9}}),
    "retention of institution staff": ("rules", {"institution": {"retain": 9}}),
    "required retention": ("rules", {"institution": {"required": False}}),
    "composition": ("optimal", {"institution": {"composition": []}}),
    "exam papers": ("optimal", {"exam": {"weights": {"aptitude": 1, "essay": 0, "knowledge": 0}}}),
    "appraisal heads": (
        "rules",
        {"appraisal": {"weights": {"virtue": 0, "ability": 0, "diligence": 0, "results": 0, "integrity": 1}}},
    ),
    "last three reviews": ("rules", {"review": {"years": 9}}),
    "bonus of ranks": ("optimal", {"quantification": {"bonus": {"head": 0, "head_nominal": 0, "deputy": 0}}}),
    "highest and lowest speech marks": ("rules", {"speech": {"drop_highest": 0, "drop_lowest": 0}}),
    "weights of the voter groups": (
        "rules",
        {"recommendation": {"weights": {"leaders": 1, "staff": 0, "institutions": 0, "counties": 0}}},
    ),
    "weights of the composite": (
        "rules",
        {"composite": {"weights": {"quantification": "0.8", "speech": "0.1", "recommendation": "0.1"}}},
    ),
}


@pytest.mark.parametrize("name", RULEBOOKS)
def test_a_rule_switched_off_in_the_rulebook_changes_the_outcome(name: str) -> None:
    """Protects the demonstration: each of these rules decides a seat of the embedded bureau."""
    method, changes = RULEBOOKS[name]
    assert changed(method, case(), Rulebook.model_validate(changes)) != set()


def _filed(one: Case) -> set[tuple[str, str]]:
    return {(row.person_id, row.section_id) for row in one.applications}


EDITS: dict[str, Callable[[], Case]] = {
    "open posts: the fixed chief rotates": lambda: people(lambda p: p.fixed and p.chief, fixed=False),
    "tracks: fixed staff rotate": lambda: people(lambda p: p.fixed and not p.chief, fixed=False),
    "tracks: contract staff become clerks": lambda: people(
        lambda p: p.staffing == "contract", staffing="administrative"
    ),
    "withdrawal: an ordinary clerk instead": lambda: people(lambda p: p.bid == "withdraw", bid=None),
    "entrants: nobody is cleared": lambda: people(lambda p: p.cleared, cleared=False),
    "institution pool: no consent": lambda: people(lambda p: p.consent, consent=False),
    "write-ins: no votes for posts not filed for": lambda: but(
        ballots=tuple(row for row in case().ballots if (row.person_id, row.section_id) in _filed(case()))
    ),
    "avoidance: no pairs": lambda: but(avoidances=()),
    "pins: nobody assigned": lambda: but(pins=tuple(pin for pin in case().pins if pin.mode != "assign")),
    "pins: nothing ruled out": lambda: but(pins=tuple(pin for pin in case().pins if pin.mode != "forbid")),
    "retention: the office keeps one, as the others": lambda: but(
        sections=tuple(section.model_copy(update={"retain": None}) for section in case().sections)
    ),
    "headcount: one post more everywhere": lambda: but(
        sections=tuple(s.model_copy(update={"headcount": s.headcount + 1}) for s in case().sections)
    ),
    "the draw: another seed": lambda: but(case=case().case.model_copy(update={"lottery_seed": "d"})),
}


@pytest.mark.parametrize("name", EDITS)
def test_a_rule_without_its_matter_changes_the_outcome(name: str) -> None:
    """Protects the demonstration: taking away what a rule acts on moves somebody under the rules method."""
    assert changed("rules", EDITS[name](), Rulebook()) != set()


def test_only_one_pick_a_round_binds() -> None:
    """Protects the demonstration: somewhere two people stood for one section in one round, and the second, not taken
    although a seat was free, went elsewhere."""
    mutual = {(seat.section_id, seat.round) for seat in base("rules").outcome.placements if seat.basis == "mutual"}
    rounds = {section: {r for s, r in mutual if s == section} for section, _ in mutual}
    seated = base("rules").standing.seated
    listed = {(pick.section_id, pick.person_id) for pick in case().picks}
    passed = [
        row
        for row in case().clerk_applications
        if (row.section_id, row.round) in mutual
        and (row.section_id, row.person_id) in listed
        and row.person_id in seated
        and seated[row.person_id].section_id != row.section_id
        and (seated[row.person_id].round or 99) > row.round
        and max(rounds[row.section_id], key=lambda r: r or 0) > row.round
    ]
    assert passed


def test_the_methods_differ_in_every_stage() -> None:
    """Protects the comparison: from the rules' own earlier stages, the optimum of each stage is better and another."""
    found = stage_by_stage(scores(), base("rules"), base("optimal"))
    for stage in STAGES:
        by_hand = base("rules").results[stage]
        values = [level.value if level.sense == "max" else -level.value for level in found[stage].levels]
        assert values > [level.value if level.sense == "max" else -level.value for level in by_hand.levels], stage
        assert found[stage].standing != by_hand.standing
        assert found[stage].proven


@pytest.mark.parametrize("method", METHODS)
def test_the_outcome_shows_what_an_outcome_may_show(method: Method) -> None:
    """Protects the demonstration: every basis, a vacancy, a tie to confirm, reasons, and few warnings."""
    outcome = base(method).outcome
    bases = {seat.basis for seat in outcome.placements}
    assert bases >= {"fixed", "pinned", "filed", "mutual", "directed", "required"}
    assert "written_in" in {seat.basis for seat in base("rules").outcome.placements}
    assert any(vacancy.role == "chief" for vacancy in outcome.vacancies)
    assert any(tie.stage == "chiefs" for tie in outcome.ties)
    assert {one.reason for one in base("rules").outcome.unplaced} == {"closed", "no_seat", "no_consent", "review_fail"}
    assert Counter(warning.code for warning in outcome.warnings) == {
        "ballot_without_effect": 2,
        "filing_without_effect": 2,
        "filing_forbidden": 1,
        "ties_to_confirm": 1 if method == "rules" else 2,
    }
    assert outcome.lottery.source == "case"


def test_the_tables_are_read_as_any_case_is() -> None:
    """Protects the one source of truth: the samples' own reader and the reader of cases give the same case."""
    draft = read_case(embedded_folder(), Rulebook())
    assert draft.notices == ()
    assert check(draft, Rulebook()).case == case()


def test_the_bureau_has_the_promised_size() -> None:
    """Protects the README: 15 sections and 90 people, two of whom share a name, with ids that begin with zeros."""
    assert (len(case().sections), len(case().people)) == (15, 90)
    names = Counter(person.name for person in case().people)
    assert [name for name, count in names.items() if count > 1] == ["刘巧芳"]
    assert case().people[0].person_id == "001"
    assert len({section.name for section in case().sections}) == 15
