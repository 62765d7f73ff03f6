"""Trying everything, with bounds carried on: whether a small problem has a point at all. Whole numbers, no solver."""

from collections.abc import Sequence

from allocator.certificates.exact import Left

EFFORT = 300_000
"""How many row entries are looked at before giving up."""

Row = tuple[tuple[tuple[int, int], ...], int, int]


def has_point(left: Left, effort: int = EFFORT) -> bool | None:
    """Whether some values of the columns keep every row; ``None`` when that takes more than the effort."""
    search = _Search(left.rows, len(left.columns), effort)
    try:
        return search.any_point(left.lower.tolist(), left.upper.tolist(), range(len(left.rows)))
    except _TooMuch:
        return None


class _TooMuch(Exception):
    """The effort is spent."""


class _Search:
    def __init__(self, rows: Sequence[Row], columns: int, effort: int) -> None:
        self._rows, self._effort = rows, effort
        self._rows_of: list[list[int]] = [[] for _ in range(columns)]
        for number, (terms, _, _) in enumerate(rows):
            for column, _ in terms:
                self._rows_of[column].append(number)

    def any_point(self, lower: list[int], upper: list[int], touched: Sequence[int]) -> bool:
        """Carries bounds on, then halves the range of a column; a point is found when nothing is left open."""
        stack = [(lower, upper, list(touched))]
        while stack:
            lower, upper, touched = stack.pop()
            if not self._carried(lower, upper, touched):
                continue
            column = next((c for c, (a, b) in enumerate(zip(lower, upper, strict=True)) if a < b), None)
            if column is None:
                return True
            middle = (lower[column] + upper[column]) // 2
            above, below = lower.copy(), upper.copy()
            above[column], below[column] = middle + 1, middle
            stack.append((lower, below, self._rows_of[column]))
            stack.append((above, upper.copy(), self._rows_of[column]))
        return False

    def _carried(self, lower: list[int], upper: list[int], touched: Sequence[int]) -> bool:
        """Narrows the ranges by the rows until nothing moves; false when a row cannot be kept."""
        queue, waiting = list(touched), set(touched)
        while queue:
            number = queue.pop()
            waiting.discard(number)
            terms, low, high = self._rows[number]
            least, most = self._reach(terms, lower, upper)
            if least > high or most < low:
                return False
            for column, factor in terms:
                if self._moved(column, factor, high - least, most - low, lower, upper):
                    if lower[column] > upper[column]:
                        return False
                    new = [other for other in self._rows_of[column] if other not in waiting]
                    waiting.update(new)
                    queue.extend(new)
                    least, most = self._reach(terms, lower, upper)
        return True

    def _reach(self, terms: Sequence[tuple[int, int]], lower: list[int], upper: list[int]) -> tuple[int, int]:
        """The least and the greatest sum of a row."""
        self._effort -= len(terms)
        if self._effort < 0:
            raise _TooMuch
        least = sum(a * (lower[c] if a > 0 else upper[c]) for c, a in terms)
        return least, sum(a * (upper[c] if a > 0 else lower[c]) for c, a in terms)

    def _moved(self, column: int, factor: int, over: int, under: int, lower: list[int], upper: list[int]) -> bool:
        """Narrows one column by what a row has to spare above its least and below its greatest sum."""
        size = abs(factor)
        up, down = over // size, under // size
        highest = lower[column] + (up if factor > 0 else down)
        lowest = upper[column] - (down if factor > 0 else up)
        moved = highest < upper[column] or lowest > lower[column]
        upper[column], lower[column] = min(upper[column], highest), max(lower[column], lowest)
        return moved
