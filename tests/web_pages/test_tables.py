"""Score tables: sorted, filtered and paged exactly, whatever an address asks."""

import re

import pytest

from allocator.web.names import Names
from allocator.web.pages.sorting import PAGE, Wanted, asked
from allocator.web.pages.tables import KINDS, pair_rows, people_rows
from allocator.words import say
from models.common.base import thousandths_text
from tests.web_pages.conftest import words

ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
NUMBERS = ("exam", "appraisal", "review", "quantification", "speech")


def rows(html):
    """The cells of each row of a table's body."""
    body = html[html.index("<tbody>") : html.index("</tbody>")]
    return [
        [words(cell).strip() for cell in re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row, re.DOTALL)]
        for row in ROW.findall(body)
    ]


@pytest.mark.parametrize("name", NUMBERS)
@pytest.mark.parametrize("direction", ["asc", "desc"])
def test_scores_are_sorted_as_numbers_and_missing_ones_come_last(shown, bureau, name, direction):
    found = [
        row[5 + ("quantification", "exam", "appraisal", "review", "speech").index(name)]
        for row in rows(shown.text(f"/cases/{{case}}/people?sort={name}&dir={direction}"))
    ]
    values = [getattr(own, name) for own in bureau.scores.people.values()]
    known = sorted((value for value in values if value is not None), reverse=direction == "desc")
    assert found == [thousandths_text(value) for value in known] + [""] * (len(values) - len(known))


@pytest.mark.parametrize("sort", [column.key for column in KINDS["pairs"][0]])
def test_every_heading_of_the_pairs_sorts_and_says_so(shown, bureau, sort):
    html = shown.text(f"/runs/{{both}}/pairs?sort={sort}&dir=desc")
    assert len(rows(html)) == len(bureau.scores.pairs)
    headings = re.findall(r'aria-sort="(\w+)"><a id="sort-(\w+)"', html)
    assert headings == [("descending", sort)]


def test_filters_keep_what_they_name(shown, bureau):
    people = bureau.case.people
    found = {row[1] for row in rows(shown.text("/cases/{case}/people?section=K02"))}
    assert found == {p.person_id for p in people if p.section_id == "K02"}
    found = {row[1] for row in rows(shown.text("/cases/{case}/people?track=institution"))}
    assert found == {who for who, one in bureau.scores.tracks.items() if one.track == "institution"}
    found = {row[1] for row in rows(shown.text("/cases/{case}/people?q=02"))}
    assert {p.person_id for p in people if "02" in p.person_id} <= found < {p.person_id for p in people}
    both = shown.text("/cases/{case}/people?section=K02&track=clerk&q=0")
    assert all(row[4] for row in rows(both)) and f"of {len(people)} rows match" in both


def test_the_seat_of_a_run_stands_beside_the_scores(shown, bureau):
    seats = {row[1]: row[-1] for row in rows(shown.text("/runs/{both}/people"))}
    names = Names(bureau.case, "en")
    for one in bureau.both.placements:
        assert seats[one.person_id].startswith(names.section(one.section_id))
    assert all(not seats[one.person_id] for one in bureau.both.unplaced)


def test_the_script_gets_the_rows_alone_and_a_sentence_to_say(shown):
    """With the script only the rows are swapped, and what was found is said in a live region that stays."""
    path = f"/cases/{shown.ids['case']}/people?sort=exam&dir=desc&q=0"
    piece = shown.browser.get(path, headers={"hx-request": "true"}).text
    assert "<html" not in piece and '<div id="rows">' in piece
    assert 'id="table-said" role="status" hx-swap-oob="innerHTML"' in piece and "Sorted by exam, descending." in piece
    whole = shown.browser.get(path).text
    assert rows(piece) == rows(whole) and "hx-swap-oob" not in whole


@pytest.mark.parametrize("make", [people_rows, pair_rows])
def test_pages_together_are_the_whole_table(bureau, make):
    names = Names(bureau.case, "zh")
    one = make(bureau.scores, names, None) * 5
    columns = KINDS["people" if make is people_rows else "pairs"][0]
    first = asked("people", columns, one, Wanted(sort="quantification", dir="desc"))
    seen = []
    for number in range(1, first.pages + 1):
        seen += asked("people", columns, one, Wanted(sort="quantification", dir="desc", page=number)).rows
    place = [column.key for column in columns].index("quantification")
    values = [row.cells[place].thousandths for row in seen if row.cells[place] is not None]
    assert len(seen) == len(one) and first.pages == -(-len(one) // PAGE)
    assert values == sorted(values, reverse=True)


HOSTILE = [
    "sort=name'; DROP TABLE people; --",
    "sort=__class__&dir=desc",
    "dir=sideways",
    "page=-1",
    "page=99999999999",
    "page=1e9",
    "page=²",
    "q=<script>alert(1)</script>",
    'q="><img src=x onerror=alert(1)>',
    "q=%25' OR 1=1 --",
    "q={{1234*5678}}{%25 raw %25}",
    "q=%00%0d%0aSet-Cookie:x=1",
    "section=../../etc&track=<b>",
    "unknown=1",
]


@pytest.mark.parametrize("query", HOSTILE)
@pytest.mark.parametrize("path", ["/cases/{case}/people", "/runs/{both}/pairs"])
def test_hostile_filters_are_text_and_nothing_else(shown, path, query):
    html = shown.text(path)  # the table as it is, to compare with
    found = shown.browser.get(path.format(**shown.ids) + "?" + query)
    assert found.status_code == 200
    for made in ("<script>alert", "<img", "<b>", "7006652"):
        assert made not in found.text
    assert "set-cookie" not in found.headers
    assert len(rows(shown.text(path))) == len(rows(html)) > 40


def test_a_filter_longer_than_any_is_refused(shown):
    assert shown.browser.get(f"/cases/{shown.ids['case']}/people?q={'x' * 201}").status_code == 400


def test_switching_the_language_keeps_the_filter(shown):
    path = f"/cases/{shown.ids['case']}/people?q=0&sort=exam&dir=desc"
    html = shown.browser.get(path).text
    back = re.search(r'name="back" value="([^"]+)"', html)[1].replace("&amp;", "&")
    assert back == path
    again = shown.browser.post("/language", data={"lang": "zh", "back": back})
    assert say("pages.table.sorted_descending", "zh", column=say("score.exam", "zh")) not in again.text
    assert 'aria-sort="descending"' in again.text and 'lang="zh-CN"' in again.text
