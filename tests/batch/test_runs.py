"""What a row says of a run, and that nothing that befalls one run touches another."""

import hashlib
import os
import signal
from multiprocessing import active_children
from pathlib import Path

import pytest

import allocator.batch.working as working
from allocator.batch import FolderInUse, Here, Pool, Settings, Store, Unit, plan, run_batch
from allocator.competition.audit import audit
from allocator.competition.check import check
from allocator.competition.files import read_case, read_outcome, read_rulebook
from allocator.competition.pipeline import run
from allocator.files import find_rulebook, outcome_bytes
from scenarios import embedded_folder
from tests.files.kept import embedded, write


def rows_of(cases, folder, workforce=None, **settings):
    store = Store(folder)
    with store.opened():
        return run_batch(plan(cases, Settings(**settings)), store, workforce or Here())


def without_times(rows):
    return [{name: value for name, value in row.items() if not name.startswith("seconds_")} for row in rows]


def test_a_row_tells_the_outcome_of_its_run(tmp_path):
    """Every count of the embedded bureau's rows is that of the outcome itself, and the kept outcome is its bytes."""
    rows = rows_of([embedded_folder()], tmp_path, keep_outcomes=True)
    rulebook = read_rulebook(find_rulebook(embedded_folder()))
    checked = check(read_case(embedded_folder(), rulebook), rulebook)
    for row, method in zip(rows, ("rules", "optimal"), strict=True):
        outcome = run(checked.scores, method, warnings=checked.warnings).outcome
        content = outcome_bytes(outcome)
        assert row["outcome_sha256"] == hashlib.sha256(content).hexdigest()
        assert Store(tmp_path).outcome_path(row["run"]).read_bytes() == content
        assert audit(checked.case, rulebook, outcome, case_warnings=checked.warnings) == ()
        assert (row["status"], row["violations"], row["error"]) == (outcome.status, 0, None)
        assert (row["placed"], row["unplaced"]) == (len(outcome.placements), len(outcome.unplaced))
        given = [p for p in outcome.placements if p.basis not in ("fixed", "pinned")]
        wishes = sum(v for name, v in row.items() if "_round_" in name or name.endswith(("_in", "_not_asked")))
        assert wishes == len(given)
        levels = {f"{one.stage}.{level.name}": level.value for one in outcome.stages for level in one.levels}
        assert {name: row[name] for name in levels} == levels
        chiefs = sum(vacancy.count for vacancy in outcome.vacancies if vacancy.role == "chief")
        assert (row["vacant_chiefs"], row["ties"]) == (chiefs, len(outcome.ties))
    assert (rows[0]["proven"], rows[1]["proven"], rows[1]["unproven"]) == (None, True, None)


def test_a_failing_case_is_a_row_and_stops_nothing(cases, tmp_path):
    bad = tmp_path / "bad"
    bad.mkdir()
    (bad / "people.csv").write_text("person_id\n1\n", encoding="utf-8")
    good = sorted(cases.iterdir())[:2]
    rows = rows_of([good[0], bad, good[1]], tmp_path / "out", methods=("rules",))
    assert [row["state"] for row in rows] == ["done", "failed", "done"]
    assert rows[1]["errors"] > 1 and rows[1]["error"] and rows[1]["error_table"] == "case"


def test_an_error_of_the_program_is_a_row_without_anybodys_data_and_is_tried_again(cases, tmp_path, monkeypatch):
    """Protects a night's batch from one case that meets a fault of the program."""
    first, second = sorted(cases.iterdir())[:2]

    def break_on(unit: Unit):
        if unit.path == first:
            raise RuntimeError("张三")
        return sound(unit)

    sound = working.opened
    with monkeypatch.context() as patch:
        patch.setattr(working, "opened", break_on)
        rows = rows_of([first, second], tmp_path, methods=("rules",))
    assert [(row["state"], row["error"], row["error_table"]) for row in rows] == [
        ("failed", "internal", "RuntimeError"),
        ("done", None, None),
    ]
    assert "张三" not in "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "runs").iterdir())
    assert rows_of([first, second], tmp_path, methods=("rules",))[0]["state"] == "done"


