"""Real processes: what only they can show."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from allocator.files import read_outcome, write_case
from scenarios import generate

HEAVY = ("numpy", "pandas", "ortools", "pydantic", "rich", "allocator.optimum", "scenarios")
COMMAND = [sys.executable, "-c", "import sys; from allocator.cli import main; sys.exit(main())"]
ROOT = Path(__file__).parents[2]


def start(*arguments):
    return subprocess.Popen(
        [*COMMAND, *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )


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


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    path = tmp_path_factory.mktemp("large") / "case"
    write_case(generate(400, 30, "interrupt"), path)
    return path


def test_an_interrupt_keeps_the_best_found_marked_unproven(large, tmp_path):
    """A real Ctrl-C while the search is on: exit code 5 and an outcome that does not claim to be optimal."""
    process = start("solve", large, "--method", "optimal", "-o", tmp_path, "--lang", "en")
    first = process.stderr.readline()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate()
    assert first
    assert process.returncode == 5, err
    outcome = read_outcome(tmp_path / "outcome.json")
    assert outcome.status == "feasible"
    assert not outcome.stages[-1].levels[-1].proven
    assert "Traceback" not in err
