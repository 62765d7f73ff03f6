"""The first page, and the log."""

from fastapi import APIRouter
from starlette.responses import Response

from allocator.web.view import Seen

router = APIRouter()
LINES = 200


@router.get("/")
def home(view: Seen) -> Response:
    """Cases and runs, and a form to open a workbook."""
    store = view.house.store
    return view.page("home.html", cases=store.cases(), runs=store.runs())


@router.get("/log")
def log(view: Seen) -> Response:
    """The last lines of the log, the newest first."""
    entries = view.house.store.entries()
    return view.page("log.html", entries=entries[: -LINES - 1 : -1], count=len(entries))
