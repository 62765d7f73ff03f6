"""The whole main job on the embedded bureau, as somebody sees it who types one command."""

import json

import pytest

from allocator.competition.files import read_outcome
from scenarios import embedded_folder
from scenarios.as_kept import workbook


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    from contextlib import redirect_stdout
    from io import StringIO

    from allocator.cli import main

    folder, out = tmp_path_factory.mktemp("demo"), StringIO()
    with redirect_stdout(out):
        code = main(["demo", "-o", str(folder), "--lang", "en"])
    return code, out.getvalue(), folder


def test_the_demo_is_proven_and_verified(shown):
    code, text, _ = shown
    assert code == 0
    assert text.count("Passed:") == 2
    assert "Every level is proven optimal." in text


def test_the_demo_shows_check_outcomes_comparison_and_verification_in_order(shown):
    _, text, _ = shown
    order = ["no faults:", "outcome by the rules", "optimal outcome", "comparison of the two methods", "verification"]
    places = [text.index(heading) for heading in order]
    assert places == sorted(places)


def test_the_methods_differ_on_the_embedded_bureau(shown):
    """A sample on which both methods agree would teach nothing."""
    _, _, folder = shown
    found = json.loads((folder / "comparison.json").read_text(encoding="utf-8"))
    assert [stage["stage"] for stage in found["stages"] if stage["decided_by"]] == ["chiefs", "clerks", "institution"]
    assert all(stage["proven"] for stage in found["stages"])
    assert any(change["verdict"] == "gains" for stage in found["stages"] for change in stage["people"])
    assert any(stage["claims"]["optimal"] for stage in found["stages"])


def test_the_demo_leaves_a_case_that_every_other_verb_takes(shown, allocator, tmp_path):
    """Twice into the same folder is the same as once."""
    _, _, folder = shown
    code, _, _ = allocator("solve", folder / "case", "-o", tmp_path)
    assert code == 0
    rules = (folder / "rules" / "outcome.json").read_bytes()
    assert (tmp_path / "outcome.json").read_bytes() == rules
    assert allocator("verify", folder / "case", folder / "optimal" / "outcome.json")[0] == 0
    assert read_outcome(folder / "optimal" / "outcome.json").status == "optimal"


@pytest.mark.parametrize("json_too", [(), ("--json",)])
def test_the_workbook_to_practise_on_is_written_and_nothing_of_that_name_replaced(allocator, tmp_path, json_too):
    path = tmp_path / "kept.xlsx"
    code, out, _ = allocator("demo", "--as-kept", path, *json_too)
    assert code == 0 and str(path) in out
    assert path.read_bytes() == workbook(embedded_folder())
    path.write_bytes(b"filled in")
    assert allocator("demo", "--as-kept", path, *json_too)[0] == 3
    assert path.read_bytes() == b"filled in"
