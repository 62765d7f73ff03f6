"""What every rule has: one id, one kind, its article; what a rule of each kind must have; the mark of its carriers."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, TypeVar

Kind = Literal["data", "duty", "score", "filter", "row", "order"]
Part = Literal["check", "duty", "score", "filter", "row", "procedure", "level", "audit", "case", "docs"]


@dataclass(frozen=True)
class Rule:
    """A rule of the regulation: its kind and the article it comes from."""

    id: StrEnum
    kind: Kind
    article: str


NEEDS: dict[Kind, frozenset[Part]] = {
    "data": frozenset({"check", "docs"}),
    "duty": frozenset({"duty", "audit", "case", "docs"}),
    "score": frozenset({"score", "audit", "case", "docs"}),
    "filter": frozenset({"filter", "audit", "case", "docs"}),
    "row": frozenset({"row", "audit", "case", "docs"}),
    "order": frozenset({"procedure", "level", "audit", "case", "docs"}),
}
"""What a rule of each kind must have somewhere in the tree."""

F = TypeVar("F", bound=Callable[..., object])


def carries(rule: StrEnum, part: Part) -> Callable[[F], F]:
    """Marks the function that carries a rule in one part of the tree (it may carry several)."""

    def mark(function: F) -> F:
        marks = (*getattr(function, "__carries__", ()), (rule, part))
        function.__carries__ = marks  # type: ignore[attr-defined]
        return function

    return mark
