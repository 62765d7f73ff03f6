"""Tables of the report with the headings of exchange and rotation."""

from collections.abc import Iterable, Sequence

from allocator.report.sheet import Cell, Column, Kind, Sheet, Tone
from allocator.report.sheet import sheet as made
from allocator.rotation.labels import Labels

KINDS: dict[str, Kind] = {"#": "number", "~": "long"}


def columns(labels: Labels, names: str) -> tuple[Column, ...]:
    """Columns from the names of their headings; ``#`` before one marks numbers, ``~`` long text."""
    plain = ((name.lstrip("#~"), KINDS.get(name[0], "text")) for name in names.split())
    return tuple(Column(labels.words(f"rotation.head.{name}"), kind, name) for name, kind in plain)


def sheet(
    labels: Labels,
    name: str,
    names: str | Sequence[Column],
    rows: Iterable[Sequence[Cell]],
    tones: Iterable[Tone] = (),
    **arguments: object,
) -> Sheet:
    """A sheet whose name, title and note stand in the catalogue under ``report.rotation.<name>``."""
    heads = columns(labels, names) if isinstance(names, str) else names
    return made(labels, f"rotation.{name}", heads, rows, tones, **arguments)
