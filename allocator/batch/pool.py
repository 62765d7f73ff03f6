"""Processes on this machine, one unit at a time each. A process that dies takes no other case with it."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.forkserver import ensure_running
from typing import TYPE_CHECKING

from allocator.batch.planning import Unit
from allocator.batch.rows import failure
from allocator.batch.working import NEEDED, Done

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext, ForkServerProcess

AHEAD = 2
"""Units a process has at most: the one it works on and the next, so that it never waits for this process."""
TRIES = 2
"""How often a unit is begun before it is held to be what kills the processes."""
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


class Pool:
    """So many processes of this machine, all from one that has loaded everything, so that each begins at once.

    That one begins to load as soon as there is a pool, while the batch is still being planned.
    """

    def __init__(self, processes: int) -> None:
        self._processes = processes
        _context()
        with _single_threads():
            ensure_running()

    def work(self, units: Iterable[Unit]) -> Iterator[Done]:
        """The finished runs of the units, in the order they are finished."""
        waiting, tries = deque(units), dict[int, int]()
        crew = [_Worker() for _ in range(min(self._processes, max(1, len(waiting))))]
        try:
            while waiting or any(worker.units for worker in crew):
                for depth in range(1, AHEAD + 1):
                    for worker in crew:
                        if waiting and len(worker.units) < depth:
                            worker.give(waiting.popleft())
                yield from self._round(crew, waiting, tries)
        finally:
            for worker in crew:
                worker.end()

    def _round(self, crew: list[_Worker], waiting: deque[Unit], tries: dict[int, int]) -> Iterator[Done]:
        """What has arrived since; a process that is gone is replaced."""
        by_pipe = {worker.pipe: worker for worker in crew}
        for pipe in wait(list(by_pipe)):
            worker = by_pipe[pipe]  # type: ignore[index]
            try:
                done = worker.take()
            except (EOFError, OSError):
                crew[crew.index(worker)] = _Worker()
                yield from _after_death(worker, waiting, tries)
                continue
            if done is not None:
                yield done


def _after_death(worker: _Worker, waiting: deque[Unit], tries: dict[int, int]) -> Iterator[Done]:
    """The units of a process that died go back; the one it worked on is given up when it was tried often enough."""
    worker.end()
    if not worker.units:
        return
    suspect, *others = worker.units
    waiting.extendleft(reversed(others))
    tries[suspect.number] = tries.get(suspect.number, 0) + 1
    if tries[suspect.number] < TRIES:
        waiting.append(suspect)
    else:
        yield from (Done(run.name, failure("worker_died")) for run in suspect.runs)


class _Worker:
    """One process with a pipe to it and the units it still has, the one it works on first."""

    def __init__(self) -> None:
        context = _context()
        self.pipe, far = context.Pipe()
        self.units: deque[Unit] = deque()
        self.process: ForkServerProcess = context.Process(target=_serve, args=(far,), daemon=True)
        with _single_threads():
            self.process.start()
        far.close()

    def give(self, unit: Unit) -> None:
        """Hands over a unit."""
        self.units.append(unit)
        with suppress(OSError):  # it has died; its end of the pipe tells so when it is read
            self.pipe.send(unit)

    def take(self) -> Done | None:
        """The next finished run; ``None`` when a unit is done.

        Raises:
            EOFError: when the process is gone.
        """
        message: Done | None = self.pipe.recv()
        if message is None:
            self.units.popleft()
            return None
        first = self.units[0]
        self.units[0] = first.only(run for run in first.runs if run.name != message.run)
        return message

    def end(self) -> None:
        """Ends the process, whatever it does."""
        self.process.terminate()
        self.process.join(1)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
        self.pipe.close()


def _context() -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["allocator.batch.working", *NEEDED])
    return context


@contextmanager
def _single_threads() -> Iterator[None]:
    """Every library in the process to be started keeps to one thread."""
    before = {name: os.environ.get(name) for name in THREADS}
    os.environ.update(dict.fromkeys(THREADS, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _serve(pipe: Connection) -> None:
    """The life of a process: units in, finished runs out, until the other end closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from allocator.batch.working import prepare, work

    prepare()
    while True:
        try:
            unit = pipe.recv()
            for done in work(unit):
                pipe.send(done)
            pipe.send(None)
        except (EOFError, OSError):
            return
