"""Empty tables to be filled in: headings, notes, drop-downs and one example row each."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from allocator.faults import Fault, InvalidInput
from allocator.files.atomic import write_folder_atomically, write_new_file
from allocator.files.case_writer import csv_bytes
from allocator.files.form import CaseForm
from allocator.files.layout import Column, Layout
from allocator.files.raw import shown
from allocator.tabular import BOM
from allocator.words import CATALOGUE, Lang, say
from allocator.words.tables import EXERCISE_KEY, SHARED_WORDS

FILLED_ROWS = 2_000
"""So many rows below the headings get drop-downs and formats."""
_SUFFIXES = ("", ".xlsx")


def write_template(path: Path, lang: Lang, form: CaseForm) -> None:
    """Writes empty tables with headings in a language and one marked example row each, which reading passes over.

    Args:
        path: a folder (no suffix) for csv files, or an ``.xlsx`` workbook with notes and drop-downs.
        lang: the language of headings, codes and notes.
        form: the tables of the exercise.

    Raises:
        InvalidInput: for another suffix, a file that is there already, a folder that is not empty, or a path that
            cannot be written.
    """
    suffix = path.suffix.casefold()
    if suffix not in _SUFFIXES:
        raise InvalidInput(
            (Fault("target_format", shown(path.name), None, None, shown(path.name), {"suffix": suffix}),)
        )
    known = form.layouts
    if suffix == ".xlsx":
        write_new_file(path, _workbook(form, lang))
        return
    files = {
        f"{say(f'table.{table}', lang)}.csv": BOM + csv_bytes([_headings(layout, lang), *_rows(layout, form, lang)])
        for table, layout in known.items()
    }
    guide = "\n".join(_guide(form, lang)) + "\n"
    write_folder_atomically(path, {**files, f"{say('guide.sheet', lang)}.txt": BOM + guide.encode()})


def _headings(layout: Layout, lang: Lang) -> list[str]:
    return [say(f"column.{layout.table}.{column.name}", lang) for column in layout.columns]


def _rows(layout: Layout, form: CaseForm, lang: Lang) -> list[list[str]]:
    """The example row; in the table of the case also the rows to be filled in."""
    mark = say("guide.example", lang)
    if layout.table == "case":
        example = [mark + say("case.name", lang), say(f"{form.template}example.case.value", lang)]
        named = {EXERCISE_KEY[0]: say(f"exercise.{form.exercise}", lang)}
        return [example, *([say(f"case.{key}", lang), named.get(key, "")] for key in form.written)]
    row = [_example(layout.table, column, form, lang) for column in layout.columns]
    return [[mark + row[0], *row[1:]]]


def _example(table: str, column: Column, form: CaseForm, lang: Lang) -> str:
    if column.kind in ("code", "group", "yes_no"):
        kind = "yes_no" if column.kind == "yes_no" else column.name
        code = form.example_codes.get(f"{table}.{column.name}") or next(iter(_codes(column)))
        return say(f"word.{kind}.{code}", lang) if f"word.{kind}.{code}" in CATALOGUE else code
    return form.examples.get(f"{table}.{column.name}") or say(f"{form.template}example.{table}.{column.name}", lang)


def _note(table: str, column: Column, form: CaseForm, lang: Lang) -> str:
    """What a heading's note says: what the column means, its form, and whether it must be filled."""
    must = say("note.required" if column.required else "note.optional", lang)
    if table == "case":
        return say(f"{form.template}note.case.{column.name}", lang)
    meaning = say(f"{form.template}note.{table}.{column.name}", lang)
    return "\n".join([meaning, say(f"note.kind.{column.kind}", lang), must])


def _guide(form: CaseForm, lang: Lang) -> list[str]:
    lines = [say(f"guide.{i}", lang, mark=say("guide.example", lang)) for i in range(1, 8)]
    own = f"{form.template}guide.table"
    tables = [f"{say(f'table.{table}', lang)}: {say(f'{own}.{table}', lang)}" for table in form.layouts]
    return [*lines, "", *tables]


def _workbook(form: CaseForm, lang: Lang) -> bytes:
    from allocator.files.workbooks import TEXT_FORMAT, new_workbook

    data = io.BytesIO()
    with new_workbook(data) as book:
        guide = book.add_worksheet(say("guide.sheet", lang))
        guide.set_column(0, 0, 110, book.add_format({"text_wrap": True, "valign": "top"}))
        for number, line in enumerate(_guide(form, lang)):
            guide.write_string(number, 0, line)
        formats = {
            "head": book.add_format({"bold": True, "bg_color": "#DDEBF7", "border": 1, "num_format": TEXT_FORMAT}),
            "must": book.add_format({"bold": True, "bg_color": "#F8CBAD", "border": 1, "num_format": TEXT_FORMAT}),
            "example": book.add_format(
                {"italic": True, "font_color": "#7F7F7F", "bg_color": "#F2F2F2", "num_format": TEXT_FORMAT}
            ),
            "text": book.add_format({"num_format": TEXT_FORMAT}),
            "plain": book.add_format({}),
        }
        for layout in form.layouts.values():
            _sheet(book.add_worksheet(say(f"table.{layout.table}", lang)), layout, form, lang, formats)
    return data.getvalue()


def _sheet(sheet: Any, layout: Layout, form: CaseForm, lang: Lang, formats: dict[str, Any]) -> None:
    sheet.freeze_panes(1, 0)
    rows = _rows(layout, form, lang)
    for position, (column, heading) in enumerate(zip(layout.columns, _headings(layout, lang), strict=True)):
        width = max(12, *(2 * len(row[position]) for row in rows), 2 * len(heading) + 2)
        kind = "text" if column.kind in ("id", "label", "text", "date") else "plain"
        sheet.set_column(position, position, min(width, 40), formats[kind])
        sheet.write_string(0, position, heading, formats["must" if column.required else "head"])
        sheet.write_comment(0, position, _note(layout.table, column, form, lang), {"x_scale": 2, "y_scale": 1.5})
        if words := _words(column, lang):
            sheet.data_validation(2, position, FILLED_ROWS, position, {"validate": "list", "source": list(words)})
    for number, row in enumerate(rows, start=1):
        for position, text in enumerate(row):
            sheet.write_string(number, position, text, formats["example" if number == 1 else "text"])


def _words(column: Column, lang: Lang) -> Sequence[str]:
    if column.kind not in ("code", "group", "yes_no"):
        return ()
    kind = "yes_no" if column.kind == "yes_no" else column.name
    codes = (f"word.{kind}.{code}" for code in _codes(column))
    return [say(code, lang) if code in CATALOGUE else code.rpartition(".")[2] for code in codes]


def _codes(column: Column) -> Sequence[str]:
    if column.kind == "yes_no":
        return list(SHARED_WORDS["yes_no"])
    return [code for code, _ in column.codes]
