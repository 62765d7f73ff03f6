"""The templates in the tree, and those a bureau puts in their place."""

import io
import zipfile

import pytest
from docx import Document
from docx.oxml.ns import qn

from allocator.cli import main
from allocator.faults import InvalidInput
from allocator.files import write_case
from allocator.papers import KINDS, TABLE, Options, notice_files
from allocator.papers.drawing import TEMPLATES, draw
from allocator.papers.font import drawn
from allocator.words.papers import ENTRIES
from scenarios import embedded
from tests.papers.fields_page import PAGE, written
from tests.papers.making import docx_text


def template(folder, text, name="satisfaction.docx"):
    """A bureau's own template with one paragraph."""
    paper = Document()
    paper.add_paragraph(text)
    paper.save(folder / name)
    return folder


@pytest.mark.parametrize("kind", KINDS)
def test_the_templates_are_what_the_script_draws(kind):
    """Protects review: a binary file in the tree is exactly what the readable script makes."""
    assert (TEMPLATES / f"{kind}.docx").read_bytes() == draw(TABLE[kind])


@pytest.mark.parametrize("kind", KINDS)
def test_the_layout_is_that_of_official_documents(kind):
    """Protects the form of official papers (GB/T 9704): page, margins, fonts for Chinese, lines, numbers outside."""
    paper = Document(TEMPLATES / f"{kind}.docx")
    (section,) = paper.sections
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(one.mm) for one in margins] == [37, 35, 28, 26]
    fonts = {
        name: (
            paper.styles[name].element.rPr.rFonts.get(qn("w:eastAsia")),
            paper.styles[name].font.size.pt,
        )
        for name in ("Paper Title", "Paper Body", "Paper Status", "Paper Head")
    }
    assert fonts == {
        "Paper Title": ("方正小标宋简体", 22),
        "Paper Body": ("仿宋_GB2312", 16),
        "Paper Status": ("楷体_GB2312", 14),
        "Paper Head": ("黑体", 12),
    }
    assert paper.styles["Paper Body"].paragraph_format.line_spacing.pt == 28.95
    assert [one.alignment for one in (section.footer.paragraphs[0], section.even_page_footer.paragraphs[0])] == [2, 0]
    with zipfile.ZipFile(TEMPLATES / f"{kind}.docx") as package:
        assert not [name for name in package.namelist() if "fonts/" in name]
        assert '<w:altName w:val="仿宋,' in package.read("word/fontTable.xml").decode()


def test_the_font_draws_every_word_of_the_papers():
    """Protects every sentence of the papers, whatever the case."""
    texts = "".join(entry.zh + entry.en for code, entry in ENTRIES.items() if code.startswith("papers."))
    assert {mark for mark in texts if ord(mark) not in drawn()} == set()
    assert len(drawn()) > 33000


def test_a_bureaus_own_template_is_used(proposed, tmp_path):
    """Protects the bureau's own form: its words, our fields; other kinds keep the built-in template."""
    own = template(tmp_path, "本局样式 {{ rows[0].name }} {{ title }} {{ words.share }}")
    files = notice_files("satisfaction", proposed, "zh", Options(), form="docx", templates=own)
    assert docx_text(files["satisfaction.docx"]) == "本局样式余进勇述职述廉满意度测评结果不满意率"
    others = notice_files("candidates", proposed, "zh", Options(), form="docx", templates=own)
    assert others == notice_files("candidates", proposed, "zh", Options(), form="docx")


BROKEN = {
    "{{ rows[0].birth }}": "用了没有的字段",
    "{{ salary }}": "用了没有的字段",
    "{% for row in rows %}": "标记有误",
    "{{ title | shout }}": "标记有误",
    "{{ ''.__class__.__mro__ }}": "不允许",
    "{{ rows.append(1) }}": "不允许",
    "{{ range(1000000000) | list }}": "不能使用",
    "{% include '/etc/passwd' %}": "不能使用",
    "{{ 1 // 0 }}": "不再是合格的文档",
}


@pytest.mark.parametrize("text", BROKEN)
def test_a_broken_template_is_told_in_a_sentence(text, proposed, tmp_path):
    """Protects the officer who edits templates from tracebacks, and the machine from what a template might try."""
    with pytest.raises(InvalidInput) as raised:
        notice_files("satisfaction", proposed, "zh", Options(), form="docx", templates=template(tmp_path, text))
    (fault,) = raised.value.faults
    assert fault.code == "notice_template" and fault.args["name"] == "satisfaction.docx"
    from allocator.words import say

    assert BROKEN[text] in say("fault.notice_template", "zh", **fault.args)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"<html>", "empty zip"])
def test_a_template_that_is_no_document_is_told(content, tmp_path, capsys):
    write_case(embedded(), tmp_path / "case.json")
    if isinstance(content, str):
        sink = io.BytesIO()
        zipfile.ZipFile(sink, "w").close()
        content = sink.getvalue()
    (tmp_path / "satisfaction.docx").write_bytes(content)
    command = ["notice", "satisfaction", str(tmp_path / "case.json"), "-o", str(tmp_path / "out")]
    assert main([*command, "--templates", str(tmp_path), "--lang", "zh"]) == 3
    told = capsys.readouterr().err
    assert "不是 docx 文件或已损坏" in told and "Traceback" not in told
    assert main([*command, "--templates", str(tmp_path / "nowhere"), "--json"]) == 3
    assert '"notice_templates_missing"' in capsys.readouterr().out
    assert not (tmp_path / "out").exists()


def test_a_template_too_large_when_unpacked_is_refused(proposed, tmp_path):
    """Protects the machine's memory from a bomb passed on as a template."""
    with zipfile.ZipFile(tmp_path / "satisfaction.docx", "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("word/document.xml", b" " * (65 * 1024 * 1024))
    with pytest.raises(InvalidInput) as raised:
        notice_files("satisfaction", proposed, "zh", Options(), form="docx", templates=tmp_path)
    assert raised.value.faults[0].args["detail"] == "文件过大"


def test_the_manual_lists_every_field():
    """Protects officers who write templates: the manual's table of fields is the whitelist itself."""
    page = PAGE.read_text(encoding="utf-8")
    assert page == written(page)
