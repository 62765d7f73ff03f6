"""The process that reads a case: ``python -m allocator.web.reading``. Files in, what they hold out, within limits."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from threading import Thread
from typing import IO, TYPE_CHECKING, Any

from allocator.faults import Fault, InvalidInput
from allocator.web.wire import fault_document, send, take
from allocator.web.worker import own_output

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allocator.files import Bytes

MEMORY = 2 * 1024 * 1024 * 1024
"""The most memory that reading a case may take, in bytes; 20,000 people take a fifth of it."""
SECONDS = 120
"""The longest that reading a case may take; 20,000 people take some five seconds."""


def main() -> int:
    """Reads one case."""
    pipe, asked = own_output(), sys.stdin.buffer
    confine()
    gc.disable()  # it would walk the growing tables again and again; the process ends soon
    try:
        _, files = take(asked)
    except EOFError:
        return 0
    Thread(target=_end_with_server, args=(asked,), daemon=True).start()
    try:
        head, parts = read(files)
    except InvalidInput as invalid:
        head, parts = {"kind": "refused", "faults": [fault_document(fault) for fault in invalid.faults]}, ()
    except MemoryError:
        head, parts = {"kind": "memory"}, ()
    except Exception as error:  # noqa: BLE001  its kind only, since its text could hold somebody's data
        head, parts = {"kind": "failed", "error": type(error).__name__}, ()
    send(pipe, head, parts)
    return 0


def confine() -> None:
    """Bounds memory and time of this process where the system can, and has it leave no image of its memory behind."""
    try:
        import resource
    except ImportError:  # Windows
        return
    bounds = (resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_CORE, 0)
    for kind, most in bounds:
        with suppress(ValueError, OSError):  # a system that does not bound this
            hard = resource.getrlimit(kind)[1]
            bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(kind, (bound, bound))


def _end_with_server(asked: IO[bytes]) -> None:
    asked.read()
    os._exit(0)


def read(files: Sequence[Bytes]) -> tuple[dict[str, Any], Sequence[Bytes]]:
    """What the files of a case hold, as data that can be sent.

    Raises:
        InvalidInput: for a workbook that swells beyond the limit, or a rulebook that cannot be used.
    """
    from allocator.web.opened import read_opened
    from allocator.web.packing import packed
    from allocator.web.security import MEGABYTE
    from allocator.web.uploads import LARGEST_INFLATED, swells

    for file in files:
        if swells(file):
            args = {"limit": LARGEST_INFLATED // MEGABYTE}
            raise InvalidInput((Fault("workbook_swells", file.name, value=file.name, args=args),))
    head, parts = packed(read_opened(files))
    return {"kind": "read", **head}, parts


if __name__ == "__main__":
    os._exit(main())  # the other thread still reads, which an orderly exit would wait for
