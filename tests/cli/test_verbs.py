"""Every verb on a small case, in this process: exit codes, results, files."""

import csv
import hashlib
import io
import json
import signal
from pathlib import Path

import numpy as np
import pytest

from allocator.competition.files import read_outcome, write_case
from allocator.console import failures
from allocator.console.solving import Teller
from allocator.files import outcome_bytes
from allocator.solver import Problem, save
from models.competition.outcome import Outcome
from scenarios import generate
from tests.competition.builders import case
from tests.competition.pipeline.test_run import FULL

PROOF_FILES = ("chiefs.npz", "clerks.npz", "institution.npz", "proof.json")


def written(path):
    return sorted(str(p.relative_to(path)) for p in path.rglob("*") if p.is_file())


def solved(allocator, folder, out, *more):
    code, _, err = allocator("solve", folder, "-o", out, *more)
    assert code == 0, err
    return read_outcome(out / "outcome.json")


def test_check_of_a_sound_case_names_the_stages_it_suffices_for(allocator, folder):
    code, out, err = allocator("check", folder, "--json")
    found = json.loads(out)
    assert (code, err, found["faults"]) == (0, "", [])
    assert {stage: one["ready"] for stage, one in found["readiness"].items()} == {
        "chiefs": True,
        "clerks": True,
        "institution": True,
    }
    assert "not ready" not in allocator("check", folder, "--lang", "en")[1]


@pytest.fixture
def unsound(tmp_path):
    """A case with two faults: a clerk filing and a pick that name nobody."""
    path = tmp_path / "unsound"
    broken = {**FULL, "clerk_filed": {"c": ["s2"], "ghost": ["s1"]}, "picks": {"s1": ["nobody"]}}
    write_case(case(**broken), path)
    return path


def test_a_fault_of_the_case_table_names_the_row_as_the_template_does(allocator, tmp_path):
    """Protects whoever reads Chinese from a key in English."""
    allocator("template", tmp_path / "new.xlsx")
    code, out, _ = allocator("check", tmp_path / "new.xlsx", "--lang", "zh")
    assert code == 3
    assert "基准日期" in out
    assert "reference_date" not in out


def test_every_fault_of_a_case_is_listed_in_one_run(allocator, unsound):
    code, out, _ = allocator("check", unsound, "--json")
    assert code == 3
    assert [(f["code"], f["table"], f["value"]) for f in json.loads(out)["faults"]] == [
        ("unknown_person", "clerk_applications", "ghost"),
        ("unknown_person", "picks", "nobody"),
    ]
    code, out, _ = allocator("check", unsound, "--lang", "en")
    assert code == 3
    assert "ghost" in out
    assert "nobody" in out


@pytest.mark.parametrize("verb", ["score", "solve", "compare"])
def test_unsound_input_ends_with_3_and_leaves_no_file(allocator, unsound, tmp_path, verb):
    out = tmp_path / "out"
    target = out / "scores.csv" if verb == "score" else out
    code, shown, err = allocator(verb, unsound, "-o", target, "--lang", "en")
    assert (code, shown) == (3, "")
    assert "[unknown_person]" in err
    assert not out.exists()


def test_unsound_input_is_one_document_with_json(allocator, unsound):
    code, out, _ = allocator("solve", unsound, "--json")
    assert code == 3
    assert [fault["code"] for fault in json.loads(out)["faults"]] == ["unknown_person", "unknown_person"]


def test_scores_as_json_have_their_keys_and_exact_text(allocator, folder, tmp_path):
    target = tmp_path / "scores.json"
    assert allocator("score", folder, "-o", target)[0] == 0
    found = json.loads(target.read_text(encoding="utf-8"))
    assert list(found) == ["people", "pairs"]
    people = {row["person_id"]: row for row in found["people"]}
    assert people["a"] == {
        "person_id": "a",
        "exam": "80.000",
        "appraisal": "80.000",
        "review": "80.000",
        "quantification": "84.000",
        "speech": "90.000",
    }
    pair = next(row for row in found["pairs"] if row["person_id"] == "a")
    assert (pair["rate"], pair["votes"], pair["present"], pair["admissible"]) == ("3/4", 30, 40, True)


