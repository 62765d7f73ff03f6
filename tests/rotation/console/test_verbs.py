"""The verbs over a case of exchange and rotation: the same command line, the exercise that the case names."""

import json

import pytest

from allocator.cli import main
from allocator.rotation.files import write_case
from models.rotation.outcome import RotationOutcome
from tests.rotation.build import roster_of
from tests.rotation.reference import draws

INDEX = 3


@pytest.fixture(params=["case", "case.xlsx", "case.json"])
def case(tmp_path, request):
    path = tmp_path / request.param
    write_case(roster_of(draws.make(INDEX)).case, path)
    return str(path)


def run(capsys, *arguments):
    code = main([*arguments, "--json", "--lang", "en"])
    return code, json.loads(capsys.readouterr().out)


def test_the_case_says_which_exercise_it_is(capsys, case):
    """Protects whoever types the same verb for either exercise: folder, workbook and JSON are told by their own row."""
    code, told = run(capsys, "check", case)
    assert code == 0
    assert set(told["due"]) == {"15", "39", "51", "58", "64", "69", "77", "85"}
    assert told["due"]["69"] == {"duty": "should", "articles": ["7-1", "7-2", "7-3"], "overdue": 60}


@pytest.mark.parametrize("method", ["rules", "optimal"])
def test_what_is_written_is_verified(capsys, tmp_path, case, method):
    """Protects the way from a case to an outcome that stands before the audit."""
    code, told = run(capsys, "solve", case, "--method", method, "-o", str(tmp_path / "out"))
    assert code == 0
    written = (tmp_path / "out" / "outcome.json").read_bytes()
    assert RotationOutcome.model_validate_json(written) == RotationOutcome.model_validate_json(json.dumps(told))
    code, told = run(capsys, "verify", case, str(tmp_path / "out" / "outcome.json"))
    assert (code, told["passed"], told["violations"]) == (0, True, [])


def test_a_changed_outcome_is_refused_by_its_rule(capsys, tmp_path, case):
    main(["solve", case, "--method", "rules", "-o", str(tmp_path / "out"), "--json"])
    capsys.readouterr()
    path = tmp_path / "out" / "outcome.json"
    told = json.loads(path.read_text(encoding="utf-8"))
    told["moves"][0]["overdue"] += 1
    path.write_text(json.dumps(told), encoding="utf-8")
    code, told = run(capsys, "verify", case, str(path))
    assert code == 6
    assert [(one["rule"], one["field"]) for one in told["violations"]] == [
        ("rotation.duty.post_tenure", "moves[0].overdue")
    ]


def test_both_methods_side_by_side(capsys, tmp_path, case):
    """Protects the comparison: levels, people and totals agree with the two outcomes beside it."""
    code, told = run(capsys, "compare", case, "-o", str(tmp_path / "out"))
    assert code == 0
    outcomes = {m: json.loads((tmp_path / "out" / m / "outcome.json").read_bytes()) for m in ("rules", "optimal")}
    for method, outcome in outcomes.items():
        assert {one["name"]: one[method] for one in told["levels"]} == {
            level["name"]: level["value"] for level in outcome["stages"][0]["levels"]
        }
        assert told["totals"][method]["moves"] == len(outcome["moves"])
    ends = {m: {one["person_id"]: one["to_post"] for one in outcome["moves"]} for m, outcome in outcomes.items()}
    for change in told["people"]:
        for method in ("rules", "optimal"):
            assert change[method] == ends[method].get(change["person_id"], change["present"])
    assert told["decided_by"] == "together"
    assert {one["person_id"]: one["verdict"] for one in told["people"]} == {
        "39": "loses",
        "51": "gains",
        "64": "gains",
        "69": "loses",
    }


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_everything_is_said_in_both_languages(capsys, tmp_path, case, lang):
    """Protects from a code without words: every page is printed whole."""
    for arguments in (
        ["check", case],
        ["solve", case, "--trace", "-o", str(tmp_path / "out")],
        ["solve", case, "--method", "optimal"],
        ["compare", case],
        ["verify", case, str(tmp_path / "out" / "outcome.json")],
    ):
        assert main([*arguments, "--lang", lang]) == 0
        shown = capsys.readouterr().out
        assert "{" not in shown
        assert "rotation." not in shown


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["solve", "--stage", "chiefs"], "no_stages_here"),
        (["compare", "--given", "x.json"], "nothing_given_here"),
        (["score"], "no_verb_here"),
    ],
)
def test_what_the_exercise_does_not_have_is_refused(capsys, case, arguments, code):
    verb, *options = arguments
    exit_code, told = run(capsys, verb, case, *options)
    assert (exit_code, told["error"], told["code"]) == (2, "usage", code)


def test_a_template_of_the_exercise(capsys, tmp_path):
    code, _ = run(capsys, "template", str(tmp_path / "t"), "--exercise", "rotation")
    assert code == 0
    assert {path.stem for path in (tmp_path / "t").iterdir()} >= {"case", "units", "posts", "officers", "wishes"}


def test_an_exercise_that_there_is_not(capsys, tmp_path):
    code, told = run(capsys, "template", str(tmp_path / "t"), "--exercise", "promotion")
    assert (code, told["code"]) == (2, "no_such_exercise")
    assert not (tmp_path / "t").exists()


def test_a_fault_is_told_with_the_names_of_its_own_tables(capsys, tmp_path):
    path = tmp_path / "case.json"
    write_case(roster_of(draws.make(INDEX)).case, path)
    told = json.loads(path.read_text(encoding="utf-8"))
    told["officers"][0]["post_id"] = "nowhere"
    path.write_text(json.dumps(told), encoding="utf-8")
    assert main(["check", str(path), "--lang", "zh"]) == 3
    shown = capsys.readouterr().out
    assert "现岗位" in shown
    assert "nowhere" in shown
