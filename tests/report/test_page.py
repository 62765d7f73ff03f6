"""The report: one file that reads and prints without a network, a script or a picture that says nothing."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from allocator.report import report_html
from models.outcome import Outcome
from tests.report.making import HOSTILE

LANGUAGES = ("zh", "en")
VOID = {"meta", "br", "hr", "img", "input", "link"}


class Strict(HTMLParser):
    """Reads a page and remembers what a browser would forgive."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.faults, self.tags, self.ids, self.links, self.svgs = [], [], set(), [], [], []
        self.text = []

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.tags.add(tag)
        self.ids += [values["id"]] if "id" in values else []
        self.links += [values[name] for name in ("href", "src", "xlink:href", "action", "data") if name in values]
        self.faults += [name for name in values if name.startswith("on")]
        if tag == "svg" and "role" in values:
            self.svgs.append(values)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}>")

    def handle_data(self, data):
        self.text.append(data)


def parsed(page):
    reader = Strict()
    reader.feed(page)
    reader.close()
    return reader


@pytest.fixture(scope="module", params=LANGUAGES)
def page(request, bureau_findings):
    return report_html(bureau_findings, request.param)


def test_the_page_is_well_formed_and_needs_nothing_but_itself(page):
    """Protects offline reading: no script, no address, nothing loaded, and no tag left open."""
    found = parsed(page)
    assert (found.faults, found.open) == ([], [])
    assert not found.tags & {"script", "link", "img", "iframe", "object", "embed", "form", "base"}
    assert all(link.startswith("#") for link in found.links)
    assert {link[1:] for link in found.links} <= set(found.ids)
    assert len(found.ids) == len(set(found.ids))
    assert "@import" not in page and "url(http" not in page and "javascript:" not in page
    assert set(re.findall(r"https?://[^\"'<\s]+", page)) <= {"http://www.w3.org/2000/svg"}


def test_every_picture_has_a_title_a_description_and_a_table(page):
    """Protects readers who do not see the pictures."""
    found = parsed(page)
    assert len(found.svgs) >= 5
    for svg in found.svgs:
        title, description = svg["aria-labelledby"].split()
        assert svg["role"] == "img" and {title, description} <= set(found.ids)
        assert re.search(f'<title id="{title}">[^<]+</title><desc id="{description}">[^<]+</desc>', page)
    assert page.count("<figure") == page.count("<details")


def test_the_page_tells_both_outcomes(bureau_findings, page):
    text = "".join(parsed(page).text)
    names = bureau_findings.labels("zh" if 'lang="zh' in page else "en")
    for run in bureau_findings.runs:
        assert all(names.person(one.person_id) in text for one in run.outcome.placements)
        assert all(names.person(one.person_id) in text for one in run.outcome.unplaced)
    for stage in bureau_findings.comparison.stages:
        for claim in stage.claims_optimal[:20]:
            assert names.section(claim.section_id) in text
    assert bureau_findings.run.outcome.case.sha256 in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_hostile_names_are_text_and_people_of_one_name_are_told_apart(hostile, lang):
    shown = report_html(hostile, lang)
    found = parsed(shown)
    assert (found.faults, found.open) == ([], []) and "script" not in found.tags and "b" not in found.tags
    text = "".join(found.text)
    assert all(name in text for name in HOSTILE)
    apart = {"zh": ("张<三>&（002）", "张<三>&（008）"), "en": ("张<三>& (002)", "张<三>& (008)")}[lang]
    assert all(name in text for name in apart)
    assert hostile.case.case.name in text


@pytest.mark.parametrize(("lang", "most", "open_"), [("zh", "最多为", "尚未证明"), ("en", "at most", "is not proven")])
def test_most_and_least_are_said_only_of_proven_levels(hostile, lang, most, open_):
    """Protects the word "optimal": a level without a proof is only the best found."""
    shown = report_html(hostile, lang)
    assert most in shown and open_ not in shown
    outcome = hostile.optimal.outcome
    stages = tuple(
        one.model_copy(update={"levels": tuple(v.model_copy(update={"proven": False}) for v in one.levels)})
        for one in outcome.stages
    )
    unproven = Outcome.model_validate({**outcome.model_dump(), "status": "feasible", "stages": stages})
    optimal = replace(hostile.optimal, outcome=unproven)
    doubtful = report_html(replace(hostile, optimal=optimal), lang)
    section = doubtful[doubtful.index('<section id="proof">') : doubtful.index('<section id="confirm">')]
    assert most not in section and open_ in section


@pytest.mark.parametrize(("lang", "said"), [("zh", "建议稿"), ("en", "This is a proposal")])
def test_the_report_says_that_it_is_a_proposal(hostile, lang, said):
    shown = report_html(hostile, lang)
    assert said in shown[: shown.index("<nav")]
    alone = report_html(replace(hostile, rules=None, optimal=None, comparison=None), lang)
    assert said in alone and 'id="comparison"' not in alone
    assert parsed(alone).faults == []


def test_the_same_findings_give_the_same_page(hostile):
    assert report_html(hostile, "zh") == report_html(hostile, "zh")
