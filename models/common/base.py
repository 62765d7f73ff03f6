"""The common ground of every type: closed, frozen values and the codes they are made of."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field


class Frozen(BaseModel):
    """A value that is checked once, when it is made, and never changes afterwards."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


Id = Annotated[str, Field(min_length=1, description="identifier, text; sorts by Unicode code point")]
Text = Annotated[str, Field(min_length=1)]
Count = Annotated[int, Field(ge=0)]
Ordinal = Annotated[int, Field(ge=1)]
Thousandths = Annotated[int, Field(description="a score as an integer number of thousandths: 86.412 is 86412")]
Mark = Annotated[Decimal, Field(ge=0, le=100, description="a mark as given, 0 to 100, exact")]

Gender = Literal["female", "male"]
Education = Literal["secondary", "college", "bachelor", "master", "doctor"]
Method = Literal["rules", "optimal"]
PinMode = Literal["assign", "forbid"]
Sense = Literal["max", "min"]


def thousandths_text(value: int) -> str:
    """A score in thousandths as people write it, always with three decimals: 86412 -> ``"86.412"``."""
    sign = "-" if value < 0 else ""
    return f"{sign}{abs(value) // 1000}.{abs(value) % 1000:03d}"


def unordered(first: str, second: str) -> tuple[str, str]:
    """The two ids of an avoidance pair in one order, whichever way round they were written."""
    return (first, second) if first <= second else (second, first)


def pairs(items: Iterable[str]) -> list[tuple[str, str]]:
    """Every unordered pair of the given ids, sorted."""
    ids = sorted(items)
    return [(ids[i], ids[j]) for i in range(len(ids)) for j in range(i + 1, len(ids))]
