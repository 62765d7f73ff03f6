"""Every kind of paper on the embedded bureau, in both forms and languages."""

import re

import pytest

from allocator.competition.papers import KINDS, TABLE, Options, material, notice_files
from allocator.papers.legible import tidy
from allocator.papers.pdf import pdf_bytes
from allocator.papers.word import filled
from allocator.papers.writing import template_of
from allocator.words import say
from tests.papers.reading import blank_glyphs, docx_text, packed, pdf_pages, pdf_text


def expected(kind, grounds):
    """The ids of everybody whose name a kind must show, from the case and the outcome alone."""
    case, tracks, people = grounds.scores.bureau.case, grounds.scores.tracks, grounds.scores.bureau.people
    placed = grounds.run.outcome.placements
    outside = {p.person_id for p in case.people if not p.consent or p.review == "fail"}
    chiefs = {one.person_id for one in placed if one.role == "chief" and one.basis != "fixed"}
    return {
        "filing-forms": {
            p
            for p, t in tracks.items()
            if t.track not in ("fixed", "contract") and p not in chiefs and p not in grounds.scores.bureau.assigned
        },
        "filing-round": {one.person_id for one in case.applications if tracks[one.person_id].entrant},
        "satisfaction": {one.person_id for one in case.satisfaction},
        "candidates": {p for p, t in tracks.items() if t.track == "candidate" and t.entrant},
        "quantification": {
            p
            for p, t in tracks.items()
            if t.track not in ("fixed", "contract") and not (t.track == "institution" and p in outside)
        },
        "composite": {one.person_id for one in grounds.scores.pairs if one.admissible},
        "proposed-chiefs": chiefs,
        "filing-report": chiefs,
        "confirmation-clerks": {one.person_id for one in placed if one.role == "clerk" and one.basis == "mutual"},
        "confirmation-institution": {
            one.person_id for one in placed if one.role == "institution" and one.basis in ("mutual", "required")
        },
        "placements": {one.person_id for one in placed},
        "returning": {one.person_id for one in grounds.run.outcome.unplaced if one.track == "institution"},
        "personal-slip": set(people),
    }[kind]


def made(kind, grounds, lang):
    """Every paper of a kind in both forms, with its fields; slips of a file each are bound into one, to save time."""
    spec, papers = TABLE[kind], tidy(material(kind, grounds, Options(), lang))
    if spec.apart:
        papers = {kind: {"sheets": [sheet for fields in papers.values() for sheet in fields["sheets"]]}}
    template = template_of(spec, TABLE, None, lang)
    return [
        (fields, filled(template, fields, stem, lang), pdf_bytes(spec, fields, stem, lang))
        for stem, fields in papers.items()
    ]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_name_stands_in_both_forms(kind, lang, proposed, decided):
    """Protects people from being left off a paper, or printed as blank boxes; and says what the paper is worth.

    The names are those of the case and the outcome, told apart where two share one; they are looked for in what the
    files say. Every glyph a PDF draws is looked up in the font inside it.
    """
    grounds = decided if TABLE[kind].result else proposed
    wanted, shown = expected(kind, grounds), set()
    names = {who: told_apart(grounds, who, lang) for who in wanted}
    assert wanted
    for fields, docx, pdf in made(kind, grounds, lang):
        written, drawn = docx_text(docx), pdf_text(pdf)
        shown |= {who for who, name in names.items() if name in written and name in drawn}
        for text in (written, drawn):
            assert re.search("青自然资党〔2024〕18号" if TABLE[kind].result else "方案|[Pp]roposal", text)
            assert "{{" not in text and "{%" not in text
        assert blank_glyphs(pdf) == set()
        if TABLE[kind].sheets:
            assert owners(pdf, fields["sheets"]) == [packed(sheet["name"]) for sheet in fields["sheets"]]
    assert shown == wanted


def told_apart(grounds, person_id, lang):
    """A person's name as a paper shows it: with the id where another has the same name."""
    people = grounds.scores.bureau.people
    name = people[person_id].name
    if sum(one.name == name for one in people.values()) == 1:
        return name
    return f"{name}（{person_id}）" if lang == "zh" else f"{name}({person_id})"


def owners(content, sheets):
    """For each sheet of a PDF the name on the page it begins on, which bears its title and its first words."""
    pages, found = iter(pdf_pages(content)), []
    for sheet in sheets:
        title, first = packed(sheet["title"]), packed(sheet["opening"][0])
        page = next((page for page in pages if page.startswith(title) and first in page), "")
        found += [name for name in (packed(sheet["name"]),) if name in page]
    return found


def test_a_file_is_written_for_each_paper_and_form(proposed):
    """Protects the officer's folder: one file a paper and form, and for slips one a person."""
    both = ("docx", "pdf")
    for kind, person, stems in (
        ("quantification", None, ["quantification"]),
        ("filing-round", None, ["filing-round-1", "filing-round-2", "filing-round-3"]),
        ("personal-slip", "002", ["personal-slip-002"]),
        ("filing-forms", "002", ["filing-forms-002"]),
    ):
        files = notice_files(kind, proposed, "zh", Options(person_id=person))
        assert list(files) == [f"{stem}.{form}" for stem in stems for form in both]
    assert len(material("personal-slip", proposed, Options(), "zh")) == len(proposed.scores.people)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if TABLE[kind].result])
def test_a_draft_of_a_result_says_that_it_is_a_proposal(kind, proposed):
    """Protects the party group's word: before it there are only proposals, in the title and below it."""
    files = notice_files(kind, proposed, "zh", Options(draft=True))
    for text in (docx_text(files[f"{kind}.docx"]), pdf_text(files[f"{kind}.pdf"])):
        assert "方案" in say(f"papers.draft.{kind}", "zh")
        assert say(f"papers.draft.{kind}", "zh") in text
        assert say("papers.status.draft", "zh") in text
        assert "经党组研究决定，现" not in text


def test_the_same_case_gives_the_same_bytes(proposed):
    """Protects comparison and archiving: no time, no random id, in either form."""
    first = notice_files("composite", proposed, "zh", Options())
    assert notice_files("composite", proposed, "zh", Options()) == first


def test_the_period_and_the_date_are_those_asked_for(decided):
    """Protects people who count on the days of publication: seven unless said, first and last day counted."""
    import datetime as dt

    asked = Options(period_days=5, issued=dt.date(2024, 7, 30))
    text = docx_text(notice_files("proposed-chiefs", decided, "zh", asked, form="docx")["proposed-chiefs.docx"])
    assert "公示时间：5天（自2024年7月30日起至2024年8月3日止）" in text
    usual = notice_files("proposed-chiefs", decided, "zh", Options(), form="docx")
    assert "公示时间：7天（自年月日起至年月日止）" in docx_text(usual["proposed-chiefs.docx"])


@pytest.mark.parametrize("mark", ["\U000323af", "\u2800", "\u0f40"])
def test_a_blank_glyph_would_be_seen(mark, proposed):
    """Protects the test above: a character that is printed as a box is found in the file's own font."""
    fields = tidy(material("satisfaction", proposed, Options(), "zh"))["satisfaction"]
    assert blank_glyphs(pdf_bytes(TABLE["satisfaction"], fields, "t", "zh")) == set()
    fields["rows"][0]["name"] = f"余{mark}勇"
    assert len(blank_glyphs(pdf_bytes(TABLE["satisfaction"], fields, "t", "zh"))) == 1
