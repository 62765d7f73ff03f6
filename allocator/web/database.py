"""The SQLite file of the store: owner-only, write-ahead, and forgetful of what was deleted."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.engine import Connection

from allocator.web.schema import CASE_FILES, CASES, LOG, METADATA, triggers

PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA recursive_triggers = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA busy_timeout = 10000",
)


class NotAStore(Exception):
    """The file is there, but it is something else."""


def open_database(path: Path) -> Engine:
    """The database of a store, made with all its tables where there is none; nobody else may read the file.

    Raises:
        NotAStore: when there is another file in its place, which is left as it is.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if path.exists() and path.stat().st_size and not _is_store(path):
        raise NotAStore(path)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    path.chmod(0o600)
    engine = create_engine(URL.create("sqlite", database=str(path)), hide_parameters=True)  # they hold people's data
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    with engine.begin() as connection:
        METADATA.create_all(connection)
        for statement in triggers():
            connection.exec_driver_sql(statement)
    return engine


def _is_store(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    except sqlite3.DatabaseError:
        return False
    return not tables or tables >= {LOG.name, CASES.name, CASE_FILES.name}


def _set_up(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # transactions begin where this module says so
    for pragma in PRAGMAS:
        connection.execute(pragma)


def _begin(connection: Connection) -> None:
    reading = connection.get_execution_options().get("reading")
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


class FileLock:
    """A lock on a file beside the store, held by the one server that uses it and gone with its process."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    def take(self) -> bool:
        """Takes the lock, unless another process has it."""
        handle = os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600)
        try:
            _lock(handle)
        except OSError:
            os.close(handle)
            return False
        self._handle = handle
        return True

    def release(self) -> None:
        """Gives the lock back."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def _lock(handle: int) -> None:
    if os.name == "nt":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
