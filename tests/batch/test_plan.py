"""Which runs a batch has, in which order, and under which names."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from allocator.batch import PROGRAM_ERRORS, Record, Settings, book_of, plan, work
from allocator.batch.rows import failure, record_of
from allocator.competition.files import write_case
from allocator.faults import InvalidInput
from scenarios import generate
from tests.competition.reference import tiny


def one_case(folder: Path) -> Path:
    return tiny.write(7, folder)


def names(path: Path, settings: Settings | None = None) -> list[str]:
    return [run for _, run in plan([path], settings or Settings()).rows]


def rulebook(folder: Path, text: str) -> Path:
    path = folder / "own.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_rows_are_cases_by_rulebooks_by_methods_in_the_order_given(tmp_path):
    one, two = tiny.write(1, tmp_path / "b"), tiny.write(2, tmp_path / "a")
    books = (book_of(None), book_of(rulebook(tmp_path, 'name = "own"\n[clerks]\nretain = 2\n')))
    rows = [tuple(row.values())[:3] for row, _ in plan([one, two], Settings(books=books)).rows]
    labels = ("bureau-rotation", str(tmp_path / "own.toml"))
    assert rows == [(str(p), label, m) for p in (one, two) for label in labels for m in ("rules", "optimal")]


def test_a_folder_of_cases_is_taken_by_name_and_a_case_folder_as_itself(tmp_path):
    """Hidden files and files that are no tables are passed over; a folder that is no case still gets its row."""
    for name in ("c2", "c10"):
        one_case(tmp_path / name)
    write_case(generate(12, 3, "1"), tmp_path / "b.json")
    (tmp_path / "notes.txt").write_text("x")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / "empty").mkdir()
    found = [Path(str(row["case"])).name for row, _ in plan([tmp_path], Settings(methods=("rules",))).rows]
    assert found == ["b.json", "c10", "c2", "empty"]
    assert [row["case"] for row, _ in plan([tmp_path / "c2"], Settings(methods=("rules",))).rows] == [
        str(tmp_path / "c2")
    ]


def test_a_run_is_named_by_what_its_result_depends_on_and_nothing_else(tmp_path):
    """The same case elsewhere is the same run; another byte, seed, version, method or rulebook is another one."""
    first, copy = one_case(tmp_path / "one"), tmp_path / "two"
    shutil.copytree(first, copy)
    own = names(first)
    assert own == names(copy) and len(set(own)) == 2
    assert own == names(first, Settings(time_limit=5.0, keep_outcomes=True))
    other_version = Settings()
    other_version.__dict__["versions"] = ("0", "0")
    variants = [
        names(first, Settings(seed="x")),
        names(first, other_version),
        names(first, Settings(books=(book_of(rulebook(tmp_path, "[clerks]\nretain = 3\n")),))),
    ]
    with (copy / "people.csv").open("a", encoding="utf-8") as file:
        file.write("\n")
    variants.append(names(copy))
    assert len(set(own).union(*variants)) == 2 * (1 + len(variants))


def test_two_cases_of_the_same_content_are_done_once_and_have_a_row_each(tmp_path):
    first = one_case(tmp_path / "one")
    shutil.copytree(first, tmp_path / "two")
    made = plan([first, tmp_path / "two"], Settings())
    assert (len(made.rows), len(made.units)) == (4, 1)


def test_a_case_that_is_not_there_has_its_rows_and_no_work(tmp_path):
    made = plan([tmp_path / "nowhere"], Settings())
    assert [made.lost[run].found["error"] for _, run in made.rows] == ["path_missing", "path_missing"]
    assert made.units == []


def test_a_faulty_rulebook_of_one_case_fails_that_case_alone(tmp_path):
    one_case(tmp_path / "a")
    (one_case(tmp_path / "b") / "rulebook.toml").write_text("[clerks]\nretian = 1\n", encoding="utf-8")
    made = plan([tmp_path], Settings())
    assert len(made.units) == 1 and len(made.lost) == 2


def test_a_faulty_rulebook_for_all_is_refused(tmp_path):
    with pytest.raises(InvalidInput):
        book_of(rulebook(tmp_path, "[clerks]\nretian = 1\n"))


def test_files_that_change_after_planning_are_not_stored_under_the_old_name(tmp_path):
    """Protects the meaning of a run's name: what was planned is what is done, or nothing is."""
    folder = one_case(tmp_path / "one")
    (unit,) = plan([folder], Settings()).units
    with (folder / "people.csv").open("a", encoding="utf-8") as file:
        file.write("\n")
    assert {done.record.found["error"] for done in work(unit)} == {"case_changed"}


@pytest.mark.parametrize(
    ("record", "final"),
    [
        (Record({"state": "done", "status": "complete", "proven": None}, {}), True),
        (Record({"state": "done", "status": "optimal", "proven": True}, {}), True),
        (Record({"state": "done", "status": "feasible", "proven": False}, {}), False),
        (failure("unknown_person"), True),
        *((failure(code), False) for code in sorted(PROGRAM_ERRORS)),
    ],
)
def test_what_need_not_be_done_again(record, final):
    """A proven run and a fault of the case stand; what was cut short or was the program's fault is tried again."""
    assert record.final is final


def test_a_record_is_read_back_as_it_was_and_only_as_its_own(tmp_path):
    (unit,) = plan([one_case(tmp_path / "one")], Settings(time_limit=60.0)).units
    for done in work(unit):
        content = done.record.to_bytes(done.run)
        assert record_of(content, done.run) == done.record
        assert record_of(content, "another") is None
        assert record_of(content[: len(content) // 2], done.run) is None
    assert replace(unit, runs=()) == unit.only([])