def test_a_run_cut_short_is_done_again_under_another_limit_only(tmp_path):
    """Time limits are not part of a run's name: what is proven stands under any, what is not is tried anew."""
    none = rows_of([embedded_folder()], tmp_path, methods=("optimal",), time_limit=0.0)
    assert (none[0]["status"], none[0]["proven"]) == ("feasible", False)
    assert none[0]["unproven"] == "chiefs.posts_filled"
    assert rows_of([embedded_folder()], tmp_path, methods=("optimal",), time_limit=0.0) == none
    proven = rows_of([embedded_folder()], tmp_path, methods=("optimal",))
    assert (proven[0]["proven"], proven[0]["run"]) == (True, none[0]["run"])
    assert rows_of([embedded_folder()], tmp_path, methods=("optimal",), time_limit=0.0) == proven


def test_a_second_batch_into_the_same_folder_is_refused(tmp_path):
    with Store(tmp_path).opened(), pytest.raises(FolderInUse), Store(tmp_path).opened():
        pass


def test_a_damaged_record_is_done_again(cases, tmp_path):
    rows = rows_of([cases], tmp_path, methods=("rules",))
    record = tmp_path / "runs" / f"{rows[3]['run']}.json"
    record.write_bytes(record.read_bytes()[:100])
    assert without_times(rows_of([cases], tmp_path, methods=("rules",))) == without_times(rows)


def test_an_outcome_wanted_later_is_made_later(cases, tmp_path):
    rows_of([cases], tmp_path, methods=("rules",))
    rows = rows_of([cases], tmp_path, methods=("rules",), keep_outcomes=True)
    for row in rows:
        assert read_outcome(Store(tmp_path).outcome_path(row["run"])).method == "rules"


class Deadly:
    """A path that ends every process it is handed to."""

    def __reduce__(self):
        return (os._exit, (9,))


def test_processes_that_die_take_no_case_with_them(cases, tmp_path):
    """Every process is killed once in mid-run: the others' cases and their own end in the same rows; and the unit
    that kills whatever works on it is given up alone."""
    expected = rows_of([cases], tmp_path / "here")
    killed = set()

    def kill_all(count):
        if count.known == 5:
            for child in active_children():
                killed.add(child.pid)
                os.kill(child.pid, signal.SIGKILL)

    planned = plan([cases], Settings())
    deadly = planned.units[6]
    lost = {run.name for run in deadly.runs}
    planned.units[6] = Unit(**{**deadly.__dict__, "path": Deadly()})
    store = Store(tmp_path / "pool")
    with store.opened():
        rows = run_batch(planned, store, Pool(2), kill_all)
    assert len(killed) == 2
    assert [row["error"] for row in rows if row["run"] in lost] == ["worker_died", "worker_died"]
    others = [row for row in without_times(rows) if row["run"] not in lost]
    assert others == [row for row in without_times(expected) if row["run"] not in lost]
    assert rows_of([cases], tmp_path / "pool")[12]["state"] == "done"


def test_half_written_files_are_cleared_and_nothing_else(tmp_path):
    (tmp_path / "runs").mkdir()
    (tmp_path / "runs" / ".abc.part").write_text("x")
    (tmp_path / "mine.part").write_text("x")
    with Store(tmp_path).opened():
        assert sorted(path.name for path in Path(tmp_path).rglob("*") if path.is_file()) == [".lock", "mine.part"]


def test_strict_makes_a_failed_row_of_a_case_that_had_to_be_read(tmp_path):
    """What was done without it is not taken for it: the two are different runs of one folder."""
    book = embedded()
    book.change("考试", "人员编号", float)
    path = write(book, tmp_path / "kept.xlsx")
    (plain,) = rows_of([path], tmp_path / "out", methods=("rules",))
    (strict,) = rows_of([path], tmp_path / "out", methods=("rules",), strict=True)
    assert (plain["state"], strict["state"], strict["error"]) == ("done", "failed", "reading_refused")
    assert plain["run"] != strict["run"]
