"""Nothing of anybody is left where it does not belong: in a purged file, in a message, on the disk, in another file."""

import json
import sqlite3
import sys
import threading

import pytest
from sqlalchemy.exc import IntegrityError

from allocator.cli import main
from allocator.cli.serve import discreet
from allocator.files import Bytes
from allocator.web import Store, database, schema
from allocator.web.export import person_data
from allocator.web.wire import Task
from scenarios import embedded

NAME = "张三三"


@pytest.fixture
def store(tmp_path):
    opened = Store(tmp_path / "kept" / "store.sqlite3", "officer")
    opened.case_id = opened.add_case([Bytes("people.csv", f"姓名\n{NAME}".encode())])
    yield opened
    opened.close()


def left(store):
    return [path.name for path in store.path.parent.iterdir() if NAME.encode() in path.read_bytes()]


def test_a_purge_says_when_another_program_still_holds_the_old_bytes(store, monkeypatch):
    """Nobody is told that data are gone while they are not; they go when that program closes the file."""
    pragmas = tuple("PRAGMA busy_timeout = 0" if "busy_timeout" in one else one for one in database.PRAGMAS)
    monkeypatch.setattr(database, "PRAGMAS", pragmas)
    opened = Store(store.path, "officer")
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN")
    other.execute("SELECT * FROM case_files").fetchall()
    assert opened.purge(store.case_id) is False
    assert opened.cases() == [] and left(store)
    other.close()
    opened.close()
    store.close()
    assert left(store) == []


def test_a_purge_puts_no_copy_of_the_rest_on_the_disk(store):
    """What stays in the store is written anew in memory, not in a folder for temporary files."""
    connection = store._engine.raw_connection()
    assert connection.driver_connection.execute("PRAGMA temp_store").fetchone() == (2,)
    connection.close()
    assert store.purge(store.case_id) is True and left(store) == []


def test_a_purge_that_must_wait_is_told(finished, monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(Store, "_shred", lambda _self: False)
    text = finished.browser.post(f"/runs/{finished.run_id}/purge", data={"sure": "yes"}).text
    assert "the old bytes stay in the file until it is closed" in text and "Deleted for good" not in text
    path = tmp_path / "other.sqlite3"
    store = Store(path, "officer")
    case_id = store.add_case([Bytes("a.csv", b"a")])
    store.close()
    assert main(["store", "purge", case_id, "--store", str(path), "--lang", "en"]) == 0
    assert "until it is closed" in capsys.readouterr().err


def test_a_fault_of_the_database_names_nobody(store):
    """The text of such a fault may end up in a window or a file; it tells the statement, not the values."""
    with pytest.raises(IntegrityError) as fault, store._writing() as writer:
        writer.add(schema.CASES, case_id=store.case_id, label=NAME)
    assert NAME not in str(fault.value)


def test_a_fault_in_a_thread_is_told_by_its_kind(monkeypatch, capfd, caplog):
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    discreet()

    def failing():
        raise ValueError(NAME)

    thread = threading.Thread(target=failing)
    thread.start()
    thread.join()
    told = "".join(capfd.readouterr()) + caplog.text
    assert "ValueError in a thread" in told and NAME not in told
    if sys.platform != "win32":
        import resource

        assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)


def test_an_upload_stays_in_memory(page, monkeypatch):
    """No copy of a large upload gets into a folder for temporary files."""

    def refused(*_, **__):
        raise AssertionError("a temporary file")

    monkeypatch.setattr("tempfile.TemporaryFile", refused)
    content = b'{"people": [' + b" " * (3 << 20) + b"]}"
    assert page.browser.post("/cases", files=[("files", ("case.json", content))]).status_code == 200


@pytest.mark.parametrize("content", [b"name\n" + NAME.encode(), b"SQLite format 3\0" + bytes(100), None], ids=repr)
@pytest.mark.parametrize("verb", [("serve",), ("store", "list")], ids=repr)
def test_another_file_is_never_made_a_store(tmp_path, verb, content, capsys):
    """A slip of ``--store`` neither changes a file nor who may read it."""
    path = tmp_path / "names.csv"
    if content is None:
        with sqlite3.connect(path) as other:
            other.execute("CREATE TABLE addresses (name TEXT)")
        other.close()
    else:
        path.write_bytes(content)
    path.chmod(0o644)
    before = path.read_bytes()
    assert main([*verb, "--store", str(path), "--lang", "en"]) == 2
    assert "is not a store of this program" in capsys.readouterr().err
    assert path.read_bytes() == before and path.stat().st_mode & 0o777 == 0o644
    assert [one.name for one in tmp_path.iterdir()] == ["names.csv"]


def test_an_export_holds_what_a_run_was_given_and_what_was_drawn(finished):
    """Everything kept about one person: also pins and placements that a run began from, draws, and who was picked."""
    store, person = finished.store, embedded().people[0].person_id
    pin = {"person_id": person, "section_id": "K01", "role": "clerk", "mode": "assign", "reason": "r", "authority": "a"}
    other = {**pin, "person_id": "somebody"}
    placed = {"person_id": person, "section_id": "K01", "role": "chief"}
    request = {**Task("rules").document(), "pins": [pin, other], "given_decisions": [placed]}
    request["given_outcome"] = json.dumps({"placements": [placed, {**placed, "person_id": "somebody"}]})
    run_id = store.start_run(finished.case_id, "rules", request)
    outcome = {"method": "rules", "placements": [], "unplaced": []}
    outcome["ties"] = [{"stage": "clerks", "section_id": "K01", "people": [person, "somebody"]}]
    outcome["warnings"] = [
        {"code": "list_of_other_chief", "args": {"section_id": "K01", "chief_id": person, "placed": "somebody"}},
        {"code": "other", "args": {"people": ["somebody"]}},
    ]
    store.end_run(run_id, "done", {}, json.dumps(outcome).encode())
    data = person_data(store, finished.house.desk.case(finished.case_id), person)
    (run,) = [one for one in data["runs"] if one["run_id"] == run_id]
    assert run["pins"] == [pin] and run["given"] == [placed, placed]
    told = {"outcome": "run", "method": "rules"}
    assert run["ties"] == [{**told, "stage": "clerks", "section_id": "K01"}]
    assert run["warnings"] == [{**told, "code": "list_of_other_chief"}]
    assert "somebody" not in json.dumps(data)


def test_an_export_of_a_chief_holds_what_he_listed_without_naming_them(finished, case_bytes):
    """That somebody drew up a section's list is about him; who stands on it is about others."""
    content = json.loads(case_bytes)
    chief = content["people"][0]["person_id"]
    content["picks"] = [row for row in content["picks"] if row["person_id"] != chief]
    for row in content["picks"]:
        row["chief_id"] = chief
    case_id = finished.upload(("case.json", json.dumps(content).encode()))
    data = person_data(finished.store, finished.house.desk.case(case_id), chief)
    assert len(data["records"]["picks"]) == len(content["picks"])
    assert {row["chief_id"] for row in data["records"]["picks"]} == {chief}
    assert not any("person_id" in row for row in data["records"]["picks"])
