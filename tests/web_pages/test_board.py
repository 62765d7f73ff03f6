"""The board: everybody in the right box, names masked, proposals told as such."""

import re

import pytest

from allocator.web.names import masked_name
from allocator.words import say
from tests.competition.builders import case
from tests.web.conftest import Page
from tests.web_pages.conftest import PATHS, Shown, filled_store, solved_files, words

NAMELESS = ("/runs/{both}", "/runs/{rules}/comparison", "/runs/{both}/comparison")
"""Pages that may name nobody."""


def boxes(html):
    """The text of each box of the board."""
    return [words(box) for box in re.findall(r'<section class="place".*?</section>', html, re.DOTALL)]


@pytest.mark.parametrize("method", ["rules", "both"])
def test_every_section_shows_its_people_and_its_vacancies(in_either, bureau, lang, method):
    in_either.browser.post("/names", data={"show": "yes"})
    sections = [section.section_id for section in bureau.case.sections]
    found = dict(zip(sections, boxes(in_either.text(f"/runs/{{{method}}}/board")), strict=True))
    outcome = getattr(bureau, method)
    people = {person.person_id: person.name for person in bureau.case.people}
    assert len(found) == len(bureau.case.sections)
    for section_id, text in found.items():
        here = [one for one in outcome.placements if one.section_id == section_id]
        assert all(people[one.person_id] in text for one in here)
        section = next(one for one in bureau.case.sections if one.section_id == section_id)
        assert say("pages.board.seated", lang, seated=len(here), headcount=section.headcount) in text
    for one in outcome.vacancies:
        code = "pages.board.vacant" if one.role == "chief" else "pages.board.vacancies"
        assert say(code, lang, count=one.count) in found[one.section_id]


def test_each_person_stands_on_the_board_once(shown, bureau):
    html = shown.text("/runs/{both}/board")
    found = re.findall(r'class="who"><a href="/runs/\w+/person\?id=([^"]+)"', html)
    expected = [p.person_id for p in bureau.both.placements] + [u.person_id for u in bureau.both.unplaced]
    assert sorted(found) == sorted(expected)


def test_only_people_who_rotate_can_be_moved(shown, bureau):
    html = shown.text("/runs/{both}/board")
    movable = set(re.findall(r'data-person="([^"]+)"', html))
    still = {who for who, one in bureau.scores.tracks.items() if one.track in ("fixed", "contract")}
    assert movable == set(re.findall(r'name="person" value="([^"]+)"', html))
    assert movable.isdisjoint(still | bureau.scores.bureau.assigned.keys())
    assert movable | still | bureau.scores.bureau.assigned.keys() == bureau.scores.people.keys()


def test_the_board_can_be_narrowed_to_a_section_or_a_text(shown):
    assert len(boxes(shown.text("/runs/{both}/board?section=K03"))) == 1
    assert len(boxes(shown.text("/runs/{both}/board?q=037"))) == 1
    nothing = shown.text("/runs/{both}/board?q=%3Cscript%3Ealert(1)%3C/script%3E")
    assert not boxes(nothing) and "Nothing matches." in nothing
    assert "<script>alert" not in nothing


@pytest.mark.parametrize("path", PATHS)
def test_names_are_masked_until_asked_for(in_either, bureau, path):
    """No page shows a full name, and no filter finds one, before somebody asked for names."""
    people = [person.name for person in bureau.case.people]
    masked = in_either.text(path)
    assert not [name for name in people if name in masked]
    assert any(masked_name(name) in masked for name in people) or path in NAMELESS or "pins" in path
    in_either.browser.post("/names", data={"show": "yes"})
    assert any(name in in_either.text(path) for name in people) or path in NAMELESS


def test_a_filter_finds_no_name_that_is_masked(shown, bureau):
    """Otherwise whoever knows a name could learn whom a masked row is about."""
    name = bureau.case.people[0].name
    assert "0 of" in shown.text("/cases/{case}/people?q=" + name)
    assert not boxes(shown.text("/runs/{both}/board?q=" + name))
    shown.browser.post("/names", data={"show": "yes"})
    assert bureau.case.people[0].person_id in shown.text("/cases/{case}/people?q=" + name)


@pytest.mark.parametrize("path", [path for path in PATHS if path.startswith("/runs")])
def test_every_page_of_a_run_is_called_a_proposal_until_it_is_decided(in_either, lang, path):
    assert say("pages.state.proposal", lang) in in_either.text(path)


def test_a_decided_run_says_by_whom_and_when(page):
    run = page.ids["both"]
    page.browser.post(f"/runs/{run}/drafts")
    draft = page.store.acts(run)[-1].act_id
    filled = {"draft_id": draft, "authority": "Party group", "document": "No. 7", "date": "2024-07-05"}
    page.browser.post(f"/runs/{run}/decided", data=filled)
    text = page.text("/runs/{both}/board")
    assert "Decided: Party group, 2024-07-05" in text and say("pages.state.proposal", "en") not in text
    page.browser.post(f"/runs/{run}/published", data={"document": "Board", "date": "2024-07-06"})
    assert "Decided and published: Party group, 2024-07-05" in page.text("/runs/{both}/board")


def test_a_run_without_an_outcome_has_no_board(page):
    run = page.store.start_run(page.ids["case"], "rules", {"pins": []})
    for path in ("board", "people", "pairs", "comparison", "person?id=001", "section?id=K01", "pin?person=001"):
        assert page.browser.get(f"/runs/{run}/{path}").status_code == 404


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_whoever_only_follows_from_a_tie_is_marked(tmp_path, lang):
    """On the page of the run and on the board: as many marks as people, and the sentence that says what they mean."""
    desks = case(
        ["a", "b", "c", "d"],
        {"s": 2, "t": 2, "u": 4},
        marks=dict.fromkeys("abcd", 80),
        clerk_filed={"a": ["s", "t"], "b": ["s", "t"]},
        picks={"s": ["a", "b"], "t": ["a", "b"]},
    )
    solved = solved_files(desks, tmp_path)
    assert solved.both.follows == ("c", "d")
    ids = filled_store(tmp_path / "store.sqlite3", solved)
    page = Page(tmp_path / "store.sqlite3", lang)
    shown = Shown(page, ids, page.browser)
    mark = {"zh": "△ 随并列变动", "en": "△ follows the ties"}[lang]
    told = {"zh": "以下人员的科室由其余安排决定", "en": "The sections of these people come from all the rest"}[lang]
    run_page, board = shown.text("/runs/{both}"), shown.text("/runs/{both}/board")
    assert (run_page.count(mark), board.count(mark)) == (2, 2)
    assert told in run_page
    page.close()
