"""An outcome in which anything at all was changed does not pass the audit."""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from pydantic import ValidationError

from allocator.audit import Facts, violations
from models.base import Method
from models.outcome import Outcome
from scenarios import generate
from tests.audit.mutations import Known, at, lists, name_of, other_lists, other_values, scalars, with_value
from tests.audit.proposals import Proposal, propose

EXEMPT = (
    r"versions\.(allocator|ortools)",
    r"stages\[\d\]\.levels\[\d\]\.(bound|proven)",
    r"stages\[\d\]\.unique",
)
"""What an outcome alone cannot contradict: who made it, and what only a proof can tell."""


@cache
def proposal(method: Method) -> Proposal:
    return propose(generate(90, 15, 3), method)


def exempt(path: str) -> bool:
    return any(re.fullmatch(pattern, path) for pattern in EXEMPT)


class Judge:
    """Audits changed outcomes with the facts worked out once for each draw."""

    def __init__(self, made: Proposal) -> None:
        self.made = made
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


def tree_of(made: Proposal) -> Any:
    return json.loads(made.outcome.model_dump_json())


def changed_scalars(made: Proposal) -> Iterator[tuple[str, Any]]:
    tree = tree_of(made)
    known = Known(sorted(p.person_id for p in made.case.people), sorted(s.section_id for s in made.case.sections))
    for path in scalars(tree):
        name = name_of(path)
        if not exempt(name):
            for value in other_values(path, at(tree, path), known):
                yield f"{name}: {at(tree, path)!r} -> {value!r}", with_value(tree, path, value)


def test_the_outcome_as_made_passes(made):
    """Protects from an audit that refuses everything."""
    assert made.audit() == ()


def test_every_changed_scalar_is_refused(made):
    """Protects from a figure in an outcome that nobody would notice to be wrong."""
    judge = Judge(made)
    accepted = [what for what, tree in changed_scalars(made) if not judge.refuses(tree)]
    assert accepted == []


def test_every_changed_list_is_refused(made):
    """Protects from an element that could be lost, doubled or moved without notice."""
    judge, tree = Judge(made), tree_of(made)
    accepted = [
        f"{name_of(path)} {what}"
        for path in lists(tree)
        for what, other in other_lists(at(tree, path))
        if not judge.refuses(with_value(tree, path, other))
    ]
    assert accepted == []
