"""The verbs put together."""

from typing import Annotated

import typer

from allocator import __version__
from allocator.cli import (
    advance,
    batch,
    check,
    compare,
    demo,
    due,
    explain,
    generate,
    intake,
    notice,
    report,
    rulebook,
    score,
    serve,
    solve,
    solver,
    store,
    template,
    verify,
)
from allocator.cli._help import Verb, Verbs
from allocator.console.show import line

app = typer.Typer(
    cls=Verbs,
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)


def _version(asked: bool) -> None:
    if asked:
        line(f"allocator {__version__}")
        raise typer.Exit(0)


@app.callback()
def common(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True)] = False,
) -> None:
    """Takes the options that stand before the verb."""


for verb in (
    demo,
    template,
    generate,
    intake,
    check,
    score,
    solve,
    compare,
    verify,
    explain,
    report,
    notice,
    due,
    advance,
    solver,
    batch,
    rulebook,
    serve,
    store,
):
    name = verb.__name__.rpartition(".")[2]
    app.command(name, cls=Verb)(getattr(verb, name))
