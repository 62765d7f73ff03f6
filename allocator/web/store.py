"""The store of cases, pins, runs and decisions: everything is added with operator and time, nothing is changed."""

from __future__ import annotations

import datetime as dt
import json
import secrets
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select

from allocator.web import schema
from allocator.web.database import FileLock, NotAStore, open_database
from allocator.web.records import ActRecord, Change, EventRecord, RunRecord
from allocator.web.store_cases import CaseStore, only
from allocator.web.writing import Missing, OutOfOrder, text_of

if TYPE_CHECKING:
    from models.common.base import Method

__all__ = ["ENDS", "Missing", "NotAStore", "OutOfOrder", "Store", "StoreInUse"]
ENDS = ("done", "refused", "died", "failed", "lost")
"""How a run ends: with an outcome, with faults, with its process gone, with a fault of the program, with the server."""


class StoreInUse(Exception):
    """Another server has the store open."""


class Store(CaseStore):
    """One SQLite file. Every writing method also writes the log."""

    def __init__(self, path: Path, operator: str) -> None:
        super().__init__(open_database(path), operator)
        self.path = path
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
        row = only(self._rows(schema.RUNS, schema.RUNS.c.run_id == run_id))
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


def _run(row: Mapping[str, Any], end: Mapping[str, Any] | None) -> RunRecord:
    fields = {**row, "request": json.loads(row["request"])}
    if end is None:
        return RunRecord(**fields, state="started", detail={})
    return RunRecord(**fields, state=end["kind"], detail=json.loads(end["detail"]))
