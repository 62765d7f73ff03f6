"""``python -m benchmarks.run [NAME…]``: measure, print the table, store the rows under ``benchmarks/results``."""

import argparse
import datetime as dt
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from importlib import metadata
from pathlib import Path

from benchmarks.specs import SPECS, Spec

RESULTS = Path(__file__).parent / "results"
ALLOCATOR = Path(sys.executable).parent / "allocator"
PACKAGES = ("post-allocator", "ortools", "numpy", "pandas", "pydantic")


def prepare(spec: Spec, folder: Path) -> Path:
    """The case of a spec, generated anew."""
    case = folder / "case"
    if spec.people:
        size = ["--people", str(spec.people), "--sections", str(spec.sections), "--seed", spec.seed]
        subprocess.run([ALLOCATOR, "generate", case, *size], check=True, stdout=subprocess.DEVNULL)
    return case


def measure(spec: Spec, case: Path, folder: Path) -> dict[str, object]:
    """One run as a process of its own: wall seconds, processor seconds and exit code."""
    out = Path(tempfile.mkdtemp(dir=folder))
    command = [str(ALLOCATOR), *(a.format(case=case, out=out) for a in spec.arguments)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {
        "spec": spec.name,
        "people": spec.people,
        "sections": spec.sections,
        "wall": round(wall, 3),
        "cpu": round(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, 3),
        "exit": done.returncode,
    }


def machine() -> dict[str, object]:
    """The machine and the versions a row was measured with."""
    return {
        "date": dt.date.today().isoformat(),
        "python": platform.python_version(),
        "machine": platform.machine(),
        "cores": os.cpu_count(),
        **{name: metadata.version(name) for name in PACKAGES},
    }


def table(rows: list[dict[str, object]], specs: list[Spec]) -> str:
    """Medians by spec beside their limits, as a Markdown table."""
    about = machine()
    lines = [
        ", ".join(f"{name} {value}" for name, value in about.items()),
        "",
        "| what | people | sections | runs | median wall s | max wall s | limit s | exit |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for spec in specs:
        mine = [row for row in rows if row["spec"] == spec.name]
        walls = [float(str(row["wall"])) for row in mine]
        exits = ", ".join(sorted({str(row["exit"]) for row in mine}))
        lines.append(
            f"| {spec.name} | {spec.people} | {spec.sections} | {len(mine)} | {statistics.median(walls):.2f} "
            f"| {max(walls):.2f} | {spec.limit:g} | {exits} |"
        )
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> None:
    """Measures the named specs, all of them unless some are named."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description=__doc__)
    parser.add_argument("names", nargs="*", help="specs to measure")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--results", type=Path, default=RESULTS)
    options = parser.parse_args(arguments)
    specs = [spec for spec in SPECS if not options.names or spec.name in options.names]
    rows: list[dict[str, object]] = []
    with tempfile.TemporaryDirectory() as temporary:
        for spec in specs:
            folder = Path(temporary) / spec.name
            folder.mkdir()
            case = prepare(spec, folder)
            for _ in range(options.runs):
                rows.append({**machine(), **measure(spec, case, folder)})
                print(json.dumps(rows[-1]), file=sys.stderr)
    options.results.mkdir(exist_ok=True)
    stored = options.results / f"{dt.date.today().isoformat()}.jsonl"
    with stored.open("a", encoding="utf-8") as sink:
        sink.writelines(json.dumps(row) + "\n" for row in rows)
    text = table(rows, specs)
    (options.results / f"{dt.date.today().isoformat()}.md").write_text(text + "\n", encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
