"""The folder of a batch: each finished run in a file of its own, there whole or not at all, whenever it is killed."""

import fcntl
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from allocator.batch.rows import Record, record_of
from allocator.batch.working import Done
from allocator.files import umask

PART = ".part"


class FolderInUse(Exception):
    """Another batch is writing into the folder."""


def _nothing(_point: str) -> None:
    return None


class Store:
    """The results of a batch under one folder: ``runs/`` and, where they are kept, ``outcomes/``.

    ``passing`` is told each point at which a kill would leave something half done; only tests give one.
    """

    def __init__(self, folder: Path, passing: Callable[[str], None] = _nothing) -> None:
        self.folder = folder
        self._runs = folder / "runs"
        self._outcomes = folder / "outcomes"
        self.passing = passing

    @contextmanager
    def opened(self) -> Iterator[None]:
        """Holds the folder for this batch alone and clears what a killed one left half written.

        Raises:
            FolderInUse: when another batch holds it. The hold ends with its process, however that ends.
        """
        self._runs.mkdir(parents=True, exist_ok=True)
        with (self.folder / ".lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise FolderInUse from None
            for folder in (self.folder, self._runs, self._outcomes):
                for half in folder.glob(f".*{PART}"):
                    half.unlink()
            yield

    def outcome_path(self, run: str) -> Path:
        """Where the outcome of a run is kept."""
        return self._outcomes / f"{run}.json"

    def stored(self, run: str, time_limit: float | None, with_outcome: bool) -> Record | None:
        """The record of a run that need not be done again.

        A run that a time limit cut short is done again under another limit, one that the program failed always.
        """
        try:
            record = record_of((self._runs / f"{run}.json").read_bytes(), run)
        except FileNotFoundError:
            return None
        if record is None or not (record.final or (not record.failed and record.time_limit == time_limit)):
            return None
        if with_outcome and not record.failed and not self.outcome_path(run).exists():
            return None
        return record

    def keep(self, done: Done) -> None:
        """Stores a finished run: its outcome first, then its record, which makes it count as finished."""
        if done.outcome is not None:
            self._outcomes.mkdir(exist_ok=True)
            self.write(self.outcome_path(done.run), done.outcome, "outcome")
        self.write(self._runs / f"{done.run}.json", done.record.to_bytes(done.run), "run")
        self.passing("between_runs")

    def write(self, path: Path, content: bytes, what: str) -> None:
        """Writes a file under a temporary name, forces it to disk, then gives it its name."""
        self.passing(f"before_write:{what}")
        handle, temporary = tempfile.mkstemp(prefix=".", suffix=PART, dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o666 & ~umask())
        self.passing(f"before_rename:{what}")
        Path(temporary).replace(path)
        self.passing(f"after_rename:{what}")
