"""Readings are confirmed kind by kind before a case can be worked with, and that stays on record."""

import json
import re
from dataclasses import replace
from html import unescape

import pytest

from allocator.files import Place, Reading
from allocator.web.packing import packed, unpacked
from allocator.words import say
from scenarios import embedded
from tests.web_pages.conftest import words
from tests.web_pages.test_markup import Reading as Markup

NAME = embedded().people[4].name
READINGS = (
    Reading("ticks", "people", "chief", 15, Place("ours.xlsx", "人员", "G4"), "√", "是"),
    Reading("name", "picks", "person_id", 2, Place("ours.xlsx", "科长选人", "B2"), NAME, "005"),
    Reading("ticks", "people", "consent", 16, Place("ours.xlsx", "人员", "L7"), "√", "是"),
)
KINDS = ("ticks", "name")


@pytest.fixture
def read(page, case_bytes):
    """A page with a case of which some cells had to be read; ``case_id`` names it."""
    page.case_id = page.upload(("case.json", case_bytes))
    give(page, READINGS)
    return page


def give(page, readings):
    """Has the case be read with these readings."""
    plain = page.house.desk.looked_at(page.case_id)
    page.house.desk._plain.put(page.case_id, replace(plain, draft=replace(plain.draft, readings=readings)))


def seen(page, path=""):
    answer = page.browser.get(f"/cases/{page.case_id}{path}")
    assert answer.status_code == 200
    return answer


def confirm(page, *kinds):
    return page.browser.post(f"/cases/{page.case_id}/readings", data={"kind": kinds})


def test_each_kind_is_shown_with_its_columns_and_one_cell_and_its_own_box(read):
    html = seen(read).text
    boxes = re.findall(r'<input type="checkbox"[^>]*name="kind" value="(\w+)" required>', html)
    assert boxes == list(KINDS)
    rows = [words(row) for row in re.findall(r"<tr><td>.*?</tr>", html, re.DOTALL)]
    assert len(rows) == len(READINGS)
    for one in READINGS:
        place = f"{one.place.file} {one.place.sheet} {one.place.cell}"
        assert any(place in row and str(one.cells) in row and one.used in row for row in rows)


def test_names_that_were_read_are_masked_until_asked_for(read):
    assert NAME not in unescape(seen(read).text)
    read.browser.post("/names", data={"show": "yes"})
    assert NAME in unescape(seen(read).text)


@pytest.mark.parametrize("path", ["/people", "/pairs", "/pins"])
def test_nothing_of_the_case_is_shown_before(read, path):
    """Protects the officer from working with values nobody looked at."""
    answer = seen(read, path)
    assert answer.url.path == f"/cases/{read.case_id}"
    assert f'action="/cases/{read.case_id}/readings"' in answer.text


def test_no_run_is_started_before(read):
    answer = read.browser.post(f"/cases/{read.case_id}/runs", data={"method": "rules"})
    assert answer.url.path == f"/cases/{read.case_id}" and read.store.runs() == []


@pytest.mark.parametrize("some", [(), KINDS[:1], ("another",), (KINDS[1], "another")])
def test_some_kinds_are_not_enough(read, some):
    """The page comes back, says how many are missing, and keeps the ticks."""
    answer = confirm(read, *some)
    left = [kind for kind in KINDS if kind not in some]
    assert answer.status_code == 422
    assert say("web.readings.missing", "en", count=len(left)) in words(answer.text)
    assert answer.text.count('aria-invalid="true"') == len(left)
    assert re.findall(r'value="(\w+)" required checked', answer.text) == [kind for kind in KINDS if kind in some]
    assert read.store.confirmed(read.case_id) is None
    assert [entry.act for entry in read.store.entries()] == ["case_added"]


def test_what_was_confirmed_is_on_record_and_on_the_page_of_the_case(read):
    assert confirm(read, *KINDS).url.path == f"/cases/{read.case_id}"
    record = read.store.confirmed(read.case_id)
    assert record.operator == "officer"
    assert [one["column"] for one in record.readings] == [one.column for one in READINGS]
    assert NAME not in repr(record) and "√" not in repr(record)  # no cell is kept twice
    assert read.store.entries()[-1].act == "readings_confirmed"
    told = words(seen(read).text)
    assert say("web.readings.by", "en", operator="officer", at=record.at[:16].replace("T", " ")) in told
    assert seen(read, "/people").url.path.endswith("/people")
    assert confirm(read, *KINDS).status_code == 200
    assert read.store.confirmed(read.case_id) == record


def test_other_readings_have_to_be_confirmed_anew(read):
    """A later version of the program may read a cell otherwise: what was confirmed then is not what is used now."""
    confirm(read, *KINDS)
    give(read, READINGS[:2])
    assert f'action="/cases/{read.case_id}/readings"' in seen(read).text


def test_readings_come_through_from_the_process_that_reads(read):
    """Protects what is confirmed: it is what was read, to the letter."""
    head, parts = packed(read.house.desk.looked_at(read.case_id))
    assert unpacked(json.loads(json.dumps(head)), parts).draft.readings == READINGS


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("confirmed", [False, True])
def test_the_pages_are_well_built(read, lang, confirmed):
    """Headings in order, ids unique, references met, controls labelled, nothing inline, as on every other page."""
    read.browser.post("/language", data={"lang": lang})
    html = (confirm(read, *KINDS) if confirmed else confirm(read, KINDS[0])).text
    page = Markup(html)
    assert page.headings[0] == 1 and page.headings.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(page.headings, page.headings[1:], strict=False))
    assert len(page.ids) == len(set(page.ids)) and set(page.refers) <= set(page.ids)
    assert set(page.controls) <= page.labelled and page.loose == []


def test_a_case_without_readings_is_open_at_once(page, case_bytes):
    page.case_id = page.upload(("case.json", case_bytes))
    assert "/readings" not in seen(page).text
    assert seen(page, "/people").url.path.endswith("/people")
    assert confirm(page).url.path == f"/cases/{page.case_id}"
    assert page.store.confirmed(page.case_id) is None


def test_a_purge_takes_the_confirmation_along(read):
    confirm(read, *KINDS)
    read.browser.post(f"/cases/{read.case_id}/purge", data={"sure": "yes"})
    assert read.store.confirmed(read.case_id) is None
