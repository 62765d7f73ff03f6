"""Pages of people, sections and the comparison: what they say is what explanation and outcome hold."""

import re

import pytest

from allocator.competition.explain import explain_person, run_from, sentences
from allocator.competition.labels import Labels
from allocator.files import outcome_bytes
from allocator.web.wire import Task
from allocator.words import say
from models.common.base import thousandths_text
from tests.web_pages.conftest import words


@pytest.mark.parametrize("method", ["rules", "both"])
def test_a_person_page_has_the_whole_explanation(in_either, bureau, lang, method):
    """Each sentence of the explanation stands on the page, each named score, and where the person sits."""
    page, scores = in_either, bureau.scores
    page.browser.post("/names", data={"show": "yes"})
    run = run_from(scores, getattr(bureau, method))
    for who in list(scores.people)[::6]:
        told = words(page.text(f"/runs/{{{method}}}/person?id={who}"))
        explanation = explain_person(scores, run, who, prices=False, would_have=False)
        missing = [
            line.text
            for line in sentences(explanation, scores, lang, audience="office")
            if line.kind != "title" and line.text != say("outcome.proposal", lang) and line.text not in told
        ]
        assert missing == []
        own = scores.people[who]
        assert own.quantification is None or thousandths_text(own.quantification) in told


@pytest.mark.usefixtures("at_once")
def test_what_would_have_won_is_answered_on_demand(in_either, bureau, lang):
    page, scores = in_either, bureau.scores
    run = run_from(scores, bureau.rules)
    who = next(
        p
        for p in scores.entrants
        for one in explain_person(scores, run, p, prices=False, would_have=False).posts
        if (one.role, one.verdict) == ("chief", "outranked")
    )
    html = page.text(f"/runs/{{rules}}/person?id={who}")
    form = re.search(r'action="(/runs/\w+/winning)".*?name="section_id" value="([^"]+)"', html, re.DOTALL)
    told = page.browser.post(form[1], data={"person_id": who, "section_id": form[2]})
    assert told.status_code == 200
    page.browser.post("/names", data={"show": "yes"})
    told = words(page.browser.get(told.url.path).text)
    explanation = explain_person(scores, run, who, section_id=form[2])
    needs = [answer for answer in explanation.posts if answer.would_have]
    assert needs
    posts = [one.text for one in sentences(explanation, scores, lang, audience="office") if one.kind == "heading"][2:]
    assert all(heading in told for heading in posts)


def test_a_section_page_has_its_people_and_its_contest(shown, bureau):
    shown.browser.post("/names", data={"show": "yes"})
    labels = Labels(bureau.case, "en")
    for section in bureau.case.sections:
        told = words(shown.text(f"/runs/{{both}}/section?id={section.section_id}"))
        people = [one.person_id for one in bureau.both.placements if one.section_id == section.section_id]
        people += [pair.person_id for pair in bureau.scores.pairs if pair.section_id == section.section_id]
        assert section.name in told
        assert [who for who in people if labels.person(who) not in told] == []


def test_the_comparison_names_everybody_who_moves_and_each_method_s_totals(in_either, bureau, lang):
    page = in_either
    page.browser.post("/names", data={"show": "yes"})
    told = words(page.text("/runs/{both}/comparison"))
    assert say("compare.advisory", lang) in told and say("pages.comparison.proven", lang) in told
    comparison = page.house.results.of(page.ids["both"], masked=False).comparison
    labels = Labels(bureau.case, lang)
    moved = {
        change.person_id for stage in comparison.stages for change in stage.changes if change.verdict != "unchanged"
    }
    assert moved and [who for who in moved if labels.person(who) not in told] == []
    for stage in comparison.stages:
        assert say("compare.stage", lang, stage=say(f"arg.stage.{stage.stage}", lang)) in told


@pytest.mark.parametrize(("method", "other"), [("rules", "optimal"), ("optimal", "rules")])
def test_a_run_of_one_method_says_so_and_offers_the_other_and_the_comparison(page, bureau, method, other):
    """Protects whoever looks for a comparison: only runs that have one are offered as such, never this one."""
    run_id = page.store.start_run(page.ids["case"], method, Task(method).document())
    page.store.end_run(
        run_id, "done", {"violations": []}, outcome_bytes(bureau.both if other == "rules" else bureau.rules)
    )
    html = page.text(f"/runs/{run_id}/comparison")
    assert say("pages.comparison.none", "en", method=say(f"head.{method}", "en")) in words(html)
    offered = set(re.findall(r'href="/runs/(\w+)/comparison"', html)) - {run_id}
    assert offered == {page.ids["both"]} and html.count(f'href="/runs/{run_id}/comparison"') == 1  # its own tab
    assert re.findall(r'name="method" value="(\w+)"', html) == ["both", other]


