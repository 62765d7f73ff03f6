"""A server of its own, started as officers start it: a process, a store in a temporary folder, a port of its choice."""

import os
import re
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit


class Server:
    """``allocator serve`` over an empty store. ``address`` is good once; ``base`` is what all pages begin with."""

    def __init__(self, folder, lang="zh"):
        self.store = folder / "store.sqlite3"
        command = [sys.executable, "-m", "allocator", "serve", "--store", self.store, "--operator", "测试员"]
        self.process = subprocess.Popen(
            [*command, "--lang", lang], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        told = next(found for line in self.process.stdout if (found := re.search(rb"http://\S+", line)))
        self.address = told[0].decode()
        self.port = urlsplit(self.address).port
        self.base = f"http://127.0.0.1:{self.port}"

    @property
    def alive(self):
        """Whether the process is still there."""
        return self.process.poll() is None

    def held_run(self):
        """The process of the run under way, stopped as by the kernel's scheduler until it is told to go on."""
        tasks = Path(f"/proc/{self.process.pid}/task").glob("*/children")
        children = [int(pid) for task in tasks for pid in task.read_text().split()]
        (worker,) = [pid for pid in children if b"allocator.web.worker" in Path(f"/proc/{pid}/cmdline").read_bytes()]
        os.kill(worker, signal.SIGSTOP)
        return worker

    def rows(self):
        """Every row of the store but those of the log, by table: what must not be lost."""
        with closing(sqlite3.connect(f"file:{self.store}?mode=ro", uri=True)) as store:
            tables = [name for (name,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            return {t: store.execute(f'SELECT * FROM "{t}"').fetchall() for t in sorted(tables) if t != "log"}

    def log(self):
        """What the log says was done."""
        with closing(sqlite3.connect(f"file:{self.store}?mode=ro", uri=True)) as store:
            return [act for (act,) in store.execute("SELECT act FROM log ORDER BY 1")]

    def end(self):
        """Ends it as Ctrl-C does. Returns its exit code and what it printed after the address."""
        self.process.send_signal(signal.SIGINT)
        told, _ = self.process.communicate(timeout=60)
        return self.process.returncode, told.decode()
