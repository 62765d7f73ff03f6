"""Output files: all written under temporary names first, then renamed, so that a failed run leaves nothing."""

import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from allocator.console.misuse import Misuse

PROOF = "proof"
"""The folder of a proof, beside its outcome."""
FILES = frozenset([".xlsx", ".xls", ".csv", ".json", ".html", ".docx", ".pdf", ".zip"])
"""What a file is called; a folder of such a name would be taken for one."""


def refuse_file(folder: Path | None) -> None:
    """Refuses, before any work is done, a result folder whose name a file has already, or that is called like one."""
    if folder is not None and folder.suffix.casefold() in FILES and not folder.is_dir():
        raise Misuse("folder_called_like_file", path=folder, suffix=folder.suffix)
    if folder is not None and folder.exists() and not folder.is_dir():
        raise Misuse("not_a_folder", path=folder)


def write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes files into a folder (names may hold subfolders): every one completely before any takes its name."""
    from allocator.files import umask

    folder.mkdir(parents=True, exist_ok=True)
    waiting: list[tuple[str, Path]] = []
    try:
        for name, content in files.items():
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".part")
            waiting.append((temporary, target))
            with os.fdopen(handle, "wb") as sink:
                sink.write(content)
        while waiting:
            temporary, target = waiting[0]
            Path(temporary).chmod(0o666 & ~umask())
            Path(temporary).replace(target)
            waiting.pop(0)
    finally:
        for temporary, _ in waiting:
            Path(temporary).unlink(missing_ok=True)


def write_one(path: Path, content: bytes) -> None:
    """Writes one file, under a temporary name first."""
    write_all(path.parent, {path.name: content})


def json_bytes(value: Any) -> bytes:
    """A JSON document with a newline at its end."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
