"""One process, measured from outside."""

import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Measured:
    """Wall and processor seconds, the peak of the memory in megabytes, the exit code, and what was printed.

    Seconds of processes that the process waited for are counted in; the peak is that of the largest of them.
    """

    wall: float
    cpu: float
    peak: int
    exit: int
    printed: str

    def row(self) -> dict[str, object]:
        """The numbers as a part of a stored row."""
        return {"wall": self.wall, "cpu": self.cpu, "peak_mb": self.peak, "exit": self.exit}


def measured(
    command: Sequence[str | Path], seconds: float | None = None, environment: Mapping[str, str] | None = None
) -> Measured:
    """Runs a command to its end, or for at most so many seconds; a process that is still there then is killed.

    ``environment`` is put over that of this process.
    """
    where = {**os.environ, **(environment or {})}
    with tempfile.TemporaryFile() as sink:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=sink, stderr=subprocess.DEVNULL, env=where)
        timer = threading.Timer(seconds, process.kill) if seconds is not None else None
        if timer is not None:
            timer.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            process.kill()
            process.wait()
            raise
        finally:
            if timer is not None:
                timer.cancel()
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        sink.seek(0)
        printed = sink.read().decode(errors="replace")
    cpu = usage.ru_utime + usage.ru_stime
    return Measured(round(wall, 3), round(cpu, 3), usage.ru_maxrss // 1024, process.returncode, printed)
