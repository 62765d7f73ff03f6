"""Every spec of the benchmarks, scaled down to 40 people and untimed: it runs, and all peers agree."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from allocator.cli import main
from allocator.solver import load, save
from benchmarks.figures import CHAINS
from benchmarks.network import network_of
from benchmarks.peers import PEERS, Reached, solve
from benchmarks.prepare import clerk_stage, invented, prepare
from benchmarks.run import GROUPS, Bench, named_in
from benchmarks.specs import BATCHES, COMMANDS, SPECS, Batch, Chain, Command

TINY = {(chain.part, chain.bureau.tiny()): chain for chain in CHAINS}
APART = ("highs", "highs-1", "scip")
"""Peers whose libraries cannot share a process with ortools'."""

ONE_PROCESS = """
import json, sys
from dataclasses import asdict
from pathlib import Path
from allocator.solver import load
from benchmarks.peers import solve
assert "ortools" not in sys.modules
peers, files = sys.argv[1].split(","), sys.argv[2:]
for file in files:
    problem = load(Path(file))
    for peer in peers:
        solve(peer, problem, 60, lambda one: print(json.dumps([file, peer, asdict(one)])))
assert "ortools" not in sys.modules
"""


def key_of(chain: Chain) -> tuple[str, Any]:
    return chain.part, chain.bureau.tiny()


@pytest.fixture(scope="module")
def problems(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The arrays of every chain, scaled down, by spec name; chains that become the same share them."""
    folder = tmp_path_factory.mktemp("problems")
    made: dict[Any, Path] = {}
    for key, chain in TINY.items():
        made[key] = folder / f"{chain.name}.npz"
        prepare(chain.part, made[key], chain.bureau.tiny().arguments())
    return {chain.name: made[key_of(chain)] for chain in CHAINS}


@pytest.fixture(scope="module")
def apart(problems: dict[str, Path]) -> dict[tuple[str, str], list[Reached]]:
    """What the peers reached that need a process without ortools, by file and peer."""
    files = [str(path) for path in sorted(set(problems.values()))]
    done = subprocess.run(
        [sys.executable, "-c", ONE_PROCESS, ",".join(APART), *files], capture_output=True, text=True, check=True
    )
    found: dict[tuple[str, str], list[Reached]] = {}
    for line in done.stdout.splitlines():
        file, peer, one = json.loads(line)
        found.setdefault((file, peer), []).append(Reached(**one))
    return found


def values(reached: list[Reached]) -> dict[str, int | None]:
    """The proven value of each level, as told last."""
    last = {one.level: one for one in reached}
    return {level: one.value for level, one in last.items() if one.proven}


@pytest.mark.parametrize("chain", CHAINS, ids=lambda chain: chain.name)
def test_every_peer_of_a_chain_proves_the_same_values(
    chain: Chain, problems: dict[str, Path], apart: dict[tuple[str, str], list[Reached]], known: dict[Any, Any]
) -> None:
    """Protects the comparison: all peers solve one problem, level by level, and a floor is never above what is true."""
    file = problems[chain.name]
    problem = load(file)
    for peer in chain.peers:
        if (file, peer) not in known:
            told: list[Reached] = []
            known[file, peer] = told
            if peer in APART:
                told += apart[str(file), peer]
            else:
                solve(peer, problem, 60, told.append)
        told = known[file, peer]
        if PEERS[peer].floor and chain.part == "clerks":
            first = known[file, "certified"][0]
            assert [one.level for one in told] == [first.level]
            assert told[0].bound is not None
            assert told[0].bound >= first.value
        else:
            assert values(told) == values(known[file, "certified"]), peer
            assert list(values(told)) == list(problem.level_names)


@pytest.fixture(scope="module")
def known() -> dict[Any, Any]:
    """What every peer reached on each file so far."""
    return {}


@pytest.mark.parametrize(
    "command", {(one.arguments, one.tiny().bureau): one for one in COMMANDS}.values(), ids=lambda one: one.name
)
def test_every_command_runs(command: Command, tmp_path: Path) -> None:
    """Protects the long run: no command of the list fails for its arguments."""
    case, outcome, named = tmp_path / "case", tmp_path / "outcome.json", {}
    if (bureau := command.tiny().bureau) is not None:
        prepare("case", case, bureau.arguments())
        if "{outcome}" in command.arguments:
            prepare("outcome", outcome, bureau.arguments())
            named = named_in(outcome)
    assert main([word.format(case=case, out=tmp_path / "out", **named) for word in command.arguments]) == 0


@pytest.mark.parametrize("batch", {one.workers: one for one in BATCHES}.values(), ids=lambda one: one.name)
def test_every_batch_runs_and_is_stored_once(batch: Batch, tmp_path: Path) -> None:
    """Protects the long run: pool and cluster start, do the batch and end; what is stored is not measured again.

    Of several batches on the pool the last asks for most.
    """
    (tmp_path / "scratch").mkdir()
    bench = Bench(tmp_path / "day.jsonl", tmp_path / "scratch")
    bench.run([[one_run(batch.tiny())]])
    bench.run([[one_run(batch.tiny())]])
    (row,) = [json.loads(line) for line in (tmp_path / "day.jsonl").read_text(encoding="utf-8").splitlines()]
    assert (row["spec"], row["run"], row["exit"], row["bureaus"]) == (batch.name, 0, 0, 2)
    assert row["peak_mb"] > 0
    assert row["ortools"]
    assert not any((tmp_path / "scratch").glob("2_*"))


def one_run(batch: Batch) -> Batch:
    return Batch(batch.name, batch.workers, batch.bureau, batch.bureaus, batch.arguments, runs=1)


def test_every_spec_is_measured_once() -> None:
    """Protects the list: no name twice, and every spec belongs to one group of those run in turns."""
    names = [spec.name for spec in SPECS]
    assert len(set(names)) == len(names)
    assert sorted(spec.name for group in GROUPS for spec in group) == sorted(names)
    assert {peer for chain in CHAINS for peer in chain.peers} == set(PEERS)


def test_a_network_has_every_column_once_in_each_family() -> None:
    """Protects the floor: what is solved as a flow is a flow, and the joint of people and sections is found."""
    problem = clerk_stage(invented({"people": 40, "sections": 6, "seed": "1"}))
    network = network_of(problem)
    neutral = problem.level_coef[0].astype(bool) & ~problem.level_coef[1:].any(axis=0)
    assert network.joint[neutral].tolist() == [1] * int(neutral.sum())
    assert set(network.joint.tolist()) == {-1, 0, 1}
    assert 0 < network.left_out < problem.rows


def test_arrays_are_the_same_every_time(tmp_path: Path) -> None:
    """Protects rows measured on different days: a spec stands for one problem."""
    bureau = {"people": 40, "sections": 6, "seed": "1"}
    prepare("clerks", tmp_path / "one.npz", bureau)
    save(clerk_stage(invented(bureau)), tmp_path / "other.npz")
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "other.npz").read_bytes()
