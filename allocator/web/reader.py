"""Files of unknown origin read in a process of their own, which may fail, last too long or grow too large; no more."""

from __future__ import annotations

import logging
import subprocess
import sys
from contextlib import suppress
from threading import BoundedSemaphore, Lock, Timer
from typing import TYPE_CHECKING, Any

from allocator.faults import Fault, InvalidInput
from allocator.web.packing import unpacked
from allocator.web.reading import MEMORY, SECONDS
from allocator.web.security import MEGABYTE
from allocator.web.wire import begun, fault_of, send, take

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allocator.files import Bytes
    from allocator.web.opened import Opened

LOGGER = logging.getLogger("allocator.web")
MOST_AT_ONCE = 2
CODES = {"time": "reading_time", "memory": "reading_memory", "died": "reading_died", "failed": "reading_failed"}
"""How a reading that came to nothing ended, and the code of the fault that tells it."""


class Reader:
    """Reads cases, two at a time. ``command`` is the process, ``seconds`` how long it may take."""

    def __init__(self) -> None:
        self.command: tuple[str, ...] = (sys.executable, "-m", "allocator.web.reading")
        self.seconds: float = SECONDS
        self._turns = BoundedSemaphore(MOST_AT_ONCE)
        self._lock = Lock()
        self._running: set[subprocess.Popen[bytes]] = set()
        self._closing = False

    def read(self, files: Sequence[Bytes]) -> Opened:
        """The case that some files hold, sound or not.

        Raises:
            InvalidInput: when the files cannot be used at all, or their process ended without having read them.
        """
        with self._turns:
            head, parts = self._asked(files)
        if head["kind"] == "refused":
            raise InvalidInput(tuple(fault_of(one) for one in head["faults"]))
        if head["kind"] != "read":
            if head["kind"] == "failed":
                LOGGER.error("%s in reading", head["error"])
            limits = {"seconds": SECONDS, "megabytes": MEMORY // MEGABYTE}
            raise InvalidInput((Fault(CODES[head["kind"]], args=limits),))
        return unpacked(head, parts)

    def close(self) -> None:
        """Ends every process; what was asked of it is then told as failed."""
        with self._lock:
            self._closing = True
            for process in self._running:
                process.kill()

    def _asked(self, files: Sequence[Bytes]) -> tuple[dict[str, Any], Sequence[Bytes]]:
        """What the process answers; where it does not, why."""
        late: list[bool] = []
        process = begun(self.command)

        def end() -> None:
            late.append(True)
            process.kill()

        timer = Timer(self.seconds, end)
        with self._lock:
            self._running.add(process)
            if self._closing:
                process.kill()
        timer.start()
        try:
            assert process.stdin is not None and process.stdout is not None
            with suppress(OSError):  # it is gone; that it does not answer tells so
                send(process.stdin, {}, files)
            return take(process.stdout)
        except (EOFError, ValueError, LookupError):
            return {"kind": "time" if late else "died"}, ()
        finally:
            timer.cancel()
            process.kill()
            with suppress(OSError):
                process.communicate()
            with self._lock:
                self._running.discard(process)
