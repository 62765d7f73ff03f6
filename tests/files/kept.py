"""The embedded bureau as officers might keep it: its tables as typed cells, ways to distort them, and a writer."""

import csv
import datetime as dt
import itertools
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter

SOURCE = Path(__file__).parents[2] / "scenarios" / "embedded"
NUMBERS = frozenset(
    (
        *("行测", "申论", "公共基础知识", "德", "能", "勤", "绩", "廉", "年度", "分数", "满意", "基本满意", "不满意"),
        *("轮次", "志愿序号", "得分", "实到人数", "得票", "顺序", "核定岗位数", "留用上限"),
    )
)
Tables = dict[str, list[list[Any]]]
NUMERALS = "一二三四五"


@dataclass(frozen=True)
class Styled:
    """A number with a number format."""

    value: float
    format: str


@dataclass
class Book:
    """A workbook to be written: its tables, and what is merged or hidden."""

    tables: Tables
    merged: list[tuple[str, tuple[int, int, int, int]]] = field(default_factory=list)
    hidden_rows: dict[str, range] = field(default_factory=dict)
    hidden_sheets: list[str] = field(default_factory=list)
    filtered: list[str] = field(default_factory=list)

    def column(self, sheet: str, heading: str) -> int:
        """The position of a column."""
        return self.tables[sheet][0].index(heading)

    def change(self, sheet: str, heading: str, how: Callable[[Any], Any]) -> None:
        """Changes every filled cell of a column that has no number format yet."""
        at = self.column(sheet, heading)
        for row in self.tables[sheet][1:]:
            if row[at] is not None and not isinstance(row[at], Styled):
                row[at] = how(row[at])


