"""Solving from the command line: limits, interrupts, progress, and the record of a run."""

import datetime as dt
import os
import platform
import signal
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any

from allocator.console.language import words
from allocator.console.options import RunOptions, SolvingOptions
from allocator.console.show import line, note
from allocator.console.wording import labels_of_none

if TYPE_CHECKING:
    from allocator.files.readings import Reading
    from allocator.solver import Limits
    from models.common.base import Method

TELL_EVERY = 1.0


def limits_of(method: "Method | None", asked: SolvingOptions, cross_check: bool = False) -> "Limits | None":
    """The limits typed; nothing for the rules method, which needs no solver."""
    if method == "rules":
        return None
    from allocator.solver import Limits

    deadline = None if asked.time_limit is None else time.monotonic() + asked.time_limit
    return Limits(deadline=deadline, workers=asked.workers or 1, engine=asked.engine, cross_check=cross_check)


@contextmanager
def interruptible(limits: "Limits | None") -> Iterator[None]:
    """A first Ctrl-C ends the search with the best found; a second one, or one without a search, ends the run."""
    if limits is None:
        yield
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        if limits.stopped:
            raise KeyboardInterrupt
        limits.stop()
        note("progress.stopping")

    before = signal.getsignal(signal.SIGINT)
    try:
        signal.signal(signal.SIGINT, stop)
    except ValueError:  # not the main thread: whoever started it has the interrupts
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


class Teller:
    """Tells the progress of a search on standard error, at most a line a second."""

    def __init__(self) -> None:
        self._told = time.monotonic()

    def __call__(self, stage: str, level: str, best: int | None, bound: int | None, elapsed: float) -> None:
        """Takes one report of the solver."""
        labels = labels_of_none()
        self._tell(
            "progress.level",
            elapsed,
            stage=words(f"arg.stage.{stage}"),
            level=words(f"level.{level}"),
            best=labels.level(level, best),
            bound=labels.level(level, bound),
        )

    def of_problem(self, level: str, best: int | None, bound: int | None, elapsed: float) -> None:
        """Takes one report on a problem that has no stages and whose levels have no words."""
        self._tell("progress.problem", elapsed, level=level, best=_number(best), bound=_number(bound))

    def _tell(self, code: str, elapsed: float, **arguments: str) -> None:
        now = time.monotonic()
        if now - self._told < TELL_EVERY:
            return
        self._told = now
        line(words(code, elapsed=f"{elapsed:.1f}", **arguments), sys.stderr)
        sys.stderr.flush()


def _number(value: int | None) -> str:
    return words("none") if value is None else str(value)


class Clock:
    """When a run began and how long it has taken."""

    def __init__(self) -> None:
        self.began = dt.datetime.now().astimezone()
        self._start = time.monotonic()

    @property
    def seconds(self) -> float:
        """Seconds since the beginning, to the millisecond."""
        return round(time.monotonic() - self._start, 3)


def run_record(
    clock: Clock,
    verb: str,
    asked: RunOptions,
    case_files: Mapping[str, str],
    readings: "Sequence[Reading]" = (),
    **more: object,
) -> dict[str, Any]:
    """What ``run.json`` tells of a run: time, machine, options, the hash of every input file, and how it was read."""
    options = {**{name: value for name, value in vars(asked).items() if name != "case"}, **more}
    inputs = {**case_files, **file_hash(asked.given), **file_hash(asked.rulebook)}
    return {
        "verb": verb,
        "began": clock.began.isoformat(timespec="seconds"),
        "seconds": clock.seconds,
        "machine": {
            "system": platform.system(),
            "release": platform.release(),
            "processor": platform.machine(),
            "cores": os.cpu_count(),
            "python": platform.python_version(),
        },
        "versions": {name: version(name) for name in ("post-allocator", "ortools", "numpy", "pydantic")},
        "options": {name: str(value) if isinstance(value, Path) else value for name, value in options.items()},
        "inputs": dict(sorted(inputs.items())),
        "readings": [reading_document(reading) for reading in readings],
    }


def reading_document(reading: "Reading") -> dict[str, Any]:
    """A reading as data."""
    return asdict(reading)


def hashes_by_name(*files: Mapping[str, str]) -> dict[str, str]:
    """Hashes by the names of the files alone: where they lie does not change the papers."""
    return {Path(name).name: value for found in files for name, value in found.items()}


def file_hash(path: Path | None) -> dict[str, str]:
    """The sha256 of one further input file, or of every file of a folder; nothing for ``None``."""
    if path is None:
        return {}
    import hashlib

    files = sorted(p for p in path.iterdir() if p.is_file()) if path.is_dir() else [path]
    return {str(file): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
