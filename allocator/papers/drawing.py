"""Draws the editable templates of kinds of paper.

The layout is that of official documents (GB/T 9704): A4, margins 37, 35, 28 and 26 mm, 22 lines of 28 characters,
the page number outside below the text. The English ones have the same page with the sizes of an English letter. Fonts
are named only; none comes with the templates.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt, RGBColor

from allocator.papers.layout import Block, Grid, Kind, Seal, Signatures, Table, Text
from allocator.papers.package import repacked, saved
from allocator.papers.styles import (
    ALIGN,
    STYLES,
    add_element,
    add_running_line,
    add_styles,
    declare_chinese,
    name_fonts,
    set_page,
)
from allocator.papers.word import template_names
from allocator.words import Lang

TEXT_WIDTH = Mm(210 - 28 - 26)
GREY = RGBColor(0x59, 0x59, 0x59)
CELL_MARGIN = "50"
LABEL_SHARE = 3
"""Of ten parts of half a line of a grid, those its label takes."""


def draw(kind: Kind, lang: Lang = "zh") -> bytes:
    """The template of one kind in one language."""
    document = Document()
    set_page(document, lang)
    add_styles(document, lang)
    name_fonts(document)
    declare_chinese(document)
    if not kind.sheets or kind.apart:
        add_running_line(document, "sheets[0].running" if kind.sheets else "running")
    if kind.sheets:
        _loop(document, "p", "for sheet in sheets")
        _title(document)
        for block in kind.layout[1:]:
            _block(document, block, "sheet.", lang)
        _loop(document, "p", "endfor")
    else:
        for block in kind.layout:
            _block(document, block, "", lang)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = kind.name, "", ""
    return repacked(saved(document))


def draw_all(folder: Path, kinds: Iterable[Kind]) -> tuple[Path, ...]:
    """Every template of the kinds, written into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for kind in kinds:
        for lang in STYLES:
            path = folder / template_names(kind.name, lang)[0]
            path.write_bytes(draw(kind, lang))
            made.append(path)
    return tuple(made)


def _loop(place: Any, level: str, tag: str) -> None:
    place.add_paragraph(f"{{%{level} {tag} %}}", style="Paper Plain")


def _title(document: Any) -> None:
    """The title of a sheet; every sheet but the first begins a page."""
    _loop(document, "p", "if loop.first")
    document.add_paragraph("{{ sheet.title }}", style="Paper Title")
    _loop(document, "p", "else")
    document.add_paragraph("{{ sheet.title }}", style="Paper Title").paragraph_format.page_break_before = True
    _loop(document, "p", "endif")


def _block(document: Any, block: Block, own: str, lang: Lang) -> None:
    if isinstance(block, Text):
        _text(document, block, own)
    elif isinstance(block, Grid):
        _grid(document, block, own)
    elif isinstance(block, Table):
        _table(document, block, own, lang)
    elif isinstance(block, Signatures):
        _signatures(document, own)
    elif isinstance(block, Seal):
        _seal(document, own, STYLES[lang]["Cell"].points)


def _text(document: Any, block: Text, own: str) -> None:
    style = f"Paper {block.style.title()}"
    if not block.many:
        document.add_paragraph(f"{{{{ {own}{block.field} }}}}", style=style)
        return
    _loop(document, "p", f"for line in {own}{block.field}")
    document.add_paragraph("{{ line }}", style=style).paragraph_format.keep_with_next = block.field == "closing"
    _loop(document, "p", "endfor")


def _new_table(document: Any, widths: Sequence[int]) -> Any:
    table = document.add_table(rows=0, cols=len(widths), style="Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    margins = add_element(table._tbl.tblPr, "tblCellMar")
    table._tbl.tblPr.find(qn("w:tblLook")).addprevious(margins)
    for side in ("left", "right"):
        add_element(margins, side, w=CELL_MARGIN, type="dxa")
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Emu(width)
    return table


def _row(
    table: Any, texts: Sequence[tuple[str, str, str]], height: Any = None, *, head: bool = False, kept: bool = False
) -> None:
    """A row of (text, style, align); it stays on one page and, where ``kept``, with what follows."""
    row = table.add_row()
    properties = row._tr.get_or_add_trPr()
    add_element(properties, "cantSplit")
    if head:
        add_element(properties, "tblHeader")
    if height is not None:
        row.height = height
    for cell, (text, style, align), column in zip(row.cells, texts, table.columns, strict=True):
        cell.width = column.width
        cell.vertical_alignment = 1
        paragraph = cell.paragraphs[0]
        paragraph.style, paragraph.alignment = f"Paper {style}", ALIGN[align]
        if head or kept:
            paragraph.paragraph_format.keep_with_next = True
        paragraph.add_run(text)


def _shares(shares: Sequence[int]) -> list[int]:
    return [TEXT_WIDTH * share // sum(shares) for share in shares]


def _grid(document: Any, block: Grid, own: str) -> None:
    _space(document)
    table = _new_table(document, _shares([LABEL_SHARE, 10 - LABEL_SHARE] * 2))
    for at in range(0, len(block.fields), 2):
        texts = []
        for field in block.fields[at : at + 2]:
            texts += [
                (f"{{{{ {own}words.{field} }}}}", "Head", "center"),
                (f"{{{{ {own}{field} }}}}", "Cell", "center"),
            ]
        _row(table, texts, Mm(11))


def _table(document: Any, block: Table, own: str, lang: Lang) -> None:
    _space(document)
    table = _new_table(document, _shares([column.share(lang) for column in block.columns]))
    heads = [(f"{{{{ {own}words.{column.field} }}}}", "Head", "center") for column in block.columns]
    _row(table, heads, Mm(9), head=True)
    blank = [("", "Cell", "center")] * (len(block.columns) - 1)
    _row(table, [(f"{{%tr for row in {own}{block.field} %}}", "Cell", "left"), *blank])
    cells = [(f"{{{{ row.{column.field} }}}}", "Cell", column.align) for column in block.columns]
    _row(table, cells, Mm(11 if block.tall else 8))
    _row(table, [("{%tr endfor %}", "Cell", "left"), *blank])
    _space(document, kept=False)


def _space(document: Any, *, kept: bool = True) -> None:
    """Room above and below a table, which would else touch the text."""
    form = document.add_paragraph(style="Paper Note").paragraph_format
    form.space_before, form.line_spacing, form.keep_with_next = Pt(0), Pt(10), kept


def _signatures(document: Any, own: str) -> None:
    _space(document)
    table = _new_table(document, _shares([4, 8, 2, 6]))
    blank = [("", "Cell", "center")] * 3
    _row(table, [(f"{{%tr for box in {own}signatures %}}", "Cell", "left"), *blank])
    label, date = ("{{ box.label }}", "Head", "center"), ("{{ box.date }}", "Head", "center")
    _row(table, [label, ("", "Cell", "center"), date, ("", "Cell", "center")], Mm(16), kept=True)
    _row(table, [("{%tr endfor %}", "Cell", "left"), *blank])


def _seal(document: Any, own: str, small: float) -> None:
    """Who issues it over the date, with room for the stamp between the text and them; never parted by a page."""
    paragraph = document.add_paragraph(style="Paper Seal")
    paragraph.add_run(f"{{{{ {own}issuer }}}}").add_break()
    mark = paragraph.add_run(f"{{{{ {own}words.seal }}}}")
    mark.font.size, mark.font.color.rgb = Pt(small), GREY
    paragraph.add_run().add_break()
    paragraph.add_run(f"{{{{ {own}date }}}}")
