"""``python -m benchmarks.run [NAME…]``: measures what is not yet stored for today, stores it, shows it all.

Rows go to ``benchmarks/results/<date>.jsonl`` one by one, so a run that was interrupted goes on where it was. What is
to be compared is run in turns: every peer once, then every peer again.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from benchmarks.measuring import Measured, measured
from benchmarks.specs import BATCHES, COMMANDS, SHAPES, SIZES, SPECS, Batch, Bureau, Chain, Command, Spec
from benchmarks.store import RESULTS, append, commit_of, load, machine, today, without

ALLOCATOR = Path(sys.executable).parent / "allocator"
BEFORE = "before"
"""The peer of a command that is the same command of another checkout."""

GRACE = 60.0
"""Seconds a peer may take beyond its limit, for reading the arrays and for ending, before it is killed."""

GROUPS: tuple[tuple[Spec, ...], ...] = (COMMANDS, BATCHES, *((one,) for one in (*SHAPES, *SIZES)))
"""Specs whose runs take turns."""


@dataclass
class Bench:
    """One run of the benchmarks: where rows go, and a scratch folder with what was prepared so far.

    ``beside`` is another checkout, whose commands are measured in turn with those of this tree.
    """

    stored: Path
    scratch: Path
    beside: Path | None = None
    rows: list[dict[str, Any]] = field(default_factory=list)
    prepared: set[Path] = field(default_factory=set)

    def run(self, groups: Iterable[Sequence[Spec]]) -> None:
        """Measures every spec of some groups as often as it asks for."""
        self.rows = load(self.stored)
        for group in groups:
            for turn in range(3):
                for spec in group:
                    if isinstance(spec, Chain):
                        self.chain(spec, turn)
                    elif turn < spec.runs:
                        self.whole(spec, turn)
            self.clear()

    def whole(self, spec: Command | Batch, turn: int) -> None:
        """A command or batch once, and the command of the other checkout once, unless that is stored."""
        if not self.known(spec.name, turn):
            self.keep(spec, turn, self.command(spec) if isinstance(spec, Command) else self.batch(spec))
        if self.beside is not None and isinstance(spec, Command) and not self.known(spec.name, turn, BEFORE):
            numbers = self.command(spec, self.beside)
            self.keep(spec, turn, {**numbers, "commit": commit_of(self.beside)}, BEFORE)

    def known(self, name: str, turn: int, peer: str | None = None) -> bool:
        """Whether that run is stored."""
        key = (name, turn, peer)
        return any((row["spec"], row.get("run"), row.get("peer")) == key for row in self.rows)

    def keep(self, spec: Spec, turn: int, numbers: dict[str, Any], peer: str | None = None) -> None:
        """Stores a row."""
        about = {} if peer is None else {"peer": peer}
        row = {"spec": spec.name, **about, "run": turn, **machine(), **numbers}
        self.rows.append(row)
        append(self.stored, row)
        print(json.dumps({key: value for key, value in row.items() if key not in machine()}), file=sys.stderr)

    def command(self, spec: Command, tree: Path | None = None) -> dict[str, Any]:
        """A whole command, of this tree or of another checkout, which runs with the same libraries."""
        run: list[str | Path] = [ALLOCATOR] if tree is None else [sys.executable, "-m", "allocator"]
        where = {} if tree is None else {"PYTHONPATH": str(tree), "PYTHONSAFEPATH": "1"}
        case = None if spec.bureau is None else self.made("case", spec.bureau)
        named: dict[str, str] = {}
        if spec.bureau is not None and "{outcome}" in spec.arguments:
            named = named_in(self.made("outcome", spec.bureau))
        with tempfile.TemporaryDirectory(dir=self.scratch) as out:
            words = [word.format(case=case, out=out, **named) for word in spec.arguments]
            load_before = _load()
            return {"kind": "command", "load": load_before, **measured([*run, *words], environment=where).row()}

    def batch(self, spec: Batch) -> dict[str, Any]:
        """A whole batch; a cluster is there before it begins."""
        cases = self.made(str(spec.bureaus), spec.bureau)
        with tempfile.TemporaryDirectory(dir=self.scratch) as out, _workers(spec, self.scratch) as workers:
            words = ["batch", str(cases), *spec.arguments, *workers, "-o", str(Path(out) / "batch")]
            load_before = _load()
            done = measured([ALLOCATOR, *words])
        return {"kind": "batch", "load": load_before, "bureaus": spec.bureaus, **done.row()}

    def chain(self, spec: Chain, turn: int) -> None:
        """Every peer once, each in a process of its own on the same file."""
        for peer in spec.peers:
            if turn >= spec.runs(peer) or self.known(spec.name, turn, peer):
                continue
            smaller = None if spec.everybody else self.gave_up(spec, peer)
            if smaller is not None:
                self.keep(spec, turn, {"kind": "chain", "skipped": smaller}, peer)
                continue
            file = self.made(spec.part, spec.bureau)
            words = [sys.executable, "-m", "benchmarks.peers", peer, str(file), str(spec.seconds)]
            load_before = _load()
            done = measured(words, spec.seconds + GRACE)
            about = {"kind": "chain", "load": load_before, "limit": spec.seconds}
            self.keep(spec, turn, {**about, **done.row(), **levels_of(done)}, peer)

    def gave_up(self, spec: Chain, peer: str) -> str | None:
        """The largest smaller bureau of the subject, if the peer did not finish it."""
        smaller = [one for one in SIZES if one.subject == spec.subject and one.bureau.people < spec.bureau.people]
        runs = [row for one in smaller for row in self.rows if (row["spec"], row.get("peer")) == (one.name, peer)]
        return None if not runs or runs[-1].get("finished") else str(runs[-1].get("skipped", runs[-1]["spec"]))

    def made(self, kind: str, bureau: Bureau) -> Path:
        """What a spec works on, made once."""
        about = json.dumps(bureau.arguments(), sort_keys=True)
        name = f"{kind} " + " ".join(f"{key}={value}" for key, value in bureau.arguments().items() if value is not None)
        suffix = {"clerks": ".npz", "network": ".npz", "outcome": ".json"}.get(kind, "")
        target = self.scratch / (name.replace(" ", "_") + suffix)
        if target not in self.prepared:
            subprocess.run([sys.executable, "-m", "benchmarks.prepare", kind, target, about], check=True)
            self.prepared.add(target)
        return target

    def clear(self) -> None:
        """Takes away what the group worked on."""
        for path in self.prepared:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        self.prepared.clear()


def named_in(outcome: Path) -> dict[str, str]:
    """What the arguments of a command may name of an outcome: its file and two of its people."""
    placements = json.loads(outcome.read_bytes())["placements"]
    seated = (one["person_id"] for one in placements if (one["basis"], one.get("round")) == ("mutual", 1))
    directed = (one["person_id"] for one in placements if one["basis"] == "directed")
    return {"outcome": str(outcome), "seated": min(seated), "directed": min(directed)}


def levels_of(done: Measured) -> dict[str, Any]:
    """What a peer said: the size of the problem, and of each level what it said last of it."""
    lines = [json.loads(line) for line in done.printed.splitlines() if line.endswith("}")]
    if not lines:
        return {"levels": [], "finished": False}
    size, reached = lines[0], {line["level"]: line for line in lines[1:]}
    ended = done.exit == 0 and bool(reached)
    proven = sum(level["proven"] for level in reached.values()) == size["levels"]
    return {
        "columns": size["columns"],
        "rows": size["rows"],
        "of": size["levels"],
        "ready": size["ready"],
        "levels": list(reached.values()),
        "finished": ended and (proven or any("left out" in level["note"] for level in reached.values())),
    }


def _load() -> float:
    return round(os.getloadavg()[0], 2)


@contextmanager
def _workers(spec: Batch, scratch: Path) -> Iterator[list[str]]:
    """The words that name the workers of a batch; a cluster lasts as long as this context."""
    if spec.workers == "pool":
        yield ["--processes", "2"]
        return
    command = [sys.executable, "-m", "benchmarks.cluster"]
    where = {**os.environ, "DASK_TEMPORARY_DIRECTORY": str(scratch)}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=where, text=True
    ) as cluster:
        assert cluster.stdout is not None
        yield ["--scheduler", cluster.stdout.readline().strip()]


def main(arguments: list[str] | None = None) -> None:
    """Measures the named specs (``sizes-*`` names several), all of them unless some are named."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description=__doc__)
    parser.add_argument("names", nargs="*", help="specs to measure; * stands for anything")
    parser.add_argument("--fresh", action="store_true", help="measure anew what is stored for today")
    parser.add_argument("--results", type=Path, default=RESULTS, metavar="DIR")
    parser.add_argument(
        "--beside", type=Path, metavar="CHECKOUT", help="measure the commands of another checkout too, in turns"
    )
    parser.add_argument("--list", action="store_true", help="print the names and measure nothing")
    options = parser.parse_args(arguments)
    chosen = [spec for spec in SPECS if not options.names or any(fnmatch(spec.name, name) for name in options.names)]
    if options.list:
        print("\n".join(spec.name for spec in chosen))
        return
    if not chosen:
        parser.error("no spec of that name")
    stored = options.results / f"{today()}.jsonl"
    if options.fresh:
        without(stored, [spec.name for spec in chosen])
    with tempfile.TemporaryDirectory() as scratch:
        Bench(stored, Path(scratch), options.beside and options.beside.resolve()).run(
            [[spec for spec in group if spec in chosen] for group in GROUPS]
        )
    from benchmarks.report import render

    print(render(stored))


if __name__ == "__main__":
    main()
