"""Draws the editable templates: ``python -m allocator.papers.drawing [FOLDER]``.

The layout is that of official documents (GB/T 9704): A4, margins 37, 35, 28 and 26 mm, 22 lines of 28 characters,
the page number outside below the text. Fonts are named only; none comes with the templates.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt

from allocator.papers.kinds import TABLE, Block, Grid, Kind, Seal, Signatures, Table, Text
from allocator.papers.package import repacked, saved
from allocator.words.papers import FONTS

TEMPLATES = Path(__file__).parent / "templates"
TEXT_WIDTH = Mm(210 - 28 - 26)
PITCH = Pt(28.95)
TIGHTER = "-4"
"""Twentieths of a point between characters, so that 28 of them fill a line."""
CELL_MARGIN = "50"
LATIN = "Times New Roman"
ALIGN = {"left": WD_ALIGN_PARAGRAPH.LEFT, "center": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT}
LABEL_SHARE = 3
"""Of ten parts of half a line of a grid, those its label takes."""


def draw(kind: Kind) -> bytes:
    """The template of one kind."""
    document = Document()
    _page(document)
    _styles(document)
    _font_table(document)
    if kind.sheets:
        _loop(document, "p", "for sheet in sheets")
        _title(document)
        for block in kind.layout[1:]:
            _block(document, block, "sheet.")
        _loop(document, "p", "endfor")
    else:
        for block in kind.layout:
            _block(document, block, "")
    properties = document.core_properties
    properties.title, properties.author, properties.comments = kind.name, "", ""
    return repacked(saved(document))


def draw_all(folder: Path) -> tuple[Path, ...]:
    """Every template, written into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for kind in TABLE.values():
        path = folder / f"{kind.name}.docx"
        path.write_bytes(draw(kind))
        made.append(path)
    return tuple(made)


def _element(parent: Any, name: str, **attributes: str) -> Any:
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    parent.append(made)
    return made


def _page(document: Any) -> None:
    section = document.sections[0]
    section.start_type = WD_SECTION.NEW_PAGE
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = (
        Mm(37),
        Mm(35),
        Mm(28),
        Mm(26),
    )
    section.header_distance, section.footer_distance = Mm(15), Mm(23)
    for old in section._sectPr.findall(qn("w:docGrid")):
        section._sectPr.remove(old)
    _element(section._sectPr, "docGrid", type="lines", linePitch="579")
    document.settings.odd_and_even_pages_header_footer = True
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        _page_number(footer.paragraphs[0], side)


def _page_number(paragraph: Any, side: str) -> None:
    """The number between dashes, one character in from the outer edge."""
    paragraph.alignment = ALIGN[side]
    indent = "right_indent" if side == "right" else "left_indent"
    setattr(paragraph.paragraph_format, indent, Pt(14))
    for text in ("— ", None, " —"):
        run = paragraph.add_run(text or "")
        _font(run._element.get_or_add_rPr(), "number", 14)
        if text is None:
            for kind, code in (("begin", ""), ("", "PAGE"), ("end", "")):
                if kind:
                    _element(run._element, "fldChar", fldCharType=kind)
                else:
                    _element(run._element, "instrText").text = code


def _font(properties: Any, use: str, points: float, *, latin: str = LATIN) -> None:
    for old in (
        *properties.findall(qn("w:rFonts")),
        *properties.findall(qn("w:sz")),
        *properties.findall(qn("w:szCs")),
    ):
        properties.remove(old)
    fonts = OxmlElement("w:rFonts")
    for key, value in (("ascii", latin), ("hAnsi", latin), ("cs", latin), ("eastAsia", FONTS[use][0])):
        fonts.set(qn(f"w:{key}"), value)
    properties.insert(0, fonts)
    for name in ("sz", "szCs"):
        _element(properties, name, val=str(round(points * 2)))


def _styles(document: Any) -> None:
    """The paragraph styles: a bureau may change them in its own program without touching a tag."""
    normal = document.styles["Normal"]
    _font(normal.element.get_or_add_rPr(), "body", 16)
    _spacing(normal, PITCH)
    made: tuple[tuple[str, str, float, float, str], ...] = (
        ("Paper Title", "title", 22, 36, "center"),
        ("Paper Status", "status", 14, 24, "center"),
        ("Paper Body", "body", 16, 28.95, "left"),
        ("Paper Plain", "body", 16, 28.95, "left"),
        ("Paper Note", "number", 9, 14, "left"),
        ("Paper Head", "heading", 12, 18, "center"),
        ("Paper Cell", "body", 12, 18, "left"),
        ("Paper Seal", "body", 16, 28.95, "center"),
    )
    for name, use, points, pitch, align in made:
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        _font(style.element.get_or_add_rPr(), use, points)
        _spacing(style, Pt(pitch))
        style.paragraph_format.alignment = ALIGN[align]
    for name in ("Paper Note", "Paper Head", "Paper Cell"):
        grid = OxmlElement("w:snapToGrid")
        grid.set(qn("w:val"), "0")
        spacing = document.styles[name].element.get_or_add_pPr().find(qn("w:spacing"))
        spacing.addprevious(grid)
    for name in ("Paper Body", "Paper Plain"):
        properties = document.styles[name].element.get_or_add_rPr()
        properties.find(qn("w:sz")).addprevious(_element(properties, "spacing", val=TIGHTER))
    body = document.styles["Paper Body"].paragraph_format
    body.first_line_indent, body.alignment = Pt(32), WD_ALIGN_PARAGRAPH.JUSTIFY
    document.styles["Paper Title"].paragraph_format.space_after = Pt(4)
    document.styles["Paper Title"].paragraph_format.keep_with_next = True
    document.styles["Paper Status"].paragraph_format.space_after = Pt(14)
    document.styles["Paper Note"].paragraph_format.space_before = Pt(10)
    seal = document.styles["Paper Seal"].paragraph_format
    seal.left_indent, seal.right_indent, seal.keep_with_next = Pt(150), Pt(48), True


