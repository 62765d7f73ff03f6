"""What the outcomes of every exercise are made of: hashes, the draw, versions, levels, notices."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from models.common.base import Frozen, Sense, Text

SCHEMA_VERSION = 1
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
ScoreText = Annotated[str, Field(pattern=r"^-?[0-9]+\.[0-9]{3}$", description="a score with three decimals")]
Argument = str | int | tuple[str, ...]
Status = Literal["complete", "optimal", "feasible", "infeasible"]


def _whole(value: Any) -> Any:
    """Keeps ``true`` and ``1.0``, which Python takes for equal to 1, from passing for the number."""
    if type(value) is not int:
        raise ValueError("a whole number is expected")
    return value


SchemaVersion = Annotated[Literal[1], BeforeValidator(_whole)]
"""The version of the form an outcome is written in; nothing but the whole number 1 passes for it."""


class Named(Frozen):
    """A case or rulebook by name and hash."""

    name: Text
    sha256: Sha256


class Draw(Frozen):
    """The lottery in force."""

    seed: Text
    source: Literal["case", "default", "option"]


class Given(Frozen):
    """The earlier stages' placements this outcome takes as they stand."""

    sha256: Sha256


class Versions(Frozen):
    """The programs that made the outcome."""

    allocator: Text
    ortools: Text


class Level(Frozen):
    """One level of a stage's objective: its value, and the proven bound on it."""

    name: Text
    sense: Sense
    value: int
    bound: int | None
    proven: bool


class Notice(Frozen):
    """A code with its arguments; the words are in the catalogue."""

    code: Text
    args: Mapping[str, Argument]
