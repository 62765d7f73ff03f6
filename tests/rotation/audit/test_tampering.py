"""A plan in which anything at all was changed does not pass the audit; and fifty ways of cheating are each found."""

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, get_args

import pytest
from pydantic import ValidationError

from allocator.rotation.audit import audit
from allocator.rotation.planning import plan
from allocator.words import CATALOGUE
from models.common.base import Method, Sense
from models.common.outcome import Status
from models.rotation.codes import Duty, MoveBasis, MoveKind, UnmetReason
from models.rotation.outcome import RotationOutcome
from tests.mutating import Known, at, lists, name_of, other_lists, other_values, scalars, with_value
from tests.rotation.build import roster_of
from tests.rotation.reference import draws

INDEXES = (1, 3, 8, 14, 21)
CODES: Mapping[str, Sequence[str]] = {
    "method": get_args(Method),
    "source": ("case", "default", "option"),
    "status": get_args(Status),
    "kind": get_args(MoveKind),
    "duty": get_args(Duty),
    "basis": get_args(MoveBasis),
    "reason": get_args(UnmetReason),
    "sense": get_args(Sense),
}
"""The codes a field may hold, so that another valid one is tried."""
EXEMPT = r"versions\.(allocator|ortools)"
"""What an outcome alone cannot contradict: which programs made it."""
UNSEEN = r"ties without element \d+|ties\[\d+\]\.(person_id|fates\[\d+\]): .*"
"""What of an optimum only a proof can tell: who else is tied where somebody is, as long as each named could be."""


def told_apart(accepted: list[str], method: str) -> list[str]:
    """The changes that should have been refused."""
    return [one for one in accepted if method == "rules" or not re.fullmatch(UNSEEN, one)]


@cache
def made(index: int, method: Method):
    roster = roster_of(draws.make(index))
    return roster, json.loads(plan(roster, method).outcome.model_dump_json())


def refused(roster, tree: Any) -> bool:
    """Whether the strict schema or a named violation refuses the outcome."""
    try:
        outcome = RotationOutcome.model_validate_json(json.dumps(tree))
    except ValidationError:
        return True
    found = audit(roster.case, roster.rulebook, outcome)
    assert all(CATALOGUE[one.code].arguments <= one.args.keys() for one in found)
    return bool(found)


CASES = [(index, method) for index in INDEXES for method in ("rules", "optimal")]


@pytest.mark.parametrize(("index", "method"), CASES)
def test_every_changed_scalar_is_refused(index, method):
    """Protects from a figure in an outcome that nobody would notice to be wrong."""
    roster, tree = made(index, method)
    ids = (
        (sorted(roster.officers), ("person_id",)),
        (sorted(roster.posts), ("from_post", "to_post")),
    )
    known = Known(ids, CODES)
    accepted = [
        f"{name_of(path)}: {at(tree, path)!r} -> {value!r}"
        for path in scalars(tree)
        if not re.fullmatch(EXEMPT, name_of(path))
        for value in other_values(path, at(tree, path), known)
        if not refused(roster, with_value(tree, path, value))
    ]
    assert told_apart(accepted, method) == []


@pytest.mark.parametrize(("index", "method"), CASES)
def test_every_changed_list_is_refused(index, method):
    """Protects from an element that could be lost, doubled or moved without notice."""
    roster, tree = made(index, method)
    accepted = [
        f"{name_of(path)} {what}"
        for path in lists(tree)
        for what, other in other_lists(at(tree, path))
        if not refused(roster, with_value(tree, path, other))
    ]
    assert told_apart(accepted, method) == []


def test_there_are_fifty_kinds_of_tampering():
    """Protects the reach of the two tests above: places of at least 50 kinds are changed in them."""
    kinds = set()
    for index, method in CASES:
        _, tree = made(index, method)
        for path in (*scalars(tree), *lists(tree)):
            kinds.add((method, re.sub(r"\[\d+\]", "[]", name_of(path))))
    assert len({kind for kind in kinds if not re.fullmatch(EXEMPT, kind[1])}) >= 50


def test_of_ties_little_remains_to_be_believed():
    """Protects what the party group must confirm: of the ways to change the ties of an optimum nearly all are refused.

    The own fate stands among the fates, each fate is one that the person may have, and both ways the list is in order;
    what remains is that somebody is named in another's place, or not at all.
    """
    refusals: list[bool] = []
    for index in range(1, 60):
        roster, tree = made(index, "optimal")
        people = (sorted(roster.officers), ("person_id",))
        known = Known((people, (sorted(roster.posts), ("to_post",))), CODES)
        for path in scalars(tree["ties"], ("ties",)):
            others = other_values(path, at(tree, path), known)
            refusals += [refused(roster, with_value(tree, path, value)) for value in others]
        for path in lists(tree["ties"], ("ties",)):
            refusals += [refused(roster, with_value(tree, path, value)) for _, value in other_lists(at(tree, path))]
    assert len(refusals) > 500 and 10 * refusals.count(False) < len(refusals)
