"""Measured rows: one JSON object a line, a file a day, written as soon as each is measured."""

import datetime as dt
import functools
import json
import os
import platform
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).parent / "results"
ROOT = Path(__file__).parents[1]
PACKAGES = (
    "post-allocator",
    "ortools",
    "highspy",
    "pyscipopt",
    "scipy",
    "numpy",
    "pandas",
    "pydantic",
    "distributed",
    "pyarrow",
)

Row = Mapping[str, Any]


def today() -> str:
    """The date by which results are stored."""
    return dt.date.today().isoformat()


def load(path: Path) -> list[dict[str, Any]]:
    """The rows of a day; a last line cut off in the middle is left out."""
    if not path.exists():
        return []
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines():
        try:
            rows.append(json.loads(line))
        except json.JSONDecodeError:
            continue
    return rows


def append(path: Path, row: Row) -> None:
    """Adds a row, on the disk before anything else is measured; on a line of its own, whatever stands before it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    cut = path.exists() and path.stat().st_size > 0 and not path.read_bytes().endswith(b"\n")
    with path.open("a", encoding="utf-8") as sink:
        sink.write("\n" * cut + json.dumps(row) + "\n")
        sink.flush()
        os.fsync(sink.fileno())


def without(path: Path, names: Iterable[str]) -> None:
    """Takes the rows of some specs out of a day's file."""
    gone = set(names)
    kept = [row for row in load(path) if row["spec"] not in gone]
    if path.exists():
        partial = path.with_suffix(".partial")
        partial.write_text("".join(json.dumps(row) + "\n" for row in kept), encoding="utf-8")
        partial.replace(path)


@functools.cache
def machine() -> dict[str, object]:
    """The machine and the versions a row was measured with."""
    return {
        "date": today(),
        "python": platform.python_version(),
        "machine": platform.machine(),
        "processor": _processor(),
        "cores": os.cpu_count(),
        "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1),
        "commit": commit_of(ROOT),
        **{name: _version(name) for name in PACKAGES},
    }


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), "")


def latest(days: Mapping[str, Sequence[Row]]) -> list[Row]:
    """Of several days' rows, for every spec those of the last day on which it was measured."""
    last: dict[str, str] = {}
    for day in sorted(days):
        last.update(dict.fromkeys((str(row["spec"]) for row in days[day]), day))
    return [row for day in sorted(days) for row in days[day] if last[str(row["spec"])] == day]


def commit_of(tree: Path) -> str | None:
    """The commit of a checkout, with a plus sign where files differ from it."""
    try:
        asked = ["git", "-C", str(tree), "describe", "--always", "--abbrev=10", "--dirty=+", "--exclude", "*"]
        return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip() or None
    except (OSError, subprocess.CalledProcessError):
        return None
