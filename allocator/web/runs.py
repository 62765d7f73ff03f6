"""Runs under way: a process each, watched by a thread, told to whoever asks; every end is put on record."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Condition, Thread
from typing import TYPE_CHECKING, Any

from allocator.web.wire import STOP, Task, begun, send_task

if TYPE_CHECKING:
    from allocator.files import Bytes
    from allocator.web.store import Store

MOST_AT_ONCE = 2
PATIENCE = 5.0
"""Seconds a process has to end by itself when the server shuts down."""


class TooMany(Exception):
    """As many runs as this machine should bear are under way."""


@dataclass(frozen=True)
class Reached:
    """How far a search has come: a stage, a level of its objective, the best value and the bound on it so far."""

    stage: str
    level: str
    best: int | None
    bound: int | None
    elapsed: float


@dataclass
class Live:
    """A run under way. ``reached`` has one entry a level; ``step`` counts what is new, for those who poll."""

    run_id: str
    process: subprocess.Popen[bytes]
    phase: str = "starting"
    reached: dict[tuple[str, str], Reached] = field(default_factory=dict)
    step: int = 0
    sent: bool = False
    stopping: bool = False
    over: bool = False
    changed: Condition = field(default_factory=Condition)

    def take(self, message: Mapping[str, Any]) -> None:
        """Takes a line of the process that is not its last."""
        with self.changed:
            if message["kind"] == "progress":
                reached = Reached(**{name: value for name, value in message.items() if name != "kind"})
                self.step += (reached.stage, reached.level) not in self.reached
                self.reached[reached.stage, reached.level] = reached
                self.phase = "working"
            else:
                self.phase = message["kind"]
                self.step += 1
            self.changed.notify_all()

    def end(self) -> None:
        """Marks the end, when it is on record."""
        with self.changed:
            self.over = True
            self.changed.notify_all()

    def wait(self, timeout: float | None = None) -> bool:
        """Waits for the end; whether it came."""
        with self.changed:
            return self.changed.wait_for(lambda: self.over, timeout)


class Runner:
    """Starts runs, follows them and stops them. ``command`` is the process of a run."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._live: dict[str, Live] = {}
        self._closing = False
        self.command: tuple[str, ...] = (sys.executable, "-m", "allocator.web.worker")

    def start(self, case_id: str, task: Task) -> str:
        """Starts a run in a process of its own. Returns its id.

        Raises:
            TooMany: when enough are under way.
        """
        if self._closing or sum(not live.over for live in self._live.values()) >= MOST_AT_ONCE:
            raise TooMany
        files = self._store.case_files(case_id)
        run_id = self._store.start_run(case_id, task.method, task.document())
        process = begun(self.command)
        live = Live(run_id, process)
        self._live[run_id] = live
        Thread(target=self._follow, args=(live, task, files), daemon=True).start()
        return run_id

    def live(self, run_id: str) -> Live | None:
        """A run of this server, whether over or not."""
        return self._live.get(run_id)

    def stop(self, run_id: str) -> bool:
        """Asks a run to end with the best it has found; whether there was anything to ask."""
        live = self._live.get(run_id)
        if live is None or live.over:
            return False
        with live.changed:
            live.stopping = True
            live.step += 1
            live.changed.notify_all()
        self._store.ask_stop(run_id)
        _tell(live)
        return True

    def close(self) -> None:
        """Ends every run with what it has, and every process."""
        self._closing = True
        under_way = [live for live in self._live.values() if not live.over]
        for live in under_way:
            live.stopping = True
            _tell(live)
        for live in under_way:
            if not live.wait(PATIENCE):
                live.process.kill()
                live.wait(PATIENCE)

    def _follow(self, live: Live, task: Task, files: tuple[Bytes, ...]) -> None:
        """The thread of a run: the task out, its lines in, the last one on record."""
        last: dict[str, Any] | None = None
        with suppress(OSError, ValueError):  # it is gone; what it left tells how
            assert live.process.stdin is not None and live.process.stdout is not None
            send_task(live.process.stdin, task, files)
            live.sent = True
            if live.stopping:
                _tell(live)
            for line in live.process.stdout:
                message = json.loads(line)
                if message["kind"] in ("done", "refused", "failed"):
                    last = message
                else:
                    live.take(message)
        with suppress(OSError):
            assert live.process.stdin is not None
            live.process.stdin.close()
        code = live.process.wait()
        try:
            self._record(live.run_id, last, code)
        finally:
            live.end()

    def _record(self, run_id: str, last: Mapping[str, Any] | None, code: int) -> None:
        if last is None:
            self._store.end_run(run_id, "died", {"exit_code": code})
        elif last["kind"] == "done":
            companions = {name: text.encode() for name, text in last["companions"].items()}
            detail = {"violations": last["violations"]}
            self._store.end_run(run_id, "done", detail, last["outcome"].encode(), companions)
        else:
            detail = {name: value for name, value in last.items() if name != "kind"}
            self._store.end_run(run_id, last["kind"], detail)


def _tell(live: Live) -> None:
    """Has a process stop; before its task has gone out whole, whoever sends the task does it afterwards."""
    if not live.sent:
        return
    with suppress(OSError, ValueError):
        assert live.process.stdin is not None
        live.process.stdin.write(STOP)
        live.process.stdin.flush()
