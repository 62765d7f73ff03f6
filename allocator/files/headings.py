"""Recognising names of tables and columns; telling a mistyped one from one that is none of ours."""

import re
from collections.abc import Iterable
from functools import lru_cache

from allocator.files.cells import folded
from allocator.words.tables import GUIDE_SHEET

_BRACKETED = re.compile(r"[(\[（【][^)\]）】]*[)\]）】]|[*:：]")

GUIDES = frozenset(folded(name) for name in GUIDE_SHEET) | {"intake"}
"""Sheets and files that explain a template or say where values come from, and hold no data of a case."""


def mistyped(name: str, known: Iterable[str]) -> str | None:
    """The known name that this one was probably meant to be, or ``None`` if it is none of ours.

    Two edits make a name suspicious. Among names of at most three Chinese characters or four letters one does, since
    most pairs of short words are two edits apart, and names that share nothing are not alike. A known name with a
    remark in brackets is suspicious too.
    """
    return _mistyped(folded(name), tuple(dict.fromkeys(known)))


@lru_cache(maxsize=4096)
def _mistyped(text: str, known: tuple[str, ...]) -> str | None:
    bare = _BRACKETED.sub("", text).strip()
    best: tuple[int, str] | None = None
    for name in known:
        target = folded(name)
        for form in {text, bare, text.replace(" ", "").replace("_", "")} - {""}:
            aim = target.replace("_", "") if form not in (text, bare) else target
            longest = max(len(form), len(aim))
            allowed = min(1 if longest <= (4 if aim.isascii() else 3) else 2, longest - 1)
            distance = edits(form, aim, allowed)
            if distance <= allowed and (best is None or (distance, name) < best):
                best = distance, name
    return best[1] if best else None


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name with the fewest edits, the first of equals."""
    text = folded(name)
    return min(known, key=lambda other: edits(text, folded(other), max(len(text), len(other))))


def edits(first: str, second: str, limit: int) -> int:
    """How many insertions, deletions, replacements and swaps of neighbours lie between two words.

    Past ``limit`` the exact number does not matter and ``limit + 1`` is returned.
    """
    if abs(len(first) - len(second)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, a in enumerate(first, start=1):
        last, before, row = before, row, [i]
        for j, b in enumerate(second, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == second[j - 2] and first[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > limit and min(before) > limit:
            return limit + 1
    return min(row[-1], limit + 1)
