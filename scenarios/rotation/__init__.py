"""Samples of exchange and rotation: the embedded bureau, curated cases of one point each, and invented ones."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from models.rotation.case import RotationCase
from scenarios.rotation import generator
from scenarios.rotation.tables import read_folder

_HERE = Path(__file__).parent
SHAPE: Mapping[str, int | None] = {
    "people": 120,
    "units": 14,
    "vacancies": 5,
    "chains": 0,
    "avoidance_pairs": None,
}
"""What can be asked of an invented bureau, with what it is unless asked otherwise."""
SIZES = ("people", "units")
TOLD = ("people", "units")
CURATED: tuple[str, ...] = tuple(sorted(page.parent.name for page in _HERE.glob("curated/*/page.md")))
"""The names of the curated cases: a dozen people at most, one point each, decided by hand on their page."""


def generate(seed: str, people: int, units: int, **shape: Any) -> RotationCase:
    """An invented bureau."""
    return generator.generate(people, units, seed, **shape)


def embedded_folder() -> Path:
    """The folder with the tables of the embedded bureau, as an officer would hand them in."""
    return _HERE / "embedded"


def embedded() -> RotationCase:
    """The embedded bureau: some 120 people in 14 units, in which every article decides something."""
    return read_folder(embedded_folder())


def curated_folder(name: str) -> Path:
    """The folder of a curated case: its tables and its page.

    Raises:
        KeyError: when no curated case has that name.
    """
    if name not in CURATED:
        raise KeyError(name)
    return _HERE / "curated" / name


def curated(name: str) -> RotationCase:
    """A curated case.

    Raises:
        KeyError: when no curated case has that name.
    """
    return read_folder(curated_folder(name))


__all__ = ["CURATED", "SHAPE", "SIZES", "TOLD", "curated", "curated_folder", "embedded", "embedded_folder", "generate"]
