"""One transaction of the store: rows added with operator and time, the log written beside them."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Table, insert, select
from sqlalchemy.engine import Connection

from allocator.web import schema
from allocator.web.records import ActName, Change


class Missing(LookupError):
    """There is no such case, run or decision."""


class OutOfOrder(ValueError):
    """A decision without its draft, a publication without its decision, or a purge of what is still running."""


class Writer:
    """One transaction."""

    def __init__(self, connection: Connection, operator: str) -> None:
        self.connection = connection
        self.operator = operator

    def add(self, table: Table, **values: Any) -> Any:
        """Adds a row with operator and time. Returns its key."""
        values |= {"at": dt.datetime.now().astimezone().isoformat(timespec="seconds"), "operator": self.operator}
        done = self.connection.execute(insert(table).values(values))
        return done.inserted_primary_key[0] if done.inserted_primary_key else None

    def log(self, act: str, target: str, detail: Mapping[str, Any]) -> None:
        """Adds a line to the log."""
        self.add(schema.LOG, act=act, target=target, detail=text_of(detail))

    def known(self, table: Table, key: str) -> bool:
        """Whether a table has a row of this key."""
        column = next(iter(table.primary_key.columns))
        return self.connection.execute(select(column).where(column == key)).first() is not None

    def last_act(self, run_id: str, act: ActName) -> int | None:
        """The number of a run's last act of a kind."""
        found = select(schema.ACTS.c.act_id).where(schema.ACTS.c.run_id == run_id, schema.ACTS.c.act == act)
        return self.connection.execute(found.order_by(schema.ACTS.c.act_id.desc())).scalar()

    def act(
        self,
        run_id: str,
        act: ActName,
        follows: int | None,
        changes: Sequence[Change],
        words: Mapping[str, str] | None = None,
    ) -> int:
        """Adds a draft, decision or publication.

        Raises:
            OutOfOrder: when the run has no outcome, or is decided and a draft comes after it.
        """
        if not self.known(schema.OUTCOMES, run_id) or (act == "drafted" and self.last_act(run_id, "decided")):
            raise OutOfOrder(act)
        act_id: int = self.add(schema.ACTS, run_id=run_id, act=act, follows=follows, **(words or {}))
        for change in changes:
            values = {"section_id": change.section_id, "role": change.role, "reason": change.reason}
            row = {"act_id": act_id, "person_id": change.person_id, "run_id": run_id, **values}
            self.connection.execute(insert(schema.CHANGES).values(row))
        self.log(act, run_id, {"act": act_id, "changes": len(changes)})
        return act_id

    def purge(self, target: str, tables: Sequence[Table], key: str) -> None:
        """Deletes the rows of a run or case, after the log has said so."""
        self.log("purged", target, {})
        if schema.ACTS in tables:  # acts follow one another, so they cannot be deleted one by one
            self.connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        for table in tables:
            self.connection.execute(table.delete().where(table.c[key] == target))


def text_of(value: Mapping[str, Any]) -> str:
    """Data as the store spells them."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
