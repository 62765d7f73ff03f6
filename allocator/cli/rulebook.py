"""The verb ``rulebook``: every number in force, with the article it comes from."""

from fractions import Fraction
from pathlib import Path
from typing import Annotated, Any

import typer

from allocator.cli._failures import DONE
from allocator.cli._language import words
from allocator.cli._options import AsJson
from allocator.cli._page import Page
from allocator.cli._show import document

RulebookFile = Annotated[Path | None, typer.Option("--rulebook", metavar="FILE")]


def rulebook(rulebook: RulebookFile = None, as_json: AsJson = False) -> int:
    """Prints the rulebook: the built-in one, or a file with what differs put in."""
    from allocator.files import read_rulebook

    book = read_rulebook(rulebook)
    entries = list(numbers(book))
    if as_json:
        rows = [{"key": key, "value": value, "article": article} for key, value, article in entries]
        document({"name": book.name, "numbers": rows})
        return DONE
    page = Page()
    page.heading("rulebook.heading", name=book.name)
    rows_ = [[words(f"rulebook.{key}"), key, _text(value), article] for key, value, article in entries]
    page.table([words(f"head.{name}") for name in ("meaning", "key", "value", "article")], rows_)
    page.show()
    return DONE


def numbers(book: Any) -> list[tuple[str, Any, str]]:
    """Every key of a rulebook with its value as plain data and its article."""
    found = []
    for part in type(book).model_fields:
        section = getattr(book, part)
        for field, info in getattr(type(section), "model_fields", {}).items():
            extra = info.json_schema_extra
            article = extra.get("article", "") if isinstance(extra, dict) else ""
            found.append((f"{part}.{field}", _plain(getattr(section, field)), str(article)))
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, Fraction):
        return str(value)
    if hasattr(value, "items"):
        return {str(name): _plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if hasattr(value, "model_dump"):
        return {name: _plain(one) for name, one in value.model_dump(exclude_defaults=True).items()}
    return value


def _text(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {_text(one)}" for name, one in value.items())
    if isinstance(value, list):
        mark = "; " if any(isinstance(one, dict) for one in value) else ", "
        return mark.join(map(_text, value))
    return words("yes" if value else "no") if isinstance(value, bool) else str(value)
