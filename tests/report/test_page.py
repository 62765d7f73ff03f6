"""The report: one file that reads and prints without a network, a script or a picture that says nothing."""

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import pytest

from allocator.competition.report import report_html, sheets, side_by_side
from allocator.report.figure import in_pages, rows_left_out
from allocator.report.frame import TEMPLATES
from allocator.report.svg import text_length
from models.competition.outcome import Outcome
from scenarios import generate
from tests.report.making import HOSTILE, findings_of

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


def shapes(page, name):
    """The pictures of a figure, each as its shapes."""
    figure = page[page.index(f'<figure id="{name}">') :]
    return re.findall(r"<svg .*?</svg>", figure[: figure.index("</figure>")], re.DOTALL)


@pytest.mark.parametrize("which", ["bureau_findings", "hostile"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_words_leave_their_picture(request, which, lang):
    """Protects legends and names at the edge, in either language."""
    page = report_html(request.getfixturevalue(which), lang)
    svgs = re.findall(r'<svg xmlns[^>]*viewBox="0 0 (\d+) [^>]*>(.*?)</svg>', page, re.DOTALL)
    assert svgs
    for wide, content in svgs:
        straight = re.sub(r"<g transform.*?</g>", "", content)
        for x, anchor, words in re.findall(
            r'<text x="([\d.-]+)" y="[\d.-]+" text-anchor="(\w+)"[^>]*>([^<]*)<', straight
        ):
            long = text_length(unescape(words))
            left = float(x) - {"start": 0, "middle": long / 2, "end": long}[anchor]
            assert left >= -1 and left + long <= int(wide) + 1, words


def test_letters_of_pictures_are_large_enough_on_paper(page):
    """Protects the printed pictures: at the width of an A4 page no letter is smaller than six points."""
    style = (TEMPLATES / "report.css").read_text(encoding="utf-8")
    sizes = [int(size) for size in re.findall(r"font(?:-size)?:(\d+)px", style[style.index(".picture svg") :])]
    widths = {int(wide) for wide in re.findall(r'viewBox="0 0 (\d+) ', page)}
    assert min(sizes) * (182 - 6) / max(widths) / 25.4 * 72 >= 5.9


def test_circles_of_the_composite_picture_do_not_cover_one_another(page):
    """Protects people of equal scores: each is seen."""
    for svg in shapes(page, "posts"):
        circles = [(float(x), float(y)) for x, y in re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)"', svg)]
        assert circles
        for number, (x, y) in enumerate(circles):
            assert all(abs(x - a) >= 16 or abs(y - b) >= 16 for a, b in circles[:number])


def test_who_lost_a_post_is_named_on_paper_too(bureau_findings, page):
    """Protects the printed report: the table of names stands open below the picture of the scores."""
    figure = page[page.index('<figure id="posts">') :]
    table = figure[figure.index("<details open>") : figure.index("</details>")]
    names = bureau_findings.labels("zh" if 'lang="zh' in page else "en")
    assert all(names.person(p.person_id) in table for p in bureau_findings.scores.pairs if p.admissible)


def test_the_whole_pipelines_are_compared(bureau_findings, page):
    """Protects the figures of the proof: they are those of the optimum's own earlier stages, which the page shows."""
    labels = bureau_findings.labels("zh" if 'lang="zh' in page else "en")
    table = page[page.index(labels.words("compare.whole")) : page.index('<section id="proof">')]
    for stage in bureau_findings.comparison.whole:
        for pair in stage.levels:
            assert labels.level(pair.name, pair.optimal) in table


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_both_outcomes_share_stands_once(bureau_findings, lang):
    labels = bureau_findings.labels(lang)
    vacancies, unplaced, ties, warnings = (
        make(bureau_findings, labels)
        for make in (side_by_side.vacancies, side_by_side.unplaced, side_by_side.ties, side_by_side.warnings)
    )
    outcomes = [run.outcome for run in bureau_findings.runs]
    seats = {(one.section_id, one.role) for outcome in outcomes for one in outcome.vacancies}
    assert len(vacancies.rows) == len(seats)
    for number, outcome in enumerate(outcomes):
        assert sum(row[2 + number] for row in vacancies.rows) == sum(one.count for one in outcome.vacancies)
        left_out = [row[0] for row in unplaced.rows if row[5 + number].startswith("×")]
        assert left_out == sorted(one.person_id for one in outcome.unplaced)
        method = labels.words(f"method.{outcome.method}")
        both = labels.words("method.both")
        assert sum(row[0] in (method, both) for row in ties.rows) == len(outcome.ties)
        assert sum(row[0] in (method, both) for row in warnings.rows) == len(outcome.warnings)
    assert len({row[1:] for row in warnings.rows}) == len(warnings.rows)


@pytest.mark.parametrize(("lang", "said"), [("zh", "最优方案仅供参考"), ("en", "The optimum is advisory")])
def test_the_optimum_is_called_advisory_only_where_it_is_not_the_proposal(hostile, lang, said):
    assert said in report_html(hostile, lang)
    assert said not in report_html(replace(hostile, run=hostile.optimal), lang)


@pytest.mark.parametrize(("rows", "pages"), [(0, []), (1, [1]), (25, [25]), (26, [13, 13]), (76, [19] * 4)])
def test_rows_are_cut_into_pictures_of_about_one_size(rows, pages):
    assert [len(page) for page in in_pages([str(number) for number in range(rows)])] == pages


def test_what_no_picture_shows_is_said(hostile):
    labels = hostile.labels("en")
    rows = [str(number) for number in range(140)]
    assert sum(len(page) for page in in_pages(rows)) == 125
    assert rows_left_out(labels, rows, "sheet").startswith("15 more are not drawn")


@pytest.fixture(scope="module")
def large():
    """More sections and people than pictures and tables of the report take."""
    return findings_of(generate(people=700, sections=130, seed="large"))


def test_a_large_bureau_is_cut_to_what_can_be_read_and_says_so(large):
    """Protects the print of a large bureau: each picture fits a page, and what is left out is named with its sheet."""
    page = report_html(large, "en")
    found = parsed(page)
    assert (found.faults, found.open) == ([], [])
    names = {table.name for table in sheets(large, "en")}
    for name in ("flows", "headcounts"):
        assert len(shapes(page, name)) == 5
    told = re.findall(r"(\d+) more (?:are not drawn; see|rows stand in) “([^”]+)”", unescape(page))
    assert told[0][0] == "5" and {sheet for _, sheet in told} <= names
    assert "<details open>" not in page
    tall = [float(one) for one in re.findall(r'<svg xmlns[^>]*viewBox="0 0 \d+ ([\d.]+)"', page)]
    assert max(tall) <= 840 * 236 / 176
