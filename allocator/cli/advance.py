"""The verb ``advance``: next year's case, as an outcome leaves it."""

from pathlib import Path
from typing import Annotated

import typer

from allocator.console.options import AsJson, Case, Rulebook, Strict
from allocator.exercises import exercise_of

OutcomeFile = Annotated[Path, typer.Argument(metavar="OUTCOME.json")]
Next = Annotated[Path, typer.Option("--output", "-o", metavar="CASE")]


def advance(
    case: Case,
    outcome: OutcomeFile,
    output: Next,
    rulebook: Rulebook = None,
    strict: Strict = False,
    as_json: AsJson = False,
) -> int:
    """Writes the case of the next year."""
    verb = exercise_of(case).verb("advance")
    return verb(case, outcome=outcome, output=output, rulebook=rulebook, strict=strict, as_json=as_json)
