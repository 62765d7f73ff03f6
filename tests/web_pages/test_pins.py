"""A pin: its price is seen first, reason and authority are on record, the next run has it, it can be withdrawn."""

import re

import pytest

from allocator.competition.check import check
from allocator.competition.explain import price_of, price_sentences, run_from
from allocator.competition.pipeline import run
from allocator.files import draft_of, outcome_bytes
from allocator.web.questions import Questions
from allocator.web.runs import MOST_AT_ONCE
from allocator.web.wire import Task
from models.competition.filings import Pin
from models.competition.rulebook import Rulebook
from tests.web_pages import held_answer
from tests.web_pages.conftest import words

SEAT = {"person_id": "003", "section_id": "K04", "role": "clerk"}
WHY = {"reason": "needed there", "authority": "Party group"}


def asked(page, method="rules", **seat):
    """The page that asking for a price leads to."""
    found = page.browser.post(f"/runs/{page.ids[method]}/price", data={**SEAT, **seat})
    assert found.status_code == 200, found.text
    return found


def seat_of(placement):
    return {"person_id": placement.person_id, "section_id": placement.section_id, "role": placement.role}


def confirm(page, answer, **why):
    return page.browser.post(f"{answer.url.path}/pin", data={**WHY, **why})


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("method", ["rules", "both"])
def test_the_price_is_shown_before_anything_is_recorded(in_either, lang, bureau, method):
    """The price on the page is the one that solving again gives; asking records nothing."""
    page = in_either
    before = page.store.entries()
    assert 'name="section_id"' in page.text(f"/runs/{{{method}}}/pin?person=003")
    answer = asked(page, method)
    scores = bureau.scores
    price = price_of(scores, run_from(scores, getattr(bureau, method)), "003", "K04", "clerk")
    told = words(answer.text)
    for line in price_sentences(price, scores, lang):
        assert line.text in told
    assert f'action="{answer.url.path}/pin"' in answer.text
    assert page.store.pin_history(page.ids["case"]) == [] and page.store.entries() == before


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("method", ["rules", "both"])
def test_the_price_of_ruling_a_seat_out_is_that_of_the_pin_that_forbids_it(in_either, lang, bureau, method):
    """Solved again with the seat forbidden, level by level, and nothing recorded by asking."""
    page, scores, outcome = in_either, bureau.scores, getattr(bureau, method)
    seat = next(one for one in outcome.placements if one.person_id == "003")
    form = page.text(f"/runs/{{{method}}}/pin?person=003&mode=forbid")
    assert re.search(r'id="mode-forbid" name="mode" value="forbid" checked', form)
    assert f'<option value="{seat.section_id}" selected>' in form
    before = page.store.entries()
    answer = asked(page, method, section_id=seat.section_id, role=seat.role, mode="forbid")
    case = bureau.case.model_copy(
        update={"pins": (*bureau.case.pins, Pin(**dict(seat_of(seat), **WHY, mode="forbid")))}
    )
    again = run(check(draft_of(case), Rulebook()).scores, outcome.method)
    told = words(answer.text)
    price = price_of(scores, run_from(scores, outcome), *seat_of(seat).values(), mode="forbid")
    for stage in price.stages:
        assert {v.name: v.pinned + v.own for v in stage.levels} == {
            v.name: v.value for v in again.results[stage.stage].levels
        }
    for line in price_sentences(price, scores, lang):
        assert line.text in told
    assert page.store.pin_history(page.ids["case"]) == [] and page.store.entries() == before


@pytest.mark.usefixtures("at_once")
def test_a_seat_ruled_out_is_on_record_is_announced_and_can_be_withdrawn(page):
    case = page.ids["case"]
    done = confirm(page, asked(page, section_id="K03", mode="forbid"))
    assert done.url.path == f"/runs/{page.ids['rules']}/board"
    status = re.search(r'<div id="told" role="status">(.*?)</div>', done.text, re.DOTALL)[1]
    assert "Ruled out: 彭＊＊" in status and "from the next run on" in status
    assert "card barred" in done.text and "card coming" not in done.text
    record = page.store.pins(case)[0]
    assert (record.seat, record.mode) == (("003", "K03", "clerk"), "forbid")
    assert ("003", "K03", "clerk") in page.house.desk.case(case).scores.bureau.forbidden
    again = asked(page, section_id="K03", mode="forbid")
    assert "ruled out already" in again.text and "confirm-pin" not in again.text
    refused = confirm(page, asked(page, section_id="K03"))
    assert refused.status_code == 422 and "both assigned to and forbidden" in refused.text
    listed = words(page.text("/cases/{case}/pins"))
    assert "not to have" in listed and "forbidden" in listed and "Withdraw this exclusion" in listed
    gone = page.browser.post(f"/cases/{case}/pins/{record.pin_id}/withdraw", data=WHY)
    assert "No longer ruled out: 彭＊＊" in gone.text and page.store.pins(case) == ()
    confirm(page, asked(page, section_id="K03"))
    assert [(one.act, one.mode) for one in page.store.pin_history(case)] == [
        ("set", "forbid"),
        ("withdrawn", "forbid"),
        ("set", "assign"),
    ]


