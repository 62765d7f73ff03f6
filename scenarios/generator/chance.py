"""Chance in whole numbers: the same draws on every machine, since nothing is left to a mathematical library."""

import random
from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate

TENTHS: tuple[Decimal, ...] = tuple(Decimal(n).scaleb(-1) for n in range(1001))
"""Every mark from 0 to 100 in steps of one tenth."""


def stream(seed: str | int, part: str) -> random.Random:
    """The draws of one part of a bureau. Parts do not disturb each other when one of them changes."""
    return random.Random(f"post-allocator|{seed}|{part}")


def bell(rng: random.Random, centre: int, spread: int) -> int:
    """A whole number around ``centre``, never further away than ``spread``, near values most likely."""
    third = spread // 3
    return centre + rng.randint(-third, third) + rng.randint(-third, third) + rng.randint(-third, third)


def happens(rng: random.Random, permille: int) -> bool:
    """True in ``permille`` of 1000 cases."""
    return rng.randrange(1000) < permille


def mark(tenths: int) -> Decimal:
    """A mark given in tenths, held within 0 and 100."""
    return TENTHS[min(1000, max(0, tenths))]


class Wheel:
    """Draws positions with the given whole weights."""

    def __init__(self, weights: Sequence[int]) -> None:
        self._sums = tuple(accumulate(weights))

    def draw(self, rng: random.Random) -> int:
        """One position."""
        return bisect_right(self._sums, rng.randrange(self._sums[-1]))

    def draw_new(self, rng: random.Random, taken: Sequence[int], tries: int = 20) -> int | None:
        """One position that is not taken yet, or none when luck does not find it."""
        for _ in range(tries):
            position = self.draw(rng)
            if position not in taken:
                return position
        return None
