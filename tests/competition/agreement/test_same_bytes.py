"""One case, one outcome: to the byte, whatever order, form, worker count or hash seed it came by."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from allocator.competition.files import read_rulebook
from allocator.files import outcome_bytes
from allocator.solver import Limits
from models.common.base import Method
from tests.competition.agreement.chosen import QUICK, each_case
from tests.competition.agreement.forms import as_json, as_workbook, permuted
from tests.competition.agreement.product import opened

Folders = Callable[[int], Path]
ALLOCATOR = str(Path(sys.executable).with_name("allocator"))
METHODS: tuple[Method, ...] = ("rules", "optimal")


@pytest.mark.parametrize("index", each_case(QUICK[::8], QUICK))
def test_order_and_form_of_the_input_change_no_byte(folder_of: Folders, tmp_path: Path, index: int) -> None:
    """Rows and columns in another order, a JSON file and a workbook give the bytes the csv folder gives."""
    folder = folder_of(index)
    own = folder / "rulebook.toml"
    rulebook = read_rulebook(own if own.exists() else None)
    forms = (
        permuted(folder, tmp_path / "permuted", index),
        as_json(folder, tmp_path / "case.json"),
        as_workbook(folder, tmp_path / "case.xlsx"),
    )
    for method in METHODS:
        expected = outcome_bytes(opened(folder).propose(method).outcome)
        for form in forms:
            assert outcome_bytes(opened(form, rulebook).propose(method).outcome) == expected, form.name


@pytest.mark.parametrize("index", each_case(QUICK[::8], QUICK))
def test_the_number_of_workers_changes_no_byte(folder_of: Folders, index: int) -> None:
    """Eight workers race for other optima than one does; the draw and the last word make them one."""
    case = opened(folder_of(index))
    alone, eight = (case.propose("optimal", limits=Limits(deadline=None, workers=n)) for n in (1, 8))
    assert outcome_bytes(alone.outcome) == outcome_bytes(eight.outcome)


@pytest.mark.parametrize("index", each_case(QUICK[8:9], QUICK[::8]))
def test_real_processes_write_the_same_outcome(folder_of: Folders, tmp_path: Path, index: int) -> None:
    """The command line writes one sha256 whatever the order of rows, the form, the workers and the hash seed."""
    folder = folder_of(index)
    other = permuted(folder, tmp_path / "other", index)
    own = ["--rulebook", str(folder / "rulebook.toml")] if (folder / "rulebook.toml").exists() else []
    hashes = {
        solved(folder, tmp_path / "a", "0", "--workers", "1"),
        solved(other, tmp_path / "b", "1", "--workers", "8"),
        solved(as_json(folder, tmp_path / "case.json"), tmp_path / "c", "2", *own),
        solved(as_workbook(folder, tmp_path / "case.xlsx"), tmp_path / "d", "3", *own),
        hashlib.sha256(outcome_bytes(opened(folder).propose("optimal").outcome)).hexdigest(),
    }
    assert len(hashes) == 1


def solved(case: Path, output: Path, hash_seed: str, *options: str) -> str:
    """The sha256 of the outcome.json that a process of its own writes."""
    command = [ALLOCATOR, "solve", str(case), "--method", "optimal", "-o", str(output), *options]
    done = subprocess.run(command, capture_output=True, env={**os.environ, "PYTHONHASHSEED": hash_seed}, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return hashlib.sha256((output / "outcome.json").read_bytes()).hexdigest()
