"""The verb ``rulebook``: every number in force, with the article it comes from."""

from pathlib import Path
from typing import Annotated

import typer

from allocator.console.failures import DONE
from allocator.console.language import language, words
from allocator.console.options import AsJson
from allocator.console.page import Page
from allocator.console.show import document

RulebookFile = Annotated[Path | None, typer.Option("--rulebook", metavar="FILE")]


def rulebook(rulebook: RulebookFile = None, as_json: AsJson = False) -> int:
    """Prints the rulebook: the built-in one, or a file with what differs put in."""
    from allocator.competition.files import read_rulebook
    from allocator.competition.labels import Labels
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
    page.table(headings, rulebook_rows(book, Labels(None, language())))
    page.show()
    return DONE
