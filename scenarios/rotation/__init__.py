"""Samples of exchange and rotation: the embedded bureau, curated cases of one point each, and invented ones."""

from pathlib import Path

from models.rotation.case import RotationCase
from scenarios.rotation.generator import generate
from scenarios.rotation.tables import read_folder

_HERE = Path(__file__).parent
CURATED: tuple[str, ...] = tuple(sorted(page.parent.name for page in _HERE.glob("curated/*/page.md")))
"""The names of the curated cases: a dozen people at most, one point each, decided by hand on their page."""


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


__all__ = ["CURATED", "curated", "curated_folder", "embedded", "embedded_folder", "generate"]
