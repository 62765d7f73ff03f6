"""PDF papers: laid out by typst from data alone, with the bundled font alone, the same bytes on every machine."""

import json
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from allocator.papers.layout import Grid, Kind, Seal, Signatures, Table, Text
from allocator.words import Lang

HERE = Path(__file__).parent
LAYOUT = HERE / "templates" / "paper.typ"
MADE_AT = 0
"""The creation time every PDF bears, so that it says nothing of when it was made."""

Fields = Mapping[str, Any]


def pdf_bytes(kind: Kind, fields: Fields, title: str, lang: Lang) -> bytes:
    """One paper as PDF. Its data come as JSON; typst sees an empty folder, no package and no font of the machine."""
    import typst

    sheets = fields["sheets"] if kind.sheets else [fields]
    data = {
        "title": title,
        "lang": lang,
        "sheets": [{"running": one["running"], "blocks": _blocks(kind, one, lang)} for one in sheets],
    }
    with tempfile.TemporaryDirectory(prefix="allocator-") as empty:
        made = typst.compile(
            LAYOUT.read_bytes(),
            root=empty,
            font_paths=_fonts(),
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            package_path=empty,
            package_cache_path=empty,
            timestamp=MADE_AT,
        )
    return bytes(made)


@cache
def _fonts() -> Any:
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(HERE / "fonts")])


def _blocks(kind: Kind, fields: Fields, lang: Lang) -> list[dict[str, Any]]:
    """The blocks of one sheet, in order, as the layout reads them."""
    found: list[dict[str, Any]] = []
    words = fields["words"]
    for block in kind.layout:
        if isinstance(block, Text) and block.style in ("title", "status", "note"):
            found.append({"kind": block.style, "text": fields[block.field]})
        elif isinstance(block, Text):
            lines = fields[block.field] if block.many else [fields[block.field]]
            found.append({"kind": block.style, "lines": lines, "kept": block.field == "closing"})
        elif isinstance(block, Grid):
            found.append({"kind": "grid", "cells": [[words[one], fields[one]] for one in block.fields]})
        elif isinstance(block, Table):
            found.append(_table(block, fields, lang))
        elif isinstance(block, Signatures):
            found.append({"kind": "signatures", "boxes": fields["signatures"]})
        elif isinstance(block, Seal):
            found.append({"kind": "seal", "issuer": fields["issuer"], "date": fields["date"], "seal": words["seal"]})
    return found


def _table(block: Table, fields: Fields, lang: Lang) -> dict[str, Any]:
    columns = [
        {"heading": fields["words"][one.field], "share": one.share(lang), "align": one.align} for one in block.columns
    ]
    rows = [[row[column.field] for column in block.columns] for row in fields[block.field]]
    return {"kind": "table", "columns": columns, "rows": rows, "tall": block.tall}
