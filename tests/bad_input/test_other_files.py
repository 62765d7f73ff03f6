"""Outcomes, given placements, problems of the solver and places to write to: each fault by its code."""

import json
import zipfile

import numpy as np
import pytest

from allocator.competition.files import read_given, read_outcome, write_case
from allocator.faults import InvalidInput
from allocator.solver import ProblemError, archive, load
from allocator.solver.cpsat import Engine
from models.competition.rulebook import Rulebook
from tests.bad_input.raw_case import valid_tables, write_tables
from tests.competition.check.build import sound
from tests.solver.problems import problem

EMPTY = {
    "schema_version": 1,
    "method": "rules",
    "case": {"name": "x", "sha256": "0" * 64},
    "rulebook": {"name": "x", "sha256": "0" * 64},
    "lottery": {"seed": "x", "source": "case"},
    "given": None,
    "versions": {"allocator": "1", "ortools": "1"},
    "status": "complete",
    **{part: [] for part in ("placements", "unplaced", "vacancies", "stages", "ties", "warnings")},
}


def refused(action, *arguments):
    with pytest.raises(InvalidInput) as found:
        action(*arguments)
    return [(fault.code, fault.column) for fault in found.value.faults]


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"more": 1}, [("outcome_field_unknown", "more")]),
        ({"status": "good"}, [("outcome_value", "status")]),
        ({"schema_version": 1.5}, [("outcome_value", "schema_version")]),
        ({"case": {"name": "x"}}, [("outcome_field_missing", "case.sha256")]),
    ],
)
def test_an_outcome_is_refused_by_field(tmp_path, changed, expected):
    """Protects later stages from an outcome that somebody edited by hand."""
    path = tmp_path / "outcome.json"
    path.write_text(json.dumps(EMPTY), encoding="utf-8")
    assert read_outcome(path).placements == ()
    path.write_text(json.dumps(EMPTY | changed), encoding="utf-8")
    assert refused(read_outcome, path) == expected


def test_a_folder_without_decisions_gives_nothing(tmp_path):
    case = write_tables(valid_tables(), tmp_path, "csv")
    assert refused(read_given, case, Rulebook()) == [("given_without_decisions", None)]


def test_a_case_is_written_nowhere_it_could_harm(tmp_path):
    """Nothing that stands there is replaced by a case, and nothing half written is left."""
    (tmp_path / "folder.json").mkdir()
    (tmp_path / "file").write_text("kept")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "kept.csv").write_text("kept")
    codes = {
        "case.ods": "target_format",
        "folder.json": "target_is_folder",
        "file": "target_is_file",
        "full": "target_not_empty",
        "file/case.json": "target_unwritable",
    }
    assert {name: refused(write_case, sound(), tmp_path / name)[0][0] for name in codes} == codes
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["file", "folder.json", "full", "kept.csv"]


def test_a_problem_that_would_not_fit_is_not_unpacked(tmp_path, monkeypatch):
    """A few bytes that unpack to very many are refused by the size they declare."""
    monkeypatch.setattr(archive, "LARGEST_FILE", 1_000)
    with zipfile.ZipFile(tmp_path / "bomb.npz", "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("col_lb.npy", b"\0" * 1_001)
    with pytest.raises(ProblemError) as found:
        load(tmp_path / "bomb.npz")
    assert found.value.code == "problem_too_large"


def test_a_model_that_cp_sat_refuses_is_never_taken_for_no_solution():
    """An objective past 64 bits is refused with the solver's own words."""
    engine = Engine(problem([(0, 4), (0, 4)]), workers=1)
    with pytest.raises(ProblemError) as found:
        engine.search(np.array([2**61, 2**61]), "max", hint=None, seconds=10.0)
    assert found.value.code == "problem_model"