def test_a_pin_that_took_the_place_of_its_opposite_shows_as_both(page, bureau):
    """The run had one seat forbidden; since then it was assigned: both changes are told, neither hides the other."""
    case, why = page.ids["case"], {"reason": "r", "authority": "a"}
    pin = Pin(person_id="003", section_id="K04", role="clerk", mode="forbid", **why)
    task = Task("rules", pins=(pin,))
    run_id = page.store.start_run(case, "rules", task.document())
    with_pin = bureau.case.model_copy(update={"pins": (*bureau.case.pins, pin)})
    outcome = run(check(draft_of(with_pin), Rulebook()).scores, "rules").outcome
    page.store.end_run(run_id, "done", {"violations": []}, outcome_bytes(outcome), {})
    page.store.set_pin(case, pin.model_copy(update={"mode": "assign"}))
    told = words(page.browser.get(f"/runs/{run_id}/board").text)
    assert "Pinned: 彭＊＊" in told and "No longer ruled out: 彭＊＊" in told


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("missing", ["reason", "authority"])
@pytest.mark.parametrize("blank", ["", " \t\n ", "\u200b\x00"])
def test_reason_and_authority_are_both_needed(page, missing, blank):
    refused = confirm(page, asked(page), **{missing: blank})
    assert refused.status_code == 422
    assert f'name="{missing}"' in refused.text and "Reason and authority are both needed." in refused.text
    kept = {"reason": "authority", "authority": "reason"}[missing]
    assert WHY[kept] in refused.text
    assert page.store.pin_history(page.ids["case"]) == []


@pytest.mark.usefixtures("at_once")
def test_a_confirmed_pin_is_on_record_is_announced_and_is_in_the_next_run(page, monkeypatch):
    done = confirm(page, asked(page))
    assert done.url.path == f"/runs/{page.ids['rules']}/board"
    status = re.search(r'<div id="told" role="status">(.*?)</div>', done.text, re.DOTALL)[1]
    assert "Pinned: 彭＊＊" in status and "from the next run on" in status
    assert "Pins changed since this run" in done.text and "card coming" in done.text and "card leaving" in done.text
    record = page.store.pins(page.ids["case"])[0]
    assert (record.person_id, record.section_id, record.role, record.mode) == ("003", "K04", "clerk", "assign")
    assert (record.reason, record.authority, record.operator) == ("needed there", "Party group", "officer")
    assert "003" not in repr(page.store.entries()[-1])
    tasks = []
    monkeypatch.setattr(page.house.runner, "start", lambda _case, task: tasks.append(task) or page.ids["rules"])
    form = re.search(r'action="(/cases/\w+/runs)"><input type="hidden" name="method" value="(\w+)"', done.text)
    page.browser.post(form[1], data={"method": form[2]})
    assert [(pin.person_id, pin.section_id) for pin in tasks[0].pins] == [("003", "K04")]
    opened = page.house.desk.case(page.ids["case"])
    assert run(opened.scores, "rules").standing.seated["003"].basis == "pinned"
    again = asked(page)
    assert "in force already" in again.text and "confirm-pin" not in again.text


@pytest.mark.usefixtures("at_once")
def test_a_pin_is_withdrawn_by_a_new_record(page):
    confirm(page, asked(page))
    case = page.ids["case"]
    pin = page.store.pins(case)[0]
    path = f"/cases/{case}/pins/{pin.pin_id}/withdraw"
    assert path in page.text("/cases/{case}/pins")
    assert page.browser.post(path, data={"reason": "", "authority": "Party group"}).status_code == 422
    assert page.store.pins(case) == (pin,)
    done = page.browser.post(path, data={"reason": "plans changed", "authority": "Party group"})
    assert "Withdrawn: 彭＊＊" in done.text and "plans changed" in done.text and "needed there" in done.text
    assert page.store.pins(case) == ()
    assert [(one.act, one.reason) for one in page.store.pin_history(case)] == [
        ("set", "needed there"),
        ("withdrawn", "plans changed"),
    ]
    assert page.browser.post(path, data=WHY).status_code == 404
    assert "Pins changed since this run" not in page.text("/runs/{rules}/board")