def test_scores_as_csv_are_two_tables(allocator, folder, tmp_path):
    assert allocator("score", folder, "-o", tmp_path / "scores.csv")[0] == 0
    people = list(csv.reader(io.StringIO((tmp_path / "scores.csv").read_text(encoding="utf-8-sig"))))
    pairs = list(csv.reader(io.StringIO((tmp_path / "scores.pairs.csv").read_text(encoding="utf-8-sig"))))
    assert people[0] == ["person_id", "exam", "appraisal", "review", "quantification", "speech"]
    assert pairs[0][-1] == "admissible"
    assert {row[-1] for row in pairs[1:]} == {"yes"}


def test_one_score_is_traced_with_its_articles(allocator, folder):
    code, out, _ = allocator("score", folder, "--person", "a", "--section", "s1", "--lang", "en")
    assert code == 0
    assert "88.200" in out
    assert "12" in out
    assert allocator("score", folder, "--person", "nobody")[0] == 3


def test_solve_writes_every_file_and_shows_the_outcome(allocator, folder, tmp_path):
    out = tmp_path / "rules"
    outcome = solved(allocator, folder, out)
    assert written(out) == ["outcome.json", "placements.csv", "run.json", "trace.json", "trace.txt"]
    assert (out / "outcome.json").read_bytes() == outcome_bytes(outcome)
    assert {step["stage"] for step in json.loads((out / "trace.json").read_text())} == {
        "chiefs",
        "clerks",
        "institution",
    }


def test_the_run_record_has_the_hash_of_every_input_file(allocator, folder, tmp_path):
    solved(allocator, folder, tmp_path / "out")
    record = json.loads((tmp_path / "out" / "run.json").read_text())
    expected = {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.iterdir()}
    assert record["inputs"] == expected
    assert record["options"]["method"] == "rules"
    assert {"verb", "began", "seconds", "machine", "versions"} <= record.keys()


def test_placements_for_excel_have_names_beside_ids(allocator, folder, tmp_path):
    solved(allocator, folder, tmp_path / "out", "--lang", "en")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out" / "placements.csv").read_text(encoding="utf-8-sig"))))
    first = rows[0]
    assert (first["section_id"], first["person_id"], first["role"], first["basis"]) == ("s1", "a", "chief", "filed")
    assert (first["composite"], first["votes"], first["present"]) == ("88.200", "30", "40")


def test_a_run_in_the_same_folder_takes_the_trace_or_proof_of_another_away(allocator, folder, tmp_path):
    """A trace or a proof of another outcome beside an outcome would be believed."""
    solved(allocator, folder, tmp_path)
    outcome = solved(allocator, folder, tmp_path, "--method", "optimal")
    assert outcome.status == "optimal"
    files = ["outcome.json", "placements.csv", *(f"proof/{n}" for n in PROOF_FILES), "run.json"]
    assert written(tmp_path) == files
    solved(allocator, folder, tmp_path)
    assert written(tmp_path) == ["outcome.json", "placements.csv", "run.json", "trace.json", "trace.txt"]


def test_the_outcome_as_json_is_the_file_itself(allocator, folder, tmp_path):
    outcome = solved(allocator, folder, tmp_path)
    code, out, _ = allocator("solve", folder, "--json")
    assert code == 0
    assert out == outcome_bytes(outcome).decode()


def test_the_trace_is_readable_on_the_screen(allocator, folder):
    code, out, _ = allocator("solve", folder, "--trace", "--lang", "en")
    assert code == 0
    assert "a is proposed as chief of s1" in out
    assert "[article 13]" in out


def test_a_time_limit_of_nothing_keeps_the_rules_outcome_unproven(allocator, folder, tmp_path):
    """What was found is kept and marked; the exit code says that it is not proven."""
    code, _, err = allocator("solve", folder, "--method", "optimal", "--time-limit", "0", "-o", tmp_path)
    outcome = read_outcome(tmp_path / "outcome.json")
    assert (code, outcome.status) == (5, "feasible")
    assert not all(level.proven for report in outcome.stages for level in report.levels)
    assert err


