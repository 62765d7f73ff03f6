"""An exercise that the kernel has never heard of runs through every verb that all exercises share."""

import csv
import json
import sys
from pathlib import Path

import pytest

from allocator import exercises
from allocator.cli import main
from allocator.words import tables
from tests.house import toy_exercise


@pytest.fixture
def toy(monkeypatch, tmp_path):
    """The toy in the register, and a case of it."""
    monkeypatch.setattr(exercises, "NAMES", (*exercises.NAMES, "toy"))
    monkeypatch.setitem(sys.modules, "allocator.toy.exercise", toy_exercise)
    monkeypatch.setitem(tables.EXERCISES, "toy", "toy")  # type: ignore[arg-type]
    case = tmp_path / "case"
    case.mkdir()
    found = {
        "case": [["key", "value"], ["exercise", "toy"], ["name", "office"], ["reference_date", "2024-06-01"]],
        "clerks": [["clerk_id", "wish"], ["a", "c"], ["b", "a"], ["c", "a"]],
    }
    for table, rows in found.items():
        with (case / f"{table}.csv").open("w", encoding="utf-8", newline="") as sink:
            csv.writer(sink).writerows(rows)
    return case


def run(capsys, *arguments):
    code = main([*map(str, arguments), "--lang", "en"])
    return code, capsys.readouterr().out


def test_it_is_shorter_than_it_may_be():
    """Protects the interface from growing: a whole exercise fits on three screens."""
    assert len(Path(toy_exercise.__file__).read_text(encoding="utf-8").splitlines()) < 150


def test_every_shared_verb(toy, capsys, tmp_path):
    """Protects whoever adds an exercise: what its module says is enough for check, solve, compare and verify."""
    code, told = run(capsys, "check", toy, "--json")
    assert (code, json.loads(told)["clerks"]) == (0, 3)
    for method, met in (("rules", 0), ("optimal", 2)):
        code, told = run(capsys, "solve", toy, "--method", method, "-o", tmp_path / method, "--json")
        assert (code, json.loads(told)["met"]) == (0, met)
        code, told = run(capsys, "verify", toy, tmp_path / method / "outcome.json")
        assert code == 0
        assert f"{met} wishes met" in told
    code, told = run(capsys, "compare", toy)
    assert (code, told.strip()) == (0, "0 2")


def test_its_faults_and_its_audit(toy, capsys, tmp_path):
    """Protects the edges: a fault of its check ends with 3, an outcome that its audit refutes with 6."""
    run(capsys, "solve", toy, "-o", tmp_path / "out")
    path = tmp_path / "out" / "outcome.json"
    told = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**told, "met": 3}), encoding="utf-8")
    assert run(capsys, "verify", toy, path, "--json")[0] == 6
    (toy / "clerks.csv").write_text("clerk_id,wish\na,nowhere\n", encoding="utf-8")
    assert run(capsys, "solve", toy)[0] == 3
