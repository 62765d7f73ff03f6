"""What is written in a case is text on every paper, whatever it would mean to those who handle it."""

import typing

import pytest
import typst

from allocator.competition.papers import KINDS, TABLE, Grounds, Options, material, notice_files
from allocator.papers import pdf
from allocator.papers.legible import tidy
from models.competition.filings import Decision, Pin
from scenarios import embedded
from tests.papers.making import HOSTILE, decisions_of, grounds_of
from tests.papers.reading import docx_part, docx_text, packed, pdf_pages

TEMPLATE = [
    "{{7*7}}",
    "{{ self.__init__.__globals__ }}",
    "{% for a in range(9) %}{% endfor %}",
    "{%p if 1 %}{%tr endfor %}",
    "{{r x }}{{p y }}{_{ z }_}{_% w %_}",
    "{# gone #}{% raw %}${7*7}<%= 7*7 %>",
]
DOCUMENT = ["</w:t></w:r></w:p><w:br/>", "<!DOCTYPE x>]]>&amp;&#65;", "a&b<c>\"d'e"]
LAYOUT = [
    '#eval("1+1")#panic("x")',
    '#read("/etc/passwd")',
    '"+read("/etc/passwd")+"',
    "sys.inputs.data#sys.inputs",
    '\\u{41}\\"; #let x = 1',
    "*b* _i_ `c` $x^2$ @d <e>",
    "= f // g /* h */ --- ... ~",
    '#import "@preview/a:1.0.0": *',
]
WRITTEN = [HOSTILE, *TEMPLATE, *DOCUMENT, *LAYOUT]
PLANTED = '{{7*7}}#eval("1+1")<w:p>\\"\'&_*'
"""What stands in every other field that is text."""


@pytest.fixture(scope="module")
def planted():
    """The embedded bureau with such names for everybody, and such texts wherever a paper may show one."""
    case = embedded()
    people = tuple(
        one.model_copy(update={"name": WRITTEN[at % len(WRITTEN)] + str(at), "home_unit": PLANTED})
        for at, one in enumerate(case.people)
    )
    sections = tuple(
        one.model_copy(update={"name": WRITTEN[-1 - at % len(WRITTEN)] + str(at)})
        for at, one in enumerate(case.sections)
    )
    pins = tuple(one.model_copy(update={"reason": PLANTED, "authority": PLANTED}) for one in case.pins)
    info = case.case.model_copy(update={"name": PLANTED})
    update = {"people": people, "sections": sections, "pins": pins, "case": info}
    grounds = grounds_of(case.model_copy(update=update))
    told = {"authority": PLANTED, "document": PLANTED}
    decided = tuple(one.model_copy(update=told) for one in decisions_of(grounds.run))
    return Grounds(grounds.scores, grounds.run, decided)


def test_every_text_that_a_paper_may_show_is_planted(planted):
    """Protects the test below from a text field that is added later and forgotten here."""
    case = planted.scores.bureau.case
    assert {one.name.rstrip("0123456789") for one in case.people} == {one.rstrip("0123456789") for one in WRITTEN}
    assert typing.get_type_hints(Pin).keys() >= {"reason", "authority"} and case.pins
    assert typing.get_type_hints(Decision).keys() >= {"authority", "document"}


def texts(value):
    """Every text in the fields of a paper."""
    if isinstance(value, dict):
        return [text for item in value.values() for text in texts(item)]
    if isinstance(value, list):
        return [text for item in value for text in texts(item)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_stands_in_both_forms_letter_for_letter(kind, planted):
    """Protects names that are markup, and the machine from names that are commands: nothing is run, nothing is lost.

    Every text of every field is compared with what the file says; a text that was evaluated, cut or escaped twice
    would not be there.
    """
    who = next(one for one in planted.run.outcome.placements if one.basis == "mutual" and one.role == "clerk").person_id
    asked = Options(person_id=who if TABLE[kind].persons and kind != "confirmation-institution" else None)
    files = notice_files(kind, planted, "zh", asked)
    for stem, fields in tidy(material(kind, planted, asked, "zh")).items():
        sheets = fields["sheets"] if TABLE[kind].sheets else [fields]
        first, *later = pdf_pages(files[f"{stem}.pdf"])
        drawn = "".join([first, *(page.removeprefix(packed(sheets[0]["running"])) for page in later)])
        written = docx_text(files[f"{stem}.docx"])
        if not TABLE[kind].sheets or TABLE[kind].apart:
            assert docx_part(files[f"{stem}.docx"], "word/header1.xml") == sheets[0]["running"]
        for sheet in sheets:
            unlisted = {"case", "running", "words"}
            wanted = {packed(text) for text in texts({k: v for k, v in sheet.items() if k not in unlisted})}
            assert {text for text in wanted if text not in written} == set()
            assert {text for text in wanted if text not in drawn} == set()


@pytest.mark.parametrize(
    "attempt",
    [
        '#read("/etc/passwd")',
        '#read("../../../../etc/passwd")',
        '#read("paper.typ")',
        '#include "/etc/passwd"',
        '#image("/usr/share/pixmaps/debian-logo.png")',
        '#plugin("/x.wasm")',
        "#assert(sys.inputs.len() != 1)",
    ],
)
def test_even_the_layout_reaches_no_file(attempt, tmp_path, monkeypatch, proposed):
    """Protects the disk if text ever were run: typst is given an empty folder and the data, and nothing else."""
    hostile = tmp_path / "hostile.typ"
    hostile.write_text(attempt, encoding="utf-8")
    monkeypatch.setattr(pdf, "LAYOUT", hostile)
    with pytest.raises(typst.TypstError):
        notice_files("satisfaction", proposed, "zh", Options(), form="pdf")


def test_the_layout_runs_nothing_it_is_given():
    """Protects against a layout that would make text into code."""
    layout = pdf.LAYOUT.read_text(encoding="utf-8")
    for word in ("eval", "read(", "include", "import", "plugin", "image("):
        assert word not in layout