def embedded() -> Book:
    """The embedded bureau, numbers as numbers and everything else as text."""
    tables: Tables = {}
    for path in sorted(SOURCE.glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            headings, *rows = csv.reader(file)
        tables[path.stem] = [headings, *([_typed(h, c) for h, c in zip(headings, row, strict=True)] for row in rows)]
    return Book(tables)


def _typed(heading: str, cell: str) -> Any:
    if not cell:
        return None
    return float(cell) if heading in NUMBERS else cell


def write(book: Book, path: Path) -> Path:
    """Writes the workbook."""
    with xlsxwriter.Workbook(str(path)) as file:
        formats: dict[str, Any] = {}
        day = file.add_format({"num_format": "yyyy-mm-dd"})
        for name, rows in book.tables.items():
            sheet = file.add_worksheet(name)
            for r, row in enumerate(rows):
                for c, cell in enumerate(row):
                    if isinstance(cell, Styled):
                        style = formats.setdefault(cell.format, file.add_format({"num_format": cell.format}))
                        sheet.write_number(r, c, cell.value, style)
                    elif isinstance(cell, dt.date):
                        sheet.write_datetime(r, c, cell, day)
                    elif isinstance(cell, int | float):
                        sheet.write_number(r, c, cell)
                    elif cell is not None:
                        sheet.write_string(r, c, cell)
            for where, (top, left, bottom, right) in book.merged:
                if where == name:
                    sheet.merge_range(top, left, bottom, right, rows[top][left])
            for r in book.hidden_rows.get(name, ()):
                sheet.set_row(r, None, None, {"hidden": True})
            if name in book.hidden_sheets:
                sheet.hide()
            if name in book.filtered:
                sheet.autofilter(0, 0, len(rows) - 1, len(rows[0]) - 1)
        file.worksheets()[0].activate()
    return path


def person_columns(book: Book) -> Iterable[tuple[str, str]]:
    """The columns outside the people's own table that name people."""
    for sheet, rows in book.tables.items():
        for heading in ("人员编号", "人员甲", "人员乙"):
            if heading in rows[0] and sheet != "人员":
                yield sheet, heading


def ids_as_numbers(book: Book) -> None:
    for sheet, heading in person_columns(book):
        book.change(sheet, heading, float)


def ids_respelt(book: Book) -> None:
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    book.change("考试", "人员编号", lambda one: f" {one} ")
    book.change("民主测评", "人员编号", lambda one: one.translate(wide))
    book.change("年度考核", "人员编号", lambda one: f"'{one}")


def names_for_ids(book: Book) -> None:
    sections = {row[0]: row[1] for row in book.tables["科室"][1:]}
    people = {row[0]: row[1] for row in book.tables["人员"][1:]}
    alike = {name for name, count in Counter(people.values()).items() if count > 1}
    for sheet, heading in list(person_columns(book)):
        book.change(sheet, heading, lambda one: one if people[one] in alike else people[one])
    for sheet, heading in (
        ("人员", "现科室"),
        ("报岗", "申报科室"),
        ("定岗推荐", "推荐科室"),
        ("科长选人", "科室编号"),
    ):
        book.change(sheet, heading, sections.__getitem__)


def titles_and_notes(book: Book) -> None:
    for name, rows in book.tables.items():
        width = len(rows[0])
        blank = [None] * (width - 1)
        book.tables[name] = [
            [f"青湖市自然资源局{name}一览表", *blank],
            [None, *blank],
            ["（单位：人、分）", *blank],
            *rows,
            [None, *blank],
            ["注：本表由人事科负责解释。", *blank],
            ["制表人：王某　　审核人：李某", *blank],
        ]
        book.merged = [
            (where, (top + 3, left, bottom + 3, right) if where == name else (top, left, bottom, right))
            for where, (top, left, bottom, right) in book.merged
        ]
        if width > 1:
            book.merged.append((name, (0, 0, 0, width - 1)))
        if name in book.hidden_rows:
            book.hidden_rows[name] = range(book.hidden_rows[name].start + 3, book.hidden_rows[name].stop + 3)


def headings_in_two_rows(book: Book) -> None:
    for sheet, group in (("考试", "笔试成绩"), ("民主测评", "测评项目")):
        headings, *rows = book.tables[sheet]
        book.tables[sheet] = [
            [headings[0], group, *[None] * (len(headings) - 2)],
            [None, *headings[1:]],
            *rows,
        ]
        book.merged += [(sheet, (0, 0, 1, 0)), (sheet, (0, 1, 0, len(headings) - 1))]


def totals_and_blank_rows(book: Book) -> None:
    headings, *rows = book.tables["民主测评"]
    book.tables["民主测评"] = [headings, *rows[:30], [None] * 6, *rows[30:], ["平均", 85.1, 85.2, 85.3, 85.1, 85.0]]
    attendance = book.tables["参会人数"]
    attendance.append(["合计", sum(row[1] for row in attendance[1:])])
    for sheet in ("考试", "人员"):
        for number, row in enumerate(book.tables[sheet]):
            row.insert(0, number or "序号")


def headings_with_noise(book: Book) -> None:
    new = {"出生年月": "出生年月\n（年月日）", "任职时间": " 任职\n时间 ", "姓名": "姓　名", "性别": "性 别"}
    book.tables["人员"][0] = [new.get(one, one) for one in book.tables["人员"][0]]
    book.tables["年度考核"][0] = ["人员编号", "年度", "分数（分）"]
    book.tables["民主测评"][0] = ["人员编号", "德(30%)", "能(15%)", "勤(10%)", "绩(25%)", "廉(20%)"]


def _as_share(cell: Any) -> Any:
    return Styled(float(Decimal(str(cell)) / 100), "0.0%") if isinstance(cell, float) else cell


def percentages(book: Book) -> None:
    for sheet, heading in (("民主测评", "德"), ("考试", "申论"), ("年度考核", "分数"), ("竞岗演讲", "得分")):
        book.change(
            sheet,
            heading,
            lambda one: Styled(float(Decimal(str(one)) / 100), "0.0%") if isinstance(one, float) else one,
        )


def formats_followed(book: Book) -> None:
    book.change("考试", "人员编号", lambda one: Styled(float(one), "000"))
    book.change("考试", "行测", lambda one: Styled(float(one), '0.0"分"'))
    book.change("民主测评", "德", lambda one: Styled(float(one), "0"))


def dates_in_many_forms(book: Book) -> None:
    forms: list[Callable[[dt.date], Any]] = [
        lambda day: f"{day:%Y}年{day.month}月{day.day}日",
        lambda day: f"{day:%Y%m%d}",
        lambda day: float(f"{day:%Y%m%d}"),
        lambda day: f"{day.year}.{day.month}.{day.day}",
        lambda day: day,
        lambda day: f"{day:%y.%m.%d}",
        lambda day: f"{day:%Y-%m-%d} ",
    ]
    turn = itertools.cycle(forms)
    for heading in ("出生年月", "任职时间"):
        book.change("人员", heading, lambda one: next(turn)(dt.date.fromisoformat(one)))


def ticks(book: Book) -> None:
    book.change("人员", "原任科长", {"是": "√", "否": "×"}.__getitem__)
    book.change("人员", "不轮岗", {"是": "✓", "否": "×"}.__getitem__)
    book.change("人员", "拟任人选", {"是": "有", "否": "无"}.__getitem__)
    book.change("人员", "单位同意", {"是": "Y", "否": "N"}.__getitem__)


def _pivoted(rows: list[list[Any]], keys: int) -> tuple[list[Any], dict[Any, dict[Any, Any]]]:
    """The last columns as columns of their own: what they are called, and what stands there for each key."""
    found: dict[Any, dict[Any, Any]] = {}
    for row in rows[1:]:
        found.setdefault(tuple(row[:keys]), {})[tuple(row[keys:-1])] = row[-1]
    return sorted({one for cells in found.values() for one in cells}), found


def widened(sheet: str, keys: int, called: Callable[..., str]) -> Callable[[Book], None]:
    """A table with a column for each judge, year, group, round or choice."""

    def distort(book: Book) -> None:
        rows = book.tables[sheet]
        columns, found = _pivoted(rows, keys)
        headings = [*rows[0][:keys], *(called(*column) for column in columns)]
        book.tables[sheet] = [headings, *([*key, *(cells.get(c) for c in columns)] for key, cells in found.items())]

    return distort


def choices_under_rounds(book: Book) -> None:
    """A heading of two levels: the round above, its choices below."""
    columns, found = _pivoted(book.tables["报岗"], 1)
    upper: list[Any] = ["人员编号"]
    for round_, _ in columns:
        name = f"第{NUMERALS[int(round_) - 1]}轮"
        upper.append(None if name in upper else name)
    lower = [None, *(f"志愿{NUMERALS[int(choice) - 1]}" for _, choice in columns)]
    rows = [[*key, *(cells.get(one) for one in columns)] for key, cells in found.items()]
    book.tables["报岗"] = [upper, lower, *rows]
    book.merged.append(("报岗", (0, 0, 1, 0)))


def hidden(book: Book) -> None:
    book.hidden_rows["考试"] = range(5, 20)
    book.filtered.append("考试")
    book.hidden_sheets.append("指定")


def sheets_renamed(book: Book) -> None:
    called = {name: f"{n}.{name}表" for n, name in enumerate(book.tables, start=1)}
    book.tables = {called[name]: rows for name, rows in book.tables.items()}
    book.merged = [(called[name], area) for name, area in book.merged]
    book.hidden_rows = {called[name]: rows for name, rows in book.hidden_rows.items()}
    book.hidden_sheets = [called[name] for name in book.hidden_sheets]
    book.filtered = [called[name] for name in book.filtered]


def units_in_cells(book: Book) -> None:
    book.change("定岗推荐", "得票", lambda one: f"{one:.0f}票")
    book.change("竞岗演讲", "得分", lambda one: f"{one:g}分")


KEPT: dict[str, Callable[[Book], None]] = {
    "ids_as_numbers": ids_as_numbers,
    "ids_respelt": ids_respelt,
    "names_for_ids": names_for_ids,
    "titles_and_notes": titles_and_notes,
    "headings_in_two_rows": headings_in_two_rows,
    "totals_and_blank_rows": totals_and_blank_rows,
    "headings_with_noise": headings_with_noise,
    "percentages": percentages,
    "formats_followed": formats_followed,
    "dates_in_many_forms": dates_in_many_forms,
    "ticks": ticks,
    "judges": widened("竞岗演讲", 1, str),
    "years": widened("年度考核", 1, lambda year: f"{year:.0f}年度"),
    "groups": widened("定岗推荐", 2, lambda group: f"{group}（票）"),
    "rounds": widened("科员报岗", 1, lambda round_: f"第{NUMERALS[int(round_) - 1]}轮"),
    "choices": widened("报岗", 1, lambda r, c: f"第{NUMERALS[int(r) - 1]}轮志愿{NUMERALS[int(c) - 1]}"),
    "choices_under_rounds": choices_under_rounds,
    "hidden": hidden,
    "sheets_renamed": sheets_renamed,
    "units_in_cells": units_in_cells,
}
"""Ways to keep the embedded bureau's tables that each must be read as that very case."""
