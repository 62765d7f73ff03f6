"""Exact weighted sums and means, rounded half up once, as whole thousandths. No binary fraction occurs."""

import decimal
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from math import lcm
from typing import TypeVar

Name = TypeVar("Name", bound=str)

EXACT = decimal.Context(
    prec=decimal.MAX_PREC,
    Emin=decimal.MIN_EMIN,
    Emax=decimal.MAX_EMAX,
    traps=[decimal.InvalidOperation, decimal.Overflow, decimal.Inexact],
)
"""Decimal sums and products in full length: a result that could not be exact would raise, never round."""

ZERO = Decimal(0)


def half_up(numerator: int, denominator: int, decimals: int) -> int:
    """The non-negative number ``numerator / denominator`` rounded half up to ``decimals`` (0 to 3), in thousandths."""
    kept, lost = (1, 10, 100, 1000)[decimals], (1000, 100, 10, 1)[decimals]
    return (2 * numerator * kept + denominator) // (2 * denominator) * lost


@dataclass(frozen=True)
class Weights:
    """Shares of named parts as whole numbers over one denominator; a part without weight is left out."""

    names: tuple[str, ...]
    factors: tuple[int, ...]
    denominator: int

    @staticmethod
    def of(shares: Mapping[Name, Fraction]) -> "Weights":
        """The shares as the rulebook has them, exactly."""
        used = {str(name): share for name, share in shares.items() if share}
        denominator = lcm(*(share.denominator for share in used.values()))
        factors = tuple(share.numerator * (denominator // share.denominator) for share in used.values())
        return Weights(tuple(used), factors, denominator)

    @cached_property
    def decimal_factors(self) -> tuple[tuple[str, Decimal], ...]:
        """Each part with its factor, ready for decimal marks."""
        return tuple((name, Decimal(factor)) for name, factor in zip(self.names, self.factors, strict=True))

    def of_marks(self, marks: Mapping[str, Decimal], decimals: int) -> int | None:
        """The weighted sum of marks as given, rounded, in thousandths; ``None`` when a part with weight is missing."""
        total = ZERO
        for name, factor in self.decimal_factors:
            mark = marks.get(name)
            if mark is None:
                return None
            total = EXACT.fma(factor, mark, total)
        numerator, denominator = total.as_integer_ratio()
        return half_up(numerator, denominator * self.denominator, decimals)

    def of_scores(self, scores: Mapping[str, int | None], decimals: int) -> int | None:
        """The weighted sum of rounded scores (thousandths), rounded; ``None`` when a part with weight is missing."""
        total = 0
        for name, factor in zip(self.names, self.factors, strict=True):
            score = scores.get(name)
            if score is None:
                return None
            total += factor * score
        return half_up(total, 1000 * self.denominator, decimals)


def mean(marks: Sequence[Decimal], decimals: int) -> int | None:
    """The mean of marks, rounded, in thousandths; ``None`` of no marks."""
    if not marks:
        return None
    total = ZERO
    for mark in marks:
        total = EXACT.add(total, mark)
    numerator, denominator = total.as_integer_ratio()
    return half_up(numerator, denominator * len(marks), decimals)
