"""The command line as a process of its own: what prices are held against."""

import csv
import json
import subprocess
import sys
from pathlib import Path

ALLOCATOR = str(Path(sys.executable).with_name("allocator"))


def solved_by_a_process(folder: Path) -> dict[str, dict[str, int]]:
    """The levels of every stage as ``solve --engine reference`` prints them."""
    command = [ALLOCATOR, "solve", str(folder), "--method", "optimal", "--engine", "reference", "--json"]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return {s["stage"]: {v["name"]: v["value"] for v in s["levels"]} for s in json.loads(done.stdout)["stages"]}


def add_pin(folder: Path, pin: dict[str, str]) -> None:
    path = folder / "pins.csv"
    rows = list(csv.DictReader(path.open(encoding="utf-8"))) if path.exists() else []
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(pin))
        writer.writeheader()
        writer.writerows([*rows, pin])
