"""A run: started, watched, stopped, and shown when it is over."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Form
from starlette.responses import Response

from allocator.competition.papers import TABLE
from allocator.faults import Fault, InvalidInput
from allocator.web.decisions import decisions_of, last
from allocator.web.pages.seating import MOST_SECTIONS, rows_of, ties_of
from allocator.web.pages.shared import run_page
from allocator.web.records import RunRecord
from allocator.web.routes.downloads import FILES
from allocator.web.routes.ids import CaseId, RunId
from allocator.web.view import Seen, View
from allocator.web.wire import Task, fault_of
from models.common.base import Method
from models.competition.codes import STAGES, Stage
from models.competition.filings import Decision

router = APIRouter()
StageChoice = Literal["all", "chiefs", "clerks", "institution"]
Seconds = Annotated[float | None, Form(ge=1, le=86400)]


@router.post("/cases/{case_id}/runs")
def start(
    view: Seen,
    case_id: CaseId,
    method: Annotated[Literal["rules", "optimal", "both"], Form()],
    stage: Annotated[StageChoice, Form()] = "all",
    given: Annotated[str, Form(max_length=13)] = "",
    time_limit: Seconds = None,
) -> Response:
    """Starts a run of one method, of all stages or of one after those that another run settled."""
    opened = view.house.desk.case(case_id)
    if not opened.sound:
        return view.go(f"/cases/{case_id}")
    outcome, decisions = _given(view, given)
    if stage in ("clerks", "institution") and not given:
        raise InvalidInput((Fault("run_needs_given", value=stage),))
    stages: tuple[Stage, ...] = STAGES if stage == "all" else (stage,)
    own: Method = "rules" if method == "rules" else "optimal"
    task = Task(own, opened.pins, stages, outcome, decisions, time_limit, both=method == "both")
    return view.go(f"/runs/{view.house.runner.start(case_id, task)}")


def _given(view: View, run_id: str) -> tuple[str | None, tuple[Decision, ...] | None]:
    """What a run hands to later stages: the decision on it where one is on record, else its proposal."""
    if not run_id:
        return None, None
    view.house.store.run(run_id)
    decided = decisions_of(view.house.store, run_id)
    if decided is not None:
        return None, decided
    outcome = view.house.store.outcome(run_id)
    return (None if outcome is None else outcome.decode()), None


@router.get("/runs/{run_id}")
def run(view: Seen, run_id: RunId) -> Response:
    """A run: its progress while it is under way, then what came of it."""
    record = view.house.store.run(run_id)
    case = view.house.store.case(record.case_id)
    opened = view.house.desk.looked_at(record.case_id)
    names = view.names(opened.case if opened.sound else None)
    case_name = opened.case.case.name if opened.sound else case.label
    shared: dict[str, Any] = {"run": record, "case_name": case_name, "names": names}
    if not record.over:
        now = _progress(view, record)
        return view.page("run_live.html", **shared, **now, heard=now["step"])
    content = view.house.store.outcome(run_id)
    if content is None:
        faults = [names.fault(fault_of(one)) for one in record.detail.get("faults", ())]
        return view.page("run_failed.html", **shared, faults=faults)
    result = view.result(run_id)
    stopped = any(event.kind == "stop_asked" for event in view.house.store.run_events(run_id))
    acts = view.house.store.acts(run_id)
    decided = last(acts, "decided") is not None
    files = [name for name in FILES if name != "decisions.csv" or decided]
    sections = tuple(result.opened.scores.bureau.sections)
    return run_page(
        view,
        "run.html",
        result,
        "run",
        record=case,
        outcome=result.outcome,
        rows=rows_of(result.outcome, names, sections[:MOST_SECTIONS]),
        section_count=len(sections),
        ties=ties_of(result.outcome, names),
        stopped=stopped,
        violations=result.violations,
        files=files,
        kinds=TABLE.values(),
    )


@router.get("/runs/{run_id}/progress")
def progress(view: Seen, run_id: RunId, step: int = -1) -> Response:
    """How far a run is: put into its page every second; at the end the page is loaded anew."""
    record = view.house.store.run(run_id)
    if record.over:
        return Response(status_code=204, headers={"HX-Refresh": "true"})
    opened = view.house.desk.looked_at(record.case_id)
    names = view.names(opened.case if opened.sound else None)
    return view.fragment("progress.html", run=record, names=names, heard=step, **_progress(view, record))


def _progress(view: View, record: RunRecord) -> dict[str, Any]:
    live = view.house.runner.live(record.run_id)
    if live is None:
        return {"phase": "starting", "reached": [], "step": 0, "stopping": False}
    return {
        "phase": "stopping" if live.stopping else live.phase,
        "reached": list(live.reached.values()),
        "step": live.step,
        "stopping": live.stopping,
    }


@router.post("/runs/{run_id}/purge")
def purge(view: Seen, run_id: RunId, sure: Annotated[Literal["yes"], Form()]) -> Response:  # noqa: ARG001
    """Deletes a run for good."""
    gone = view.house.store.purge(run_id)
    view.house.results.forget()
    view.house.questions.forget()
    view.tell("web.purge.done" if gone else "web.purge.later", target=run_id)
    return view.go("/")


@router.post("/runs/{run_id}/stop")
def stop(view: Seen, run_id: RunId) -> Response:
    """Ends a run with the best found so far."""
    view.house.store.run(run_id)
    view.tell("web.run.stop_asked" if view.house.runner.stop(run_id) else "web.run.over_already")
    return view.go(f"/runs/{run_id}")
