"""A case taken in and looked at: faults beside their cells, warnings, and the stages its data suffice for."""

from typing import Annotated, Literal

from fastapi import APIRouter, File, Form, UploadFile
from starlette.responses import Response

from allocator.check import readiness
from allocator.web import pages
from allocator.web.desk import Opened
from allocator.web.routes.ids import CaseId
from allocator.web.sheets import sheets
from allocator.web.uploads import taken
from allocator.web.view import Seen, View

router = APIRouter()


@router.post("/cases")
def upload(view: Seen, files: Annotated[list[UploadFile], File()]) -> Response:
    """Takes in a workbook, a JSON file or several csv files."""
    return view.go(f"/cases/{view.house.desk.take_in(taken(files))}")


@router.get("/cases/{case_id}")
def case(view: Seen, case_id: CaseId) -> Response:
    """What the check says of a case, and what can be done with it."""
    record = view.house.store.case(case_id)
    opened = view.house.desk.case(case_id)
    if not opened.sound:
        return _faulty(view, opened)
    names = view.names(opened.case)
    return view.page(
        "case.html",
        record=record,
        opened=opened,
        names=names,
        warnings=[(n.code, names.notice(n)) for n in (*opened.draft.notices, *opened.checked.warnings)],
        readiness=readiness(opened.scores),
        runs=view.house.store.runs(case_id),
        givers=[run for run in view.house.store.runs() if run.state == "done"],
        links=pages.CASE_LINKS,
    )


@router.post("/cases/{case_id}/purge")
def purge(view: Seen, case_id: CaseId, sure: Annotated[Literal["yes"], Form()]) -> Response:  # noqa: ARG001
    """Deletes a case with all its runs for good."""
    gone = view.house.store.purge(case_id)
    view.house.desk.forget()
    view.house.results.forget()
    view.house.questions.forget()
    view.tell("web.purge.done" if gone else "web.purge.later", target=case_id)
    return view.go("/")


def _faulty(view: View, opened: Opened) -> Response:
    names = view.names(None)
    elsewhere, tables = sheets(opened, names)
    return view.page(
        "faults.html",
        record=view.house.store.case(opened.case_id),
        opened=opened,
        elsewhere=[names.fault(one) for one in elsewhere],
        sheets=tables,
    )
