"""What the store keeps of cases: their files, how they were read, their pins; and the log of everything."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine, Table, insert, select

from allocator.files import Bytes
from allocator.web import schema
from allocator.web.records import CaseRecord, ConfirmationRecord, LogEntry, PinRecord
from allocator.web.writing import Missing, Writer

if TYPE_CHECKING:
    from models.competition.filings import Pin


class CaseStore:
    """The cases of a store. Every writing method also writes the log."""

    def __init__(self, engine: Engine, operator: str) -> None:
        self.operator = operator
        self._engine = engine

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
        return CaseRecord(**only(self._rows(schema.CASES, schema.CASES.c.case_id == case_id)))

    def case_files(self, case_id: str) -> tuple[Bytes, ...]:
        """The files of a case, byte for byte."""
        rows = self._rows(schema.CASE_FILES, schema.CASE_FILES.c.case_id == case_id)
        return tuple(Bytes(row["name"], row["content"]) for row in rows)

    def confirm_readings(self, case_id: str, readings: Sequence[Mapping[str, Any]]) -> int:
        """Records that the operator has confirmed how the cells of a case were read. Returns the record's number.

        ``readings`` says of each its kind, table, column and number of cells, and holds nobody's data.
        """
        with self._writing() as writer:
            spelt = json.dumps(list(readings), ensure_ascii=False, sort_keys=True)
            number: int = writer.add(schema.READINGS, case_id=case_id, readings=spelt)
            writer.log("readings_confirmed", case_id, {"readings": len(readings)})
        return number

    def confirmed(self, case_id: str) -> ConfirmationRecord | None:
        """The last confirmation of how a case was read; none where nothing was confirmed."""
        rows = self._rows(schema.READINGS, schema.READINGS.c.case_id == case_id)
        if not rows:
            return None
        return ConfirmationRecord(**{**rows[-1], "readings": tuple(json.loads(rows[-1]["readings"]))})

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


def only(rows: list[Mapping[str, Any]]) -> dict[str, Any]:
    """The one row there is.

    Raises:
        Missing: when there is none.
    """
    if not rows:
        raise Missing
    return dict(rows[0])
