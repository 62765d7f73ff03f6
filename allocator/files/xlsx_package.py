"""The zip file that a workbook is: opened with limits, so that nothing it holds can swamp the machine."""

import zipfile
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from io import BytesIO
from posixpath import join, normpath
from typing import IO, Any
from zlib import error as ZlibError

from allocator.faults import Fault, InvalidInput
from allocator.files.inputs import Bytes

LARGEST_CONTENT = 1024 * 1024 * 1024
LARGEST_RATIO = 200
SMALL_MEMBER = 50 * 1024 * 1024
MOST_MEMBERS = 10_000
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")


@dataclass(frozen=True)
class Package:
    """A workbook's parts: the member of each sheet by name, whether it is hidden, the day its dates count from."""

    archive: zipfile.ZipFile
    sheets: dict[str, str]
    epoch_1904: bool
    states: dict[str, str | None]

    def sheet_xml(self, name: str) -> bytes:
        """The XML of a sheet."""
        return self.archive.read(self.sheets[name])

    def longest_shared_text(self) -> int:
        """Roughly the longest of the texts that cells share, in bytes."""
        shared = next((name for name in self.archive.namelist() if name.lower() == "xl/sharedstrings.xml"), None)
        return max(map(len, self.archive.read(shared).split(b"</si>"))) if shared else 0


def open_package(content: Bytes) -> Package:
    """Opens a workbook after making sure that its parts are sound and within limits.

    Raises:
        InvalidInput: for an old or protected workbook, one with macros, a damaged or oversized one.
    """

    def refuse(code: str, **args: object) -> InvalidInput:
        return InvalidInput((Fault(code, content.name, None, None, content.name, args),))

    if content.data.startswith(_OLE):
        protected = "EncryptedPackage".encode("utf-16-le") in content.data
        raise refuse("workbook_protected" if protected else "workbook_damaged")
    try:
        archive = zipfile.ZipFile(BytesIO(content.data))
        members = archive.infolist()
        names = [member.filename.lower() for member in members]
        if any(member.flag_bits & 1 for member in members):
            raise refuse("workbook_protected")
        if any(name.endswith("vbaproject.bin") for name in names):
            raise refuse("workbook_macros")
        if len(set(names)) != len(names) or "xl/workbook.xml" not in names:
            raise refuse("workbook_damaged")
        if len(members) > MOST_MEMBERS or not within_limits(archive):
            raise refuse("workbook_swells", limit=LARGEST_CONTENT // 1024 // 1024)
        if any(_declares_entities(archive, member) for member in members):
            raise refuse("workbook_entities")
        return _parts(archive)
    except (
        zipfile.BadZipFile,
        ZlibError,
        EOFError,
        OSError,
        ValueError,
        LookupError,
        StopIteration,
        NotImplementedError,
        SyntaxError,
    ):
        raise refuse("workbook_damaged") from None


def within_limits(archive: zipfile.ZipFile, largest: int = LARGEST_CONTENT) -> bool:
    """Inflates every part once, whatever size it claims to have, and stops as soon as it is more than ``largest``.

    Raises:
        zipfile.BadZipFile: when a part is not what the directory says.
    """
    total = 0
    for member in archive.infolist():
        honest = copy(member)
        honest.file_size = LARGEST_CONTENT + 1
        size = 0
        with archive.open(honest) as part:
            for chunk in _chunks(part):
                size += len(chunk)
                swollen = size > SMALL_MEMBER and size > LARGEST_RATIO * max(1, member.compress_size)
                if swollen or total + size > largest:
                    return False
        if size != member.file_size:
            raise zipfile.BadZipFile(member.filename)
        total += size
    return True


def _chunks(part: IO[bytes]) -> Iterator[bytes]:
    while chunk := part.read(1 << 20):
        yield chunk


def _declares_entities(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    """Whether an XML part declares a document type. Parts in a two-byte encoding are taken as damaged.

    Raises:
        ValueError: for a two-byte encoding.
    """
    if not member.filename.lower().endswith((".xml", ".rels")):
        return False
    with archive.open(member) as part:
        start = part.read(1 << 16)
    if start[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in start[:4]:
        raise ValueError(member.filename)
    return b"<!DOCTYPE" in start or b"<!ENTITY" in start


def _parts(archive: zipfile.ZipFile) -> Package:
    from defusedxml import ElementTree

    def tree(name: str) -> Any:
        member = next((found for found in archive.namelist() if found.lower() == name), name)
        return ElementTree.fromstring(archive.read(member), forbid_dtd=True)

    targets = {link.get("Id"): link.get("Target", "") for link in tree("xl/_rels/workbook.xml.rels")}
    book = tree("xl/workbook.xml")
    properties = book.find("{*}workbookPr")
    epoch = properties is not None and properties.get("date1904") in ("1", "true", "on")
    sheets: dict[str, str] = {}
    states: dict[str, str | None] = {}
    for sheet in book.findall("{*}sheets/{*}sheet"):
        target = targets[next(value for key, value in sheet.items() if key.endswith("}id"))]
        member = target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
        if "chartsheet" not in member and "dialogsheet" not in member:
            archive.getinfo(member)
            sheets[sheet.get("name")] = member
            states[sheet.get("name")] = sheet.get("state")
    return Package(archive, sheets, epoch, states)
