"""Exact numbers of a rulebook: weights and shares as fractions, marks as decimals, each with its article."""

from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any

from pydantic import AfterValidator, Field, PlainSerializer, PlainValidator


def exact_fraction(value: Any) -> Fraction:
    """A weight or share as an exact fraction, from ``"1/3"``, ``"0.35"``, an int or a Decimal.

    Raises:
        ValueError: for anything else, a binary float included.
    """
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal | Fraction):
        raise ValueError("an exact decimal or fraction is expected")
    try:
        return Fraction(value.strip() if isinstance(value, str) else value)
    except (ValueError, ZeroDivisionError, OverflowError):
        raise ValueError("an exact decimal or fraction is expected") from None


Exact = Annotated[
    Fraction,
    PlainValidator(exact_fraction, json_schema_input_type=str),
    PlainSerializer(str, return_type=str),
]


def _between_0_and_1(value: Fraction) -> Fraction:
    if not 0 <= value <= 1:
        raise ValueError("a share between 0 and 1 is expected")
    return value


Share = Annotated[Exact, AfterValidator(_between_0_and_1)]


def exact_mark(value: Any) -> Decimal:
    """A mark as an exact decimal, from ``"95"``, an int or a Decimal.

    Raises:
        ValueError: for anything else, a binary float included.
    """
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        raise ValueError("a mark from 0 to 100 is expected")
    try:
        mark = Decimal(value.strip() if isinstance(value, str) else value)
    except ArithmeticError:
        raise ValueError("a mark from 0 to 100 is expected") from None
    if not 0 <= mark <= 100:
        raise ValueError("a mark from 0 to 100 is expected")
    return mark


GradeMark = Annotated[
    Decimal,
    PlainValidator(exact_mark, json_schema_input_type=str),
    PlainSerializer(str, return_type=str),
]


def article(number: str, **limits: Any) -> Any:
    """A rulebook field that carries the number of the article it comes from."""
    return Field(json_schema_extra={"article": number}, **limits)
