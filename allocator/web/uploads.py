"""Files taken in: from the start-up command or from a form, within limits, under names that are never opened."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path, PurePath
from zlib import error as ZlibError

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartParser

from allocator.faults import Fault, InvalidInput
from allocator.files import Bytes, find_rulebook
from allocator.files.inputs import kind_of, read_bytes
from allocator.files.mappings import MAPPING_FILE
from allocator.files.raw import shown
from allocator.files.sources import WORKBOOKS
from allocator.files.xlsx_package import within_limits
from allocator.web.security import LARGEST_UPLOAD, MEGABYTE

MOST_FILES = 40
SUFFIXES = frozenset([".csv", *WORKBOOKS])
"""The files of a folder that may hold tables."""
LARGEST_INFLATED = 200 * MEGABYTE
"""What the parts of an uploaded workbook may come to together."""
MultiPartParser.spool_max_size = LARGEST_UPLOAD  # kept in memory: no copy of an upload gets onto the disk


def files_of(path: Path) -> tuple[Bytes, ...]:
    """The files of a case named at the start: one file, or those of a folder that hold tables or rules.

    Raises:
        InvalidInput: when there is nothing to read.
    """
    if kind_of(path) != "folder":
        return (read_bytes(path),)
    named = sorted(entry for entry in path.iterdir() if not entry.name.startswith((".", "~")))
    entries = [entry for entry in named if entry.suffix.casefold() in SUFFIXES]
    book = find_rulebook(path)
    beside = [one for one in named if one.name == MAPPING_FILE] + ([book] if book else [])
    files = tuple(read_bytes(entry) for entry in [*entries, *beside])
    if not entries:
        raise InvalidInput((Fault("folder_without_tables", shown(path.name), value=shown(path.name)),))
    return files


def taken(uploads: Sequence[UploadFile]) -> tuple[Bytes, ...]:
    """The files of a form. Of a name only what follows the last separator is kept, and only as a label.

    Raises:
        InvalidInput: for files of one name, or too many of them.
    """
    files = [Bytes(label(upload.filename or ""), upload.file.read()) for upload in uploads if upload.filename]
    names = [file.name for file in files]
    if not files or len(files) > MOST_FILES:
        raise InvalidInput((Fault("upload_count", args={"limit": MOST_FILES}),))
    if len({name.casefold() for name in names}) < len(names):
        raise InvalidInput((Fault("upload_same_name", value=names[0]),))
    return tuple(files)


def label(filename: str) -> str:
    """The last part of a file name, as it can be shown."""
    return shown(PurePath(filename.replace("\\", "/")).name) or "-"


def swells(file: Bytes) -> bool:
    """Whether a file is an archive whose parts are too large together. A damaged one is told when it is read.

    It unpacks them, so this too is done by the process that reads.
    """
    if not file.data.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(BytesIO(file.data)) as archive:
            return not within_limits(archive, LARGEST_INFLATED)
    except (zipfile.BadZipFile, ZlibError, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return False
