"""What the pages of the curated cases of exchange and rotation say, read from their fenced blocks."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from allocator.rotation.moves import Moves
from allocator.rotation.planning import plan
from allocator.rotation.roster import Roster
from models.common.base import Method
from models.common.outcome import Draw
from models.rotation.outcome import Move, RotationOutcome, Unmet
from models.rotation.rulebook import RotationRulebook
from scenarios.rotation import curated, curated_folder

METHODS: tuple[Method, ...] = ("rules", "optimal")


def text(name: str) -> str:
    return (curated_folder(name) / "page.md").read_text(encoding="utf-8")


def rules_of(name: str) -> frozenset[str]:
    """The rules a page says it shows, in the paragraph that begins with 规则."""
    paragraph = re.search(r"^规则：(.*?)\n\n", text(name), re.M | re.S)
    assert paragraph is not None
    return frozenset(re.findall(r"`([^`]+)`", paragraph.group(1)))


@cache
def facts(name: str) -> Mapping[str, Any]:
    """The one block of a page."""
    (body,) = re.findall(r"^```expect\n(.*?)^```$", text(name), re.M | re.S)
    return tomllib.loads(body)


def of(name: str, method: Method) -> Mapping[str, Any]:
    """What the block says of a method: its own words, else those for both."""
    said = facts(name)
    found: Mapping[str, Any] = said[method] if method in said else said["both"]
    return found


@cache
def roster_of(name: str) -> Roster:
    case = curated(name)
    assert case.case.lottery_seed is not None
    return Roster(case, RotationRulebook(), Draw(seed=case.case.lottery_seed, source="case"))


@cache
def outcome_of(name: str, method: Method) -> RotationOutcome:
    return plan(roster_of(name), method).outcome


def duty_line(name: str, person_id: str) -> str:
    due = Moves(roster_of(name)).due[person_id]
    return " ".join((due.duty, *due.articles, str(due.overdue)))


def move_line(move: Move) -> str:
    words = [move.person_id, move.from_post, move.to_post, move.kind, move.duty, f"{move.chain}.{move.step}"]
    if move.choice is not None:
        words.append(f"choice={move.choice}")
    if move.objected:
        words.append("objected")
    if move.basis == "pinned":
        words.append("pinned")
    return " ".join(words)


def unmet_line(one: Unmet) -> str:
    return " ".join((one.person_id, one.duty, one.reason, *([one.instead] if one.instead else [])))


def lines(outcome: RotationOutcome) -> dict[str, list[str]]:
    """An outcome in the lines of the pages."""
    return {
        "moves": [move_line(move) for move in sorted(outcome.moves, key=lambda move: (move.chain, move.step))],
        "unmet": [unmet_line(one) for one in outcome.unmet],
        "ties": [" ".join((tie.person_id, *tie.fates)) for tie in outcome.ties],
    }
