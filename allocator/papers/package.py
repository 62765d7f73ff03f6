"""Word packages whose bytes depend on nothing but their content."""

import io
import zipfile
from typing import Any

FIRST = "[Content_Types].xml"
BEFORE_TIME = (1980, 1, 1, 0, 0, 0)


def saved(document: Any) -> bytes:
    """A document as its library writes it."""
    sink = io.BytesIO()
    document.save(sink)
    return sink.getvalue()


def repacked(content: bytes) -> bytes:
    """The same package with its parts in one order and without the time they were written."""
    sink = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != FIRST, name)):
            entry = zipfile.ZipInfo(name, BEFORE_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            new.writestr(entry, old.read(name))
    return sink.getvalue()
