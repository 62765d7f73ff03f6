"""An outcome in which anything at all was changed does not pass the audit."""

import json
import re
from functools import cache
from typing import Any

import pytest
from pydantic import ValidationError

from allocator.competition.audit import Facts, violations
from models.common.base import Method
from models.competition.outcome import Outcome
from scenarios import embedded
from tests.competition.audit.mutations import known
from tests.competition.audit.proposals import Proposal, propose
from tests.mutating import at, lists, name_of, other_lists, other_values, scalars, with_value

EXEMPT = (
    r"versions\.(allocator|ortools)",
    r"stages\[\d\]\.levels\[\d\]\.(bound|proven)",
    r"stages\[\d\]\.unique",
)
"""What an outcome alone cannot contradict: who made it, and what only a proof can tell."""


@cache
def proposal(method: Method) -> Proposal:
    return propose(embedded(), method)


def exempt(path: str) -> bool:
    return any(re.fullmatch(pattern, path) for pattern in EXEMPT)


class Judge:
    """Audits changed outcomes with the facts worked out once for each draw."""

    def __init__(self, made: Proposal) -> None:
        self.made = made
        self.tree: Any = json.loads(made.outcome.model_dump_json())
        self.facts = {made.outcome.lottery.seed: made.facts()}

    def refuses(self, tree: Any) -> bool:
        """Whether the strict schema or a named violation refuses the outcome."""
        try:
            outcome = Outcome.model_validate_json(json.dumps(tree))
        except ValidationError:
            return True
        seed = outcome.lottery.seed
        if seed not in self.facts:
            self.facts[seed] = Facts(self.made.case, self.made.rulebook, seed)
        first = next(violations(self.facts[seed], outcome, self.made.warnings), None)
        return first is not None and bool(first.rule or first.field)


@pytest.fixture(params=["rules", "optimal"])
def made(request: pytest.FixtureRequest) -> Proposal:
    return proposal(request.param)


def accepted_scalars(judge: Judge) -> list[str]:
    """The changes of single scalars that nothing refuses."""
    tree, others = judge.tree, known(judge.made.case)
    return [
        f"{name_of(path)}: {at(tree, path)!r} -> {value!r}"
        for path in scalars(tree)
        if not exempt(name_of(path))
        for value in other_values(path, at(tree, path), others)
        if not judge.refuses(with_value(tree, path, value))
    ]


def accepted_lists(judge: Judge) -> list[str]:
    """The changes of lists by one element that nothing refuses."""
    return [
        f"{name_of(path)} {what}"
        for path in lists(judge.tree)
        for what, other in other_lists(at(judge.tree, path))
        if not judge.refuses(with_value(judge.tree, path, other))
    ]


def test_the_outcome_as_made_passes(made):
    """Protects from an audit that refuses everything."""
    assert made.audit() == ()


def test_every_changed_scalar_is_refused(made):
    """Protects from a figure in an outcome that nobody would notice to be wrong."""
    assert accepted_scalars(Judge(made)) == []


def test_every_changed_list_is_refused(made):
    """Protects from an element that could be lost, doubled or moved without notice."""
    assert accepted_lists(Judge(made)) == []
