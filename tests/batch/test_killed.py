"""A batch killed at any point goes on to the same rows, redoing and losing no finished run."""

import random
import signal
from pathlib import Path
from typing import Any

import pytest

from allocator.batch.store import PART
from tests.batch.conftest import Cluster, Runner, stored, told

NAMED = ("before_write:run", "before_rename:run", "after_rename:run", "between_runs")
AT_THE_END = ("before_write:rows.csv", "before_rename:rows.parquet", "after_rename:summary.html")


def killed_and_resumed(runner: Runner, arguments: list[Any], kill: tuple[str, int], **how: Any) -> Path:
    """Kills a batch, runs it again, and holds it to what was finished before. Returns its folder."""
    folder: Path = arguments[arguments.index("-o") + 1]
    assert runner.run(arguments, kill=kill, **how)[0] == -signal.SIGKILL
    before = stored(folder)
    status, points = runner.run(arguments, **how)
    assert status == 0
    after = stored(folder)
    assert {name: after[name] for name in before} == before, "a finished run was lost or done again"
    assert points.count("after_rename:run") == len(after) - len(before)
    assert list(folder.rglob(f"*{PART}")) == []
    return folder


@pytest.fixture(scope="module")
def whole(runner: Runner, cases: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a batch that ran through."""
    folder = tmp_path_factory.mktemp("whole")
    assert runner.run([cases, "-o", folder], here=True)[0] == 0
    return folder


@pytest.mark.parametrize(("point", "number"), [*zip(NAMED, (1, 14, 9, 22), strict=True)])
def test_a_kill_while_runs_are_stored(runner, cases, whole, tmp_path, point, number):
    """Protects the hours of a long batch: whatever instant it is killed at, only the run in hand is done again."""
    folder = killed_and_resumed(runner, [cases, "-o", tmp_path], (point, number), here=True)
    assert told(folder) == told(whole)


@pytest.mark.parametrize("point", AT_THE_END)
def test_a_kill_while_tables_are_written(runner, cases, whole, tmp_path, point):
    """The tables are made from the stored runs, so that a kill among them costs no run."""
    folder = killed_and_resumed(runner, [cases, "-o", tmp_path], (point, 1), here=True)
    assert told(folder) == told(whole)


def test_a_kill_between_an_outcome_and_its_record(runner, cases, whole, tmp_path):
    """A run counts as finished only when its outcome is there too."""
    arguments = [cases, "-o", tmp_path, "--outcomes"]
    folder = killed_and_resumed(runner, arguments, ("after_rename:outcome", 5), here=True)
    assert told(folder) == told(whole)
    assert {path.stem for path in (folder / "outcomes").iterdir()} == {row["run"] for row in told(whole)}


def test_a_kill_with_processes(runner, cases, whole, tmp_path):
    """The processes of a batch that is killed end with it, and the next one takes up what they did not finish."""
    folder = killed_and_resumed(runner, [cases, "-o", tmp_path, "--processes", 2], ("before_rename:run", 9))
    assert told(folder) == told(whole)


def test_a_kill_with_a_cluster(runner, cases, whole, tmp_path, cluster: Cluster):
    """The same with workers behind a scheduler, which live on."""
    arguments = [cases, "-o", tmp_path, "--scheduler", cluster.address]
    assert told(killed_and_resumed(runner, arguments, ("between_runs", 9))) == told(whole)


@pytest.mark.exhaustive
@pytest.mark.parametrize("force", ["pool", "cluster"])
def test_two_hundred_cases_killed_everywhere(runner, many_cases, tmp_path, cluster: Cluster, force):
    """Every named point and twenty seeded ones, on processes and on a cluster, end in the rows of a whole batch."""
    how = ["--processes", 2] if force == "pool" else ["--scheduler", cluster.address]
    status, points = runner.run([many_cases, "-o", tmp_path / "whole", *how])
    rows = told(tmp_path / "whole")
    assert (status, len(rows)) == (0, 400)
    dice = random.Random(f"killed {force}")
    kills = [(point, dice.randint(1, 400)) for point in NAMED]
    kills += [("any", dice.randint(1, len(points))) for _ in range(20)]
    for number, kill in enumerate(kills):
        folder = killed_and_resumed(runner, [many_cases, "-o", tmp_path / str(number), *how], kill)
        assert told(folder) == rows, kill
