"""Levels side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from models.common.base import Sense
from models.common.outcome import Level

Winner = Literal["rules", "optimal", "equal"]


@dataclass(frozen=True, slots=True)
class LevelPair:
    """One level under both methods, with the optimum's bound and whether it is proven."""

    name: str
    sense: Sense
    rules: int
    optimal: int
    bound: int | None
    proven: bool

    @property
    def better(self) -> Winner:
        """The method that does better on this level alone."""
        if self.rules == self.optimal:
            return "equal"
        return "optimal" if (self.optimal > self.rules) == (self.sense == "max") else "rules"


def side_by_side(rules: Sequence[Level], optimal: Sequence[Level]) -> tuple[LevelPair, ...]:
    """The levels of one stage, most important first, as both methods reached them."""
    return tuple(
        LevelPair(one.name, one.sense, one.value, other.value, other.bound, other.proven)
        for one, other in zip(rules, optimal, strict=True)
    )


def deciding(levels: Sequence[LevelPair]) -> LevelPair | None:
    """The first level on which the methods differ: it alone says which outcome is lexicographically better."""
    return next((pair for pair in levels if pair.better != "equal"), None)
