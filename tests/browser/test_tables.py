"""The score table of 2,000 people in a real browser: it sorts, filters and leafs, and shows what the scores say."""

import pytest

from allocator.competition.check import check
from allocator.files import draft_of
from models.competition.rulebook import Rulebook
from scenarios import generate
from tests.browser.visiting import Visitor

ROWS = "#rows tbody tr"
IDS = "rows => rows.map(row => row.cells[1].textContent.trim())"


@pytest.fixture
def visitor(chromium, server, files):
    with Visitor(chromium, server, "zh") as found:
        found.page.locator("#files").set_input_files(files / "large.json")
        found.follow(found.page.locator("form[action='/cases'] button"))
        found.at(f"{found.path()}/people")
        yield found


def sorted_by(visitor, column, direction):
    """Sorts by a column and waits until the table says so and the focus is back on the heading that was put anew."""
    visitor.press(visitor.page.locator(f"#sort-{column}"))
    visitor.page.wait_for_selector(f"th[aria-sort={direction}] > #sort-{column}")
    visitor.page.wait_for_function("id => document.activeElement.id === id", arg=f"sort-{column}")


def shown(visitor):
    return visitor.page.locator(ROWS).evaluate_all(IDS)


def test_a_table_of_2000_people_sorts_filters_and_leafs(visitor):
    """Protects whoever looks for somebody: the order is that of the scores, and a filter leaves out nobody it names."""
    scores = check(draft_of(generate(2000, 100, 1, trios=400)), Rulebook()).scores
    page = visitor.page
    sorted_by(visitor, "exam", "descending")
    marks = {who: own.exam for who, own in scores.people.items() if own.exam is not None}
    first = sorted(marks, key=lambda who: (-marks[who], who))[:100]
    assert [marks[who] for who in shown(visitor)] == [marks[who] for who in first]
    visitor.announced(visitor.say("pages.table.sorted_descending", column=visitor.say("score.exam")))
    sorted_by(visitor, "exam", "ascending")
    assert marks[shown(visitor)[0]] == min(marks.values())

    page.locator("#table-q").focus()
    page.keyboard.type("P19")
    found = [who for who in scores.bureau.people if "P19" in who]
    visitor.announced(visitor.say("pages.table.found", found=len(found), count=2000))
    assert 0 < len(found) <= 100 and set(shown(visitor)) == set(found)
    assert page.locator("th[aria-sort=ascending] > #sort-exam").count() == 1  # a filter keeps the order
    visitor.holds("table, sorted and filtered")

    page.locator("#table-q").fill("")
    section = next(iter(scores.bureau.sections))
    page.locator("#table-section").select_option(section)
    own = [who for who, person in scores.bureau.people.items() if person.section_id == section]
    visitor.announced(visitor.say("pages.table.found", found=len(own), count=2000))
    assert set(shown(visitor)) == set(own)

    page.locator("#table-section").select_option("")
    visitor.announced(visitor.say("pages.table.found", found=2000, count=2000))
    sorted_by(visitor, "id", "ascending")
    everybody = sorted(scores.bureau.people)
    assert shown(visitor) == everybody[:100]
    visitor.press(page.locator("#page-next"))
    page.wait_for_selector("#page-previous")
    assert shown(visitor) == everybody[100:200]
    visitor.holds("table, second page")
    page.go_back()
    page.wait_for_selector("#page-previous", state="detached")
    assert shown(visitor) == everybody[:100]
