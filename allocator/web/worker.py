"""The process of one run: ``python -m allocator.web.worker``. Task in, lines of JSON out; it ends with its server."""

from __future__ import annotations

import json
import os
import sys
import time
from dataclasses import dataclass
from threading import Thread
from typing import IO, TYPE_CHECKING, Any

from allocator.faults import InvalidInput
from allocator.web.wire import STOP, Task, fault_document, take_task

if TYPE_CHECKING:
    from allocator.competition.pipeline import Given, Run
    from allocator.files import Bytes
    from allocator.solver import Limits
    from allocator.web.opened import Opened
    from models.common.base import Method
    from models.competition.codes import Stage

TELL_EVERY = 0.2


class Teller:
    """Sends lines to the server; progress at most five times a second, a new level at once."""

    def __init__(self, pipe: IO[bytes]) -> None:
        self._pipe = pipe
        self._last = 0.0
        self._level = ("", "")

    def say(self, kind: str, **content: Any) -> None:
        """Sends one line."""
        self._pipe.write(json.dumps({"kind": kind, **content}).encode() + b"\n")
        self._pipe.flush()

    def progress(self, stage: str, level: str, best: int | None, bound: int | None, elapsed: float) -> None:
        """Takes one report of the solver."""
        now = time.monotonic()
        if (stage, level) == self._level and now - self._last < TELL_EVERY:
            return
        self._level, self._last = (stage, level), now
        self.say("progress", stage=stage, level=level, best=best, bound=bound, elapsed=round(elapsed, 1))


def main() -> int:
    """Does one run."""
    teller = Teller(own_output())
    commands = sys.stdin.buffer
    try:
        task, files = take_task(commands)
    except EOFError:
        return 0
    from allocator.solver import Limits

    deadline = None if task.time_limit is None else time.monotonic() + task.time_limit
    limits = Limits(deadline=deadline, workers=task.workers)
    Thread(target=_listen, args=(commands, limits), daemon=True).start()
    try:
        teller.say("done", **_run(task, files, limits, teller))
    except InvalidInput as invalid:
        teller.say("refused", faults=[fault_document(fault) for fault in invalid.faults])
    except Exception as error:  # noqa: BLE001  its kind only, since its text could hold somebody's data
        teller.say("failed", error=type(error).__name__)
        return 1
    return 0


def own_output() -> IO[bytes]:
    """The pipe to the server; whatever else prints to the standard output goes nowhere."""
    pipe = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return pipe


def _listen(commands: IO[bytes], limits: Limits) -> None:
    """Stops the search when told to; ends the process when the server is gone."""
    for line in iter(commands.readline, b""):
        if line == STOP:
            limits.stop()
    os._exit(0)


def _run(task: Task, files: tuple[Bytes, ...], limits: Limits, teller: Teller) -> dict[str, Any]:
    """The outcome of a task, what stands beside it, and what an independent check finds wrong with it."""
    from allocator.competition.audit import audit
    from allocator.competition.pipeline import take_given
    from allocator.web.opened import read_opened

    teller.say("reading")
    opened = read_opened(files, task.pins)
    source = task.given
    given = None if source is None else take_given(opened.scores, source, task.stages)
    solving = _Solving(opened, given, limits, teller)
    teller.say("working")
    done = solving.run(task.method, task.stages)
    companions = solving.companions(task, done) if task.both else {}
    teller.say("checking")
    warnings = opened.checked.warnings
    wrong = audit(opened.case, opened.rulebook, done.outcome, case_warnings=warnings)
    return {
        "outcome": _text(done),
        "companions": {name: _text(run) for name, run in companions.items()},
        "violations": sorted({violation.code for violation in wrong}),
    }


@dataclass(frozen=True)
class _Solving:
    opened: Opened
    given: Given | None
    limits: Limits
    teller: Teller

    def run(self, method: Method, stages: tuple[Stage, ...], given: Given | None = None) -> Run:
        from allocator.competition.pipeline import run

        return run(
            self.opened.scores,
            method,
            stages=stages,
            given=given or self.given,
            limits=None if method == "rules" else self.limits,
            progress=self.teller.progress,
            warnings=self.opened.checked.warnings,
        )

    def companions(self, task: Task, optimal: Run) -> dict[str, Run]:
        """The rules' run, and the optimum of each stage that the rules met in another standing."""
        from allocator.competition.pipeline import take_given

        rules = self.run("rules", task.stages)
        found = {"rules": rules}
        for stage in rules.results:
            if stage in optimal.results and optimal.before[stage] == rules.before[stage]:
                continue
            earlier = take_given(self.opened.scores, rules.outcome, (stage,))
            found[stage] = self.run("optimal", (stage,), earlier)
        return found


def _text(run: Run) -> str:
    from allocator.files import outcome_bytes

    return outcome_bytes(run.outcome).decode()


if __name__ == "__main__":
    os._exit(main())  # the listening thread still reads, which an orderly exit would wait for
