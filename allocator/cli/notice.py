"""The verb ``notice``: the papers of the procedure, as Word documents and as PDF."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from allocator.console.options import AsJson, CaseOptions, GivenFile, OutcomeFile, with_groups
from allocator.exercises import exercise_of

KindName = Annotated[str, typer.Argument(metavar="KIND")]
Folder = Annotated[Path, typer.Option("--output", "-o", metavar="DIR")]
PersonId = Annotated[str | None, typer.Option("--person", metavar="ID")]
Period = Annotated[int | None, typer.Option("--period", metavar="DAYS", min=1, max=365)]
Issued = Annotated[str | None, typer.Option("--issued", metavar="DATE")]
FormName = Annotated[Literal["docx", "pdf", "both"], typer.Option("--form")]
Templates = Annotated[Path | None, typer.Option("--templates", metavar="DIR")]
Draft = Annotated[bool, typer.Option("--draft")]


@with_groups
def notice(
    kind: KindName,
    asked: CaseOptions,
    output: Folder,
    outcome: OutcomeFile = None,
    given: GivenFile = None,
    person: PersonId = None,
    period: Period = None,
    issued: Issued = None,
    form: FormName = "both",
    templates: Templates = None,
    draft: Draft = False,
    as_json: AsJson = False,
) -> int:
    """Writes every paper of one kind; exit code 6 when the outcome named fails the independent check."""
    return exercise_of(asked.case).verb("notice")(
        asked,
        kind=kind,
        output=output,
        outcome=outcome,
        given=given,
        person=person,
        period=period,
        issued=issued,
        form=form,
        templates=templates,
        draft=draft,
        as_json=as_json,
    )
