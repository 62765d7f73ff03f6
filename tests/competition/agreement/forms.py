"""The same case in other forms: rows and columns in another order, one JSON file, one workbook."""

import csv
import datetime as dt
import json
import random
import shutil
from pathlib import Path
from typing import Any

import xlsxwriter

Row = dict[str, str]
COUNTS = ("headcount", "retain", "round", "choice", "year", "satisfied", "basic", "dissatisfied", "present", "votes")
PAPERS = ("aptitude", "essay", "knowledge")
HEADS = ("virtue", "ability", "diligence", "results", "integrity")
NUMBERS = {*COUNTS, *PAPERS, *HEADS, "order", "score"}
DATES = ("rank_since", "birth")


def tables_of(folder: Path) -> dict[str, list[Row]]:
    tables = {}
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as stream:
            tables[path.stem] = list(csv.DictReader(stream))
    return tables


def permuted(folder: Path, target: Path, seed: int) -> Path:
    """The folder with the rows and the columns of every table in another order."""
    dice = random.Random(seed)
    target.mkdir(parents=True)
    for name, rows in tables_of(folder).items():
        columns = dice.sample(list(rows[0]), len(rows[0])) if name != "case" else list(rows[0])
        with (target / f"{name}.csv").open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, columns)
            writer.writeheader()
            writer.writerows(dice.sample(rows, len(rows)))
    if (folder / "rulebook.toml").exists():
        shutil.copy(folder / "rulebook.toml", target)
    return target


def as_json(folder: Path, target: Path) -> Path:
    """One JSON file, counts and marks as numbers, what is empty left out."""
    tables: dict[str, Any] = tables_of(folder)
    tables["case"] = {row["key"]: row["value"] for row in tables["case"]}
    for name, rows in tables.items():
        if name != "case":
            tables[name] = [{k: number(v) if k in NUMBERS else v for k, v in row.items() if v} for row in rows]
    target.write_text(json.dumps(tables, ensure_ascii=False), encoding="utf-8")
    return target


def as_workbook(folder: Path, target: Path) -> Path:
    """One workbook, ids as text, numbers as numbers, dates as Excel dates."""
    with xlsxwriter.Workbook(str(target)) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for name, rows in tables_of(folder).items():
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, list(rows[0]))
            for i, row in enumerate(rows, start=1):
                for j, (column, text) in enumerate(row.items()):
                    if column in NUMBERS and text:
                        sheet.write_number(i, j, number(text))
                    elif column in DATES and text:
                        sheet.write_datetime(i, j, dt.datetime.fromisoformat(text), day)
                    elif text:
                        sheet.write_string(i, j, text)
    return target


def number(text: str) -> float | int:
    return int(text) if text.isdigit() else float(text)