@pytest.mark.usefixtures("at_once")
def test_a_pin_that_contradicts_one_in_force_is_refused_by_name(page):
    confirm(page, asked(page))
    refused = confirm(page, asked(page, section_id="K05"))
    assert refused.status_code == 422 and "彭＊＊" in refused.text
    assert len(page.store.pins(page.ids["case"])) == 1


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("seat", [{"role": "chief"}, {"role": "institution"}, {"person_id": "013", "role": "clerk"}])
def test_what_cannot_be_is_told_with_its_rule_and_cannot_be_confirmed(page, seat):
    answer = asked(page, **seat)
    assert "verdict-box refused" in answer.text and "confirm-pin" not in answer.text
    assert confirm(page, answer).status_code == 404
    assert page.store.pin_history(page.ids["case"]) == []


@pytest.mark.parametrize(
    "seat", [{"person_id": "nobody"}, {"section_id": "../K01"}, {"person_id": "' OR 1=1 --"}, {"person_id": "003\x00"}]
)
def test_unknown_people_and_sections_are_not_found(page, seat):
    assert page.browser.post(f"/runs/{page.ids['rules']}/price", data={**SEAT, **seat}).status_code == 404


@pytest.mark.parametrize("mode", ["move", "forbid; DROP TABLE pins"])
def test_an_unknown_mode_is_refused(page, mode):
    assert page.browser.post(f"/runs/{page.ids['rules']}/price", data={**SEAT, "mode": mode}).status_code == 400
    assert page.browser.get(f"/runs/{page.ids['rules']}/pin", params={"person": "003", "mode": mode}).status_code == 400


@pytest.mark.parametrize("role", ["", "boss", "chief; DROP TABLE pins"])
def test_an_unknown_role_is_refused(page, role):
    assert page.browser.post(f"/runs/{page.ids['rules']}/price", data={**SEAT, "role": role}).status_code == 400


def test_a_price_is_worked_out_in_a_process_of_its_own(page, bureau):
    """The request comes back at once; a second tab joins the same question; the answer is the one of this process."""
    first, second = asked(page, "both"), asked(page, "both")
    assert first.url == second.url
    question = page.house.questions.find(page.ids["both"], first.url.path.rpartition("/")[2])
    assert question.process is not None or not question.over
    assert question.wait(120) and question.state == "done"
    scores = bureau.scores
    assert question.answer == price_of(scores, run_from(scores, bureau.both), "003", "K04", "clerk")
    ended = page.browser.get(f"{first.url.path}/progress")
    assert ended.status_code == 204 and ended.headers["hx-refresh"] == "true"
    assert "confirm-pin" in page.browser.get(first.url.path).text


def test_a_question_under_way_shows_how_far_it_is_and_stops(page, monkeypatch):
    monkeypatch.setattr(Questions, "answering", staticmethod(held_answer.held))
    waiting = asked(page)
    assert 'id="stop-question"' in waiting.text and "<progress" in waiting.text
    question = page.house.questions.find(page.ids["rules"], waiting.url.path.rpartition("/")[2])
    with question.changed:
        assert question.changed.wait_for(lambda: question.level, 60)
    progress = page.browser.get(f"{waiting.url.path}/progress?heard=working").text
    assert 'hx-trigger="every' in progress and 'hx-swap-oob="innerHTML"' in progress
    assert words(progress).count("Now: clerks, people placed.") == 2  # shown, and said once
    assert "oob" not in page.browser.get(f"{waiting.url.path}/progress?heard=clerks.placed").text
    assert confirm(page, waiting).status_code == 404
    page.browser.post(f"{waiting.url.path}/stop")
    assert question.wait(60) and question.stopped
    monkeypatch.setattr(Questions, "answering", staticmethod(held_answer.dead))
    failed = asked(page)  # what was stopped is asked anew
    again = page.house.questions.find(page.ids["rules"], failed.url.path.rpartition("/")[2])
    assert again is not question and again.wait(60) and again.state == "failed"
    assert "broke off" in page.browser.get(failed.url.path).text


def test_no_more_questions_at_once_than_the_machine_bears(page, monkeypatch):
    monkeypatch.setattr(Questions, "answering", staticmethod(held_answer.held))
    for section in ("K04", "K05", "K06")[:MOST_AT_ONCE]:
        asked(page, section_id=section)
    refused = page.browser.post(f"/runs/{page.ids['rules']}/price", data={**SEAT, "section_id": "K07"})
    assert refused.status_code == 409
    page.store.purge(page.ids["both"])
    assert page.browser.post(f"/runs/{page.ids['rules']}/purge", data={"sure": "yes"}).status_code == 200
    assert page.house.questions.find(page.ids["rules"], "q" + "0" * 12) is None


@pytest.mark.parametrize("key", ["q0123456789ab", "q..%2f..%2fetc", "x", "q0123456789abc"])
def test_questions_nobody_asked_are_not_found(page, key):
    assert page.browser.get(f"/runs/{page.ids['rules']}/questions/{key}").status_code in (400, 404)
