"""Markup that assistive technology and the content policy rely on, in every page and both languages."""

import re
from html.parser import HTMLParser

import pytest

from models.competition.people import Person
from scenarios import embedded
from tests.web.conftest import Page
from tests.web_pages.conftest import PATHS, Shown, filled_store, solved_files

NAME = "<img src=x onerror=alert(1)>张‹三>&\"'{{1234*5678}}"
SECTION = "</option><script>alert(2)</script>&科"
WHO = '0"3<i>/../%2e&x=1#y'


class Reading(HTMLParser):
    """The headings, ids, references and labelled controls of a page."""

    def __init__(self, html):
        super().__init__()
        self.headings, self.ids, self.refers, self.labelled, self.controls, self.loose = [], [], [], set(), [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if "id" in found:
            self.ids.append(found["id"])
        for name in ("aria-labelledby", "aria-describedby", "form"):
            self.refers += (found.get(name) or "").split()
        if tag == "label":
            self.labelled.add(found.get("for"))
        if tag in ("input", "select", "textarea") and found.get("type") != "hidden" and "aria-label" not in found:
            self.controls.append(found.get("id"))
        self.loose += [name for name in found if name.startswith("on") or name == "style"]
        if tag == "style" or (tag == "script" and not (found.get("src") or "").startswith("/static/")):
            self.loose.append(tag)


@pytest.mark.parametrize("path", PATHS)
def test_every_page_is_well_built(in_either, lang, path):
    """One h1, no heading level skipped, ids unique, references met, controls labelled, nothing inline."""
    html = in_either.text(path)
    page = Reading(html)
    assert page.headings.count(1) == 1 and page.headings[0] == 1
    steps = zip(page.headings, page.headings[1:], strict=False)
    assert all(after <= before + 1 for before, after in steps)
    assert len(page.ids) == len(set(page.ids))
    assert set(page.refers) <= set(page.ids)
    assert set(page.controls) <= page.labelled
    assert page.loose == []
    assert f'<html lang="{"zh-CN" if lang == "zh" else "en"}">' in html
    assert 'class="skip" href="#main"' in html and 'role="status"' in html
    assert all('tabindex="0" role="group" aria-label' in box for box in re.findall(r'<div class="wide[^>]*>', html))


@pytest.mark.parametrize("path", PATHS)
def test_every_page_stands_under_the_one_row_of_tabs(in_either, path):
    """Whoever is on a page of a run or of a case sees where he is and reaches all other parts from there."""
    html = in_either.text(path)
    tabs = re.findall(r'<nav class="tabs".*?</nav>', html, re.DOTALL)
    assert len(tabs) == 1
    parts = ("board", "people", "pairs", "comparison", "decision") if "/runs/" in path else ("people", "pairs", "pins")
    of = path.format(**in_either.ids).split("/")[:3]
    addresses = ["/".join(of), *("/".join([*of, part]) for part in parts)]
    assert re.findall(r'href="([^"]+)"', tabs[0]) == addresses
    current = re.findall(r'href="([^"]+)" aria-current="(page|true)"', tabs[0])
    assert len(current) == 1
    here = path.format(**in_either.ids).partition("?")[0]
    assert current[0][1] == ("page" if here in addresses else "true")
    assert here not in addresses or current[0][0] == here


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """The embedded bureau with a person and a section that bear markup in their names, the person in the id too."""
    case = embedded()

    def moved(row):
        fields = {}
        for name, value in row:
            if value == "003" and name in ("person_id", "person_a", "person_b", "chief_id"):
                fields[name] = WHO
            elif isinstance(row, Person) and name == "name" and row.person_id == "003":
                fields[name] = NAME
            elif name == "name" and getattr(row, "section_id", None) == "K04" and not isinstance(row, Person):
                fields[name] = SECTION
        return row.model_copy(update=fields) if fields else row

    tables = {name: tuple(map(moved, rows)) for name, rows in case if isinstance(rows, tuple)}
    folder = tmp_path_factory.mktemp("hostile")
    ids = filled_store(folder / "store.sqlite3", solved_files(type(case)(**{**dict(case), **tables}), folder))
    page = Page(folder / "store.sqlite3", "en")
    page.browser.post("/names", data={"show": "yes"})
    yield Shown(page, ids, page.browser)
    page.close()


@pytest.mark.parametrize("path", [path for path in PATHS if "id=" not in path and "pin?" not in path])
def test_names_with_markup_are_shown_as_they_are(hostile, path):
    html = hostile.text(path)
    assert "<img" not in html and "<script>alert" not in html and "<i>" not in html and "7006652" not in html
    assert Reading(html).loose == []
    if "/board" in path or path.endswith("/people"):
        assert "&lt;img src=x onerror=alert(1)&gt;张‹三&gt;&amp;" in html


@pytest.mark.usefixtures("at_once")
def test_a_person_whose_id_is_an_address_is_found_by_the_links(hostile):
    """Ids are data: whatever stands in them, links and forms lead to the person, and files are never touched."""
    html = hostile.text("/runs/{both}/board")
    link = next(one for one in re.findall(r'class="who"><a href="([^"]+)"', html) if "%22" in one)
    found = hostile.browser.get(link)
    assert found.status_code == 200 and "&lt;img src=x" in found.text and "<i>" not in found.text
    form = hostile.browser.get(f"/runs/{hostile.ids['both']}/pin", params={"person": WHO})
    assert form.status_code == 200 and "<script>alert" not in form.text
    seat = {"person_id": WHO, "section_id": "K04", "role": "clerk"}
    price = hostile.browser.post(f"/runs/{hostile.ids['rules']}/price", data=seat)
    assert price.status_code == 200 and "<img" not in price.text
    done = hostile.browser.post(f"{price.url.path}/pin", data={"reason": "<b>why</b>", "authority": "=cmd|'/c'!A1"})
    assert done.status_code == 200 and "<img" not in done.text
    pins = hostile.text("/cases/{case}/pins")
    assert "&lt;b&gt;why&lt;/b&gt;" in pins and "<img" not in pins and "<b>" not in pins
