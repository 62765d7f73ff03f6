"""The web page put together."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, RedirectResponse, Response

from allocator.faults import InvalidInput
from allocator.web import pages, routes
from allocator.web.names import Names
from allocator.web.open_cases import Desk
from allocator.web.questions import Questions
from allocator.web.readings import Unconfirmed
from allocator.web.results import Results
from allocator.web.runs import Runner, TooMany
from allocator.web.security import Guard
from allocator.web.sessions import Session, Sessions
from allocator.web.store import Missing, OutOfOrder, Store
from allocator.web.uploads import files_of
from allocator.web.view import House, rendered
from allocator.words import CATALOGUE, Lang, default_language

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

STATUS_CODES = {404: "missing", 405: "method", 413: "size"}


def create_app(store: Store, token: str, *, case: Path | None = None, lang: Lang | None = None) -> FastAPI:
    """The page over a store.

    Args:
        store: where everything is kept; this server takes it for itself while it runs.
        token: opens the first session, once (``/?token=...``).
        case: a case to take into the store at once; its id is then ``app.state.case_id``.
        lang: the language sessions begin with; the machine's where none is named.

    Raises:
        InvalidInput: when the case cannot be read at all.
    """
    logging.getLogger("python_multipart").setLevel(logging.CRITICAL)  # it would tell bytes of a broken form
    sessions = Sessions(token, lang or default_language())
    desk = Desk(store)
    house = House(store, desk, Results(store, desk), Runner(store), Questions(), sessions)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        yield
        desk.reader.close()
        house.questions.close()
        house.runner.close()

    app = FastAPI(title="allocator", docs_url=None, redoc_url=None, openapi_url=None, lifespan=lifespan)
    app.state.house = house
    app.state.case_id = None if case is None else desk.take_in(files_of(case))
    for router in (*routes.ROUTERS, *pages.ROUTERS):
        app.include_router(router)
    for kind, answer in _answers(sessions.lang).items():
        app.add_exception_handler(kind, answer)
    app.add_middleware(Guard, sessions=sessions, refuse=lambda *told: _refusal(sessions.lang, *told))
    return app


def _refusal(lang: Lang, code: str, status: int, session: Session | None, details: tuple[str, ...] = ()) -> Response:
    """The page that says why a request goes no further; it repeats nothing of the request."""
    lang = lang if session is None else session.lang
    known = code if f"web.refused.{code}" in CATALOGUE else "request"
    return HTMLResponse(rendered("refused.html", lang, {"code": known, "details": details}), status)


def _answers(lang: Lang) -> dict[type[Exception], Callable[[Request, Exception], Awaitable[Response]]]:
    """For each kind of failure the page that tells it."""

    def page(request: Request, code: str, status: int, details: tuple[str, ...] = ()) -> Response:
        return _refusal(lang, code, status, getattr(request.state, "session", None), details)

    async def http(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        return page(request, STATUS_CODES.get(status, "request"), status)

    async def invalid(request: Request, error: Exception) -> Response:
        session: Session | None = getattr(request.state, "session", None)
        names = Names(None, lang if session is None else session.lang)
        faults = error.faults if isinstance(error, InvalidInput) else ()
        return page(request, "faults", 422, tuple(names.fault(fault) for fault in faults))

    def telling(code: str, status: int) -> Callable[[Request, Exception], Awaitable[Response]]:
        async def answer(request: Request, _error: Exception) -> Response:
            return page(request, code, status)

        return answer

    async def unconfirmed(_request: Request, error: Exception) -> Response:
        return RedirectResponse(f"/cases/{getattr(error, 'case_id', '')}", 303)

    return {
        HTTPException: http,
        RequestValidationError: telling("request", 400),
        InvalidInput: invalid,
        Unconfirmed: unconfirmed,
        Missing: telling("missing", 404),
        OutOfOrder: telling("order", 409),
        TooMany: telling("too_many", 409),
    }
