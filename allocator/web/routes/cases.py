"""A case taken in and looked at: faults beside their cells, warnings, and the stages its data suffice for."""

from typing import Annotated, Literal

from fastapi import APIRouter, File, Form, UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import Response

from allocator.competition.check import readiness
from allocator.competition.files import layouts
from allocator.files.mappings import MAPPING_FILE, written
from allocator.web import pages
from allocator.web.names import Names
from allocator.web.open_cases import Opened
from allocator.web.readings import awaited, kinds_of, record_of
from allocator.web.routes.downloads import attachment
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
    opened = view.house.desk.looked_at(case_id)
    if not opened.sound:
        return _faulty(view, opened)
    if awaited(opened, view.house.store):
        return _to_confirm(view, opened)
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
        kinds=kinds_of(opened, names),
        confirmed=view.house.store.confirmed(case_id),
    )


@router.post("/cases/{case_id}/readings")
def confirm(view: Seen, case_id: CaseId, kind: Annotated[list[str] | None, Form()] = None) -> Response:
    """Records that the readings were confirmed, once every kind was."""
    opened = view.house.desk.looked_at(case_id)
    if awaited(opened, view.house.store):
        checked = frozenset(kind or ())
        missing = {one.kind for one in opened.draft.readings} - checked
        if missing:
            return _to_confirm(view, opened, checked, frozenset(missing))
        view.house.store.confirm_readings(case_id, record_of(opened.draft))
        view.tell("web.readings.done")
    return view.go(f"/cases/{case_id}")


@router.post("/cases/{case_id}/mapping")
def mapping(view: Seen, case_id: CaseId, column: Annotated[list[str], Form()]) -> Response:
    """The ``mapping.toml`` of what the operator chose for each unknown heading, in their order; to be kept and sent."""
    opened = view.house.desk.looked_at(case_id)
    known = layouts(opened.rulebook)
    columns = {table: {one.name for one in layout.columns} for table, layout in known.items()}
    chosen = list(zip(opened.unknown, column, strict=False))
    if len(column) != len(opened.unknown) or any(name and name not in columns[one.table] for one, name in chosen):
        raise HTTPException(400)
    content = written((one.table, one.heading, name) for one, name in chosen if name)
    return attachment(content, "application/toml", MAPPING_FILE)


@router.post("/cases/{case_id}/purge")
def purge(view: Seen, case_id: CaseId, sure: Annotated[Literal["yes"], Form()]) -> Response:  # noqa: ARG001
    """Deletes a case with all its runs for good."""
    gone = view.house.store.purge(case_id)
    view.house.desk.forget()
    view.house.results.forget()
    view.house.questions.forget()
    view.tell("web.purge.done" if gone else "web.purge.later", target=case_id)
    return view.go("/")


def _to_confirm(
    view: View, opened: Opened, checked: frozenset[str] = frozenset(), missing: frozenset[str] = frozenset()
) -> Response:
    """The page on which the readings are confirmed; again where some kinds were not."""
    names = view.names(opened.case)
    return view.page(
        "readings.html",
        status=422 if missing else 200,
        record=view.house.store.case(opened.case_id),
        case_name=opened.case.case.name,
        names=names,
        kinds=kinds_of(opened, names),
        checked=checked,
        missing=missing,
    )


def _faulty(view: View, opened: Opened) -> Response:
    people = (getattr(row.value, "name", "") for row in opened.draft.rows["people"])
    names = Names(None, view.lang, view.session.masked, people)
    elsewhere, tables = sheets(opened, names)
    return view.page(
        "faults.html",
        record=view.house.store.case(opened.case_id),
        opened=opened,
        unknown=[(one, _columns(opened, one.table)) for one in opened.unknown],
        elsewhere=[names.fault(one) for one in elsewhere],
        sheets=tables,
        names=names,
        kinds=kinds_of(opened, names),
    )


def _columns(opened: Opened, table: str) -> list[str]:
    return [one.name for one in layouts(opened.rulebook)[table].columns]
