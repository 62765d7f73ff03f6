"""Reads the tables of a sample bureau as they are shipped: UTF-8, the headings of :mod:`scenarios.headings`.

Cases that people bring are read elsewhere, with every form they may take and every fault they may have; the samples
are sound and have one form, so here anything unexpected is simply an error.
"""

import csv
import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from models.common.base import Frozen
from models.competition.case import ROW_TYPES, Case, CaseInfo
from scenarios.headings import CODES, COMMON, DATES, FILES, FLAGS, INFO, INFO_FILE, MARKS, WHOLE


def read_folder(folder: Path) -> Case:
    """The case that a folder of sample tables holds.

    Raises:
        KeyError: for a heading or word that is not one of the samples' own.
        ValueError: for a number or date that is none, or a row that does not fit its type.
    """
    info = {INFO[row["项目"]]: row["值"] for row in _rows(folder / f"{INFO_FILE}.csv")}
    tables = {table: _table(table, folder / f"{file}.csv") for table, file in FILES.items()}
    return Case.model_validate({"case": CaseInfo(**_fields(info)), **tables})


def _rows(path: Path) -> Iterator[dict[str, str]]:
    if path.exists():
        with path.open(encoding="utf-8-sig", newline="") as lines:
            yield from csv.DictReader(lines, strict=True)


def _table(table: str, path: Path) -> tuple[Frozen, ...]:
    marks = MARKS.get(table, {})
    rows = []
    for row in _rows(path):
        fields = _fields({COMMON[heading]: text for heading, text in row.items() if heading not in marks})
        if marks:
            fields["marks"] = {field: Decimal(row[heading]) for heading, field in marks.items()}
        rows.append(ROW_TYPES[table](**fields))
    return tuple(rows)


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
    return Decimal(text) if field == "score" else text
