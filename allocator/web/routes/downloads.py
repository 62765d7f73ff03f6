"""What can be taken away from a run: the outcome, tables, the workbook, the report, the decisions table."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Form
from starlette.exceptions import HTTPException
from starlette.responses import Response

from allocator.competition.placements import placements_csv
from allocator.competition.report import report_html, workbook_bytes
from allocator.faults import Fault, InvalidInput
from allocator.tabular import table_bytes
from allocator.web.export import person_data, subject
from allocator.web.results import Result
from allocator.web.routes.ids import CaseId, RunId
from allocator.web.view import Seen, View

router = APIRouter()
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DECISIONS = ("person_id", "section_id", "role", "authority", "date", "document")


def _outcome(view: View, result: Result) -> bytes | None:
    return view.house.store.outcome(result.record.run_id)


def _placements(view: View, result: Result) -> bytes | None:
    return placements_csv(result.outcome, result.opened.case, view.lang)


def _decisions(view: View, result: Result) -> bytes | None:
    rows = result.recorded(view.house.store.acts(result.record.run_id))
    if not rows:
        return None
    return table_bytes(DECISIONS, [[getattr(row, column) for column in DECISIONS] for row in rows])


def _workbook(view: View, result: Result) -> bytes | None:
    return workbook_bytes(result.findings(view.house.store.acts(result.record.run_id)), view.lang)


def _report(view: View, result: Result) -> bytes | None:
    return report_html(result.findings(view.house.store.acts(result.record.run_id)), view.lang).encode()


FILES: dict[str, tuple[str, Callable[[View, Result], bytes | None]]] = {
    "outcome.json": ("application/json", _outcome),
    "placements.csv": ("text/csv; charset=utf-8", _placements),
    "decisions.csv": ("text/csv; charset=utf-8", _decisions),
    "workbook.xlsx": (XLSX, _workbook),
    "report.html": ("text/html; charset=utf-8", _report),
}
"""Each file by name: what it is, and how it is made; nothing where there is none yet."""


@router.get("/runs/{run_id}/files/{name}")
def download(view: Seen, run_id: RunId, name: str) -> Response:
    """One file of a run, with names in full: taking it is logged."""
    if name not in FILES:
        raise HTTPException(404)
    kind, make = FILES[name]
    evidence = name == "outcome.json"
    content = make(view, view.house.results.of(run_id, masked=False) if evidence else sound(view, run_id))
    if content is None:
        raise HTTPException(404)
    view.house.store.log("downloaded", run_id, file=name)
    return attachment(content, kind, f"{run_id}-{name}")


def sound(view: View, run_id: str) -> Result:
    """A finished run with names in full.

    Raises:
        InvalidInput: when the independent check found something wrong with it: nothing is made of it then.
    """
    result = view.house.results.of(run_id, masked=False)
    if result.violations:
        raise InvalidInput((Fault("run_with_violations", value=run_id),))
    return result


@router.post("/cases/{case_id}/export")
def export(view: Seen, case_id: CaseId, person_id: Annotated[str, Form(min_length=1, max_length=200)]) -> Response:
    """Everything the store holds about one person, as JSON; giving it out is logged without the id."""
    opened = view.house.desk.looked_at(case_id)
    data = person_data(view.house.store, opened, person_id.strip())
    view.house.store.log("exported", case_id, subject=subject(case_id, person_id.strip()))
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    return attachment(text.encode(), "application/json", f"{case_id}-person.json")


def attachment(content: bytes, kind: str, name: str) -> Response:
    """A file to be saved, never shown in the page's own place; its name is of this program's making."""
    return Response(content, media_type=kind, headers={"content-disposition": f'attachment; filename="{name}"'})
