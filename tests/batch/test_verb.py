"""The verb as it is typed: options, exit codes, what it says and what it leaves."""

import json
import sys

import pytest

import allocator.batch.working as working
import allocator.cli.batch as verb
from allocator.batch import Here, SchedulerLost, Store
from allocator.cli import main
from scenarios import embedded_folder
from tests.batch.conftest import told


@pytest.fixture
def batch(capsys, monkeypatch):
    """Runs the verb in this process, on the given workforce."""

    def run(*arguments, force=None, lang="en"):
        if force is not None:
            monkeypatch.setattr(verb, "_workforce", lambda *_: force)
        code = main(["batch", *map(str, arguments), "--lang", lang])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return run


def test_everything_is_written_and_the_summary_is_shown(batch, cases, tmp_path):
    code, out, err = batch(cases, "-o", tmp_path, force=Here())
    assert code == 0
    assert {path.name for path in tmp_path.iterdir()} == {
        ".lock", "runs", "rows.csv", "rows.parquet", "summary.txt", "summary.csv", "summary.html"
    }  # fmt: skip
    assert out.strip() == (tmp_path / "summary.txt").read_text(encoding="utf-8").strip()
    assert "24 runs, 0 of them without an outcome; 12 optima, 12 of them proven" in out
    assert err.startswith("24 runs, 0 of them finished before\n")
    code, again, err = batch(cases, "-o", tmp_path, force=None)
    assert (code, again) == (0, out)
    assert err.startswith("24 runs, 24 of them finished before\n")


def test_the_same_in_chinese(batch, cases, tmp_path):
    code, out, _ = batch(cases, "-o", tmp_path, "--method", "rules", force=Here(), lang="zh")
    assert code == 0 and "运行12次，其中没有结果的0次" in out
    assert '<html lang="zh-CN">' in (tmp_path / "summary.html").read_text(encoding="utf-8")


def test_failing_cases_are_rows_and_no_failure_of_the_batch(batch, cases, tmp_path):
    """Exit code 0: of the cases that could be used every run is done and proven; the rows tell of the others."""
    some = sorted(cases.iterdir())[:2]
    code, out, err = batch(*some, tmp_path / "nowhere", "-o", tmp_path / "out", force=Here())
    assert code == 0
    assert [row["error"] for row in told(tmp_path / "out")] == ["", "", "", "", "path_missing", "path_missing"]
    assert "path_missing" in out and "2 runs have no outcome" in err


def test_no_case_that_could_be_used_is_exit_code_3(batch, tmp_path):
    code, _, err = batch(tmp_path / "nowhere", "-o", tmp_path / "out", force=Here())
    assert code == 3 and "not one case could be used" in err


def test_an_optimum_that_is_not_proven_is_exit_code_5(batch, tmp_path):
    arguments = [embedded_folder(), "-o", tmp_path / "out", "--time-limit", 0, "--method", "optimal"]
    code, _, err = batch(*arguments, force=Here())
    assert code == 5 and "1 optima could not be proven" in err


def test_an_outcome_that_fails_its_verification_is_exit_code_6(batch, cases, tmp_path, monkeypatch):
    sound = working._found
    monkeypatch.setattr(working, "_found", lambda *given: {**sound(*given), "violations": 1, "violation": "x"})
    code, _, err = batch(sorted(cases.iterdir())[0], "-o", tmp_path / "out", "--method", "rules", force=Here())
    assert code == 6 and "1 outcomes failed their verification" in err


def test_a_fault_of_the_program_is_exit_code_1(batch, cases, tmp_path, monkeypatch):
    def fail(_unit):
        raise RuntimeError

    monkeypatch.setattr(working, "opened", fail)
    code, out, _ = batch(sorted(cases.iterdir())[0], "-o", tmp_path / "out", force=Here())
    assert code == 1 and "internal" in out


def test_without_pyarrow_csv_alone_is_written_and_that_is_said(batch, cases, tmp_path, monkeypatch):
    arguments = [sorted(cases.iterdir())[0], "-o", tmp_path, "--method", "rules"]
    assert batch(*arguments, force=Here())[0] == 0
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    code, _, err = batch(*arguments, force=Here())
    assert code == 0 and "pip install 'post-allocator[batch]'" in err
    assert not (tmp_path / "rows.parquet").exists() and len(told(tmp_path)) == 1


class Stopping:
    """Finishes one run, then is stopped."""

    def __init__(self, by):
        self._by = by

    def work(self, units):
        yield from list(Here().work(list(units)[:1]))[:1]
        raise self._by


@pytest.mark.parametrize(
    ("by", "code", "words"),
    [(KeyboardInterrupt(), 130, "interrupted."), (SchedulerLost(), 1, "cannot be reached")],
)
def test_whoever_stops_a_batch_is_told_that_nothing_is_lost(batch, cases, tmp_path, by, code, words):
    found, _, err = batch(cases, "-o", tmp_path, force=Stopping(by))
    assert found == code and words in err and "Every finished run is kept" in err
    assert len(list((tmp_path / "runs").glob("[!.]*"))) == 1
    assert batch(cases, "-o", tmp_path, force=Here())[2].startswith("24 runs, 1 of them finished before\n")


def test_as_json(batch, cases, tmp_path):
    code, out, _ = batch(cases, "-o", tmp_path, "--method", "rules", "--json", force=Here())
    document = json.loads(out)
    assert code == 0 and document["folder"] == str(tmp_path)
    assert [row["status"] for row in document["rows"]] == ["complete"] * 12


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--method", "fast"], "--method is rules, optimal"),
        (["--seed", ""], "--seed must not be empty"),
        (["--scheduler", "tcp://10.0.0.5:8786"], "only tls:// is allowed"),
        (["--scheduler", "tls://10.0.0.5:8786"], "needs the certificates"),
        (["--scheduler", "nonsense"], "--scheduler is written"),
        (["--scheduler", "127.0.0.1:1", "--processes", "2"], "use one of them"),
        (["--tls-ca", "a.pem"], "are used together"),
        (["--scheduler", "tls://10.0.0.5:1", "--tls-ca", "a.pem"], "are used together"),
        (["--processes", "0"], "bad value for --processes"),
    ],
)
def test_options_that_make_no_sense_are_usage_errors(batch, cases, tmp_path, options, words):
    code, out, err = batch(cases, "-o", tmp_path / "out", *options)
    assert (code, out) == (2, "") and words in err
    assert not (tmp_path / "out").exists()


def test_a_folder_in_use_is_a_usage_error(batch, cases, tmp_path):
    with Store(tmp_path).opened():
        code, _, err = batch(cases, "-o", tmp_path, force=Here())
    assert code == 2 and "another batch is writing" in err


def test_a_faulty_rulebook_stops_before_anything_is_done(batch, cases, tmp_path):
    (tmp_path / "bad.toml").write_text("[clerks]\nretian = 1\n", encoding="utf-8")
    code, _, err = batch(cases, "-o", tmp_path / "out", "--rulebook", tmp_path / "bad.toml")
    assert code == 3 and "rulebook_unknown" in err and not (tmp_path / "out").exists()
