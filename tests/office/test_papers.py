"""The editable papers through LibreOffice Writer: they open, keep every name and the page they were drawn for."""

import pytest
from pypdf import PdfReader

from allocator.papers import write_notice
from scenarios import embedded
from tests.office.test_libreoffice import convert
from tests.papers.making import grounds_of
from tests.papers.reading import pdf_text


@pytest.mark.parametrize(("kind", "person"), [("placements", None), ("filing-forms", "002")])
def test_a_word_document_opens_in_writer(kind, person, tmp_path):
    """Protects officers with WPS or LibreOffice: the document is sound, on A4, and no name is lost."""
    grounds = grounds_of(embedded(), decided=True)
    (path,) = write_notice(kind, grounds, tmp_path, "zh", form="docx", person_id=person)
    made = convert(path, "pdf", tmp_path / "pdf") / f"{path.stem}.pdf"
    people = grounds.scores.bureau.people
    wanted = {one.person_id for one in grounds.run.outcome.placements} if person is None else {person}
    text = pdf_text(made.read_bytes())
    assert {who for who in wanted if people[who].name not in text} == set()
    page = PdfReader(made).pages[0].mediabox
    assert (round(page.width * 25.4 / 72), round(page.height * 25.4 / 72)) == (210, 297)
