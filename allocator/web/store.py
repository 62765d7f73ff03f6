"""The store of cases, pins, runs and decisions: everything is added with operator and time, nothing is changed."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import secrets
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Table, insert, select

from allocator.files import Bytes
from allocator.web import schema
from allocator.web.database import FileLock, NotAStore, open_database
from allocator.web.records import ActRecord, CaseRecord, Change, EventRecord, LogEntry, PinRecord, RunRecord
from allocator.web.writing import Missing, OutOfOrder, Writer, text_of

if TYPE_CHECKING:
    from models.base import Method
    from models.filings import Pin

__all__ = ["ENDS", "Missing", "NotAStore", "OutOfOrder", "Store", "StoreInUse"]
ENDS = ("done", "refused", "died", "failed", "lost")
"""How a run ends: with an outcome, with faults, with its process gone, with a fault of the program, with the server."""


class StoreInUse(Exception):
    """Another server has the store open."""


class Store:
    """One SQLite file. Every writing method also writes the log."""

    def __init__(self, path: Path, operator: str) -> None:
        self.path = path
        self.operator = operator
        self._engine = open_database(path)
        self._lock = FileLock(path.with_name(path.name + ".lock"))

    def begin_serving(self) -> None:
        """Takes the store for one server; runs that an earlier server left unfinished are told as lost.

        Raises:
            StoreInUse: when another server has it.
        """
        if not self._lock.take():
            raise StoreInUse
        for run in self.runs():
            if not run.over:
                self.end_run(run.run_id, "lost", {})

    def close(self) -> None:
        """Gives the file back."""
        self._engine.dispose()
        self._lock.release()

    @contextmanager
    def _writing(self) -> Iterator[Writer]:
        with self._engine.begin() as connection:
            yield Writer(connection, self.operator)

    def _rows(self, table: Table, *conditions: Any) -> list[Mapping[str, Any]]:
        query = select(table).where(*conditions).order_by(*table.primary_key.columns)
        with self._engine.connect().execution_options(reading=True) as connection:
            return [dict(row) for row in connection.execute(query).mappings()]

    def log(self, act: str, target: str, **detail: Any) -> None:
        """Adds a line to the log. ``detail`` must not name a person."""
        with self._writing() as writer:
            writer.log(act, target, detail)

    def entries(self) -> list[LogEntry]:
        """The log, the oldest line first."""
        return [LogEntry(**{**row, "detail": json.loads(row["detail"])}) for row in self._rows(schema.LOG)]

    # cases and pins

    def add_case(self, files: Sequence[Bytes]) -> str:
        """Takes in the files of a case as they are; the same files are the same case. Returns its id."""
        ordered = sorted(files, key=lambda file: file.name)
        case_id = hashlib.sha256(json.dumps([(f.name, f.sha256) for f in ordered]).encode()).hexdigest()[:16]
        with self._writing() as writer:
            if not writer.known(schema.CASES, case_id):
                writer.add(schema.CASES, case_id=case_id, label=", ".join(f.name for f in ordered)[:200])
                for file in ordered:
                    row = {"name": file.name, "sha256": file.sha256, "content": file.data}
                    writer.connection.execute(insert(schema.CASE_FILES).values(case_id=case_id, **row))
                writer.log("case_added", case_id, {"files": len(ordered)})
        return case_id

    def cases(self) -> list[CaseRecord]:
        """Every case, the newest first."""
        rows = [CaseRecord(**row) for row in self._rows(schema.CASES)]
        return sorted(rows, key=lambda case: case.at, reverse=True)

    def case(self, case_id: str) -> CaseRecord:
        """One case.

        Raises:
            Missing: when there is none of this id.
        """
        return CaseRecord(**_only(self._rows(schema.CASES, schema.CASES.c.case_id == case_id)))

    def case_files(self, case_id: str) -> tuple[Bytes, ...]:
        """The files of a case, byte for byte."""
        rows = self._rows(schema.CASE_FILES, schema.CASE_FILES.c.case_id == case_id)
        return tuple(Bytes(row["name"], row["content"]) for row in rows)

    def set_pin(self, case_id: str, pin: Pin) -> int:
        """Records a pin set on the page; it is in force from now on. Returns its number."""
        return self._pin(case_id, "set", pin)

    def withdraw_pin(self, case_id: str, pin: Pin) -> int:
        """Records that a pin set on the page is no longer in force; reason and authority are the withdrawal's."""
        return self._pin(case_id, "withdrawn", pin)

    def _pin(self, case_id: str, act: str, pin: Pin) -> int:
        with self._writing() as writer:
            pin_id: int = writer.add(schema.PINS, case_id=case_id, act=act, **pin.model_dump())
            writer.log(f"pin_{act}", case_id, {"pin": pin_id})
        return pin_id

    def pin_history(self, case_id: str) -> list[PinRecord]:
        """Every pin set or withdrawn on the page for a case, in order."""
        return [PinRecord(**row) for row in self._rows(schema.PINS, schema.PINS.c.case_id == case_id)]

    def pins(self, case_id: str) -> tuple[PinRecord, ...]:
        """The pins of the page in force for a case: of each seat the last word, unless it was a withdrawal."""
        last = {record.seat: record for record in self.pin_history(case_id)}
        return tuple(last[seat] for seat in sorted(last) if last[seat].act == "set")

    # runs

    def start_run(self, case_id: str, method: Method, request: Mapping[str, Any]) -> str:
        """Records that a run begins. Returns its id."""
        run_id = "r" + secrets.token_hex(6)
        with self._writing() as writer:
            writer.add(schema.RUNS, run_id=run_id, case_id=case_id, method=method, request=text_of(request))
            writer.add(schema.RUN_EVENTS, run_id=run_id, kind="started", detail="{}")
            writer.log("run_started", run_id, {"case": case_id, "method": method})
        return run_id

    def ask_stop(self, run_id: str) -> None:
        """Records that somebody asked a run to stop."""
        with self._writing() as writer:
            writer.add(schema.RUN_EVENTS, run_id=run_id, kind="stop_asked", detail="{}")
            writer.log("run_stop_asked", run_id, {})

    def end_run(
        self,
        run_id: str,
        kind: str,
        detail: Mapping[str, Any],
        outcome: bytes | None = None,
        companions: Mapping[str, bytes] | None = None,
    ) -> None:
        """Records how a run ended, one of :data:`ENDS`, with its outcomes where there are any; once only."""
        with self._writing() as writer:
            ended = select(schema.RUN_EVENTS.c.kind).where(
                schema.RUN_EVENTS.c.run_id == run_id, schema.RUN_EVENTS.c.kind.in_(ENDS)
            )
            if not writer.known(schema.RUNS, run_id) or writer.connection.execute(ended).first():
                return
            writer.add(schema.RUN_EVENTS, run_id=run_id, kind=kind, detail=text_of(detail))
            if outcome is not None:
                writer.connection.execute(insert(schema.OUTCOMES).values(run_id=run_id, outcome=outcome))
            for name, content in sorted((companions or {}).items()):
                row = {"run_id": run_id, "name": name, "outcome": content}
                writer.connection.execute(insert(schema.COMPANIONS).values(row))
            writer.log(f"run_{kind}", run_id, {})

    def run_events(self, run_id: str) -> list[EventRecord]:
        """What happened to a run, in order."""
        rows = self._rows(schema.RUN_EVENTS, schema.RUN_EVENTS.c.run_id == run_id)
        return [EventRecord(**{**row, "detail": json.loads(row["detail"])}) for row in rows]

    def runs(self, case_id: str | None = None) -> list[RunRecord]:
        """The runs of a case, or of all, the newest first."""
        conditions = [] if case_id is None else [schema.RUNS.c.case_id == case_id]
        events = {row["run_id"]: row for row in self._rows(schema.RUN_EVENTS) if row["kind"] in ENDS}
        found = [_run(row, events.get(row["run_id"])) for row in self._rows(schema.RUNS, *conditions)]
        return sorted(found, key=lambda run: (run.at, run.run_id), reverse=True)

    def run(self, run_id: str) -> RunRecord:
        """One run.

        Raises:
            Missing: when there is none of this id.
        """
        row = _only(self._rows(schema.RUNS, schema.RUNS.c.run_id == run_id))
        of_run = schema.RUN_EVENTS.c.run_id == run_id, schema.RUN_EVENTS.c.kind.in_(ENDS)
        return _run(row, next(iter(self._rows(schema.RUN_EVENTS, *of_run)), None))

    def outcome(self, run_id: str) -> bytes | None:
        """The outcome of a run, byte for byte; ``None`` where it left none."""
        rows = self._rows(schema.OUTCOMES, schema.OUTCOMES.c.run_id == run_id)
        return bytes(rows[0]["outcome"]) if rows else None

    def companions(self, run_id: str) -> dict[str, bytes]:
        """The outcomes beside that of a run of both methods: ``rules``, and stages solved from its standing."""
        rows = self._rows(schema.COMPANIONS, schema.COMPANIONS.c.run_id == run_id)
        return {row["name"]: bytes(row["outcome"]) for row in rows}

    # draft, decision, publication

    def draft(self, run_id: str, changes: Sequence[Change]) -> int:
        """Records a draft: the proposal of a run with these changes. Earlier drafts stay on record."""
        with self._writing() as writer:
            return writer.act(run_id, "drafted", None, changes)

    def decide(self, run_id: str, draft_id: int, authority: str, document: str, date: dt.date) -> int:
        """Records that the authority has decided a run's latest draft.

        Raises:
            OutOfOrder: when it is not the latest draft, or a decision of the run is on record already.
        """
        with self._writing() as writer:
            if writer.last_act(run_id, "decided") is not None or writer.last_act(run_id, "drafted") != draft_id:
                raise OutOfOrder("decided")
            words = {"authority": authority, "document": document, "date": date.isoformat()}
            return writer.act(run_id, "decided", draft_id, (), words)

    def publish(self, run_id: str, document: str, date: dt.date) -> int:
        """Records that a run's decision has been published.

        Raises:
            OutOfOrder: when it is not decided, or published already.
        """
        with self._writing() as writer:
            decided = writer.last_act(run_id, "decided")
            if decided is None or writer.last_act(run_id, "published") is not None:
                raise OutOfOrder("published")
            return writer.act(run_id, "published", decided, (), {"document": document, "date": date.isoformat()})

    def acts(self, run_id: str) -> list[ActRecord]:
        """Drafts, decision and publication of a run, in order."""
        changes: dict[int, list[Change]] = {}
        for row in self._rows(schema.CHANGES, schema.CHANGES.c.run_id == run_id):
            change = Change(row["person_id"], row["section_id"], row["role"], row["reason"])
            changes.setdefault(row["act_id"], []).append(change)
        rows = self._rows(schema.ACTS, schema.ACTS.c.run_id == run_id)
        return [ActRecord(**row, changes=tuple(changes.get(row["act_id"], ()))) for row in rows]

    def purge(self, target: str) -> bool:
        """Deletes a run with its outcome and decisions, or a case with its files, pins and runs, for good.

        The log keeps that it was there and who deleted it when. Returns whether the file no longer holds the data;
        while another program has it open, the old bytes stay in it until that program closes it.

        Raises:
            Missing: when there is neither a run nor a case of this id.
            OutOfOrder: when a run is still under way.
        """
        runs = [run for run in self.runs() if target in (run.run_id, run.case_id)]
        whole_case = any(case.case_id == target for case in self.cases())
        if not runs and not whole_case:
            raise Missing(target)
        if any(not run.over for run in runs):
            raise OutOfOrder("purged")
        with self._writing() as writer:
            for run in runs:
                writer.purge(run.run_id, schema.OF_A_RUN, "run_id")
            if whole_case:
                writer.purge(target, schema.OF_A_CASE, "case_id")
        return self._shred()

    def _shred(self) -> bool:
        """Leaves nothing of deleted rows in the file or beside it; whether that was possible."""
        connection = self._engine.raw_connection()
        try:
            driver: Any = connection.driver_connection
            driver.execute("VACUUM")
            (busy, _, _) = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.OperationalError:
            return False
        finally:
            connection.close()
        return not busy


def _only(rows: list[Mapping[str, Any]]) -> dict[str, Any]:
    if not rows:
        raise Missing
    return dict(rows[0])


def _run(row: Mapping[str, Any], end: Mapping[str, Any] | None) -> RunRecord:
    fields = {**row, "request": json.loads(row["request"])}
    if end is None:
        return RunRecord(**fields, state="started", detail={})
    return RunRecord(**fields, state=end["kind"], detail=json.loads(end["detail"]))
