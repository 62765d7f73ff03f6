"""Runs in processes of their own: they outlive a reload, are shared by tabs, stop with what they have, and may die."""

import sys

from allocator.competition.files import outcome_of
from allocator.files import Bytes
from allocator.web.runs import MOST_AT_ONCE
from tests.web.conftest import LONGEST

DEAF = (sys.executable, "-S", "-c", "import sys, threading; sys.stdin.buffer.readline(); threading.Event().wait()")
"""A process that takes its task and never answers."""


def begun(live):
    """Waits until the search has told its first level."""
    with live.changed:
        assert live.changed.wait_for(lambda: live.reached or live.over, LONGEST)
    assert not live.over
    return live


def outcome(page, live):
    assert live.wait(LONGEST)
    assert page.store.run(live.run_id).state == "done"
    return outcome_of(Bytes("outcome.json", page.store.outcome(live.run_id)))


def test_a_run_is_shared_outlives_reloads_and_stops_with_the_best_found(finished):
    """Two tabs and a second browser see the same run; the one that stops it stops it for all; no proof is claimed."""
    finished.hold()
    live = begun(finished.start(finished.case_id))
    second = finished.another()
    for browser in (finished.browser, finished.browser, second):
        text = browser.get(f"/runs/{live.run_id}").text
        assert "chief posts filled" in text and f"/runs/{live.run_id}/progress" in text
        piece = browser.get(f"/runs/{live.run_id}/progress?step=-1").text
        assert "chief posts filled" in piece and 'id="said"' in piece
        known = browser.get(f"/runs/{live.run_id}/progress?step={live.step}").text
        assert 'id="said"' not in known  # nothing new is said aloud
    assert finished.store.run(live.run_id).state == "started"
    assert second.post(f"/runs/{live.run_id}/stop").status_code == 200
    found = outcome(finished, live)
    assert found.status == "feasible" and found.placements
    text = finished.browser.get(f"/runs/{live.run_id}").text
    assert "not proven optimal" in text and "stopped by hand" in text and "Proven optimal" not in text
    assert [event.kind for event in finished.store.run_events(live.run_id)] == ["started", "stop_asked", "done"]
    ended = finished.browser.get(f"/runs/{live.run_id}/progress")
    assert ended.headers["hx-refresh"] == "true"


def test_a_killed_process_is_told_and_harms_nothing_else(finished):
    finished.house.runner.command = DEAF
    live = finished.start(finished.case_id)
    live.process.kill()
    assert live.wait(LONGEST)
    assert finished.store.run(live.run_id).state == "died"
    text = finished.browser.get(f"/runs/{live.run_id}").text
    assert "The system ended the process of this run" in text
    assert finished.browser.get(f"/runs/{finished.run_id}").status_code == 200


def test_a_process_that_cannot_even_begin_is_told(finished):
    finished.house.runner.command = (sys.executable, "-S", "-c", "")
    live = finished.start(finished.case_id)
    assert live.wait(LONGEST)
    assert finished.store.run(live.run_id).state == "died"


def test_no_more_runs_at_once_than_the_machine_bears(finished):
    finished.house.runner.command = DEAF
    running = [finished.start(finished.case_id) for _ in range(MOST_AT_ONCE)]
    answer = finished.browser.post(f"/cases/{finished.case_id}/runs", data={"method": "rules"})
    assert answer.status_code == 409
    assert finished.browser.post(f"/runs/{running[0].run_id}/purge", data={"sure": "yes"}).status_code == 409
    for live in running:
        live.process.kill()
        assert live.wait(LONGEST)


def test_a_server_that_shuts_down_leaves_no_process(finished, monkeypatch):
    """A process that does not listen is killed, and that is on record."""
    monkeypatch.setattr("allocator.web.runs.PATIENCE", 0.0)
    finished.house.runner.command = DEAF
    live = finished.start(finished.case_id)
    finished.house.runner.close()
    assert live.wait(LONGEST) and live.process.poll() is not None
    assert finished.store.run(live.run_id).state == "died"


def test_a_stop_after_the_end_is_told(finished):
    text = finished.browser.post(f"/runs/{finished.run_id}/stop").text
    assert "This run is over already." in text


def test_a_later_stage_is_run_on_what_was_decided(finished):
    """The stages are months apart: the clerks are placed after the chiefs that the party group decided."""
    run = finished.run_id
    finished.browser.post(f"/runs/{run}/drafts")
    draft = finished.store.acts(run)[-1].act_id
    words = {"authority": "party group", "document": "no. 1", "date": "2024-07-01"}
    assert finished.browser.post(f"/runs/{run}/decided", data={"draft_id": draft, **words}).status_code == 200
    live = finished.start(finished.case_id, method="rules", stage="clerks", given=run)
    clerks = outcome(finished, live)
    assert [report.state for report in clerks.stages] == ["given", "run", "not_asked"]
    assert {p.basis for p in clerks.placements if p.role == "chief"} <= {"given", "fixed", "pinned"}
    text = finished.browser.get(f"/runs/{live.run_id}").text
    assert "The procedure of the regulation was carried out." in text
    assert "An independent check found nothing wrong." in text


def test_a_later_stage_alone_needs_an_earlier_run(finished):
    answer = finished.browser.post(f"/cases/{finished.case_id}/runs", data={"method": "rules", "stage": "clerks"})
    assert answer.status_code == 422 and len(finished.store.runs()) == 1


def test_data_that_do_not_suffice_are_told_by_the_run(page):
    """What the process refuses is shown on the page of the run, in words."""
    sections = b"section_id,name,headcount\ns1,One,2\n"
    people = b"person_id,name,staffing,rank,chief,section_id,review\np1,A,administrative,head,yes,s1,pass\n"
    info = b"key,value\nname,x\nreference_date,2024-07-01\n"
    case_id = page.upload(("case.csv", info), ("sections.csv", sections), ("people.csv", people))
    live = page.start(case_id, method="rules")
    assert live.wait(LONGEST)
    assert page.store.run(live.run_id).state == "refused"
    text = page.browser.get(f"/runs/{live.run_id}").text
    assert "The data do not allow it" in text and "ballots" in text
