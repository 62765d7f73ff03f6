"""The verb ``due``: who becomes due when, and what plans over several years make of it."""

from typing import Annotated, Literal

import typer

from allocator.console.options import AsJson, Output, RunOptions, with_groups
from allocator.exercises import exercise_of

Years = Annotated[int, typer.Option("--years", metavar="N", min=0, max=20)]
Method = Annotated[Literal["rules", "optimal"], typer.Option("--method")]


@with_groups
def due(
    asked: RunOptions, years: Years = 3, method: Method = "optimal", output: Output = None, as_json: AsJson = False
) -> int:
    """Looks ahead some years; exit code 5 when a year's optimum is not proven."""
    verb = exercise_of(asked.case).verb("due")
    return verb(asked, years=years, method=method, output=output, as_json=as_json)
