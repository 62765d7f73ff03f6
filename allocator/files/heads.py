"""Which rows of a sheet are the heading of its table: one row, or two of which the upper names groups."""

from dataclasses import dataclass

from allocator.files.cells import number_text
from allocator.files.grid import Grid, is_blank
from allocator.files.heading_forms import Headings
from allocator.files.layout import Layout

DEEPEST = 25
"""The heading is looked for in so many rows."""


@dataclass(frozen=True)
class Head:
    """The heading of a table: its rows (one, or two of which the upper names groups), and its texts."""

    first: int
    last: int
    upper: tuple[str, ...]
    texts: tuple[str, ...]

    @property
    def whole(self) -> tuple[str, ...]:
        """What each heading says together with its group."""
        if self.first == self.last:
            return self.texts
        return tuple(u + t if u != t else t for u, t in zip(self.upper, self.texts, strict=True))


def heads_of(grid: Grid, known: Headings, layout: Layout) -> list[Head]:
    """The rows that may be the heading: the best, and one that is as good but says something else."""
    deep = min(DEEPEST, len(grid.rows))
    filled = [i for i in range(deep) if any(not is_blank(cell) for cell in grid.rows[i])]
    if not filled:
        return []
    one = {i: _single(grid, i) for i in filled}
    scores = {i: _score(head, known, layout) for i, head in one.items()}
    best, at = max((score, -i) for i, score in scores.items())
    double = [(_score(head, known, layout), -i, head) for i in filled if (head := _double(grid, i))]
    if double:
        score, _, head = max(double, key=lambda found: found[:2])
        if score > best:
            return [head]
    if best == 0:
        return [one[filled[0]]] if filled[0] == 0 else []
    equal = [i for i, score in scores.items() if score == best]
    differing = [i for i in equal if _names(one[i], known) != _names(one[-at], known)]
    return [one[-at], *(one[i] for i in differing[:1] if best > 1)]


def _single(grid: Grid, row: int) -> Head:
    texts = _texts(grid, row)
    return Head(row, row, texts, texts)


def _double(grid: Grid, row: int) -> Head | None:
    """Two rows as one heading: a group above several columns, or a heading that is as high as both."""
    if row + 1 >= len(grid.rows):
        return None
    lower = _texts(grid, row + 1)
    upper = list(_texts(grid, row))
    width = max(len(upper), len(lower))
    lower = (*lower, *[""] * (width - len(lower)))
    upper += [""] * (width - len(upper))
    wide = {c: left for top, left, bottom, right in grid.merged if top == bottom == row for c in range(left, right + 1)}
    for column in range(width):
        if not upper[column].strip():
            if column in wide:
                upper[column] = upper[wide[column]]
            elif column and lower[column].strip() and lower[column - 1].strip():
                upper[column] = upper[column - 1]
    texts = tuple(low if low.strip() else up for up, low in zip(upper, lower, strict=True))
    return Head(row, row + 1, tuple(up if low.strip() else "" for up, low in zip(upper, lower, strict=True)), texts)


def _texts(grid: Grid, row: int) -> tuple[str, ...]:
    texts = [
        number_text(cell) if isinstance(cell, float) else str("" if cell is None else cell) for cell in grid.rows[row]
    ]
    while texts and not texts[-1].strip():
        texts.pop()
    return tuple(texts)


def _names(head: Head, known: Headings) -> list[str]:
    return [found.column.name if (found := known.of(text)) else text for text in head.texts]


def _score(head: Head, known: Headings, layout: Layout) -> int:
    """How many of the table's columns, or of the headings a wide table may have, stand in the heading."""
    named = {found.column.name for text in head.texts if (found := known.of(text))}
    wide = 0
    for way in layout.ways:
        if not {*way.keys, way.value} & named:
            whole = sum(way.says(text) is not None for text in head.whole)
            wide = max(wide, whole, sum(way.says(text) is not None for text in head.texts))
    return len(named) + wide