def test_a_run_of_one_stage_is_compared_from_the_page_of_its_case(page, bureau):
    """What it took as settled is chosen there; a run of all stages would answer another question."""
    run_id = page.store.start_run(page.ids["case"], "rules", Task("rules", stages=("chiefs",)).document())
    page.store.end_run(run_id, "done", {"violations": []}, outcome_bytes(bureau.rules))
    html = page.text(f"/runs/{run_id}/comparison")
    assert 'name="method"' not in html and f'class="button" href="/cases/{page.ids["case"]}"' in html


@pytest.mark.parametrize(
    "bad", ["", "nobody", "../../etc/passwd", "<script>alert(1)</script>", "001' OR '1'='1", "%00"]
)
@pytest.mark.parametrize("path", ["person?id=", "section?id=", "pin?person="])
def test_unknown_ids_are_not_found_and_not_repeated(shown, path, bad):
    found = shown.browser.get(f"/runs/{shown.ids['both']}/{path}{bad}")
    assert found.status_code == 404
    assert not bad or bad not in found.text


def test_the_result_begins_with_the_sections_and_their_people_then_ties_then_proofs(in_either, bureau, lang):
    """The first screen answers who sits where; every count of it leads somewhere, and no file names are in the way."""
    page = in_either
    page.browser.post("/names", data={"show": "yes"})
    html = page.text("/runs/{both}")
    assert re.findall(r'<h2 id="([a-z]+)"', html)[:5] == ["glance", "seats", "ties", "warnings", "levels"]
    outcome, labels = bureau.both, Labels(bureau.case, lang)
    rows = re.findall(r"<tr>(.*?)</tr>", html[html.index('id="seats"') : html.index('id="ties"')], re.DOTALL)[1:]
    assert len(rows) == len(bureau.case.sections)
    for section, row in zip(bureau.case.sections, rows, strict=True):
        seated = [one.person_id for one in outcome.placements if one.section_id == section.section_id]
        assert section.name in words(row)
        assert sorted(re.findall(r"person\?id=(\w+)", row)) == sorted(seated)
        assert [who for who in seated if labels.person(who) not in words(row)] == []
        drawn = {who for tie in outcome.ties if tie.section_id == section.section_id for who in tie.people}
        assert words(row).count(say("mark.to_confirm", lang)) == len(drawn & set(seated))
    assert f'<a href="#ties">{len(outcome.ties)}</a>' in html
    assert "case.json" not in html[: html.index('id="files"')]


def test_each_tie_opens_with_its_people_and_where_else_they_could_sit(shown, bureau):
    """Protects the party group's choice: from the list of a result each tie leads to all it is a choice of."""
    shown.browser.post("/names", data={"show": "yes"})
    html, labels, ties = shown.text("/runs/{both}"), Labels(bureau.case, "en"), bureau.both.ties
    links = re.findall(r'href="(/runs/\w+/section\?id=\w+#ties)"', html)
    assert ties and [link.partition("id=")[2] for link in links] == [f"{tie.section_id}#ties" for tie in ties]
    seats = {one.person_id: one.section_id for one in bureau.both.placements}
    for tie, link in zip(ties, links, strict=True):
        found = shown.text(link.partition("#")[0])
        box = found[found.index('<h2 id="ties"') :].partition("</section>")[0]
        rows = [words(row) for row in re.findall(r"<tr>(.*?)</tr>", box, re.DOTALL)]
        for who in tie.people:
            (row,) = [row for row in rows if labels.person(who) in row]
            others = [one.section_id for one in ties if who in one.people and one.section_id != tie.section_id]
            assert ("here by the draw" in row) == (seats.get(who) == tie.section_id)
            assert all(labels.section(one) in row for one in others)
            assert ("as the rest of the choice allows" in row) == (not others)


def test_a_result_without_ties_says_so(page, bureau):
    run_id = page.store.start_run(page.ids["case"], "optimal", Task("optimal").document())
    without = bureau.both.model_copy(update={"ties": ()})
    page.store.end_run(run_id, "done", {"violations": []}, outcome_bytes(without))
    assert "No seat was decided by the draw alone." in words(page.text(f"/runs/{run_id}"))
