"""The editable papers through LibreOffice Writer: every kind in both languages keeps its names, page and parts."""

import pytest
from pypdf import PdfReader

from allocator.competition.papers import KINDS, TABLE
from scenarios import embedded
from tests.office.test_libreoffice import convert
from tests.papers.making import grounds_of
from tests.papers.reading import packed, pdf_pages
from tests.papers.test_every_paper import expected, made, told_apart


@pytest.fixture(scope="module")
def grounds():
    """The embedded bureau before its decision, and decided."""
    return {result: grounds_of(embedded(), decided=result) for result in (False, True)}


@pytest.fixture(scope="module", params=["zh", "en"])
def opened(request, grounds, tmp_path_factory):
    """For each kind its papers: their fields, and the file Writer makes of each when it prints it."""
    folder, found = tmp_path_factory.mktemp(request.param), {}
    for kind in KINDS:
        papers = made(kind, grounds[TABLE[kind].result], request.param)
        for number, (fields, docx, _) in enumerate(papers, start=1):
            path = folder / f"{kind}-{number}.docx"
            path.write_bytes(docx)
            found.setdefault(kind, []).append((fields, folder / "pdf" / f"{path.stem}.pdf"))
    first, *others = sorted(folder.glob("*.docx"))
    convert(first, "pdf", folder / "pdf", *others)
    return request.param, found


@pytest.mark.parametrize("kind", KINDS)
def test_every_paper_opens_in_writer(kind, opened, grounds):
    """Protects officers with WPS or LibreOffice: the document is sound, on A4, and nobody is lost."""
    lang, papers = opened
    source, shown = grounds[TABLE[kind].result], ""
    for _, path in papers[kind]:
        shown += "".join(pdf_pages(path.read_bytes()))
        for page in PdfReader(path).pages:
            assert (round(page.mediabox.width * 25.4 / 72), round(page.mediabox.height * 25.4 / 72)) == (210, 297)
    assert "{{" not in shown and "{%" not in shown
    names = {who: told_apart(source, who, lang) for who in expected(kind, source)}
    assert {who for who, name in names.items() if name not in shown} == set()


@pytest.mark.parametrize("kind", [kind for kind in KINDS if not TABLE[kind].sheets])
def test_pages_are_parted_where_they_may_be(kind, opened):
    """Protects readers and the stamp: later pages say what they are, tables repeat their heads, the end is whole."""
    for fields, path in opened[1][kind]:
        pages = pdf_pages(path.read_bytes())
        heads = packed("".join(fields["words"][one] for one in TABLE[kind].rows))
        rows = [packed("".join(row.values())) for row in fields["rows"]]
        assert pages[0].startswith(packed(fields["title"] + fields["status"]))
        assert all(page.startswith(packed(fields["running"])) for page in pages[1:])
        assert all(heads in page for page in pages if any(row in page for row in rows))
        assert all(any(row in page for page in pages) for row in rows)
        ends = (*fields["closing"][-1:], fields["issuer"], fields["words"]["seal"], fields["date"])
        assert packed("".join(ends)) in pages[-1]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if TABLE[kind].sheets and not TABLE[kind].apart])
def test_a_sheet_is_a_page(kind, opened):
    """Protects slips and forms: each is one page, with its signatures and the check code at its foot."""
    for fields, path in opened[1][kind]:
        pages = pdf_pages(path.read_bytes())
        assert len(pages) == len(fields["sheets"])
        for page, sheet in zip(pages, fields["sheets"], strict=True):
            assert page.startswith(packed(sheet["title"])) and packed(sheet["name"]) in page
            assert packed(sheet["signatures"][-1]["label"]) in page and packed(sheet["check"]) in page
