"""The verb ``template``: empty tables to fill in."""

from pathlib import Path
from typing import Annotated

import typer

from allocator.cli._samples import ExerciseName, known
from allocator.console.failures import DONE
from allocator.console.language import language
from allocator.console.options import AsJson
from allocator.console.show import document, result
from allocator.exercises import DEFAULT

Target = Annotated[Path, typer.Argument(metavar="PATH")]


def template(path: Target, exercise: ExerciseName = DEFAULT, as_json: AsJson = False) -> int:
    """Writes a workbook (``.xlsx``) or a folder of tables with headings and an example row each."""
    from allocator.exercises import exercise as exercise_named
    from allocator.files.template import write_template

    found = exercise_named(known(exercise))
    write_template(path, language(), found.form(found.read_rulebook(None)))
    if as_json:
        document({"wrote": str(path)})
    else:
        result("template.done", path=path)
    return DONE
