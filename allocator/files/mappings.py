"""The names a bureau's own system gives to tables and columns, and what they are here."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from allocator.faults import Fault, InvalidInput
from allocator.files.form import CaseForm
from allocator.files.heading_forms import squeeze
from allocator.files.headings import nearest
from allocator.files.inputs import Bytes, read_bytes
from allocator.files.raw import shown

MAPPING_FILE = "mapping.toml"
SHEETS = "sheets"


@dataclass(frozen=True)
class Mapped:
    """Own names: of sheets or files to tables, and for each table of headings to columns; names as compared."""

    sheets: Mapping[str, str]
    columns: Mapping[str, Mapping[str, str]]


NOTHING = Mapped({}, {})


def read_mapping(path: Path, form: CaseForm) -> Mapped:
    """Reads a ``mapping.toml``: ``[sheets]`` and a part for each table, own name = ours.

    Raises:
        InvalidInput: when it cannot be read, or with a fault for each table or column that there is not.
    """
    return mapping_of(read_bytes(path), form)


def mapping_of(content: Bytes, form: CaseForm) -> Mapped:
    """The same of a file in memory.

    Raises:
        InvalidInput: as :func:`read_mapping`.
    """
    try:
        parts = tomllib.loads(content.data.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as broken:
        raise InvalidInput((Fault("mapping_unreadable", content.name, None, None, shown(broken)),)) from None
    faults: list[Fault] = []
    sheets: dict[str, str] = {}
    columns: dict[str, dict[str, str]] = {}
    for part, names in parts.items():
        table = form.table_names.get(squeeze(part))
        if not isinstance(names, dict) or (part != SHEETS and table is None):
            faults.append(_unknown(content.name, None, part, (SHEETS, *form.layouts)))
            continue
        for own, ours in names.items():
            known: Mapping[str, str] = form.table_names if part == SHEETS else _columns(form, table)
            meant = known.get(squeeze(str(ours)))
            if meant is None:
                faults.append(_unknown(content.name, part, str(ours), known))
            elif part == SHEETS:
                sheets[squeeze(own)] = form.table_names[squeeze(str(ours))]
            elif table is not None:
                columns.setdefault(table, {})[squeeze(own)] = meant
    if faults:
        raise InvalidInput(tuple(faults))
    return Mapped(sheets, columns)


def _columns(form: CaseForm, table: str | None) -> dict[str, str]:
    if table is None:
        return {}
    return {squeeze(heading): column.name for heading, column in form.layouts[table].by_heading.items()}


def _unknown(file: str, part: str | None, name: str, known: Iterable[str]) -> Fault:
    return Fault("mapping_unknown", file, None, part, shown(name), {"nearest": nearest(name, known)})


def proposed(unknown: Mapping[str, Iterable[str]], form: CaseForm) -> bytes:
    """A ``mapping.toml`` to be completed: each unknown heading with the nearest known one proposed behind it.

    Args:
        unknown: the headings of each table that are none of its columns.
        form: the columns there are.
    """
    lines = []
    for table in sorted(unknown):
        lines.append(f"[{table}]")
        for heading in unknown[table]:
            near = form.layouts[table].by_heading[nearest(heading, form.layouts[table].by_heading)].name
            lines.append(f'# "{_escaped(heading)}" = "{near}"')
        lines.append("")
    return "\n".join(lines).encode()


def written(names: Iterable[tuple[str, str, str]]) -> bytes:
    """The ``mapping.toml`` of some table, own heading and column each."""
    parts: dict[str, list[str]] = {}
    for table, heading, column in names:
        parts.setdefault(table, []).append(f'"{_escaped(heading)}" = "{column}"')
    return "\n".join(line for table in sorted(parts) for line in (f"[{table}]", *parts[table], "")).encode()


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ").replace("\r", " ")
