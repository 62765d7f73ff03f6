"""Reads and writes the tables of a sample of exchange and rotation: UTF-8, the headings of ``headings``.

Cases that people bring are read elsewhere, with every form they may take and every fault they may have; the samples
are sound and have one form, so here anything unexpected is simply an error.
"""

import csv
import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from models.common.base import Frozen
from models.rotation.case import ROW_TYPES, RotationCase, RotationInfo
from scenarios.rotation.headings import (
    BETWEEN,
    CODES,
    COLUMNS,
    DATES,
    FILES,
    FLAGS,
    INFO,
    INFO_FILE,
    LISTS,
    WHOLE,
)

WORDS = {field: {code: word for word, code in codes.items()} for field, codes in CODES.items()}


def read_folder(folder: Path) -> RotationCase:
    """The case that a folder of sample tables holds.

    Raises:
        KeyError: for a heading or word that is not one of the samples' own.
        ValueError: for a number or date that is none, or a row that does not fit its type.
    """
    info = {INFO[row["项目"]]: row["值"] for row in _rows(folder / f"{INFO_FILE}.csv")}
    tables = {table: _table(table, folder / f"{file}.csv") for table, file in FILES.items()}
    return RotationCase.model_validate({"case": RotationInfo(**_fields(info)), **tables})


def write_folder(case: RotationCase, folder: Path) -> None:
    """Writes a case as the tables of a sample; tables without rows are left out."""
    info = [(word, _text(field, getattr(case.case, field))) for word, field in INFO.items()]
    _write(folder / f"{INFO_FILE}.csv", ("项目", "值"), [row for row in info if row[1]])
    for table, file in FILES.items():
        fields = COLUMNS[table]
        rows = [[_text(field, getattr(row, field)) for field in fields.values()] for row in getattr(case, table)]
        if rows:
            _write(folder / f"{file}.csv", tuple(fields), rows)


def _write(path: Path, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(headings)
        writer.writerows(rows)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    if path.exists():
        with path.open(encoding="utf-8-sig", newline="") as lines:
            yield from csv.DictReader(lines, strict=True)


def _table(table: str, path: Path) -> tuple[Frozen, ...]:
    headings = COLUMNS[table]
    return tuple(
        ROW_TYPES[table](**_fields({headings[heading]: text for heading, text in row.items()})) for row in _rows(path)
    )


def _fields(texts: dict[str, str]) -> dict[str, Any]:
    """The filled-in cells as values; an empty cell leaves the field as it is by default."""
    return {field: _value(field, text) for field, text in texts.items() if text != ""}


def _value(field: str, text: str) -> Any:
    if field in CODES:
        return CODES[field][text]
    if field in FLAGS:
        return {"是": True, "否": False}[text]
    if field in WHOLE:
        return int(text)
    if field in DATES:
        return dt.date.fromisoformat(text)
    return tuple(text.split(BETWEEN)) if field in LISTS else text


def _text(field: str, value: Any) -> str:
    if value is None:
        return ""
    if field in CODES:
        return WORDS[field][value]
    if field in FLAGS:
        return "是" if value else ""
    return BETWEEN.join(value) if field in LISTS else str(value)