def test_an_interrupt_while_solving_keeps_what_was_found(allocator, folder, tmp_path, monkeypatch):
    """A real Ctrl-C at the first report of progress: everybody is placed, nothing claims to be proven."""
    monkeypatch.setattr(Teller, "__call__", lambda *_: signal.raise_signal(signal.SIGINT))
    code, _, err = allocator("solve", folder, "--method", "optimal", "-o", tmp_path, "--lang", "en")
    outcome = read_outcome(tmp_path / "outcome.json")
    assert (code, outcome.status) == (5, "feasible")
    assert not outcome.stages[-1].levels[-1].proven
    assert "stopping" in err
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_a_second_interrupt_ends_the_run_with_nothing(allocator, folder, tmp_path, monkeypatch):
    def twice(*_, **__):
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr("allocator.competition.pipeline.run", twice)
    code, out, _ = allocator("solve", folder, "--method", "optimal", "-o", tmp_path / "out")
    assert (code, out) == (130, "")
    assert not (tmp_path / "out").exists()


def test_stages_months_apart_give_what_one_run_gives(allocator, folder, tmp_path):
    """chiefs, then clerks and institution staff from the outcomes before, through real files."""
    whole = solved(allocator, folder, tmp_path / "all")
    solved(allocator, folder, tmp_path / "1", "--stage", "chiefs")
    solved(allocator, folder, tmp_path / "2", "--stage", "clerks", "--given", tmp_path / "1" / "outcome.json")
    given = tmp_path / "2" / "outcome.json"
    last = solved(allocator, folder, tmp_path / "3", "--stage", "institution", "--given", given)
    seats = {(p.person_id, p.section_id) for p in whole.placements}
    assert {(p.person_id, p.section_id) for p in last.placements} == seats
    record = json.loads((tmp_path / "2" / "run.json").read_text())
    assert str(tmp_path / "1" / "outcome.json") in record["inputs"]


def test_decisions_that_break_a_rule_are_refused_by_name(allocator, folder, tmp_path):
    table = tmp_path / "decisions.csv"
    table.write_text("person_id,section_id,role\nghost,s1,chief\n", encoding="utf-8")
    code, out, err = allocator("solve", folder, "--given", table, "--lang", "en", "-o", tmp_path / "out")
    assert (code, out) == (3, "")
    assert "ghost" in err
    assert not (tmp_path / "out").exists()


def test_a_column_of_decisions_that_is_not_used_is_told(allocator, folder, tmp_path):
    """On standard error, so that a result as JSON stays one."""
    table = tmp_path / "decisions.csv"
    table.write_text("person_id,section_id,role,remark\na,s1,chief,x\n", encoding="utf-8")
    code, out, err = allocator("solve", folder, "--given", table, "--json", "--lang", "en")
    assert (code, json.loads(out)["method"]) == (0, "rules")
    assert "remark" in err
    assert "[columns_ignored]" in err


def test_what_the_party_group_decided_otherwise_is_recorded_and_verified(allocator, folder, tmp_path):
    """The decision stands, the difference is a warning, and the audit agrees."""
    table = tmp_path / "decisions.csv"
    table.write_text("person_id,section_id,role,authority\nb,s1,chief,group\n", encoding="utf-8")
    outcome = solved(allocator, folder, tmp_path / "out", "--given", table)
    found = {
        n.args["section_id"]: (n.args["decided"], n.args["proposed"])
        for n in outcome.warnings
        if n.code == "decision_differs"
    }
    assert found == {"s1": (("b",), ("a",)), "s2": ((), ("b",))}
    code, out, _ = allocator("verify", folder, tmp_path / "out" / "outcome.json", "--lang", "en")
    assert code == 0, out


TABLES = ("levels", "people", "sections", "claims")


def test_compare_writes_both_outcomes_and_the_comparison(allocator, folder, tmp_path):
    code, out, _ = allocator("compare", folder, "-o", tmp_path, "--lang", "en")
    assert code == 0
    assert "advisory" in out
    assert {"comparison.json", "comparison.txt", "comparison-people.csv", "run.json"} <= set(written(tmp_path))
    assert {"rules/outcome.json", "optimal/outcome.json", "rules/trace.txt"} <= set(written(tmp_path))
    assert json.loads((tmp_path / "comparison.json").read_text())["schema_version"] == 1
    told = json.loads((tmp_path / "comparison.json").read_text(encoding="utf-8"))
    listed = {
        name: (tmp_path / f"comparison-{name}.csv").read_text(encoding="utf-8-sig").splitlines() for name in TABLES
    }
    stages = [*told["stages"], *told["pipelines"]["stages"]]
    assert len(listed["levels"]) == 1 + sum(len(stage["levels"]) for stage in stages)
    people = sum(len(stage["people"]) for stage in told["stages"]) + len(told["pipelines"]["people"])
    assert (len(listed["people"]), len(listed["sections"])) == (1 + people, 1 + len(told["pipelines"]["sections"]))
    assert listed["levels"][0] == "comparison,stage,order,level,sense,rules,optimum,better,proof"
    assert listed["levels"][1].startswith("stage by stage (same start),chiefs,1,chief posts filled,max,")
    code, out, _ = allocator("compare", folder, "--json")
    assert json.loads(out) == json.loads((tmp_path / "comparison.json").read_text(encoding="utf-8"))


