"""The verb ``rulebook``: every number in force, with the article it comes from."""

from pathlib import Path
from typing import Annotated

import typer

from allocator.cli._failures import DONE
from allocator.cli._language import words
from allocator.cli._options import AsJson
from allocator.cli._page import Page
from allocator.cli._show import document

RulebookFile = Annotated[Path | None, typer.Option("--rulebook", metavar="FILE")]


def rulebook(rulebook: RulebookFile = None, as_json: AsJson = False) -> int:
    """Prints the rulebook: the built-in one, or a file with what differs put in."""
    from allocator.cli._labels import Labels
    from allocator.competition.files import read_rulebook
    from allocator.competition.phrases import rulebook_rows
    from models.common.rulebook_numbers import numbers

    book = read_rulebook(rulebook)
    if as_json:
        rows = [{"key": key, "value": value, "article": article} for key, value, article in numbers(book)]
        document({"name": book.name, "numbers": rows})
        return DONE
    page = Page()
    page.heading("rulebook.heading", name=book.name)
    headings = [words(f"head.{name}") for name in ("meaning", "key", "value", "article")]
    page.table(headings, rulebook_rows(book, Labels(None)))
    page.show()
    return DONE
