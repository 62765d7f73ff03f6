"""The frame of every report: one file for a browser, read without a network and printed on A4."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from allocator.labels import Wording
from allocator.report.sheet import Cell, Column, cell_text, text_width
from allocator.report.svg import PATTERNS

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

TEMPLATES = Path(__file__).parent / "templates"
ONE_LINE = 22
"""Text up to this width is not broken."""


def rendered(templates: Path, name: str, wording: Wording, **content: object) -> str:
    """A template of an exercise filled in; the same content gives the same text.

    Args:
        templates: the folder of the exercise's own templates; they may include those of the frame.
        name: the template.
        wording: the words of the language.
        content: what the template shows.
    """
    from markupsafe import Markup

    return (
        _environment(templates)
        .get_template(name)
        .render(
            t=wording.words,
            lang="zh-CN" if wording.lang == "zh" else "en",
            style=Markup((TEMPLATES / "report.css").read_text(encoding="utf-8")),
            patterns=Markup(PATTERNS),
            **content,
        )
    )


def _environment(templates: Path) -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader([templates, TEMPLATES]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"cell": cell_text, "kind": _kind}
    return made


def _kind(column: Column, cell: Cell) -> Markup:
    """How a cell is set: numbers to the right, short text on one line."""
    from markupsafe import Markup

    if column.kind == "number":
        return Markup(' class="n"')
    short = column.kind == "text" and text_width(cell_text(cell)) <= ONE_LINE
    return Markup(' class="s"' if short else "")
