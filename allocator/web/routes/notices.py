"""The papers of a run, as files to save: one of them as it is, several as an archive."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Mapping
from typing import Annotated, Literal

from fastapi import APIRouter, Form
from starlette.responses import Response

from allocator.competition.papers import TABLE, Grounds, Options, notice_files
from allocator.faults import Fault, InvalidInput
from allocator.web.export import subject
from allocator.web.routes.downloads import attachment, sound
from allocator.web.routes.ids import RunId, Short
from allocator.web.view import Seen

router = APIRouter()
TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "zip": "application/zip",
}
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time of every file in an archive: the same papers give the same bytes."""


@router.post("/runs/{run_id}/notices")
def notice(
    view: Seen,
    run_id: RunId,
    kind: Short,
    form: Annotated[Literal["docx", "pdf", "both"], Form()] = "docx",
    person_id: Short = "",
    period: Annotated[int, Form(ge=1, le=365)] = 7,
    issued: Annotated[dt.date | None, Form()] = None,
    draft: Annotated[Literal["yes"] | None, Form()] = None,
) -> Response:
    """Every paper of one kind; a result needs the recorded decision, or is marked as a draft."""
    if kind not in TABLE:
        raise InvalidInput((Fault("notice_kind", value=None),))
    person = person_id.strip() if TABLE[kind].persons else ""
    result = sound(view, run_id)
    grounds = Grounds(result.scores, result.run, result.decided(view.house.store.acts(run_id)))
    options = Options(period_days=period, issued=issued, draft=draft == "yes", person_id=person or None)
    files = notice_files(kind, grounds, view.lang, options, form=form, read=result.opened.draft)
    about = {"subject": subject(result.opened.case_id, person)} if person else {}
    view.house.store.log("downloaded", run_id, file=kind, **about)
    name, content = next(iter(files.items())) if len(files) == 1 else (".zip", archive(files))
    suffix = name.rpartition(".")[2]
    return attachment(content, TYPES[suffix], f"{run_id}-{kind}.{suffix}")


def archive(files: Mapping[str, bytes]) -> bytes:
    """Files in one zip archive, in the order of their names."""
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in sorted(files):
            packed.writestr(zipfile.ZipInfo(name, EARLIEST), files[name], zipfile.ZIP_DEFLATED)
    return sink.getvalue()
