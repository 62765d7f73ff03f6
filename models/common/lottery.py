"""The published draw, the same in every exercise."""

from typing import Literal, Protocol

from models.common.base import Frozen, Text


class Drawn(Protocol):
    """What of a case the draw depends on: its name, and the seed where it has one."""

    @property
    def name(self) -> str:
        """The name of the case."""

    @property
    def lottery_seed(self) -> str | None:
        """The seed of the published draw."""


class Lottery(Frozen):
    """The seed of the published draw and where it came from; any source but the case is a warning."""

    seed: Text
    source: Literal["case", "default", "option"]

    @staticmethod
    def of(info: Drawn, option: str | None = None) -> "Lottery":
        """The draw in force: an option given by hand, else the case's seed, else the case's name."""
        if option is not None:
            return Lottery(seed=option, source="option")
        if info.lottery_seed is not None:
            return Lottery(seed=info.lottery_seed, source="case")
        return Lottery(seed=info.name, source="default")
