"""Readers of both forms of paper: what a document says, where it stands, and which shapes of the font it draws."""

import io
import re
import zipfile
from functools import lru_cache
from xml.etree import ElementTree

from docx import Document
from fontTools.cffLib import CFFFontSet
from fontTools.pens.boundsPen import ControlBoundsPen
from pypdf import PdfReader
from pypdf.generic import ContentStream

MILLIMETRES = 25.4 / 72


def packed(text):
    """A text without white space."""
    return re.sub(r"\s", "", text)


def docx_text(content):
    """Everything a Word document says, without white space."""
    paper = Document(io.BytesIO(content))
    return packed("".join(node.text or "" for node in paper.element.body.iter("{*}t")))


def docx_part(content, part):
    """Everything one part of a Word document says."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return "".join(ElementTree.fromstring(package.read(part)).itertext())


def pdf_pages(content):
    """What each page of a PDF says, without white space."""
    return [packed(page.extract_text()) for page in PdfReader(io.BytesIO(content)).pages]


def pdf_text(content):
    """Everything a PDF says, without white space."""
    return "".join(pdf_pages(content))


def lines(content):
    """For each line of text of each page of a PDF, its pieces from left to right: from where to where each runs, in
    millimetres from the left edge of the page."""
    reader, found = PdfReader(io.BytesIO(content)), {}
    for number, page in enumerate(reader.pages):
        for _, _, (left, right), height in _pieces(page, reader):
            found.setdefault((number, round(height, 1)), []).append((left * MILLIMETRES, right * MILLIMETRES))
    return [sorted(line) for line in found.values()]


def blank_glyphs(content):
    """The texts of a PDF's glyphs that draw nothing, or the box that stands for a missing character.

    Every glyph a page draws is looked up in the font inside the file: its outline, and what the file says it stands
    for. White space may be blank; nothing else may.
    """
    reader, used = PdfReader(io.BytesIO(content)), {}
    for page in reader.pages:
        for name, codes, *_ in _pieces(page, reader):
            used.setdefault(page["/Resources"]["/Font"].raw_get(name), set()).update(codes)
    found = set()
    for reference, codes in used.items():
        font = reference.get_object()
        drawn, meaning = _outlines(font), _meanings(font)
        blank = {code for code in codes if code not in drawn and meaning.get(code, "?").strip()}
        found |= {meaning.get(code, f"#{code}") for code in blank | codes & {0}}
    return found


def _pieces(page, reader):
    """Every piece of text a page draws: its font, its glyphs, from where to where and at what height, in points."""
    fonts = page["/Resources"]["/Font"]
    widths = {name: _widths(fonts.raw_get(name)) for name in fonts}
    matrix, stack, font, size, start = (1.0, 0.0, 1.0, 0.0), [], "", 0.0, (0.0, 0.0)
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator == b"q":
            stack.append(matrix)
        elif operator == b"Q":
            matrix = stack.pop()
        elif operator == b"cm":
            a, _, _, d, e, f = map(float, operands)
            matrix = (matrix[0] * a, matrix[1] + matrix[0] * e, matrix[2] * d, matrix[3] + matrix[2] * f)
        elif operator == b"Tf":
            font, size = operands[0], float(operands[1])
        elif operator == b"Tm":
            start = float(operands[4]), float(operands[5])
        elif operator in (b"Tj", b"TJ"):
            codes, width = [], 0.0
            for item in operands[0] if operator == b"TJ" else operands:
                raw = getattr(item, "original_bytes", item if isinstance(item, bytes) else None)
                if raw is None:
                    width -= float(item)
                    continue
                own = [int.from_bytes(raw[at : at + 2]) for at in range(0, len(raw), 2)]
                codes += own
                width += sum(widths[font].get(code, 1000) for code in own)
            left = matrix[1] + matrix[0] * start[0]
            yield font, codes, (left, left + matrix[0] * width * size / 1000), matrix[3] + matrix[2] * start[1]


@lru_cache(maxsize=8)
def _widths(reference):
    """The widths of a font's glyphs, in thousandths of its size."""
    listed, found = iter(reference.get_object()["/DescendantFonts"][0].get_object()["/W"]), {}
    for first in listed:
        then = next(listed)
        if isinstance(then, list):
            found.update(dict(enumerate(map(float, then), start=int(first))))
        else:
            found.update(dict.fromkeys(range(int(first), int(then) + 1), float(next(listed))))
    return found


def _outlines(font):
    """The numbers of the glyphs of an embedded font that draw something."""
    kept = CFFFontSet()
    kept.decompile(io.BytesIO(font["/DescendantFonts"][0]["/FontDescriptor"]["/FontFile3"].get_data()), None)
    shapes, found = kept[0].CharStrings, set()
    for code, name in enumerate(kept[0].charset):
        pen = ControlBoundsPen(None)
        shapes[name].draw(pen)
        if pen.bounds is not None:
            found.add(code if name == ".notdef" else int(name.removeprefix("cid")))
    return found


def _meanings(font):
    """What each glyph of an embedded font stands for, as the file says."""
    found, table = {}, font["/ToUnicode"].get_data().decode("ascii")
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            found[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            start = bytes.fromhex(text).decode("utf-16-be")
            for step in range(int(last, 16) - int(first, 16) + 1):
                found[int(first, 16) + step] = start[:-1] + chr(ord(start[-1]) + step)
    return found