def test_verify_passes_both_methods_and_says_what_it_did_not_check(allocator, folder, tmp_path):
    for method in ("rules", "optimal"):
        solved(allocator, folder, tmp_path / method, "--method", method)
        code, out, _ = allocator("verify", folder, tmp_path / method / "outcome.json", "--lang", "en")
        assert code == 0, out
        assert "Not re-checked: optimality itself" in out


def test_verify_refutes_a_changed_outcome_by_rule(allocator, folder, tmp_path):
    outcome = solved(allocator, folder, tmp_path)
    first = outcome.placements[0].model_copy(update={"votes": 31})
    forged = outcome.model_copy(update={"placements": (first, *outcome.placements[1:])})
    (tmp_path / "forged.json").write_bytes(outcome_bytes(forged))
    code, out, _ = allocator("verify", folder, tmp_path / "forged.json", "--lang", "en")
    assert code == 6
    assert "placements[0].votes" in out
    code, out, _ = allocator("verify", folder, tmp_path / "forged.json", "--json")
    assert (code, json.loads(out)["passed"]) == (6, False)


def test_verify_uses_the_seed_the_outcome_was_drawn_with(allocator, folder, tmp_path):
    outcome = solved(allocator, folder, tmp_path, "--seed", "another")
    assert (outcome.lottery.seed, outcome.lottery.source) == ("another", "option")
    assert allocator("verify", folder, tmp_path / "outcome.json")[0] == 0


def test_an_outcome_that_is_none_is_refused(allocator, folder, tmp_path):
    (tmp_path / "x.json").write_text("{}")
    assert allocator("verify", folder, tmp_path / "x.json")[0] == 3


@pytest.mark.parametrize("suffix", ["", ".xlsx", ".json"])
def test_a_generated_case_is_sound_in_every_format(allocator, tmp_path, suffix):
    path = tmp_path / f"bureau{suffix}"
    assert allocator("generate", path, "--people", 20, "--sections", 4, "--seed", "s")[0] == 0
    assert allocator("check", path)[0] == 0


def test_a_generated_case_has_the_rounds_asked_for(allocator, tmp_path):
    options = ("--people", 60, "--sections", 5, "--clerk-rounds", 6)
    assert allocator("generate", tmp_path / "bureau.json", *options)[0] == 0
    filings = json.loads((tmp_path / "bureau.json").read_text(encoding="utf-8"))["clerk_applications"]
    assert max(int(filing["round"]) for filing in filings) == 6


def test_a_generated_case_has_the_shape_asked_for(allocator, tmp_path):
    options = ("--people", 60, "--sections", 5, "--avoidance-pairs", 9, "--trios", 2, "--seats", 150, "--popularity", 3)
    options += ("--retention", 0, "--ties", 100)
    assert allocator("generate", tmp_path / "bureau.json", *options)[0] == 0
    asked = generate(60, 5, "1", avoidance_pairs=9, trios=2, seats=150, popularity=3, retention=0, ties=100)
    write_case(asked, tmp_path / "asked.json")
    assert (tmp_path / "bureau.json").read_bytes() == (tmp_path / "asked.json").read_bytes()


def test_a_template_is_written(allocator, tmp_path):
    assert allocator("template", tmp_path / "blank.xlsx")[0] == 0
    assert allocator("template", tmp_path / "blank")[0] == 0
    assert (tmp_path / "blank.xlsx").is_file()
    assert (tmp_path / "blank" / "人员.csv").is_file()


def test_a_template_never_takes_the_place_of_a_workbook_filled_in_before(allocator, tmp_path):
    (tmp_path / "bureau.xlsx").write_bytes(b"weeks of work")
    code, out, err = allocator("template", tmp_path / "bureau.xlsx")
    assert (code, out) == (3, "")
    assert "target_is_file" in err
    assert (tmp_path / "bureau.xlsx").read_bytes() == b"weeks of work"


