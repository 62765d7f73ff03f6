"""The verb ``template``: empty tables to fill in."""

from pathlib import Path
from typing import Annotated

import typer

from allocator.cli._failures import DONE
from allocator.cli._language import language
from allocator.cli._options import AsJson
from allocator.cli._show import document, result

Target = Annotated[Path, typer.Argument(metavar="PATH")]


def template(path: Target, as_json: AsJson = False) -> int:
    """Writes a workbook (``.xlsx``) or a folder of tables with headings and an example row each."""
    from allocator.competition.files import write_template

    write_template(path, language())
    if as_json:
        document({"wrote": str(path)})
    else:
        result("template.done", path=path)
    return DONE
