"""The templates in the tree, and those a bureau puts in their place."""

import io
import re
import zipfile

import pytest
from docx import Document
from docx.oxml.ns import qn

from allocator.cli import main
from allocator.competition.files import write_case
from allocator.competition.papers import KINDS, TABLE, Options, notice_files
from allocator.competition.words.papers import ENTRIES
from allocator.faults import InvalidInput
from allocator.papers import sandbox
from allocator.papers.drawing import draw
from allocator.papers.font import drawn
from allocator.papers.layout import Table
from allocator.papers.word import BUILT_IN, template_names
from allocator.words import say
from scenarios import embedded
from tests.papers.fields_page import PAGE, written
from tests.papers.reading import docx_text


def template(folder, text, name="satisfaction.docx"):
    """A bureau's own template with one paragraph."""
    paper = Document()
    paper.add_paragraph(text)
    paper.save(folder / name)
    return folder


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_the_templates_are_what_the_script_draws(kind, lang):
    """Protects review: a binary file in the tree is exactly what the readable script makes."""
    assert (BUILT_IN / template_names(kind, lang)[0]).read_bytes() == draw(TABLE[kind], lang)


def page_of(paper):
    """Size and margins of the only section of a paper, in millimetres."""
    (section,) = paper.sections
    size, sides = (section.page_width, section.page_height), ("top", "bottom", "left", "right")
    return [round(one.mm) for one in (*size, *(getattr(section, f"{side}_margin") for side in sides))]


@pytest.mark.parametrize("kind", KINDS)
def test_the_layout_is_that_of_official_documents(kind):
    """Protects the form of official papers (GB/T 9704): page, margins, fonts for Chinese, lines, numbers outside."""
    paper = Document(BUILT_IN / f"{kind}.docx")
    assert page_of(paper) == [210, 297, 37, 35, 28, 26]
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
    (section,) = paper.sections
    footers = (section.first_page_footer, section.footer, section.even_page_footer)
    assert [one.paragraphs[0].alignment for one in footers] == [2, 2, 0]
    with zipfile.ZipFile(BUILT_IN / f"{kind}.docx") as package:
        assert not [name for name in package.namelist() if "fonts/" in name]
        assert '<w:altName w:val="仿宋,' in package.read("word/fontTable.xml").decode()


@pytest.mark.parametrize("kind", KINDS)
def test_english_has_sizes_of_its_own(kind):
    """Protects readers of English: 12 points on 18, ragged, on the same page; not the sizes of Chinese characters."""
    paper = Document(BUILT_IN / f"{kind}.en.docx")
    assert page_of(paper) == [210, 297, 37, 35, 28, 26]
    body = paper.styles["Paper Body"]
    assert (body.font.size.pt, body.paragraph_format.line_spacing.pt) == (12, 18)
    assert (body.paragraph_format.alignment, body.paragraph_format.first_line_indent) == (0, None)
    assert [paper.styles[f"Paper {name}"].font.size.pt for name in ("Title", "Status", "Cell")] == [18, 11, 10.5]
    assert paper.sections[0]._sectPr.find(qn("w:docGrid")) is None


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_chinese_is_declared_as_chinese(kind, lang):
    """Protects the shapes of characters, the punctuation and the line breaks, which a program chooses by language."""
    with zipfile.ZipFile(BUILT_IN / template_names(kind, lang)[0]) as package:
        for part in ("word/styles.xml", "word/settings.xml"):
            assert set(re.findall(r'w:eastAsia="([a-z]{2}-[A-Z]{2})"', package.read(part).decode())) == {"zh-CN"}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_what_belongs_together_stays_on_a_page(kind, lang):
    """Protects tables and stamps: headings are repeated, rows are whole, issuer and date are never parted."""
    paper = Document(BUILT_IN / template_names(kind, lang)[0])
    assert len(paper.element.body.findall(f".//{qn('w:tblHeader')}")) == sum(
        isinstance(block, Table) for block in TABLE[kind].layout
    )
    for row in paper.element.body.iter(qn("w:tr")):
        assert row.find(f".//{qn('w:cantSplit')}") is not None
    seals = [one for one in paper.paragraphs if "issuer" in one.text]
    assert len(seals) == (0 if TABLE[kind].sheets else 1)
    for seal in seals:
        assert "words.seal" in seal.text and "date" in seal.text and seal.style.paragraph_format.keep_together


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
    english = notice_files("satisfaction", proposed, "en", Options(), form="docx", templates=own)
    assert docx_text(english["satisfaction.docx"]).endswith("ResultsoftheSatisfactionPollSharedissatisfied")
    template(tmp_path, "in English: {{ words.share }}", "satisfaction.en.docx")
    english = notice_files("satisfaction", proposed, "en", Options(), form="docx", templates=own)
    assert docx_text(english["satisfaction.docx"]) == "inEnglish:Sharedissatisfied"
    others = notice_files("candidates", proposed, "zh", Options(), form="docx", templates=own)
    assert others == notice_files("candidates", proposed, "zh", Options(), form="docx")


