"""How a workbook shows its cells: number formats that change what is seen, and what is hidden."""

import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Literal

from allocator.files.cells import number_text
from allocator.files.grid import Seen, Spot
from allocator.files.raw import Cell, Refused, address
from allocator.files.xlsx_scan import Scan, position

BUILT_IN: Mapping[int, str] = {
    **{1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??"},
    **{37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 41: "#,##0", 42: "#,##0", 43: "#,##0.00"},
    **{44: "#,##0.00", 48: "##0.0E+0"},
}
"""The formats that have a number and no text of their own; dates and texts are left to the reader of the values."""

_QUOTED = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]')
_NOTHING = re.compile(r"\[(?:Black|Blue|Cyan|Green|Magenta|Red|White|Yellow|Color ?[0-9]+)\]|_.|\*.", re.IGNORECASE)
_CORE = re.compile(r"(?P<before>[^0#?]*)(?P<whole>[#0?,]*?[#0?])(?:\.(?P<part>[0#?]+))?(?P<scale>,*)(?P<after>[^0#?]*)")
_STYLED = re.compile(
    rb'<c\b[^>]*?\br="([A-Za-z]+[0-9]+)"[^>]*?\bs="([0-9]+)"|<c\b[^>]*?\bs="([0-9]+)"[^>]*?\br="([A-Za-z]+[0-9]+)"'
)
_HIDDEN_ROW = re.compile(rb'<row\b(?=[^>]*\bhidden="(?:1|true)")[^>]*?\br="([0-9]+)"')
_HIDDEN_COLUMN = re.compile(rb'<col\b(?=[^>]*\bhidden="(?:1|true)")[^>]*?\bmin="([0-9]+)"')
_FILTER = re.compile(rb'<autoFilter\b[^>]*?\bref="([^"]+)"')


@dataclass(frozen=True)
class Look:
    """What a number format does: ``kind``, the zeros a number is filled up to, decimals shown, the text behind."""

    kind: Literal["percent", "padded", "unit", "thousands", "rounded", "refused"]
    digits: int = 0
    decimals: int = 0
    suffix: str = ""
    code: str = ""


def look_of(code: str) -> Look | None:
    """What a format code does to a number; ``None`` where it is seen as it is stored, or is a date or text."""
    section = code.split(";")[0].replace("General", "0.###############").replace("GENERAL", "0.###############")
    if code.casefold() == "general" or re.search(r"\[(?:h+|m+|s+)\]", code, re.IGNORECASE):
        return None
    if "[dbnum" in code.casefold():
        return Look("refused", code=code)
    quoted: list[str] = []

    def keep(found: re.Match[str]) -> str:
        quoted.append(next((text for text in found.groups() if text is not None), ""))
        return "\x01"

    bare = _NOTHING.sub("", _QUOTED.sub(keep, section)).strip()
    if not bare or "@" in bare or re.search("[ymdhsYMDHSeE]", bare.replace("E+", "")):
        return Look("rounded", decimals=2, code=code) if "E+" in bare else None
    found = _CORE.fullmatch(bare)
    if found is None or found["scale"] or "[" in bare or "/" in bare:
        return Look("refused", code=code)
    if found["before"].replace("\x01", "").strip() or ("\x01" in found["before"] and quoted[0].strip()):
        return Look("refused", code=code)
    after = found["after"]
    decimals = len(found["part"] or "")
    behind = "".join(quoted[found["before"].count("\x01") :]).strip()
    if after.replace("\x01", "").strip() == "%" and not behind:
        return Look("percent", decimals=decimals, code=code)
    if after.replace("\x01", "").strip():
        plain = after.replace("\x01", "").strip()
        if plain.isascii():
            return Look("refused", code=code)
        behind = plain + behind
    zeros = found["whole"].replace(",", "").count("0")
    if behind:
        return Look("unit", digits=zeros, decimals=decimals, suffix=behind, code=code)
    if zeros > 1:
        return Look("padded", digits=zeros, decimals=decimals, code=code)
    if "," in found["whole"]:
        return Look("thousands", decimals=decimals, code=code)
    return Look("rounded", decimals=decimals, code=code)