def _spacing(style: Any, pitch: Any) -> None:
    form = style.paragraph_format
    form.space_before = form.space_after = Pt(0)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, pitch


def _font_table(document: Any) -> None:
    """Names what stands in where a font is not installed."""
    part = next(part for part in document.part.package.iter_parts() if part.partname == "/word/fontTable.xml")
    entries = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="86"/></w:font>'
        for name, others in FONTS.values()
    )
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    part._blob = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w="{space}">{entries}</w:fonts>'
    ).encode()


def _loop(place: Any, level: str, tag: str) -> None:
    place.add_paragraph(f"{{%{level} {tag} %}}", style="Paper Plain")


def _title(document: Any) -> None:
    """The title of a sheet; every sheet but the first begins a page."""
    _loop(document, "p", "if loop.first")
    document.add_paragraph("{{ sheet.title }}", style="Paper Title")
    _loop(document, "p", "else")
    document.add_paragraph("{{ sheet.title }}", style="Paper Title").paragraph_format.page_break_before = True
    _loop(document, "p", "endif")


def _block(document: Any, block: Block, own: str) -> None:
    if isinstance(block, Text):
        _text(document, block, own)
    elif isinstance(block, Grid):
        _grid(document, block, own)
    elif isinstance(block, Table):
        _table(document, block, own)
    elif isinstance(block, Signatures):
        _signatures(document, own)
    elif isinstance(block, Seal):
        _seal(document, own)


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
    margins = _element(table._tbl.tblPr, "tblCellMar")
    table._tbl.tblPr.find(qn("w:tblLook")).addprevious(margins)
    for side in ("left", "right"):
        _element(margins, side, w=CELL_MARGIN, type="dxa")
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Emu(width)
    return table


def _row(table: Any, texts: Sequence[tuple[str, str, str]], height: Any = None, *, head: bool = False) -> None:
    """A row of (text, style, align); it stays on one page."""
    row = table.add_row()
    properties = row._tr.get_or_add_trPr()
    _element(properties, "cantSplit")
    if head:
        _element(properties, "tblHeader")
    if height is not None:
        row.height = height
    for cell, (text, style, align), column in zip(row.cells, texts, table.columns, strict=True):
        cell.width = column.width
        cell.vertical_alignment = 1
        paragraph = cell.paragraphs[0]
        paragraph.style, paragraph.alignment = f"Paper {style}", ALIGN[align]
        paragraph.add_run(text)


def _shares(shares: Sequence[int]) -> list[int]:
    return [TEXT_WIDTH * share // sum(shares) for share in shares]


def _grid(document: Any, block: Grid, own: str) -> None:
    table = _new_table(document, _shares([LABEL_SHARE, 10 - LABEL_SHARE] * 2))
    for at in range(0, len(block.fields), 2):
        texts = []
        for field in block.fields[at : at + 2]:
            texts += [
                (f"{{{{ {own}words.{field} }}}}", "Head", "center"),
                (f"{{{{ {own}{field} }}}}", "Cell", "center"),
            ]
        _row(table, texts, Mm(11))
    _space(document)


def _table(document: Any, block: Table, own: str) -> None:
    table = _new_table(document, _shares([column.share for column in block.columns]))
    heads = [(f"{{{{ {own}words.{column.field} }}}}", "Head", "center") for column in block.columns]
    _row(table, heads, Mm(9), head=True)
    blank = [("", "Cell", "center")] * (len(block.columns) - 1)
    _row(table, [(f"{{%tr for row in {own}{block.field} %}}", "Cell", "left"), *blank])
    cells = [(f"{{{{ row.{column.field} }}}}", "Cell", column.align) for column in block.columns]
    _row(table, cells, Mm(11 if block.tall else 8))
    _row(table, [("{%tr endfor %}", "Cell", "left"), *blank])
    _space(document)


def _space(document: Any) -> None:
    """Room below a table, which would else run into what follows."""
    form = document.add_paragraph(style="Paper Note").paragraph_format
    form.space_before, form.line_spacing = Pt(0), Pt(10)


def _signatures(document: Any, own: str) -> None:
    table = _new_table(document, _shares([4, 8, 2, 6]))
    blank = [("", "Cell", "center")] * 3
    _row(table, [(f"{{%tr for box in {own}signatures %}}", "Cell", "left"), *blank])
    label, date = ("{{ box.label }}", "Head", "center"), ("{{ box.date }}", "Head", "center")
    _row(table, [label, ("", "Cell", "center"), date, ("", "Cell", "center")], Mm(16))
    _row(table, [("{%tr endfor %}", "Cell", "left"), *blank])


def _seal(document: Any, own: str) -> None:
    """Who issues it over the date, with room for the stamp between the text and them."""
    lines = (f"{{{{ {own}issuer }}}}", f"{{{{ {own}words.seal }}}}", f"{{{{ {own}date }}}}")
    for number, text in enumerate(lines):
        paragraph = document.add_paragraph(text, style="Paper Seal")
        if number == 0:
            paragraph.paragraph_format.space_before = Pt(36)


if __name__ == "__main__":
    draw_all(Path(sys.argv[1]) if len(sys.argv) > 1 else TEMPLATES)
