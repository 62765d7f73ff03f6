"""The verb ``score``: every named score per person and per pair, or one of them traced to its parts."""

from pathlib import Path
from typing import Annotated

import typer

from allocator.console.options import AsJson, CaseOptions, with_groups
from allocator.exercises import exercise_of

ScoreFile = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE")]


@with_groups
def score(
    asked: CaseOptions,
    output: ScoreFile = None,
    person: Annotated[str | None, typer.Option("--person", metavar="ID")] = None,
    section: Annotated[str | None, typer.Option("--section", metavar="ID")] = None,
    as_json: AsJson = False,
) -> int:
    """Computes the scores and shows or writes them."""
    return exercise_of(asked.case).verb("score")(asked, output=output, person=person, section=section, as_json=as_json)
