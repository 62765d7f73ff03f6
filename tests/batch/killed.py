"""Runs batches in processes that may be killed at a named point: one JSON order a line in, one exit status a line out.

``python -m tests.batch.killed`` loads everything once and works each order in a process of its own.
"""

import functools
import importlib
import json
import os
import signal
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import allocator.batch
import allocator.cli.batch
from allocator.batch.working import prepare
from allocator.cli import main


def obey(order: dict[str, Any]) -> int:
    """Runs one command; ``kill`` is a point (``any`` for each of them) and which passing of it is the last."""
    seen: Counter[str] = Counter()
    point, number = order.get("kill") or ("", -1)

    def passing(name: str) -> None:
        with Path(order["log"]).open("a", encoding="utf-8") as log:
            log.write(name + "\n")
        seen.update((name, "any"))
        if seen[point] == number:
            os.kill(os.getpid(), signal.SIGKILL)

    allocator.batch.Store = functools.partial(allocator.batch.Store, passing=passing)  # type: ignore[misc, assignment]
    if order["here"]:
        allocator.cli.batch._workforce = lambda *_: allocator.batch.Here()  # type: ignore[assignment]
    sys.stdout = sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    return main(order["arguments"])


def serve() -> None:
    prepare()
    importlib.import_module("distributed")
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            os._exit(obey(json.loads(line)))
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


if __name__ == "__main__":
    serve()
