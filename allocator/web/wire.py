"""What the server and its processes say to each other: a line of JSON with files behind it, then lines of JSON."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import IO, Any

from pydantic import TypeAdapter

from allocator.competition.files import outcome_of
from allocator.faults import Fault
from allocator.files import Bytes
from models.common.base import Method
from models.competition.codes import STAGES, Stage
from models.competition.filings import Decision, Pin
from models.competition.outcome import Outcome

STOP = b"stop\n"
_PINS = TypeAdapter(tuple[Pin, ...])
_DECISIONS = TypeAdapter(tuple[Decision, ...])
Source = Outcome | tuple[Decision, ...]


def begun(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """A process of the server, with a pipe each way. What else it says goes nowhere: it could hold somebody's data."""
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # an interrupt in the terminal is the server's alone
    )


@dataclass(frozen=True)
class Task:
    """One run: a case with the pins of the page, a method, its stages, what is given, and its limits.

    ``both`` has the optimum's process play the rules too, and solve the stages from the rules' standing, so that the
    two can be compared.
    """

    method: Method
    pins: tuple[Pin, ...] = ()
    stages: tuple[Stage, ...] = STAGES
    given_outcome: str | None = None
    given_decisions: tuple[Decision, ...] | None = None
    time_limit: float | None = None
    workers: int = 1
    both: bool = False

    @property
    def given(self) -> Source | None:
        """The source of the earlier stages, where they are given.

        Raises:
            InvalidInput: when it is no sound outcome.
        """
        if self.given_outcome is not None:
            return outcome_of(Bytes("outcome.json", self.given_outcome.encode()))
        return self.given_decisions

    def document(self) -> dict[str, Any]:
        """The task as JSON data."""
        decisions = self.given_decisions
        return {
            "method": self.method,
            "pins": [pin.model_dump(mode="json") for pin in self.pins],
            "stages": list(self.stages),
            "given_outcome": self.given_outcome,
            "given_decisions": None if decisions is None else [one.model_dump(mode="json") for one in decisions],
            "time_limit": self.time_limit,
            "workers": self.workers,
            "both": self.both,
        }


def task_of(document: dict[str, Any]) -> Task:
    """The task that JSON data describes."""
    decisions = document["given_decisions"]
    return Task(
        method=document["method"],
        pins=_PINS.validate_json(json.dumps(document["pins"])),
        stages=tuple(document["stages"]),
        given_outcome=document["given_outcome"],
        given_decisions=None if decisions is None else _DECISIONS.validate_json(json.dumps(decisions)),
        time_limit=document["time_limit"],
        workers=document["workers"],
        both=document["both"],
    )


def fault_document(fault: Fault) -> dict[str, Any]:
    """A fault as JSON data."""
    args = {name: _plain(value) for name, value in fault.args.items()}
    place = {"table": fault.table, "row": fault.row, "column": fault.column, "value": fault.value}
    return {"code": fault.code, **place, "args": args}


def _plain(value: object) -> object:
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, frozenset | set):
        return sorted(map(str, value))
    return value if isinstance(value, str | int | None) else str(value)


def fault_of(document: Mapping[str, Any]) -> Fault:
    """The fault that JSON data describes."""
    args = {name: tuple(value) if isinstance(value, list) else value for name, value in document["args"].items()}
    return Fault(**{**document, "args": args})


def send(pipe: IO[bytes], head: Mapping[str, Any], files: Sequence[Bytes]) -> None:
    """Writes a line of JSON, then the files as they are."""
    sizes = [[file.name, len(file.data)] for file in files]
    pipe.write(json.dumps({**head, "files": sizes}).encode() + b"\n")
    for file in files:
        pipe.write(file.data)
    pipe.flush()


def take(pipe: IO[bytes]) -> tuple[dict[str, Any], tuple[Bytes, ...]]:
    """Reads what :func:`send` wrote.

    Raises:
        EOFError: when the other end is gone.
    """
    line = pipe.readline()
    if not line.endswith(b"\n"):
        raise EOFError
    head = json.loads(line)
    return head, tuple(Bytes(name, _exactly(pipe, size)) for name, size in head["files"])


def send_task(pipe: IO[bytes], task: Task, files: Sequence[Bytes]) -> None:
    """Writes a task with the files of its case."""
    send(pipe, {"task": task.document()}, files)


def take_task(pipe: IO[bytes]) -> tuple[Task, tuple[Bytes, ...]]:
    """Reads what :func:`send_task` wrote.

    Raises:
        EOFError: when the other end is gone.
    """
    head, files = take(pipe)
    return task_of(head["task"]), files


def _exactly(pipe: IO[bytes], size: int) -> bytes:
    data = pipe.read(size)
    if len(data) != size:
        raise EOFError
    return data
