"""Months lie between the stages: each taken from the last gives what one run gives."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from allocator.competition.pipeline import Given, take_given
from models.common.base import Method
from models.competition.codes import STAGES
from models.competition.outcome import Outcome
from tests.competition.agreement.chosen import QUICK, each_case
from tests.competition.agreement.product import fields, opened

Folders = Callable[[int], Path]
ALLOCATOR = str(Path(sys.executable).with_name("allocator"))
METHODS: tuple[Method, ...] = ("rules", "optimal")


@pytest.mark.parametrize("index", each_case(QUICK[1::4]))
def test_stage_by_stage_gives_what_one_run_gives(folder_of: Folders, index: int) -> None:
    """Chiefs, then clerks given the chiefs, then institution staff given both: seats, values and reasons of one run."""
    case = opened(folder_of(index))
    for method in METHODS:
        whole = case.propose(method).outcome
        last: Outcome | None = None
        levels = {}
        for stage in STAGES:
            given: Given | None = None if last is None else take_given(case.scores, last, (stage,))
            last = case.propose(method, stages=(stage,), given=given).outcome
            levels[stage] = fields(last)["levels"][stage]
            assert case.audit(last) == ()
        assert last is not None
        assert who_sits_where(fields(last)) == who_sits_where(fields(whole))
        assert fields(last)["unplaced"] == fields(whole)["unplaced"]
        assert levels == fields(whole)["levels"]


@pytest.mark.parametrize("index", each_case(QUICK[8:9], QUICK[::8]))
def test_the_command_line_takes_stages_as_given(folder_of: Folders, tmp_path: Path, index: int) -> None:
    """``--stage`` and ``--given`` in real processes give the seats and values of one run."""
    folder = folder_of(index)
    whole = fields(opened(folder).propose("rules").outcome)
    given: list[str] = []
    outcome: dict[str, Any] = {}
    for stage in STAGES:
        target = tmp_path / stage
        command = [ALLOCATOR, "solve", str(folder), "--stage", stage, "-o", str(target), *given]
        done = subprocess.run(command, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        given = ["--given", str(target / "outcome.json")]
        outcome = json.loads((target / "outcome.json").read_text(encoding="utf-8"))
        values = next(s["levels"] for s in outcome["stages"] if s["stage"] == stage)
        assert [(v["name"], v["sense"], v["value"]) for v in values] == whole["levels"][stage]
    assert who_sits_where(outcome) == who_sits_where(whole)
    assert outcome["unplaced"] == whole["unplaced"]


def who_sits_where(outcome: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(row["section_id"], row["role"], row["person_id"]) for row in outcome["placements"]]
