"""A small valid case as raw cells, and a way to write any raw cells as csv files, a workbook or JSON.

Tables are lists of rows, the headings first; cells are mostly text. What a form cannot hold is left to the form: a
number is written as a number to a workbook and to JSON, a :class:`Formula` is a formula in a workbook and its text
elsewhere.
"""

import csv
import datetime as dt
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

Form = Literal["csv", "xlsx", "json"]
FORMS: tuple[Form, ...] = ("csv", "xlsx", "json")
Tables = dict[str, list[list[Any]]]
Edit = Callable[[Tables], None]


@dataclass(frozen=True)
class Formula:
    """A formula of a workbook with its stored result."""

    text: str
    result: Any = 0


@dataclass(frozen=True)
class Bare:
    """A JSON number digit for digit; plain text in the other forms."""

    text: str


def valid_tables() -> Tables:
    """A bureau of two sections and five people with records for all three stages, and nothing wrong with it."""
    people = ("p1", "p2", "p3", "p4", "p5")
    return {
        "case": [["key", "value"], ["name", "样例"], ["reference_date", "2024-07-01"], ["lottery_seed", "draw"]],
        "sections": [
            ["section_id", "name", "headcount", "retain"],
            ["s1", "办公室", "3", ""],
            ["s2", "业务科", "3", "1"],
        ],
        "people": [
            [
                "person_id",
                "name",
                "staffing",
                "section_id",
                "rank",
                "rank_since",
                "chief",
                "fixed",
                "bid",
                "cleared",
                "review",
                "consent",
                "gender",
                "birth",
                "education",
            ],
            [
                "p1",
                "甲",
                "行政",
                "s1",
                "正科实职",
                "2015-01-01",
                "是",
                "否",
                "",
                "",
                "合格",
                "",
                "女",
                "1980-05-01",
                "本科",
            ],
            [
                "p2",
                "乙",
                "行政",
                "s2",
                "副科实职",
                "2016/3/1",
                "否",
                "否",
                "竞争",
                "是",
                "合格",
                "",
                "男",
                "1985.07",
                "硕士",
            ],
            ["p3", "丙", "行政", "s1", "科员", "", "否", "否", "", "", "", "", "女", "1992-11-30", "大专"],
            ["p4", "丁", "行政", "s2", "科员", "", "否", "否", "", "", "", "", "男", "1995-02-28", "本科"],
            ["p5", "戊", "事业", "s1", "科员", "", "否", "否", "", "", "合格", "是", "女", "1990-01-15", "本科"],
        ],
        "exams": [["person_id", "aptitude", "essay", "knowledge"], *([p, "80", "75.5", "90"] for p in people)],
        "appraisals": [
            ["person_id", "virtue", "ability", "diligence", "results", "integrity"],
            *([p, "90", "85", "88", "92.25", "95"] for p in people),
        ],
        "reviews": [["person_id", "year", "score"], *([p, str(y), "91"] for p in people for y in (2021, 2022, 2023))],
        "satisfaction": [
            ["person_id", "satisfied", "basic", "dissatisfied"],
            ["p1", "20", "3", "1"],
            ["p2", "18", "", "2"],
        ],
        "applications": [
            ["person_id", "round", "choice", "section_id"],
            ["p1", "1", "1", "s2"],
            ["p2", "1", "1", "s1"],
        ],
        "speeches": [
            ["person_id", "judge", "score"],
            *([p, f"j{j}", str(80 + j)] for p in ("p1", "p2") for j in range(1, 8)),
        ],
        "attendance": [
            ["group", "present"],
            ["leaders", "5"],
            ["staff", "20"],
            ["institutions", "6"],
            ["counties", "4"],
        ],
        "ballots": [
            ["person_id", "section_id", "group", "votes"],
            ["p1", "s2", "leaders", "5"],
            ["p1", "s2", "staff", "15"],
            ["p2", "s1", "leaders", "4"],
            ["p2", "s1", "staff", "12"],
            ["p2", "s1", "counties", "2"],
        ],
        "clerk_applications": [
            ["person_id", "round", "section_id"],
            ["p3", "1", "s2"],
            ["p4", "1", "s1"],
            ["p5", "1", "s2"],
        ],
        "picks": [
            ["section_id", "person_id", "order", "chief_id"],
            ["s1", "p4", "1", ""],
            ["s2", "p3", "1", ""],
            ["s2", "p5", "2", ""],
        ],
        "avoidances": [["person_a", "person_b", "relation"], ["p3", "p5", "亲属"]],
        "pins": [
            ["person_id", "section_id", "role", "mode", "reason", "authority"],
            ["p4", "s2", "clerk", "forbid", "工作需要", "局党组"],
        ],
    }


def write_tables(tables: Tables, folder: Path, form: Form, name: str = "case") -> Path:
    """Writes raw tables under ``folder`` and gives the path of the case."""
    return {"csv": _write_csv, "xlsx": _write_xlsx, "json": _write_json}[form](tables, folder, name)


def csv_text(rows: list[list[Any]]) -> str:
    """The rows as the text of a csv file."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows([[_text(cell) for cell in row] for row in rows])
    return text.getvalue()


def _text(cell: Any) -> str:
    if isinstance(cell, Formula):
        return cell.text
    return cell.text if isinstance(cell, Bare) else "" if cell is None else str(cell)


def _write_csv(tables: Tables, folder: Path, name: str) -> Path:
    case = folder / name
    case.mkdir(parents=True, exist_ok=True)
    for table, rows in tables.items():
        (case / f"{table}.csv").write_bytes(csv_text(rows).encode("utf-8", "surrogatepass"))
    return case


def _write_xlsx(tables: Tables, folder: Path, name: str) -> Path:
    import xlsxwriter

    path = folder / f"{name}.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for table, rows in tables.items():
            sheet = book.add_worksheet(table)
            for r, row in enumerate(rows):
                for c, cell in enumerate(row):
                    if isinstance(cell, Formula):
                        sheet.write_formula(r, c, cell.text, None, cell.result)
                    elif isinstance(cell, bool):
                        sheet.write_boolean(r, c, cell)
                    elif isinstance(cell, dt.date):
                        sheet.write_datetime(r, c, cell, day)
                    elif isinstance(cell, int | float):
                        sheet.write_number(r, c, cell)
                    elif _text(cell):
                        sheet.write_string(r, c, _text(cell))
    return path


def _write_json(tables: Tables, folder: Path, name: str) -> Path:
    path = folder / f"{name}.json"
    content: dict[str, Any] = {}
    for table, (headings, *rows) in tables.items():
        if table in ("case", "方案"):
            content[table] = {_text(row[0]): row[1] for row in rows}
        else:
            content[table] = [dict(zip(headings, row, strict=False)) for row in rows]
    bare: dict[str, str] = {}

    def other(cell: Any) -> str:
        if isinstance(cell, Bare):
            bare[f'"\x02{len(bare)}"'] = cell.text
            return f"\x02{len(bare) - 1}"
        return _text(cell)

    text = json.dumps(content, ensure_ascii=False, indent=1, default=other)
    for mark, number in bare.items():
        text = text.replace(json.dumps(mark[1:-1]), number)
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    return path
