"""The pages of the PDF papers: what stands on each, and what may not be parted or run out of its place."""

from itertools import pairwise

import pytest

from allocator.competition.papers import TABLE, Grounds, Options, material, notice_files
from allocator.words import say
from scenarios import embedded
from tests.papers.making import grounds_of, renamed
from tests.papers.reading import docx_part, lines, packed, pdf_pages

LONG = {
    "001": "Wolfeschlegelsteinhausenbergerdorff",
    "003": "阿卜杜热合曼·麦麦提艾力·吐尔逊江",
    "009": "Hubert_Blaine_Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaft",
}

HANGING = 3
"""Half a character, in millimetres: the white half of a Chinese comma or full stop may stand outside its place."""


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("kind", ["quantification", "composite", "placements"])
def test_every_page_of_a_proposal_says_so(kind, lang, proposed):
    """Protects the party group's word: a later page laid on a table alone is still marked as a proposal."""
    asked = Options(draft=TABLE[kind].result)
    title = packed(say(f"papers.{'draft' if asked.draft else 'title'}.{kind}", lang))
    status = packed(say(f"papers.status.{'draft' if asked.draft else 'process'}", lang))
    files = notice_files(kind, proposed, lang, asked)
    found = pdf_pages(files[f"{kind}.pdf"])
    assert len(found) > 1 and all(title in page and status in page for page in found)
    for part in ("word/header1.xml", "word/header2.xml"):
        assert packed(docx_part(files[f"{kind}.docx"], part)) == title + status


def test_a_decided_paper_is_not_called_a_proposal_on_later_pages(decided):
    """Protects the decision: its later pages bear the title alone."""
    first, *later = pdf_pages(notice_files("placements", decided, "zh", Options(), form="pdf")["placements.pdf"])
    assert later and all(page.startswith("机关科室人员岗位安排") for page in later)
    assert "方案" not in first + "".join(later)


def test_sheets_begin_a_page_and_bear_no_line_of_another(proposed):
    """Protects a person's slip from the heading of the slip before it."""
    files = notice_files("confirmation-clerks", proposed, "zh", Options(), form="pdf")
    sheets = pdf_pages(files["confirmation-clerks.pdf"])
    wanted = material("confirmation-clerks", proposed, Options(), "zh")["confirmation-clerks"]["sheets"]
    assert len(sheets) == len(wanted)
    for page, sheet in zip(sheets, wanted, strict=True):
        assert page.startswith(sheet["title"]) and page.count(sheet["title"]) == 1
        assert sheet["name"] in page and sheet["post"] in page


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("kind", ["proposed-chiefs", "filing-report", "filing-round", "satisfaction", "returning"])
def test_the_end_of_a_paper_is_never_parted(kind, lang, proposed, decided):
    """Protects the stamp: its page holds the last words of the paper, who issues it, the date and the check code."""
    grounds = decided if TABLE[kind].result else proposed
    for stem, fields in material(kind, grounds, Options(), lang).items():
        last = pdf_pages(notice_files(kind, grounds, lang, Options(), form="pdf")[f"{stem}.pdf"])[-1]
        ends = [*fields["closing"][-1:], fields["issuer"], fields["words"]["seal"], fields["date"], fields["check"]]
        assert [one for one in ends if packed(one) not in last] == []


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("kind", ["satisfaction", "quantification", "placements", "filing-round", "filing-forms"])
def test_no_long_name_leaves_its_cell(kind, lang):
    """Protects people with long names: every letter is on the page, within the text, and stands in the document."""
    sections = tuple(
        one.model_copy(update={"name": "PersonnelAndOrganisationalDevelopmentDepartmentOffice"}) if at == 1 else one
        for at, one in enumerate(embedded().sections)
    )
    case = renamed(embedded(), LONG).model_copy(update={"sections": sections})
    grounds = grounds_of(case, decided=True)
    files = notice_files(kind, grounds, lang, Options(person_id="003" if kind == "filing-forms" else None), form="pdf")
    text = "".join(page for name in sorted(files) for page in pdf_pages(files[name]))
    assert kind == "filing-forms" or any(name in text for name in LONG.values())
    for content in files.values():
        for line in lines(content):
            assert line[0][0] > 28 - 0.1 and line[-1][1] < 210 - 26 + HANGING
            assert all(left[1] < right[0] + HANGING for left, right in pairwise(line))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_long_table_repeats_its_head(lang, proposed):
    """Protects whoever reads the third page: each page of a table of 82 rows begins with its headings."""
    fields = material("quantification", proposed, Options(), lang)["quantification"]
    found = pdf_pages(notice_files("quantification", proposed, lang, Options(), form="pdf")["quantification.pdf"])
    heads = packed("".join(fields["words"][one] for one in TABLE["quantification"].rows))
    with_rows = [page for page in found if any(packed(row["name"] + row["present"]) in page for row in fields["rows"])]
    assert len(with_rows) > 2 and all(heads in page for page in with_rows)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_row_is_parted_by_a_page(lang):
    """Protects people in the last row of a page: a row of several lines stands on one page, whole."""
    names = {one.person_id: f"Wolfeschlegelsteinhausenbergerdorff{one.person_id}" for one in embedded().people}
    grounds = grounds_of(renamed(embedded(), names))
    rows = material("quantification", grounds, Options(), lang)["quantification"]["rows"]
    found = pdf_pages(notice_files("quantification", grounds, lang, Options(), form="pdf")["quantification.pdf"])
    assert [row["no"] for row in rows if not any(packed("".join(row.values())) in page for page in found)] == []
    assert len(found) > 5


def test_a_row_longer_than_a_page_loses_nobody():
    """Protects the staff of a section with hundreds of clerks: a cell longer than a page goes on on the next."""
    case = embedded()
    section = case.sections[0].section_id
    grounds = grounds_of(case, decided=True)
    crowd = tuple(
        one.model_copy(update={"section_id": section}) if one.role == "clerk" else one for one in grounds.decided
    )
    names = {one.person_id: "阿卜杜热合曼·麦麦提艾力·吐尔逊江·买买提·" + one.person_id for one in case.people}
    grounds = Grounds(grounds_of(renamed(case, names)).scores, grounds.run, crowd)
    found = pdf_pages(notice_files("placements", grounds, "zh", Options(), form="pdf")["placements.pdf"])
    text = "".join(page.removesuffix(f"—{number}—") for number, page in enumerate(found, start=1))
    assert len(crowd) > 50 and [one.person_id for one in crowd if f"·{one.person_id}" not in text] == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_form_is_one_page(lang, proposed):
    """Protects the signature: it stands on the page it signs, for every form, those of the chief contest too."""
    before = Grounds(proposed.scores)
    forms = material("filing-forms", before, Options(), lang)["filing-forms"]["sheets"]
    found = pdf_pages(notice_files("filing-forms", before, lang, Options(), form="pdf")["filing-forms.pdf"])
    assert len({form["title"] for form in forms}) == 3 and len(found) == len(forms)
    for page, form in zip(found, forms, strict=True):
        assert page.startswith(packed(form["title"])) and packed(form["name"]) in page
        assert packed(form["signatures"][-1]["label"]) in page and packed(form["check"]) in page
