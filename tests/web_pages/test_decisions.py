"""What the page says of a draft before its decision is recorded: a tie confirmed, or a departure and its price."""

import pytest

from tests.competition.builders import case, institution, person
from tests.web.conftest import Page
from tests.web_pages.conftest import Shown, filled_store, solved_files, words

CONFIRMS = {
    "zh": "对并列的确认，抽签以前各层目标不变",
    "en": "confirms a tie: every level before the draw stays as it is",
}
RECORDED = {"zh": "记为对并列的确认", "en": "stands as the confirmation of a tie"}
PRICE = {"zh": "如排除该岗位：", "en": "If ruled out: "}
DECIDE = 'action="/runs/{run}/decided"'


@pytest.fixture(scope="module")
def solved(tmp_path_factory):
    """x and y, equal, of whom u must keep one; c is a clerk both sides want in t."""
    kept = case(
        [person("c"), institution("x", "u"), institution("y", "u")],
        {"t": 2, "u": 2},
        marks={"c": 70, "x": 80, "y": 80},
        clerk_filed={"c": ["t"], "x": ["u"], "y": ["u"]},
        picks={"t": ["c"]},
    )
    return solved_files(kept, tmp_path_factory.mktemp("kept"))


@pytest.fixture(params=["zh", "en"])
def lang(request):
    return request.param


@pytest.fixture
def shown(tmp_path, solved, lang):
    """The page over a store with a run of each method."""
    ids = filled_store(tmp_path / "store.sqlite3", solved)
    page = Page(tmp_path / "store.sqlite3", lang)
    yield Shown(page, ids, page.browser)
    page.close()


def drafted(shown, run_id, who, section_id="", role=""):
    form = {"person_id": who, "section_id": section_id, "role": role, "reason": "service"}
    assert shown.browser.post(f"/runs/{run_id}/drafts", data=form).status_code == 200


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("method", ["rules", "both"])
def test_a_change_is_weighed_before_the_decision_is_recorded(shown, solved, lang, method):
    """One of two equals left out: a price, told before there is a form to decide. The other in his place: a tie."""
    run_id = shown.ids[method]
    drawn = next(p.person_id for p in getattr(solved, method).placements if p.basis == "required")
    other = "y" if drawn == "x" else "x"
    page = f"/runs/{run_id}/decision"
    drafted(shown, run_id, drawn)
    assert DECIDE.format(run=run_id) not in shown.text(page)
    told = shown.browser.post(f"/runs/{run_id}/weighing")
    assert (told.status_code, told.url.path) == (200, page)
    assert PRICE[lang] in words(told.text) and CONFIRMS[lang] not in told.text
    assert DECIDE.format(run=run_id) in told.text
    drafted(shown, run_id, other, "u", "institution")
    again = shown.text(page)
    assert DECIDE.format(run=run_id) not in again and PRICE[lang] not in words(again)
    text = shown.browser.post(f"/runs/{run_id}/weighing").text
    assert text.count(CONFIRMS[lang]) == 2 and RECORDED[lang] in text and PRICE[lang] not in words(text)
    assert DECIDE.format(run=run_id) in text


def test_a_draft_as_proposed_can_be_decided_at_once(shown):
    """Nothing departs from the proposal, so nothing is to be weighed."""
    run_id = shown.ids["rules"]
    shown.browser.post(f"/runs/{run_id}/drafts")
    text = shown.text(f"/runs/{run_id}/decision")
    assert DECIDE.format(run=run_id) in text and 'id="weigh"' not in text
    assert shown.browser.post(f"/runs/{run_id}/weighing").url.path == f"/runs/{run_id}/decision"
