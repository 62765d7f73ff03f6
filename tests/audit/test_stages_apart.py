"""Outcomes of single stages, with given seats or missing tables: they pass as made and in no other form."""

import json

import pytest

from allocator.audit import not_rechecked
from models.base import STAGES
from models.filings import Decision
from models.outcome import Outcome
from scenarios import generate
from tests.audit.proposals import Proposal, propose
from tests.audit.test_mutations import Judge, accepted_lists, accepted_scalars


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
