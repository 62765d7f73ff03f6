"""Small cases, a process that runs batches to be killed, and a cluster of two workers on this machine."""

import csv
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from allocator.batch import MEASURED
from tests.competition.reference import tiny

ROOT = Path(__file__).parents[2]
CERTIFICATES = Path(__file__).parent / "certificates"
TLS = ("--tls-ca", "certificate.pem", "--tls-cert", "certificate.pem", "--tls-key", "key.pem")


def write_cases(folder: Path, count: int) -> Path:
    for index in range(count):
        tiny.write(index, folder / f"case-{index:03d}")
    return folder


@pytest.fixture(scope="session")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of a dozen tiny cases of every family."""
    return write_cases(tmp_path_factory.mktemp("cases"), 12)


@pytest.fixture(scope="session")
def many_cases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of two hundred tiny cases."""
    return write_cases(tmp_path_factory.mktemp("many"), 200)


def told(folder: Path) -> list[dict[str, str]]:
    """The rows of a finished batch without what it took."""
    measured = {column.name for column in MEASURED}
    with (folder / "rows.csv").open(encoding="utf-8-sig", newline="") as file:
        return [{name: value for name, value in row.items() if name not in measured} for row in csv.DictReader(file)]


def stored(folder: Path) -> dict[str, bytes]:
    """The records of the finished runs as they lie in the folder."""
    return {path.name: path.read_bytes() for path in (folder / "runs").glob("[!.]*.json")}


@dataclass
class Runner:
    """The process that runs batches."""

    process: subprocess.Popen[str]
    logs: Path
    orders: int = field(default=0)

    def run(
        self, arguments: list[Any], *, here: bool = False, kill: tuple[str, int] | None = None
    ) -> tuple[int, list[str]]:
        """The exit status of a batch (negative: the signal that killed it) and the points it passed."""
        self.orders += 1
        log = self.logs / f"{self.orders}.log"
        log.touch()
        order = {"arguments": ["batch", *map(str, arguments)], "here": here, "kill": kill, "log": str(log)}
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline()), log.read_text(encoding="utf-8").split()


@pytest.fixture(scope="session")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Runner]:
    command = [sys.executable, "-m", "tests.batch.killed"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Runner(process, tmp_path_factory.mktemp("logs"))
        assert process.stdin is not None
        process.stdin.close()


class Node:
    """A scheduler or worker of dask as its own command line starts it."""

    def __init__(self, *arguments: str, ready: str) -> None:
        dask = Path(sys.executable).parent / "dask"
        self.process = subprocess.Popen([dask, *arguments], cwd=ROOT, stderr=subprocess.PIPE, text=True)
        self._ready = ready

    def wait(self) -> str:
        """The address it tells when it is ready."""
        assert self.process.stderr is not None
        return next(line for line in self.process.stderr if self._ready in line).split()[-1]

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        assert self.process.stderr is not None
        self.process.stderr.close()


class Cluster:
    """A scheduler and its workers, over TCP on this machine, encrypted or not."""

    def __init__(self, scratch: Path, encrypted: bool = False) -> None:
        files = [str(CERTIFICATES / word) if word.endswith(".pem") else word for word in TLS]
        self.options = [f"{word}-file" if word == "--tls-ca" else word for word in files] if encrypted else []
        self.scratch = scratch
        protocol = ["--protocol", "tls"] if encrypted else []
        where = ["--host", "127.0.0.1", "--port", "0", "--no-dashboard"]
        self.scheduler = Node("scheduler", *where, *protocol, *self.options, ready="Scheduler at:")
        self.address = self.scheduler.wait()
        self.workers: list[Node] = []

    def add_workers(self, count: int) -> None:
        how = ["--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(self.scratch)]
        self.workers += [
            Node("worker", self.address, *how, *self.options, ready="Registered to:") for _ in range(count)
        ]
        for worker in self.workers:
            worker.wait()

    def close(self) -> None:
        for node in (*self.workers, self.scheduler):
            node.kill()


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A scheduler with two workers of one thread each."""
    made = Cluster(tmp_path_factory.mktemp("dask"))
    made.add_workers(2)
    yield made
    made.close()
