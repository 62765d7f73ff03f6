"""Outcomes of single stages, with given seats or missing tables: they pass as made and in no other form."""

import json

import pytest

from allocator.competition.audit import not_rechecked
from allocator.competition.pipeline import in_order
from models.common.outcome import Notice
from models.competition.codes import STAGES
from models.competition.filings import Decision
from models.competition.outcome import Outcome
from scenarios import generate
from tests.competition.audit.proposals import Proposal, propose
from tests.competition.audit.test_mutations import Judge, accepted_lists, accepted_scalars
from tests.competition.builders import case, institution
from tests.competition.pipeline.test_given import LAST_SEAT
from tests.competition.pipeline.test_run import FULL


def bureau(**tables):
    """An invented bureau, with some tables replaced."""
    made = generate(40, 6, 2)
    return type(made)(**{**made.__dict__, **tables})


def after_given_chiefs() -> Proposal:
    return propose(bureau(), given=propose(bureau(), stages=("chiefs",)).outcome)


def after_given_decisions() -> Proposal:
    chiefs = [p for p in propose(bureau()).outcome.placements if p.role == "chief"]
    rows = tuple(Decision(person_id=p.person_id, section_id=p.section_id, role=p.role) for p in chiefs[2:])
    return propose(bureau(), given=rows)


def without_lists() -> Proposal:
    return propose(bureau(picks=()))


def chiefs_alone() -> Proposal:
    return propose(bureau(), stages=("chiefs",))


KINDS = {
    after_given_chiefs: ("given", "run", "run"),
    after_given_decisions: ("given", "run", "run"),
    without_lists: ("run", "not_ready", "not_ready"),
    chiefs_alone: ("run", "not_asked", "not_asked"),
}


def unchecked(made: Proposal) -> list[str]:
    return [notice.code.removeprefix("audit.unchecked.") for notice in not_rechecked(made.outcome)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_part_of_the_whole_passes(kind):
    """Protects the months between the stages: each form of a partial outcome is as good as a whole one."""
    made = kind()
    assert tuple(report.state for report in made.outcome.stages) == KINDS[kind]
    assert made.audit() == ()


@pytest.mark.parametrize("kind", KINDS)
def test_a_changed_part_is_refused(kind):
    """As for whole outcomes."""
    judge = Judge(kind())
    assert [*accepted_scalars(judge), *accepted_lists(judge)] == []


def test_what_is_not_rechecked_is_said():
    """Protects from a clean audit being read as a proof."""
    assert unchecked(after_given_decisions()) == ["versions", "given"]
    assert unchecked(propose(bureau(), "optimal")) == ["versions", "optimality", "bounds", "uniqueness"]


def test_stages_out_of_order_are_refused():
    """A stage cannot be run after one that was not."""
    made = chiefs_alone()
    tree = json.loads(made.outcome.model_dump_json())
    tree["stages"] = [tree["stages"][i] for i in (1, 0, 2)]
    assert {v.field for v in made.audit(Outcome.model_validate_json(json.dumps(tree)))} == {"stages"}
    assert [report.stage for report in made.outcome.stages] == list(STAGES)


def decided(*seats) -> tuple[Decision, ...]:
    return tuple(Decision(person_id=p, section_id=s, role=r) for p, s, r in seats)


def with_warnings(made: Proposal, *codes: str, more: tuple[Notice, ...] = ()) -> Outcome:
    """The outcome without the warnings of some codes, and with others."""
    kept = [notice for notice in made.outcome.warnings if notice.code not in codes]
    return made.outcome.model_copy(update={"warnings": in_order([*kept, *more])})


def test_people_whom_a_decision_seats_against_the_review_or_without_consent_are_warned_of():
    """As for pins: the seat stands, and an outcome that keeps silent about it does not pass."""
    people = (*FULL["people"], institution("j", "s1", consent=False), institution("l", "s2", review="fail"))
    bureau_ = case(**{**FULL, "people": people, "marks": {**FULL["marks"], "j": 50, "l": 50}})
    rows = decided(("a", "s1", "chief"), ("b", "s2", "chief"), ("j", "s1", "institution"), ("l", "s2", "institution"))
    made = propose(bureau_, given=rows)
    assert made.audit() == ()
    for code in ("given_without_consent", "given_review_fail"):
        assert made.found(with_warnings(made, code)) == {"warning_missing"}
        elsewhere = Notice(code=code, args={"person_id": "a", "section_id": "s1"})
        assert made.found(with_warnings(made, more=(elsewhere,))) == {"warning_unfounded"}


def test_decisions_without_effect_are_of_stages_that_were_not_given():
    """The rows are not in the outcome; what it says of them must be possible at least."""
    rows = decided(("a", "s1", "chief"), ("b", "s2", "chief"), ("c", "s2", "clerk"))
    made = propose(case(**FULL), stages=("clerks",), given=rows)
    code = "decisions_without_effect"
    assert [notice.args for notice in made.outcome.warnings if notice.code == code] == [
        {"stage": "clerks", "people": ("c",)}
    ]
    assert made.audit() == ()
    for args in (
        {"stage": "chiefs", "people": ("c",)},
        {"stage": "clerks", "people": ("z",)},
        {"stage": "clerks", "people": ()},
        {"stage": "clerks", "people": ("c", "c")},
        {"stage": "clerks"},
    ):
        changed = with_warnings(made, code, more=(Notice(code=code, args=args),))
        assert made.found(changed) == {"warning_unfounded"}
    whole = propose(case(**FULL))
    unfounded = Notice(code=code, args={"stage": "clerks", "people": ("c",)})
    assert whole.found(with_warnings(whole, more=(unfounded,))) == {"warning_unfounded"}


@pytest.mark.parametrize("reason", ["closed", "no_seat"])
def test_given_clerks_as_the_procedure_has_them_keep_its_reasons(reason):
    """Protects the reason a person is told from changing when the next stage is run months later."""
    clerks = propose(case(**LAST_SEAT), stages=("chiefs", "clerks"))
    made = propose(case(**LAST_SEAT), stages=("institution",), given=clerks.outcome)
    (left,) = made.outcome.unplaced
    assert (left.person_id, left.reason) == ("q", "closed")
    told = made.outcome.model_copy(update={"unplaced": (left.model_copy(update={"reason": reason}),)})
    assert made.found(told) == (set() if reason == "closed" else {"differs"})


def test_given_clerks_otherwise_than_the_procedure_have_the_reasons_of_the_end():
    rows = decided(("p", "s2", "clerk"), ("q", "s1", "clerk"), ("w", "s1", "clerk"))
    made = propose(case(**LAST_SEAT), given=rows)
    assert [(one.person_id, one.reason) for one in made.outcome.unplaced] == [("r", "no_seat")]
    assert made.audit() == ()
