"""One run as one row: what is told of it, in columns that are the same for every run."""

import json
from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple, TypeAlias

from models.competition.codes import STAGES, Stage
from models.competition.rulebook import Objective

Value: TypeAlias = str | int | float | None
Row: TypeAlias = Mapping[str, Value]
Kind = Literal["text", "whole", "yes_no", "seconds"]


class Column(NamedTuple):
    """A column of the tables: its name and what it holds (an absent value is empty in every kind)."""

    name: str
    kind: Kind


def _columns(kind: Kind, names: str) -> list[Column]:
    return [Column(name, kind) for name in names.split()]


LEVELS: tuple[tuple[Stage, str], ...] = tuple(
    (stage, name) for stage in STAGES for name in Objective.model_fields[stage].default
)
"""Every level a stage can have, most important first."""

WISHES: tuple[str, ...] = tuple(
    f"{stage}_{kind}"
    for stage, kinds in (
        ("chiefs", ("round_1", "round_2", "round_3_on", "written_in")),
        ("clerks", ("round_1", "round_2", "round_3_on", "not_asked")),
        ("institution", ("round_1", "round_2", "round_3_on", "not_asked")),
    )
    for kind in kinds
)
"""How the people of each stage came to their seats: by the round of their own filing, or without one."""

PLANNED: tuple[Column, ...] = tuple(_columns("text", "case rulebook method run"))
"""What the plan says of a run before it is done."""

FOUND: tuple[Column, ...] = (
    *_columns("text", "state error error_table"),
    *_columns("whole", "error_row errors"),
    *_columns("text", "status"),
    *_columns("yes_no", "proven"),
    *_columns("text", "unproven"),
    *_columns("whole", "violations"),
    *_columns("text", "violation case_sha256 rulebook_sha256 outcome_sha256 allocator ortools"),
    *_columns("whole", "people sections seats placed unplaced vacant_chiefs vacant_seats ties warnings stages_run"),
    *_columns("whole", " ".join(WISHES)),
    *_columns("whole", " ".join(f"{stage}.{name}" for stage, name in LEVELS)),
)
"""What the run found: the same for the same case, rulebook, method, version and seed."""

MEASURED: tuple[Column, ...] = tuple(_columns("seconds", "seconds_read seconds_solve seconds_verify"))
"""What the run took: the only columns that differ from one time to the next."""

COLUMNS: tuple[Column, ...] = (*PLANNED, *FOUND, *MEASURED)


def whole_row(planned: Row, record: "Record") -> Row:
    """A row with every column, in order; what a run does not know is empty."""
    known = {**planned, **record.found, **record.measured}
    return {column.name: known.get(column.name) for column in COLUMNS}


class Record(NamedTuple):
    """What is stored of a finished run: what it found, what it took, and the time limit it was given."""

    found: Row
    measured: Row
    time_limit: float | None = None

    @property
    def failed(self) -> bool:
        """Whether the run has no outcome."""
        return self.found["state"] == "failed"

    @property
    def final(self) -> bool:
        """Whether doing the run again could find nothing else: it is proven, or the case itself is at fault."""
        if self.failed:
            return self.found["error"] not in PROGRAM_ERRORS
        return bool(self.found["proven"]) or self.found["status"] == "complete"

    def to_bytes(self, run: str) -> bytes:
        """The record as it is stored."""
        content = {"run": run, "found": self.found, "measured": self.measured, "time_limit": self.time_limit}
        return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


PROGRAM_ERRORS = frozenset({"internal", "worker_died", "case_changed", "other_version"})
"""Errors that are no fault of the case: such a run counts as not done and is tried again the next time."""


def failure(code: str, table: str | None = None, row: int | None = None, count: int = 1, **more: Value) -> Record:
    """The record of a run without an outcome, with the first fault in the order of table, row and column."""
    found: dict[str, Value] = {"state": "failed", "error": code, "error_table": table, "error_row": row}
    return Record({**found, "errors": count, **more}, {})


def record_of(content: bytes, run: str) -> Record | None:
    """A stored record read back; ``None`` when it is not whole or is another run's, so that the run is done again."""
    try:
        stored = json.loads(content)
        if stored["run"] != run or stored["found"]["state"] not in ("done", "failed"):
            return None
        return Record(stored["found"], stored["measured"], stored["time_limit"])
    except (ValueError, KeyError, TypeError):
        return None


def gaps(rows: Iterable[Row]) -> list[tuple[Row, Row]]:
    """The rows of both methods for the same case and rulebook, the rules' first; failed runs have no pair."""
    by_case: dict[tuple[Value, Value], dict[Value, Row]] = {}
    for row in rows:
        if row["state"] == "done":
            by_case.setdefault((row["case"], row["rulebook"]), {})[row["method"]] = row
    return [(found["rules"], found["optimal"]) for found in by_case.values() if len(found) == 2]
