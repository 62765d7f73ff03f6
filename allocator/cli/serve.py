"""The verb ``serve``: the web page of this machine, until it is stopped."""

from __future__ import annotations

import getpass
import logging
import os
import secrets
import sys
import threading
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from allocator.console.failures import DONE, USAGE, Stopped
from allocator.console.language import language, words
from allocator.console.misuse import Misuse
from allocator.console.options import AsJson
from allocator.console.show import document, line, note

if TYPE_CHECKING:
    from fastapi import FastAPI

    from allocator.web import Store

LOGGER = logging.getLogger("allocator.web")
NEEDED = ("fastapi", "uvicorn", "sqlalchemy", "python_multipart")
ADDRESS = "127.0.0.1"
Case = Annotated[Path | None, typer.Argument(metavar="CASE")]
Port = Annotated[int, typer.Option("--port", metavar="N", min=0, max=65535)]
StoreFile = Annotated[Path | None, typer.Option("--store", metavar="FILE")]
Operator = Annotated[str | None, typer.Option("--operator", metavar="NAME")]


def serve(
    case: Case = None, port: Port = 0, store: StoreFile = None, operator: Operator = None, as_json: AsJson = False
) -> int:
    """Serves the page on 127.0.0.1 until it is interrupted; the address to open is printed first."""
    need_web()
    from allocator.web import StoreInUse, create_app

    path = store_path(store)
    opened = open_store(path, operator_name(operator))
    try:
        opened.begin_serving()
        token = secrets.token_urlsafe(32)
        app = create_app(opened, token, case=case, lang=language())
        return _serve(app, port, token, path, as_json)
    except StoreInUse:
        raise Misuse("store_in_use", path=path) from None
    finally:
        opened.close()


def need_web() -> None:
    """Says what to install where the parts of the web page are not installed."""
    if any(find_spec(name) is None for name in NEEDED):
        raise Stopped("serve.not_installed", USAGE)


def store_path(typed: Path | None) -> Path:
    """The store named, else the one of this user."""
    if typed is not None:
        return typed
    home = os.environ.get("LOCALAPPDATA") if os.name == "nt" else os.environ.get("XDG_DATA_HOME")
    return (Path(home) if home else Path.home() / ".local" / "share") / "post-allocator" / "store.sqlite3"


def open_store(path: Path, operator: str) -> Store:
    """The store of a file, made where there is none; a file that is something else is left as it is."""
    from allocator.web import NotAStore, Store

    try:
        return Store(path, operator)
    except NotAStore:
        raise Misuse("not_a_store", path=path) from None


def operator_name(typed: str | None) -> str:
    """The name every record carries: the one given, else that of the login."""
    name = (typed if typed is not None else getpass.getuser()).strip()
    if not name:
        raise Misuse("empty_operator")
    return name


def _serve(app: FastAPI, port: int, token: str, path: Path, as_json: bool) -> int:
    import socket

    import uvicorn

    with socket.socket() as listener:
        if os.name != "nt":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((ADDRESS, port))
            listener.listen(128)  # whoever opens the address at once waits, instead of being refused
        except OSError:
            raise Stopped("serve.port_taken", USAGE, port=port) from None
        base = f"http://{ADDRESS}:{listener.getsockname()[1]}"
        start = base + ("/" if app.state.case_id is None else f"/cases/{app.state.case_id}")
        if as_json:
            document({"address": f"{start}?token={token}", "store": str(path)})
        else:
            line(words("serve.open", address=f"{start}?token={token}"))
            note("serve.store", path=path)
            note("serve.how_to_end")
        sys.stdout.flush()
        if sys.stdin is not None and sys.stdin.isatty():
            threading.Thread(target=_renew, args=(app, base), daemon=True).start()
        discreet()
        settings = uvicorn.Config(
            app,
            log_level="critical",
            access_log=False,
            server_header=False,
            date_header=False,
            ws="none",
            proxy_headers=False,  # nobody stands between the browser and this server
            timeout_graceful_shutdown=10,
        )
        with suppress(KeyboardInterrupt):  # how it is meant to end
            uvicorn.Server(settings).run([listener])
    return DONE


def discreet() -> None:
    """Has neither a fault in a thread nor an image of the memory left by the system give away anybody's data."""
    threading.excepthook = lambda told: LOGGER.error("%s in a thread", told.exc_type.__name__)
    with suppress(ImportError, ValueError, OSError):  # a system without it
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _renew(app: FastAPI, base: str) -> None:
    """Prints a new address whenever Enter is pressed in the window of the server."""
    for _ in sys.stdin:
        line(words("serve.open", address=f"{base}/?token={app.state.house.sessions.renew()}"))
        sys.stdout.flush()
