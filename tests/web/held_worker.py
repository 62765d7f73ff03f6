"""The process of a run, held at its first progress until somebody stops it: a search that takes as long as it must."""

import os
from threading import Event

from allocator.solver import Limits
from allocator.web import worker

LONGEST = 600
stopped = Event()
stop, progress = Limits.stop, worker.Teller.progress


def _stop(self):
    stop(self)
    stopped.set()


def _progress(self, *told):
    progress(self, *told)
    stopped.wait(LONGEST)


if __name__ == "__main__":
    Limits.stop = _stop
    worker.Teller.progress = _progress
    os._exit(worker.main())
