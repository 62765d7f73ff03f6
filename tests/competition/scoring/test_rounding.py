"""Exact arithmetic: weighted sums, means and rounding, held against fractions."""

from decimal import Decimal
from fractions import Fraction
from math import floor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allocator.competition.scoring.rounding import Weights, half_up, mean

marks = st.decimals(min_value=0, max_value=100, allow_nan=False, allow_infinity=False, places=6)
decimals = st.integers(0, 3)


def reference(value: Fraction, places: int) -> int:
    """Half up by fractions alone: the floor of the value plus half a unit of the last place kept."""
    rounded: int = floor(value * 10**places + Fraction(1, 2)) * 10 ** (3 - places)
    return rounded


@pytest.mark.parametrize(
    ("numerator", "denominator", "places", "thousandths"),
    [
        (1, 2000, 3, 1),  # 0.0005: half goes up
        (4999, 10_000_000, 3, 0),  # 0.0004999: less than half goes down
        (250, 3, 3, 83333),  # 83.3333…
        (200, 3, 3, 66667),  # 66.6666…
        (169, 2, 0, 85000),  # 84.5 -> 85
        (171, 2, 0, 86000),  # 85.5 -> 86, not to the even neighbour
        (81245, 1000, 2, 81250),  # 81.245 -> 81.25
        (0, 7, 3, 0),
    ],
)
def test_half_up_by_hand(numerator: int, denominator: int, places: int, thousandths: int) -> None:
    """Protects the one rounding rule: half up to the rulebook's decimals, kept in thousandths."""
    assert half_up(numerator, denominator, places) == thousandths


@settings(deadline=None)
@given(st.integers(0, 10**9), st.integers(1, 10**9), decimals)
def test_half_up_equals_fractions(numerator: int, denominator: int, places: int) -> None:
    """Protects exactness: integer rounding is the same as rounding the fraction."""
    assert half_up(numerator, denominator, places) == reference(Fraction(numerator, denominator), places)


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 50), marks), min_size=1, max_size=6).filter(lambda rows: any(w for w, _ in rows)),
    decimals,
)
def test_weighted_marks_equal_fractions(rows: list[tuple[int, Decimal]], places: int) -> None:
    """Protects every weighted sum of marks, whatever the weights' common denominator is."""
    whole = sum(weight for weight, _ in rows)
    shares = {str(i): Fraction(weight, whole) for i, (weight, _) in enumerate(rows)}
    given_marks = {str(i): mark for i, (_, mark) in enumerate(rows)}
    exact = sum((shares[i] * Fraction(given_marks[i]) for i in shares), Fraction(0))
    assert Weights.of(shares).of_marks(given_marks, places) == reference(exact, places)


@settings(deadline=None)
@given(st.lists(st.integers(0, 104_000), min_size=3, max_size=3), decimals)
def test_weighted_scores_equal_fractions(scores: list[int], places: int) -> None:
    """Protects sums of already rounded scores, with weights that are no decimals."""
    shares = {"a": Fraction(1, 3), "b": Fraction(1, 7), "c": Fraction(11, 21)}
    exact = sum((share * score for share, score in zip(shares.values(), scores, strict=True)), Fraction(0)) / 1000
    parts: dict[str, int | None] = dict(zip(shares, scores, strict=True))
    assert Weights.of(shares).of_scores(parts, places) == reference(exact, places)


@settings(deadline=None)
@given(st.lists(marks, min_size=1, max_size=9), decimals)
def test_mean_equals_fractions(given_marks: list[Decimal], places: int) -> None:
    """Protects means, and that their order plays no part."""
    exact = sum(map(Fraction, given_marks), Fraction(0)) / len(given_marks)
    assert mean(given_marks, places) == reference(exact, places) == mean(given_marks[::-1], places)


def test_long_marks_stay_exact() -> None:
    """Protects marks with more digits than a usual decimal context keeps: one unit in the 40th place decides.

    Half of 0.001 is 0.0005, which rounds up; a mark smaller by 1e-40 lies below the half.
    """
    half = Decimal("0.0005")
    below = Decimal("0.0004" + "9" * 36)
    weights = Weights.of({"a": Fraction(1)})
    assert weights.of_marks({"a": half}, 3) == 1
    assert weights.of_marks({"a": below}, 3) == 0
    assert mean([below, Decimal(1), Decimal(1)], 3) == 667


def test_missing_parts() -> None:
    """Protects the difference between a missing mark (no score) and a part without weight (not needed)."""
    weights = Weights.of({"a": Fraction(1), "b": Fraction(0)})
    assert weights.of_marks({"a": Decimal(5)}, 3) == 5000
    assert weights.of_marks({"b": Decimal(5)}, 3) is None
    assert weights.of_scores({"a": 5000}, 3) == 5000
    assert weights.of_scores({"a": None, "b": 1}, 3) is None
    assert mean([], 3) is None
