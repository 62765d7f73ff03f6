"""Every kind of paper on the embedded bureau, in both forms and languages."""

import re

import pytest

from allocator.papers import KINDS, TABLE, Options, notice_files
from allocator.words import say
from tests.papers.reading import blank_glyphs, docx_text, pdf_text

ONE_PERSON = {
    ("personal-slip", "zh"): "002",
    ("personal-slip", "en"): "002",
    ("filing-forms", "en"): "002",
    ("confirmation-clerks", "en"): "002",
}
"""Where one sheet stands for dozens of the same form; what stands in all personal slips is tested apart."""


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


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_name_stands_in_both_forms(kind, lang, proposed, decided):
    """Protects people from being left off a paper, or printed as blank boxes; and says what the paper is worth."""
    grounds, one = decided if TABLE[kind].result else proposed, ONE_PERSON.get((kind, lang))
    files = notice_files(kind, grounds, lang, Options(person_id=one))
    stems = {name.rpartition(".")[0] for name in files}
    assert set(files) == {f"{stem}.{form}" for stem in stems for form in ("docx", "pdf")}
    people = grounds.scores.bureau.people
    names = {people[person].name for person in expected(kind, grounds) if one in (None, person)}
    assert names
    for form, reader in (("docx", docx_text), ("pdf", pdf_text)):
        text = "".join(reader(files[f"{stem}.{form}"]) for stem in sorted(stems))
        assert {name for name in names if name not in text} == set()
        assert re.search("青自然资党〔2024〕18号" if TABLE[kind].result else "方案|[Pp]roposal", text)
        assert "{{" not in text and "{%" not in text
    for stem in stems:
        assert blank_glyphs(files[f"{stem}.pdf"]) == set()


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
