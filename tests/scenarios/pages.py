"""What the pages of the curated cases say, read from their fenced blocks."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from allocator.competition.bureau import Bureau
from allocator.competition.check import check
from allocator.competition.pipeline import Run, run
from allocator.competition.scoring import Scores, score
from allocator.files.draft import draft_of
from models.common.base import Method, thousandths_text
from models.common.lottery import Lottery
from models.common.outcome import Level
from models.competition.outcome import Outcome, Placement
from models.competition.rule_ids import RuleId
from models.competition.rulebook import Rulebook
from scenarios import CURATED, curated, curated_folder

METHODS: tuple[Method, ...] = ("rules", "optimal")
IN_POINTS = frozenset({"composite", "quantification"})
"""Levels that pages give as scores with three decimals."""


@dataclass(frozen=True)
class Block:
    """One fenced block of a page: what the case gives under one rulebook."""

    name: str
    number: int
    facts: Mapping[str, Any]

    def __str__(self) -> str:
        return f"{self.name}-{self.number}"

    def of(self, method: Method) -> Mapping[str, Any]:
        """What the block says of a method: its own words, else those for both."""
        return self.facts.get(method) or self.facts["both"]


def text(name: str) -> str:
    return (curated_folder(name) / "page.md").read_text(encoding="utf-8")


def rules_of(name: str) -> frozenset[RuleId]:
    """The rules a page says it shows, in the paragraph that begins with 规则."""
    paragraph = re.search(r"^规则：(.*?)\n\n", text(name), re.M | re.S)
    assert paragraph is not None
    return frozenset(RuleId(found) for found in re.findall(r"`([^`]+)`", paragraph.group(1)))


def blocks() -> list[Block]:
    """Every block of every page."""
    return [
        Block(name, number, tomllib.loads(body))
        for name in CURATED
        for number, body in enumerate(re.findall(r"^```expect\n(.*?)^```$", text(name), re.M | re.S))
    ]


def rulebook_of(block: Block) -> Rulebook:
    """The case's own rulebook with what the block changes."""
    path = curated_folder(block.name) / "rulebook.toml"
    own = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return Rulebook.model_validate(_merged(own, block.facts.get("rulebook", {})))


def _merged(base: Mapping[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **base,
        **{
            key: _merged(base.get(key, {}), value) if isinstance(value, Mapping) else value
            for key, value in more.items()
        },
    }


@cache
def scores_of(name: str, number: int) -> Scores:
    block = next(b for b in blocks() if (b.name, b.number) == (name, number))
    case, rulebook = curated(name), rulebook_of(block)
    checked = check(draft_of(case), rulebook)
    assert checked.faults == ()
    return score(Bureau(case, rulebook, Lottery.of(case.case)))


def run_of(block: Block, method: Method) -> Run:
    return run(scores_of(block.name, block.number), method, stages=tuple(block.facts["stages"]))


def placement_line(seat: Placement) -> str:
    words = [seat.section_id, seat.role, seat.person_id, seat.basis, seat.round or "-", seat.pick_order or "-"]
    return " ".join(map(str, words)).rstrip(" -")


def level_value(level: Level) -> int | str:
    return thousandths_text(level.value) if level.name in IN_POINTS else level.value


def lines(outcome: Outcome) -> dict[str, list[str]]:
    """An outcome in the lines of the pages."""
    return {
        "placements": [placement_line(seat) for seat in outcome.placements],
        "unplaced": [f"{one.person_id} {one.reason}" for one in outcome.unplaced],
        "vacancies": [f"{v.section_id} {v.role} {v.count}" for v in outcome.vacancies],
        "ties": [" ".join((tie.stage, tie.section_id, *tie.people)) for tie in outcome.ties],
    }
