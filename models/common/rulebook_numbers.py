"""A rulebook as a list: every number of the rules with its article."""

from fractions import Fraction
from typing import Any

from models.common.base import Frozen


def numbers(book: Frozen) -> list[tuple[str, Any, str]]:
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
