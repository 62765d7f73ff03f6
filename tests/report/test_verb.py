"""The verb ``report``: what it writes, and what it refuses."""

import json

import pytest

from allocator.cli import main
from allocator.competition.files import write_case
from tests.report.making import hostile_case


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("report")
    write_case(hostile_case(), path / "case")
    assert main(["solve", str(path / "case"), "--method", "optimal", "-o", str(path / "solved")]) == 0
    return path


def test_both_papers_of_both_methods(folder, capsys):
    assert main(["report", str(folder / "case"), "-o", str(folder / "both"), "--json", "--lang", "en"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["proposal"] == "rules" and told["verified"] is True
    assert told["status"] == {"rules": "complete", "optimal": "optimal"}
    assert sorted(path.name for path in (folder / "both").iterdir()) == ["report.html", "result.xlsx", "run.json"]
    again = folder / "again"
    assert main(["report", str(folder / "case"), "-o", str(again), "--lang", "en"]) == 0
    for name in ("report.html", "result.xlsx"):
        assert (again / name).read_bytes() == (folder / "both" / name).read_bytes()


def test_one_outcome_is_reported_as_it_stands(folder, capsys):
    outcome = folder / "solved" / "outcome.json"
    arguments = ["report", str(folder / "case"), "--outcome", str(outcome), "-o", str(folder / "one"), "--json"]
    assert main(arguments) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["status"] == {"optimal": "optimal"} and told["proposal"] == "optimal"
    assert main([*arguments, "--method", "rules"]) == 2


def test_an_outcome_that_fails_verification_is_refused(folder, capsys):
    """Protects the papers: nothing is printed of an outcome that breaks a rule or tells another number."""
    outcome = json.loads((folder / "solved" / "outcome.json").read_text(encoding="utf-8"))
    outcome["placements"][0]["votes"] += 1
    spoiled = folder / "spoiled.json"
    spoiled.write_text(json.dumps(outcome), encoding="utf-8")
    arguments = ["report", str(folder / "case"), "--outcome", str(spoiled), "-o", str(folder / "none")]
    assert main(arguments) == 6
    assert not (folder / "none").exists()
    capsys.readouterr()
    assert main([*arguments, "--json"]) == 6
    assert json.loads(capsys.readouterr().out)["refused"]


def test_the_folder_must_be_named(folder):
    assert main(["report", str(folder / "case"), "--lang", "en"]) == 2
