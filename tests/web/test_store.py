"""The store: only ever added to, forgetful when told to be, readable by its owner alone."""

import datetime as dt
import sqlite3

import pytest

from allocator.files import Bytes
from allocator.web import Store, StoreInUse, schema
from allocator.web.records import Change
from allocator.web.store import Missing, OutOfOrder
from models.competition.filings import Pin

DAY = dt.date(2024, 7, 1)


@pytest.fixture
def store(tmp_path):
    opened = Store(tmp_path / "kept" / "store.sqlite3", "officer")
    yield opened
    opened.close()


@pytest.fixture
def filled(store):
    """A store with a row in every table; the run is published."""
    store.case_id = store.add_case([Bytes("people.csv", "姓名\n张三三".encode())])
    store.confirm_readings(store.case_id, [{"kind": "tick", "table": "people", "column": "chief", "cells": 15}])
    pin = Pin(person_id="p1", section_id="s1", role="clerk", mode="assign", reason="r", authority="a")
    store.set_pin(store.case_id, pin)
    store.run_id = store.start_run(store.case_id, "rules", {"pins": ["p1"]})
    store.end_run(store.run_id, "done", {}, b'{"name": "zhang-san-san"}', {"rules": b"{}"})
    draft = store.draft(store.run_id, [Change("p1", None, None, "why")])
    store.decide(store.run_id, draft, "group", "no. 1", DAY)
    store.publish(store.run_id, "board", DAY)
    return store


def raw(store):
    """The file opened behind the program's back."""
    return sqlite3.connect(store.path)


@pytest.mark.parametrize("table", [table.name for table in schema.METADATA.sorted_tables])
def test_no_row_can_be_changed_deleted_or_replaced(filled, table):
    """Even somebody who opens the file with another program cannot rewrite history row by row."""
    connection = raw(filled)
    before = connection.execute(f"SELECT * FROM {table}").fetchall()
    assert before
    columns = [column[1] for column in connection.execute(f"PRAGMA table_info({table})")]
    values = ", ".join("?" * len(columns))
    for statement, row in (
        (f"UPDATE {table} SET {columns[-1]} = 'x'", ()),
        (f"DELETE FROM {table}", ()),
        (f"INSERT OR REPLACE INTO {table} VALUES ({values})", before[0]),
    ):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            connection.execute(statement, row)
        connection.rollback()
    assert connection.execute(f"SELECT * FROM {table}").fetchall() == before
    connection.close()


def test_everything_carries_operator_and_time(filled):
    records = [*filled.cases(), *filled.runs(), *filled.acts(filled.run_id), *filled.entries()]
    assert {one.operator for one in records} == {"officer"}
    assert all(dt.datetime.fromisoformat(one.at).tzinfo is not None for one in records)


def test_the_log_tells_what_was_done_in_order_and_names_nobody(filled):
    acts = ["case_added", "readings_confirmed", "pin_set", "run_started", "run_done", "drafted", "decided", "published"]
    assert [entry.act for entry in filled.entries()] == acts
    assert "p1" not in repr(filled.entries()) and "张" not in repr(filled.entries())


def test_a_purged_run_leaves_its_trace_and_not_its_data(filled):
    """After a purge no byte of the outcome is left in the file or beside it; the log says that it was there."""
    kept = filled.path.parent
    assert any(b"zhang-san-san" in path.read_bytes() for path in kept.iterdir())
    filled.purge(filled.run_id)
    assert not any(b"zhang-san-san" in path.read_bytes() for path in kept.iterdir())
    assert filled.runs() == [] and filled.acts(filled.run_id) == [] and filled.run_events(filled.run_id) == []
    assert (filled.entries()[-1].act, filled.entries()[-1].target) == ("purged", filled.run_id)
    assert [case.case_id for case in filled.cases()] == [filled.case_id]


def test_a_purged_case_takes_its_runs_and_pins_along(filled):
    filled.purge(filled.case_id)
    assert (filled.cases(), filled.runs(), filled.pin_history(filled.case_id)) == ([], [], [])
    assert not any("张三三".encode() in path.read_bytes() for path in filled.path.parent.iterdir())


def test_a_case_taken_in_again_after_a_purge_is_guarded_again(filled):
    files = filled.case_files(filled.case_id)
    filled.purge(filled.case_id)
    assert filled.add_case(files) == filled.case_id
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        raw(filled).execute("DELETE FROM case_files")


