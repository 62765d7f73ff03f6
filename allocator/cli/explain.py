"""The verb ``explain``: why somebody is, or is not, in a post, with what would change it."""

from typing import Annotated, Literal

import typer

from allocator.console.options import AsJson, OutcomeFile, RunOptions, with_groups
from allocator.exercises import exercise_of

PersonId = Annotated[str | None, typer.Argument(metavar="PERSON")]
SectionId = Annotated[str | None, typer.Option("--section", metavar="ID")]
PostId = Annotated[str | None, typer.Option("--post", metavar="ID")]
Method = Annotated[Literal["rules", "optimal"] | None, typer.Option("--method")]
For = Annotated[Literal["office", "person"], typer.Option("--for")]


@with_groups
def explain(
    asked: RunOptions,
    person: PersonId = None,
    section: SectionId = None,
    post: PostId = None,
    method: Method = None,
    outcome: OutcomeFile = None,
    audience: For = "office",
    as_json: AsJson = False,
) -> int:
    """Explains one person under one method; exit code 5 when the optimum is not proven."""
    return exercise_of(asked.case).verb("explain")(
        asked,
        person=person,
        section=section,
        post=post,
        method=method,
        outcome=outcome,
        audience=audience,
        as_json=as_json,
    )
