"""Writing so that a file is there whole or not at all."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from allocator.faults import Fault, InvalidInput
from allocator.files.raw import shown


def write_bytes_atomically(path: Path, data: bytes) -> None:
    """Writes a file under another name in the same folder, forces it to disk, then gives it its name.

    Raises:
        InvalidInput: when the path is a folder or cannot be written; nothing is left behind then.
    """
    temporary: str | None = None
    try:
        if path.is_dir():
            raise _refuse("target_is_folder", path)
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(_mode(path))
        Path(temporary).replace(path)
        temporary = None
    except (OSError, ValueError):
        raise _refuse("target_unwritable", path) from None
    finally:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)


def write_new_file(path: Path, data: bytes) -> None:
    """Writes a file as :func:`write_bytes_atomically` does, but in the place of no other: it may have been filled in.

    Raises:
        InvalidInput: when something has that name already or it cannot be written.
    """
    try:
        taken = path.is_file()
    except (OSError, ValueError):
        taken = False
    if taken:
        raise _refuse("target_is_file", path)
    write_bytes_atomically(path, data)


def write_text_atomically(path: Path, text: str) -> None:
    """Writes text as UTF-8, as :func:`write_bytes_atomically` does."""
    write_bytes_atomically(path, text.encode())


def write_folder_atomically(path: Path, files: Mapping[str, bytes]) -> None:
    """Makes a folder with the given files; it takes its name when all of them are written.

    Raises:
        InvalidInput: when there is a file or a folder with content at the path already, or it cannot be written.
    """
    made: Path | None = None
    try:
        if path.exists() and not path.is_dir():
            raise _refuse("target_is_file", path)
        if path.is_dir() and any(path.iterdir()):
            raise _refuse("target_not_empty", path)
        path.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=".", suffix=".part", dir=path.parent))
        for name, data in files.items():
            write_bytes_atomically(made / name, data)
        made.chmod(0o777 & ~umask())
        if path.is_dir():
            path.rmdir()
        made.replace(path)
        made = None
    except (OSError, ValueError):
        raise _refuse("target_unwritable", path) from None
    finally:
        if made is not None:
            shutil.rmtree(made, ignore_errors=True)


def _refuse(code: str, path: Path) -> InvalidInput:
    return InvalidInput((Fault(code, shown(path.name), None, None, shown(path)),))


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, else those a new file would have; never more than new ones get."""
    try:
        return path.stat().st_mode & 0o777 & ~umask()
    except OSError:
        return 0o666 & ~umask()


def umask() -> int:
    """The permissions that new files do not get."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
