"""Ways to spoil the files of a case once they are written."""

import os
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.bad_input.corpus import Spoil
from tests.bad_input.raw_case import Form

Bytes = Callable[[bytes], bytes]


def target(path: Path, table: str) -> Path:
    """The csv file of a table in a folder; else the case's one file."""
    return path / f"{table}.csv" if path.is_dir() else path


def bytes_of(table: str, change: Bytes) -> Spoil:
    """Changes the bytes of the file that holds a table."""

    def spoil(path: Path, _: Form) -> None:
        file = target(path, table)
        file.write_bytes(change(file.read_bytes()))

    return spoil


def replaced(table: str, data: bytes) -> Spoil:
    """Puts other bytes in place of the file that holds a table."""
    return bytes_of(table, lambda _: data)


def renamed(name: str) -> Spoil:
    """Gives the case another name."""

    def spoil(path: Path, _: Form) -> Path:
        return path.rename(path.with_name(name))

    return spoil


def table_renamed(table: str, name: str) -> Spoil:
    """Gives one csv file of a folder another name."""

    def spoil(path: Path, _: Form) -> None:
        (path / f"{table}.csv").rename(path / name)

    return spoil


def table_copied(table: str, name: str) -> Spoil:
    """Puts a copy of one csv file beside it."""

    def spoil(path: Path, _: Form) -> None:
        shutil.copy(path / f"{table}.csv", path / name)

    return spoil


def gone(path: Path, _: Form) -> None:
    """Takes the whole case away."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()


def emptied(path: Path, _: Form) -> None:
    """Takes every file out of a folder."""
    for file in path.iterdir():
        file.unlink()


def as_folder(table: str) -> Spoil:
    """A folder in place of the file."""

    def spoil(path: Path, _: Form) -> None:
        file = target(path, table)
        file.unlink()
        file.mkdir()

    return spoil


def as_pipe(table: str) -> Spoil:
    """A pipe in place of the file."""

    def spoil(path: Path, _: Form) -> None:
        file = target(path, table)
        file.unlink()
        os.mkfifo(file)

    return spoil


def as_loop(table: str) -> Spoil:
    """A link to itself in place of the file."""

    def spoil(path: Path, _: Form) -> None:
        file = target(path, table)
        file.unlink()
        file.symlink_to(file)

    return spoil


def sized(table: str, size: int) -> Spoil:
    """The file blown up to a size, without taking that much disk."""

    def spoil(path: Path, _: Form) -> None:
        os.truncate(target(path, table), size)

    return spoil


def member(ending: str, change: Bytes) -> Spoil:
    """Changes the part of a workbook whose name has this ending."""
    return _rewritten(lambda name, data: change(data) if name.endswith(ending) else data, {})


def with_member(name: str, data: bytes) -> Spoil:
    """Adds a part to a workbook."""
    return _rewritten(lambda _, content: content, {name: data})


def _rewritten(change: Callable[[str, bytes], bytes], more: dict[str, bytes]) -> Spoil:
    def spoil(path: Path, _: Form) -> None:
        with zipfile.ZipFile(path) as old:
            parts = {name: old.read(name) for name in old.namelist()}
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
            for name, data in parts.items():
                new.writestr(name, change(name, data))
            for name, data in more.items():
                new.writestr(name, data)

    return spoil


def sheet(number: int, old: bytes, new: bytes) -> Spoil:
    """Puts other XML in one place of a sheet; sheets are numbered from 1 in the order they were written."""

    def change(data: bytes) -> bytes:
        assert old in data
        return data.replace(old, new, 1)

    return member(f"worksheets/sheet{number}.xml", change)