def test_only_what_is_there_and_over_can_be_purged(store):
    with pytest.raises(Missing):
        store.purge("r000000000000")
    case_id = store.add_case([Bytes("a.csv", b"a")])
    run_id = store.start_run(case_id, "rules", {})
    for target in (run_id, case_id):
        with pytest.raises(OutOfOrder):
            store.purge(target)
    assert store.run(run_id).state == "started"


def test_files_come_back_byte_for_byte_under_the_hash_of_their_content(store):
    files = [Bytes("b.csv", b"\xef\xbb\xbfb"), Bytes("a.csv", b"a\r\n")]
    case_id = store.add_case(files)
    assert store.add_case(files[::-1]) == case_id
    assert {file.name: file.data for file in store.case_files(case_id)} == {
        "a.csv": b"a\r\n",
        "b.csv": b"\xef\xbb\xbfb",
    }
    assert store.add_case([Bytes("a.csv", b"a\n"), files[0]]) != case_id


def test_the_last_word_on_a_pin_counts(store):
    case_id = store.add_case([Bytes("a.csv", b"a")])
    pin = Pin(person_id="p", section_id="s", role="clerk", mode="assign", reason="r", authority="a")
    store.set_pin(case_id, pin)
    store.withdraw_pin(case_id, pin)
    assert store.pins(case_id) == ()
    store.set_pin(case_id, pin.model_copy(update={"mode": "forbid"}))
    assert [(one.person_id, one.mode) for one in store.pins(case_id)] == [("p", "forbid")]
    assert len(store.pin_history(case_id)) == 3


def test_draft_decision_and_publication_come_in_this_order_once(store):
    run_id = store.start_run(store.add_case([Bytes("a.csv", b"a")]), "rules", {})
    with pytest.raises(OutOfOrder):
        store.draft(run_id, [])  # nothing is proposed yet
    store.end_run(run_id, "done", {}, b"{}")
    with pytest.raises(OutOfOrder):
        store.publish(run_id, "board", DAY)
    first, second = store.draft(run_id, []), store.draft(run_id, [])
    with pytest.raises(OutOfOrder):
        store.decide(run_id, first, "group", "no. 1", DAY)  # a later draft is on record
    decision = store.decide(run_id, second, "group", "no. 1", DAY)
    for again in (
        lambda: store.draft(run_id, []),
        lambda: store.decide(run_id, second, "group", "no. 2", DAY),
    ):
        with pytest.raises(OutOfOrder):
            again()
    store.publish(run_id, "board", DAY)
    with pytest.raises(OutOfOrder):
        store.publish(run_id, "board", DAY)
    acts = store.acts(run_id)
    assert [(act.act, act.follows) for act in acts[1:]] == [
        ("drafted", None),
        ("decided", second),
        ("published", decision),
    ]


def test_a_run_ends_once(store):
    run_id = store.start_run(store.add_case([Bytes("a.csv", b"a")]), "rules", {})
    store.end_run(run_id, "done", {}, b"{}")
    store.end_run(run_id, "died", {"exit_code": -9})
    assert (store.run(run_id).state, store.outcome(run_id)) == ("done", b"{}")


def test_a_run_left_by_an_earlier_server_is_told_as_lost(store):
    run_id = store.start_run(store.add_case([Bytes("a.csv", b"a")]), "rules", {})
    store.begin_serving()
    assert store.run(run_id).state == "lost"


def test_one_server_a_store(store):
    store.begin_serving()
    second = Store(store.path, "other")
    with pytest.raises(StoreInUse):
        second.begin_serving()
    second.close()


def test_nobody_else_may_read_the_files(store):
    store.begin_serving()
    store.log("names_shown", "-")
    assert {path.stat().st_mode & 0o777 for path in store.path.parent.iterdir()} == {0o600}
    assert store.path.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("text", ["'; DROP TABLE runs;--", "x' OR '1'='1", '"; --', "%", "\0", "＇"])
def test_text_is_never_taken_for_sql(filled, text):
    """Whatever stands in an id or a reason is a value."""
    for call in (filled.case, filled.run):
        with pytest.raises(Missing):
            call(text)
    assert filled.runs(text) == [] and filled.case_files(text) == () and filled.acts(text) == []
    pin = Pin(person_id=text, section_id=text, role="clerk", mode="forbid", reason=text, authority=text)
    filled.set_pin(filled.case_id, pin)
    assert text in {one.reason for one in filled.pins(filled.case_id)}
    assert len(filled.runs()) == 1
