"""The page and the paragraph styles of the editable templates, in each language."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from allocator.words import Lang
from allocator.words._fonts import FONTS

TIGHTER = "-4"
"""Twentieths of a point between characters, so that 28 of them fill a line."""
LATIN = "Times New Roman"
ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


@dataclass(frozen=True)
class Style:
    """A paragraph style: the use its font is chosen for, size and line pitch in points, and how its lines stand."""

    use: str
    points: float
    pitch: float
    align: str
    bold: bool = False
    after: float = 0


STYLES: Mapping[Lang, Mapping[str, Style]] = {
    "zh": {
        "Title": Style("title", 22, 36, "center", after=4),
        "Status": Style("status", 14, 24, "center", after=14),
        "Body": Style("body", 16, 28.95, "justify"),
        "Plain": Style("body", 16, 28.95, "left"),
        "Guide": Style("body", 12, 20, "justify"),
        "Note": Style("number", 9, 14, "left"),
        "Running": Style("number", 9, 12, "center"),
        "Head": Style("heading", 12, 18, "center"),
        "Cell": Style("body", 12, 18, "left"),
        "Seal": Style("body", 16, 28.95, "center"),
    },
    "en": {
        "Title": Style("title", 18, 24, "center", bold=True, after=4),
        "Status": Style("status", 11, 15, "center", after=12),
        "Body": Style("body", 12, 18, "left", after=6),
        "Plain": Style("body", 12, 18, "left", after=6),
        "Guide": Style("body", 10.5, 15, "left", after=4),
        "Note": Style("number", 8.5, 12, "left"),
        "Running": Style("number", 8.5, 11, "center"),
        "Head": Style("heading", 10, 13, "center", bold=True),
        "Cell": Style("body", 10.5, 14, "left"),
        "Seal": Style("body", 12, 20, "center"),
    },
}
"""The paragraph styles of each language: a bureau may change them in its own program without touching a tag."""


def add_element(parent: Any, name: str, **attributes: str) -> Any:
    """A new last child of an element."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    parent.append(made)
    return made


def set_page(document: Any, lang: Lang) -> None:
    """The page, with its number outside below the text."""
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
    if lang == "zh":
        add_element(section._sectPr, "docGrid", type="lines", linePitch="579")
    document.settings.odd_and_even_pages_header_footer = True
    section.different_first_page_header_footer = True
    footers = ((section.first_page_footer, "right"), (section.footer, "right"), (section.even_page_footer, "left"))
    for footer, side in footers:
        _page_number(footer.paragraphs[0], side)


def add_running_line(document: Any, field: str) -> None:
    """The line at the head of every page but the first: what the paper is, and that it is a proposal."""
    (section,) = document.sections
    for header in (section.header, section.even_page_header):
        header.paragraphs[0].style = "Paper Running"
        header.paragraphs[0].add_run(f"{{{{ {field} }}}}")


def declare_chinese(document: Any) -> None:
    """Chinese is Chinese, for the shapes of its characters, its punctuation and where lines break."""
    for found in document.styles.element.iter(qn("w:lang")):
        found.set(qn("w:eastAsia"), "zh-CN")
    for found in document.settings.element.iter(qn("w:themeFontLang")):
        found.set(qn("w:eastAsia"), "zh-CN")
    relations = document.part.package.rels
    for key in [key for key, one in relations.items() if one.reltype.endswith("/thumbnail")]:
        del relations[key]


def _page_number(paragraph: Any, side: str) -> None:
    """The number between dashes, one character in from the outer edge."""
    paragraph.alignment = ALIGN[side]
    indent = "right_indent" if side == "right" else "left_indent"
    setattr(paragraph.paragraph_format, indent, Pt(14))
    for text in ("— ", None, " —"):
        run = paragraph.add_run(text or "")
        _font(run._element.get_or_add_rPr(), "number", 14, latin=FONTS["number"][0])
        if text is None:
            for kind, code in (("begin", ""), ("", "PAGE"), ("end", "")):
                if kind:
                    add_element(run._element, "fldChar", fldCharType=kind)
                else:
                    add_element(run._element, "instrText").text = code


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
        add_element(properties, name, val=str(round(points * 2)))


def add_styles(document: Any, lang: Lang) -> None:
    """The paragraph styles of a language."""
    normal, styles = document.styles["Normal"], STYLES[lang]
    _font(normal.element.get_or_add_rPr(), "body", styles["Body"].points)
    _spacing(normal, styles["Body"])
    for name, wanted in styles.items():
        style = document.styles.add_style(f"Paper {name}", WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        _font(style.element.get_or_add_rPr(), wanted.use, wanted.points)
        if wanted.bold:
            style.font.bold = True
        _spacing(style, wanted)
        style.paragraph_format.alignment = ALIGN[wanted.align]
    for name in ("Title", "Status", "Guide", "Note", "Running", "Head", "Cell"):
        grid = OxmlElement("w:snapToGrid")
        grid.set(qn("w:val"), "0")
        spacing = document.styles[f"Paper {name}"].element.get_or_add_pPr().find(qn("w:spacing"))
        spacing.addprevious(grid)
    if lang == "zh":
        for name in ("Paper Body", "Paper Plain"):
            properties = document.styles[name].element.get_or_add_rPr()
            properties.find(qn("w:sz")).addprevious(add_element(properties, "spacing", val=TIGHTER))
        for name in ("Body", "Guide"):
            indent = Pt(2 * styles[name].points)
            document.styles[f"Paper {name}"].paragraph_format.first_line_indent = indent
    document.styles["Paper Title"].paragraph_format.keep_with_next = True
    document.styles["Paper Note"].paragraph_format.space_before = Pt(10)
    seal = document.styles["Paper Seal"].paragraph_format
    seal.left_indent, seal.right_indent, seal.space_before = Pt(150), Pt(48), Pt(36)
    seal.keep_together = seal.keep_with_next = True


def _spacing(style: Any, wanted: Style) -> None:
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(0), Pt(wanted.after)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(wanted.pitch)


def name_fonts(document: Any) -> None:
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
