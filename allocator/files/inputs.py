"""Opening what a user named: every way in which that can fail is a fault, none an exception."""

import hashlib
import stat
from dataclasses import dataclass
from pathlib import Path

from allocator.faults import Fault, InvalidInput
from allocator.files.raw import shown

LARGEST_FILE = 200 * 1024 * 1024
MOST_ROWS = 2_000_000


@dataclass(frozen=True)
class Bytes:
    """A file's content and the sha256 of it."""

    name: str
    data: bytes

    @property
    def sha256(self) -> str:
        """The hash of the file as it is."""
        return hashlib.sha256(self.data).hexdigest()


def kind_of(path: Path, place: str | None = None) -> str:
    """``"file"``, ``"folder"``, ``"other"`` (a device, a pipe) or ``"missing"``; ``place`` is where a fault is listed.

    Raises:
        InvalidInput: when the path cannot even be looked at.
    """
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return "missing"
    except (OSError, ValueError):
        raise InvalidInput((Fault("file_unreadable", place or shown(path.name), value=shown(path.name)),)) from None
    return "file" if stat.S_ISREG(mode) else "folder" if stat.S_ISDIR(mode) else "other"


def read_bytes(path: Path, table: str | None = None) -> Bytes:
    """The content of a file; its faults are listed under the table, or else the file's name.

    Raises:
        InvalidInput: when there is no such file, it is no file, too large, or cannot be read.
    """
    place = table or shown(path.name)
    kind = kind_of(path, place)
    if kind != "file":
        codes = {"missing": "path_missing", "folder": "directory_for_file", "other": "not_a_file"}
        raise InvalidInput((Fault(codes[kind], place, value=shown(path.name)),))
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= LARGEST_FILE else b""
    except OSError:
        raise InvalidInput((Fault("file_unreadable", place, value=shown(path.name)),)) from None
    if size > LARGEST_FILE or len(data) > LARGEST_FILE:
        megabytes = LARGEST_FILE // 1024 // 1024
        raise InvalidInput((Fault("file_too_large", place, value=str(size), args={"limit": megabytes}),))
    return Bytes(shown(path.name), data)
