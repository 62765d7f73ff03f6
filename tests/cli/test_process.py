"""Real processes: what only they can show."""

import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest

from allocator.solver import Problem, save

HEAVY = ("numpy", "pandas", "ortools", "pydantic", "rich", "allocator.competition.optimum", "scenarios")
COMMAND = [sys.executable, "-c", "import sys; from allocator.cli import main; sys.exit(main())"]
ROOT = Path(__file__).parents[2]


def start(*arguments):
    """A process of the command line, ended by force after two minutes so that a fault cannot hang the tests."""
    process = subprocess.Popen(
        [*COMMAND, *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    guard = threading.Timer(120, process.kill)
    guard.daemon = True
    guard.start()
    return process


def test_help_loads_nothing_heavy():
    """``allocator --help`` answers at once, because the solver and the tables are not loaded for it."""
    code = (
        f"import sys; from allocator.cli import main; main(['--help']); print([m for m in {HEAVY} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_results_go_to_standard_output_and_everything_else_beside(folder, tmp_path):
    process = start("solve", folder, "--json", "-o", tmp_path, "--lang", "en")
    out, err = process.communicate()
    assert process.returncode == 0
    assert out.startswith("{")
    assert "wrote" in err
    assert (tmp_path / "outcome.json").read_text(encoding="utf-8") == out


def test_a_reader_that_leaves_early_causes_no_traceback(folder):
    process = start("solve", folder, "--json")
    process.stdout.close()
    err = process.stderr.read()
    process.wait()
    assert "Traceback" not in err


@pytest.fixture
def hard(tmp_path):
    """Five sums of 40 subset sizes to be halved as evenly as can be: feasible at once, not proven in hours."""
    rng = np.random.default_rng(1)
    rows, items = 5, 40
    sizes = rng.integers(1, 100, size=(rows, items))
    matrix = np.hstack([sizes, np.eye(rows, dtype=np.int64), -np.eye(rows, dtype=np.int64)]).astype(np.int64)
    columns = items + 2 * rows
    half = sizes.sum(axis=1) // 2
    save(
        Problem(
            col_lb=np.zeros(columns, dtype=np.int64),
            col_ub=np.concatenate([np.ones(items), np.full(2 * rows, 10_000)]).astype(np.int64),
            row_lb=half,
            row_ub=half,
            indptr=np.concatenate([[0], np.cumsum((matrix != 0).sum(axis=1))]).astype(np.int64),
            indices=np.concatenate([np.flatnonzero(row) for row in matrix]).astype(np.int64),
            data=matrix[matrix != 0],
            col_tag=np.arange(columns, dtype=np.int64),
            row_tag=np.arange(rows, dtype=np.int64),
            level_names=("unevenness",),
            level_sense=("min",),
            level_coef=np.concatenate([np.zeros(items), np.ones(2 * rows)]).astype(np.int64)[None, :],
            level_offset=np.zeros(1, dtype=np.int64),
        ),
        tmp_path / "hard.npz",
    )
    return tmp_path / "hard.npz"


def test_an_interrupt_keeps_the_best_found_marked_unproven(hard):
    """A real Ctrl-C while the search is on: exit code 5, the best values so far, and no claim of a proof."""
    process = start("solver", hard, "--json", "--lang", "en")
    first = process.stderr.readline()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate()
    assert first.startswith("unevenness")
    assert process.returncode == 5, err
    found = json.loads(out)
    assert (found["status"], found["levels"][0]["proven"]) == ("feasible", False)
    assert len(found["columns"]) == 50
    assert "Traceback" not in err
