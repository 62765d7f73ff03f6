"""The parts every page has: its files, the language switch, the switch of the names."""

from functools import cache
from importlib.resources import files

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.responses import Response

from allocator.web.routes.ids import Short
from allocator.web.view import Seen

router = APIRouter()
TYPES = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
}


@cache
def static_files() -> dict[str, bytes]:
    """Every file of ``static/`` by name, read once: no address is ever opened as a path."""
    folder = files("allocator.web").joinpath("static")
    return {entry.name: entry.read_bytes() for entry in folder.iterdir() if entry.is_file()}


@router.get("/static/{name}")
def static(name: str) -> Response:
    """A style sheet, a script or a picture."""
    content = static_files().get(name)
    if content is None:
        raise HTTPException(404)
    return Response(content, media_type=TYPES.get(name.rpartition(".")[2], "application/octet-stream"))


@router.post("/language")
def language(view: Seen, lang: Short, back: Short = "/") -> Response:
    """Changes the language of the session."""
    view.session.lang = "en" if lang == "en" else "zh"
    return view.go(local(back))


@router.post("/names")
def names(view: Seen, show: Short, back: Short = "/") -> Response:
    """Shows names in full, or masks them again; showing them is logged."""
    view.session.masked = show != "yes"
    view.house.store.log("names_masked" if view.session.masked else "names_shown", "-")
    return view.go(local(back))


def local(path: str) -> str:
    """A path of this server; anything else leads to the first page."""
    plain = path.startswith("/") and not path.startswith("//") and "\\" not in path and path.isprintable()
    return path if plain and path.isascii() else "/"