NOT_ALLOWED = "用了不允许的操作"
BROKEN = {
    "{{ rows[0].birth }}": "用了没有的字段",
    "{{ rows[99].name }}": "用了没有的字段",
    "{{ salary }}": "用了没有的字段",
    "{{ range }}": "用了没有的字段",
    "{% for row in rows %}": "标记有误",
    "{{ title | shout }}": "标记有误",
    "{{ title | replace('一', '一一') }}": "标记有误",
    "{{ opening | join(title) }}": "标记有误",
    "{{ rows | map(attribute='name') }}": NOT_ALLOWED,
    "{{ ''.__class__.__mro__ }}": NOT_ALLOWED,
    "{{ ''['__class__'] }}": NOT_ALLOWED,
    "{{ title.format }}": NOT_ALLOWED,
    "{{ rows.append }}": NOT_ALLOWED,
    "{{ rows.append(1) }}": NOT_ALLOWED,
    "{{ rows[0].update({}) }}": NOT_ALLOWED,
    "{{ cycler.__init__.__globals__.os }}": "用了没有的字段",
    "{{ lipsum(n=10000) }}": NOT_ALLOWED,
    "{% include '/etc/passwd' %}": NOT_ALLOWED,
    "{% import '/etc/passwd' as x %}": NOT_ALLOWED,
    "{% extends 'x' %}": NOT_ALLOWED,
    "{% macro x() %}{{ x() }}{% endmacro %}": NOT_ALLOWED,
    "{% set a = title %}": NOT_ALLOWED,
    "{{ 1 // 0 }}": NOT_ALLOWED,
    "{{ 9 ** 9 ** 9 }}": NOT_ALLOWED,
    "{{ 'x' * 10000000000 }}": NOT_ALLOWED,
    "{{ '%9999999999d' % 1 }}": NOT_ALLOWED,
    "{{ range(1000000000) | list }}": NOT_ALLOWED,
    "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}": NOT_ALLOWED,
    "{% for a in rows %}{% for b in rows %}{{ b.name }}{% endfor %}{% endfor %}": NOT_ALLOWED,
    "{% for a in rows %}{% for b in a %}{% for c in a %}{% endfor %}{% endfor %}{% endfor %}": NOT_ALLOWED,
    "{% for a in [1, 2] %}{% for b in [1, 2] %}{% endfor %}{% endfor %}": NOT_ALLOWED,
    "{% for a in rows recursive %}{{ loop(rows) }}{% endfor %}": NOT_ALLOWED,
}


@pytest.mark.parametrize("text", BROKEN)
def test_a_broken_template_is_told_in_a_sentence(text, proposed, tmp_path):
    """Protects the officer who edits templates from tracebacks, and the machine from what a template might try:
    reaching for the machine, other files, work without end or text without bound."""
    with pytest.raises(InvalidInput) as raised:
        notice_files("satisfaction", proposed, "zh", Options(), form="docx", templates=template(tmp_path, text))
    (fault,) = raised.value.faults
    assert fault.code == "notice_template" and fault.args["name"] == "satisfaction.docx"
    assert BROKEN[text] in say("fault.notice_template", "zh", **fault.args)


def test_a_template_cannot_grow_without_bound(proposed, tmp_path, monkeypatch):
    """Protects memory: a long text repeated for everybody is refused as soon as it is too long."""
    monkeypatch.setattr(sandbox, "MOST_TEXT", 200_000)
    own = template(tmp_path, "{% for row in rows %}" + "久" * 20_000 + "{% endfor %}")
    with pytest.raises(InvalidInput) as raised:
        notice_files("satisfaction", proposed, "zh", Options(), form="docx", templates=own)
    assert raised.value.faults[0].args["detail"] == say("papers.template.too_large", "zh")


ALLOWED = {
    "{% for row in rows[:2] %}{{ loop.index }}{{ row.name }}{% endfor %}": "1余进勇2吴华",
    "{{ rows[0]['name'] }}{{ rows[0].no ~ '号' }}": "余进勇1号",
    "{{ nothing | default('无') }}{{ rows | length }}{{ title[:2] }}": "无17述职",
    "{% if nothing is defined %}有{% elif rows[0].no == '1' and 'name' in rows[0] %}无{% endif %}": "无",
    "{{ '{{' }}{% raw %}{{ title }}{% endraw %}": "{{{{title}}",
}


@pytest.mark.parametrize("text", ALLOWED)
def test_a_template_may_show_choose_and_walk(text, proposed, tmp_path):
    """Protects the officer's freedom: what the manual offers works."""
    files = notice_files("satisfaction", proposed, "zh", Options(), form="docx", templates=template(tmp_path, text))
    assert docx_text(files["satisfaction.docx"]) == ALLOWED[text]


def test_entities_of_a_template_are_refused(proposed, tmp_path):
    """Protects files and memory from the document itself: one that declares entities is not filled in."""
    template(tmp_path, "甲MARK乙")
    path, secret = tmp_path / "satisfaction.docx", tmp_path / "secret.txt"
    secret.write_text("秘密", encoding="utf-8")
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name).decode("utf-8", "surrogateescape") for name in package.namelist()}
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    declared = f'<!DOCTYPE x [<!ENTITY s SYSTEM "{secret.as_uri()}"><!ENTITY a0 "哈">{laughs}]>'
    start = parts["word/document.xml"].index("<w:document")
    parts["word/document.xml"] = declared + parts["word/document.xml"][start:].replace("MARK", "&s;&a9;")
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content.encode("utf-8", "surrogateescape"))
    with pytest.raises(InvalidInput) as raised:
        notice_files("satisfaction", proposed, "zh", Options(), form="docx", templates=tmp_path)
    (fault,) = raised.value.faults
    assert fault.code == "notice_template" and "秘密" not in str(fault.args)


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