def looks_of(archive: zipfile.ZipFile) -> Mapping[int, Look]:
    """The looks that the cells of a workbook may have, by the number of their style."""
    from defusedxml import ElementTree

    name = next((found for found in archive.namelist() if found.lower() == "xl/styles.xml"), None)
    if name is None:
        return {}
    tree: Any = ElementTree.fromstring(archive.read(name), forbid_dtd=True)
    codes = dict(BUILT_IN)
    for one in tree.findall("{*}numFmts/{*}numFmt"):
        codes[int(one.get("numFmtId", -1))] = one.get("formatCode", "")
    found: dict[int, Look] = {}
    for number, style in enumerate(tree.findall("{*}cellXfs/{*}xf")):
        if look := look_of(codes.get(int(style.get("numFmtId", 0)), "")):
            found[number] = look
    return found


def styled(xml: bytes, found: Scan, looks: Mapping[int, Look]) -> Iterator[tuple[Spot, Look]]:
    """The cells of a sheet whose number format changes what is seen."""
    if found.styles is not None:
        yield from ((spot, looks[style]) for spot, style in found.styles.items() if style in looks)
    elif looks and any(b's="%d"' % number in xml for number in looks):
        for one, style, style_first, other in _STYLED.findall(xml):
            if look := looks.get(int(style or style_first)):
                yield position((one or other).decode()), look


Refusals = dict[Spot, tuple[str, Mapping[str, object]]]


def follow(values: Sequence[list[Cell]], cells: Iterator[tuple[Spot, Look]]) -> tuple[dict[Spot, Seen], Refusals]:
    """Puts into the values what number formats show, where it can be followed.

    Returns:
        The cells in which something was followed, and the faults of those in which it cannot be.
    """
    seen: dict[Spot, Seen] = {}
    refused: Refusals = {}
    for (row, column), look in cells:
        if row >= len(values) or column >= len(values[row]):
            continue
        value = values[row][column]
        if not isinstance(value, float):
            continue
        text = number_text(value)
        if look.kind == "refused" or not _shown_alike(value, look):
            values[row][column] = Refused()
            refused[row, column] = ("number_format", {"format": look.code, "stored": text})
        elif look.kind == "percent":
            values[row][column] = _shifted(text)
        elif look.kind == "unit":
            values[row][column] = text + look.suffix
        elif look.kind == "padded" and value == int(value) and value >= 0:
            values[row][column] = text.zfill(look.digits)
            if values[row][column] != text:
                seen[row, column] = Seen("padded", str(values[row][column]), str(values[row][column]))
        elif len(text.partition(".")[2]) > look.decimals:
            seen[row, column] = Seen("hidden_digits", f"{Decimal(text):.{look.decimals}f}", text)
        elif look.kind == "thousands" and abs(value) >= 1000:
            seen[row, column] = Seen("thousands", f"{Decimal(text):,}", text)
    return seen, refused


def _shown_alike(value: float, look: Look) -> bool:
    """Whether a number that is not positive is shown as positive ones are, though the format has sections for it."""
    sections = look.code.split(";")
    own = 1 if value < 0 else 2 if value == 0 else 0
    if not own or own >= len(sections) or len(sections) < 2:
        return True
    other = look_of(sections[own].strip().removeprefix("-"))
    return other is not None and replace(other, code="") == replace(look, code="")


def _shifted(text: str) -> str:
    """A stored share as the percentage that is seen: ``0.857`` as ``85.7%``, exactly."""
    number = (Decimal(text) * 100).normalize()
    return f"{number:f}%"


def hidden_in(xml: bytes, found: Scan, state: str | None) -> list[tuple[str, str]]:
    """What of a sheet is hidden, each kind once with where it first is."""
    sheet = [("sheet", "")] if state in ("hidden", "veryHidden") else []
    if found.hidden is not None:
        return sheet + sorted(found.hidden.items())
    if row := _HIDDEN_ROW.search(xml):
        sheet.append(("rows", f"A{row[1].decode()}"))
    if column := _HIDDEN_COLUMN.search(xml):
        sheet.append(("columns", address((0, int(column[1]) - 1))))
    if ref := _FILTER.search(xml):
        sheet.append(("filter", ref[1].decode()))
    return sheet