def problem(sense="max", upper=1):
    """max x + 2y with x + y <= upper, both 0-1."""
    ints = lambda *values: np.array(values, dtype=np.int64)  # noqa: E731
    return Problem(
        col_lb=ints(0, 0),
        col_ub=ints(1, 1),
        row_lb=ints(-(2**62)),
        row_ub=ints(upper),
        indptr=ints(0, 2),
        indices=ints(0, 1),
        data=ints(1, 1),
        col_tag=ints(0, 1),
        row_tag=ints(0),
        level_names=("total",),
        level_sense=(sense,),
        level_coef=np.array([[1, 2]], dtype=np.int64),
        level_offset=ints(5),
    )


def test_any_problem_is_solved_from_its_arrays(allocator, tmp_path):
    save(problem(), tmp_path / "p.npz")
    code, out, _ = allocator("solver", tmp_path / "p.npz", "--json")
    assert code == 0
    assert json.loads(out) == {
        "status": "optimal",
        "levels": [{"name": "total", "sense": "max", "value": 7, "bound": 7, "proven": True}],
        "columns": [0, 1],
    }
    assert "total" in allocator("solver", tmp_path / "p.npz")[1]


def test_an_infeasible_problem_ends_with_4(allocator, tmp_path):
    save(problem(upper=-1), tmp_path / "p.npz")
    assert allocator("solver", tmp_path / "p.npz")[0] == 4


def test_a_file_that_is_no_problem_is_invalid_input(allocator, tmp_path):
    (tmp_path / "p.npz").write_bytes(b"not arrays")
    code, out, err = allocator("solver", tmp_path / "p.npz", "--lang", "en")
    assert (code, out) == (3, "")
    assert "[problem_file]" in err


def test_the_rulebook_is_printed_with_the_article_of_every_number(allocator, tmp_path):
    code, out, _ = allocator("rulebook", "--json")
    numbers = {row["key"]: (row["value"], row["article"]) for row in json.loads(out)["numbers"]}
    assert code == 0
    assert numbers["recommendation.floor"] == ("1/3", "11-3")
    assert all(article for _, article in (pair for key, pair in numbers.items()))
    own = tmp_path / "own.toml"
    own.write_text('name = "ours"\n[clerks]\nretain = 2\n', encoding="utf-8")
    code, out, _ = allocator("rulebook", "--rulebook", own, "--lang", "en")
    assert code == 0
    assert "rulebook ours" in out


def test_a_rulebook_with_an_unknown_key_is_refused(allocator, folder, tmp_path):
    own = tmp_path / "own.toml"
    own.write_text("[clerks]\nretian = 2\n", encoding="utf-8")
    code, out, err = allocator("solve", folder, "--rulebook", own, "--lang", "en")
    assert (code, out) == (3, "")
    assert "retain" in err


def test_an_internal_error_shows_no_traceback_and_keeps_names_out_of_its_report(allocator, folder, monkeypatch):
    """Whoever passes the report on must not pass on personal data with it."""

    def fail(*_, **__):
        raise RuntimeError("Zhang San, 42")

    monkeypatch.setattr("allocator.competition.pipeline.run", fail)
    monkeypatch.delenv("ALLOCATOR_DEBUG", raising=False)
    code, out, err = allocator("solve", folder, "--lang", "en")
    assert (code, out) == (1, "")
    assert "Traceback" not in err
    assert "Zhang" not in err
    report = next(word for word in err.split() if word.endswith(".txt;")).rstrip(";")
    assert "Zhang" not in Path(report).read_text(encoding="utf-8")
    monkeypatch.setenv("ALLOCATOR_DEBUG", "1")
    assert "Traceback" in allocator("solve", folder)[2]


def test_outcomes_hold_no_sentences(allocator, folder, tmp_path):
    """The same bytes in either language."""
    one = solved(allocator, folder, tmp_path / "zh", "--lang", "zh")
    other = solved(allocator, folder, tmp_path / "en", "--lang", "en")
    assert isinstance(one, Outcome)
    assert outcome_bytes(one) == outcome_bytes(other)


def test_the_exit_codes_are_those_of_the_help():
    assert (
        failures.DONE,
        failures.INTERNAL,
        failures.USAGE,
        failures.INVALID,
        failures.INFEASIBLE,
        failures.UNPROVEN,
        failures.REFUTED,
    ) == (0, 1, 2, 3, 4, 5, 6)
