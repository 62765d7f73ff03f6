"""The embedded bureau in a workbook as a personnel office keeps it, rather than as the tables are asked for.

Titles above and notes below the tables, ids typed as numbers, marks as percent cells, ticks, dates of eight digits.
"""

import csv
import datetime as dt
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter

from scenarios.headings import COMMON, DATES, FILES, INFO_FILE, MARKS, WHOLE

BUREAU = "青湖市自然资源局"
TITLES: Mapping[str, Sequence[str]] = {
    "人员": (f"{BUREAU}机关干部花名册", "填报单位：人事科　　填报日期：2024年5月20日"),
    "考试": (f"{BUREAU}竞争轮岗笔试成绩表", "监督：机关纪委"),
    "民主测评": (f"{BUREAU}竞争轮岗民主测评汇总表", "测评范围：机关全体干部职工"),
}
"""What stands above a table, a merged row each."""
NOTES = {"民主测评": "注：各项均为得分率，满分为100%。"}
"""What stands below a table."""
WEIGHTS = {"行测": "行测\n（30%）", "申论": "申论\n（50%）", "公共基础知识": "公共基础知识\n（20%）"}
"""Headings that bear the weight of their column."""
TICKED = ("原任科长", "不轮岗", "拟任人选", "单位同意")
NUMBERS = ("考试",)
"""Tables whose ids were typed as numbers, which takes the zeros from them."""
PERCENT = ("民主测评",)
"""Tables whose marks are percent cells."""
CREATED = dt.datetime(2024, 5, 20)


def workbook(folder: Path) -> bytes:
    """The tables of a sample folder as that office would hand them in; always the same bytes."""
    sink = BytesIO()
    with xlsxwriter.Workbook(sink, {"in_memory": True}) as book:
        book.set_properties({"created": CREATED})
        styles = {
            "title": book.add_format({"bold": True, "font_size": 16, "align": "center"}),
            "under": book.add_format({"align": "right"}),
            "heading": book.add_format({"bold": True, "text_wrap": True, "border": 1, "align": "center"}),
            "percent": book.add_format({"num_format": "0.0%", "border": 1}),
            "cell": book.add_format({"border": 1}),
        }
        for name in (INFO_FILE, *FILES.values()):
            with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as lines:
                headings, *rows = csv.reader(lines)
            _sheet(book.add_worksheet(name), name, headings, rows, styles)
    return sink.getvalue()


def _sheet(sheet: Any, name: str, headings: Sequence[str], rows: Sequence[Sequence[str]], styles: Any) -> None:
    """One table under its titles and over its note."""
    top = TITLES.get(name, ())
    for number, (text, style) in enumerate(zip(top, ("title", "under"), strict=False)):
        sheet.merge_range(number, 0, number, len(headings) - 1, text, styles[style])
    sheet.set_column(0, len(headings) - 1, 12)
    sheet.freeze_panes(len(top) + 1, 0)
    for column, heading in enumerate(headings):
        sheet.write_string(len(top), column, WEIGHTS.get(heading, heading), styles["heading"])
    for number, row in enumerate(rows, start=len(top) + 1):
        for column, (heading, text) in enumerate(zip(headings, row, strict=True)):
            value, style = _kept(name, heading, text)
            sheet.write(number, column, value, styles[style])
    if name in NOTES:
        sheet.write_string(len(top) + len(rows) + 1, 0, NOTES[name])


def _kept(table: str, heading: str, text: str) -> tuple[str | int | float, str]:
    """A cell as the office has it, and how it is formatted."""
    field, marks = COMMON.get(heading), [one for known in MARKS.values() for one in known]
    if text == "":
        return "", "cell"
    if heading in TICKED and text == "是":
        return "√", "cell"
    if table in PERCENT and heading in marks:
        return float(f"{text}e-2"), "percent"
    if field in DATES:
        return int(text.replace("-", "")), "cell"
    if field == "person_id" and table in NUMBERS:
        return int(text), "cell"
    if field in WHOLE or field == "score" or heading in marks:
        return float(text), "cell"
    return text, "cell"
