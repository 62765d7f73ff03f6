"""The guard before every page: host, session, origin and size are settled before anything else looks at a request."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from urllib.parse import parse_qs, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from allocator.web.sessions import Session, Sessions

LOGGER = logging.getLogger("allocator.web")
MEGABYTE = 1024 * 1024
LARGEST_UPLOAD = 32 * MEGABYTE
LARGEST_FORM = 256 * 1024
MOST_TYPED = 100
"""The most fields an address may have."""
UPLOADS = ("/cases",)
"""The paths that take files."""
OPEN_TO_ALL = "/static/"
SAFE = frozenset(["GET", "HEAD"])
METHODS = SAFE | {"POST"}
HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-store",
}

Refuse = Callable[[str, int, "Session | None"], Response]


class Guard:
    """Lets through what comes from this machine's own page, with its session, and in bounds; refuses the rest."""

    def __init__(self, app: ASGIApp, sessions: Sessions, refuse: Refuse) -> None:
        self._app = app
        self._sessions = sessions
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request, or hands it on."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        await self._guarded(scope, _counted(receive, limit_of(scope["path"])), _hardened(send))

    async def _guarded(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers, or hands on. A fault of the program is told by its kind alone: its text could hold data."""
        begun = False

        async def noting(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await (self._settle(scope) or self._app)(scope, receive, noting)
        except Exception as error:  # noqa: BLE001  the last resort of a server that goes on
            LOGGER.error("%s in %s", type(error).__name__, scope["method"])
            if not begun:
                await self._refuse("internal", 500, scope.get("state", {}).get("session"))(scope, receive, send)

    def _settle(self, scope: Scope) -> Response | None:
        """The answer to a request that goes no further; ``None`` lets it through, with its session."""
        headers = Headers(scope=scope)
        if headers.getlist("host") != [host_of(scope)]:
            return self._refuse("host", 421, None)
        if scope["method"] not in METHODS:
            return self._refuse("method", 405, None)
        if scope["method"] in SAFE and scope["path"].startswith(OPEN_TO_ALL):
            return None
        name = cookie_name(scope)
        session = next(filter(None, map(self._sessions.of, _cookies(headers, name))), None)
        try:
            typed = parse_qs(scope["query_string"].decode("latin-1"), max_num_fields=MOST_TYPED)
        except ValueError:
            return self._refuse("request", 400, session)
        if scope["method"] == "GET" and "token" in typed:
            return self._enter(scope, typed, session, name)
        if session is None:
            return self._refuse("session", 403, None)
        if not (_read_here(headers) if scope["method"] in SAFE else _from_here(headers, scope)):
            return self._refuse("origin", 403, session)
        length = headers.get("content-length", "0")
        if not length.isascii() or not length.isdigit() or int(length) > limit_of(scope["path"]):
            return self._refuse("size", 413, session)
        scope.setdefault("state", {})["session"] = session
        return None

    def _enter(self, scope: Scope, typed: dict[str, list[str]], session: Session | None, name: str) -> Response:
        """Swaps the token for a cookie and goes on at the same address without it."""
        secret = self._sessions.enter(typed["token"][-1])
        if secret is None and session is None:
            return self._refuse("token", 403, None)
        rest = urlencode([(key, value) for key, values in typed.items() if key != "token" for value in values])
        path = "/" + scope["path"].lstrip("/\\")
        answer = RedirectResponse(path + (f"?{rest}" if rest else ""), 303)
        if secret is not None:
            answer.set_cookie(name, secret, httponly=True, samesite="strict", path="/")
        return answer


def host_of(scope: Scope) -> str:
    """The only host name this server answers to: the address and port it listens on."""
    address, port = scope.get("server") or ("127.0.0.1", None)
    return f"{address}:{port}"


def cookie_name(scope: Scope) -> str:
    """The cookie of the session; browsers share cookies among the ports of a host, so it carries the port."""
    return f"allocator-{(scope.get('server') or ('', 0))[1]}"


def limit_of(path: str) -> int:
    """The most bytes a request to a path may have."""
    return LARGEST_UPLOAD if path in UPLOADS else LARGEST_FORM


def _cookies(headers: Headers, name: str) -> Iterator[str]:
    """Every cookie of a name; others' cookies, however they are written, and others of the same name do no harm."""
    for pair in headers.get("cookie", "").split(";"):
        key, _, value = pair.partition("=")
        if key.strip() == name:
            yield value.strip()


def _read_here(headers: Headers) -> bool:
    """Whether an address was typed or opened from this server's own page, as far as the browser says.

    Another port of this machine counts as the same site, so that a page there would send the session along.
    """
    return headers.getlist("sec-fetch-site") in ([], ["none"], ["same-origin"])


def _from_here(headers: Headers, scope: Scope) -> bool:
    """Whether a browser says that its own page of this server sent the request.

    Pages that send no referrer send ``Origin: null`` with a form; then the browser's own word on the site counts.
    """
    origins = headers.getlist("origin")
    site = headers.getlist("sec-fetch-site")
    if origins in ([], ["null"]):
        return site == ["same-origin"]
    return origins == [f"http://{host_of(scope)}"] and site in ([], ["same-origin"])


def _counted(receive: Receive, limit: int) -> Receive:
    """The same request, ended as soon as more comes than was announced or allowed."""
    taken = 0

    async def counting() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > limit:
            raise HTTPException(413)
        return message

    return counting


def _hardened(send: Send) -> Send:
    """The same answer with the headers that keep a browser from doing anything else with it."""

    async def hardening(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
        await send(message)

    return hardening
