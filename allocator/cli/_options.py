"""The options that several verbs share; their meaning is in the catalogue under their names."""

from pathlib import Path
from typing import Annotated, Literal

import typer

Case = Annotated[Path, typer.Argument(metavar="CASE")]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="DIR")]
Rulebook = Annotated[Path | None, typer.Option("--rulebook", metavar="FILE")]
Seed = Annotated[str | None, typer.Option("--seed", metavar="TEXT")]
AsJson = Annotated[bool, typer.Option("--json")]
TimeLimit = Annotated[float | None, typer.Option("--time-limit", metavar="SECONDS", min=0)]
Workers = Annotated[int | None, typer.Option("--workers", metavar="N", min=1, max=64)]
Engine = Annotated[Literal["certified", "reference"], typer.Option("--engine")]
CrossCheck = Annotated[bool, typer.Option("--cross-check")]
Stages = Annotated[Literal["all", "chiefs", "clerks", "institution"], typer.Option("--stage")]
GivenFile = Annotated[Path | None, typer.Option("--given", metavar="FILE")]
