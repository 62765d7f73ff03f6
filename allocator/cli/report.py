"""The verb ``report``: the result workbook and the report for reading and printing."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from allocator.console.options import AsJson, OutcomeFile, RunOptions, with_groups
from allocator.exercises import exercise_of

Proposal = Annotated[Literal["rules", "optimal"] | None, typer.Option("--method")]
Folder = Annotated[Path, typer.Option("--output", "-o", metavar="DIR")]


@with_groups
def report(
    asked: RunOptions,
    output: Folder,
    method: Proposal = None,
    outcome: OutcomeFile = None,
    as_json: AsJson = False,
) -> int:
    """Writes ``result.xlsx`` and ``report.html``; exit code 5 when an optimum is not proven, 6 when refused."""
    return exercise_of(asked.case).verb("report")(asked, output=output, method=method, outcome=outcome, as_json=as_json)
