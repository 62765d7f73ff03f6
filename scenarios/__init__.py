"""Sample bureaus: the embedded one, curated ones of one point each, and invented ones of any size."""

from pathlib import Path

from models.competition.case import Case
from scenarios.generator import generate
from scenarios.tables import read_folder

_HERE = Path(__file__).parent
CURATED: tuple[str, ...] = tuple(sorted(page.parent.name for page in _HERE.glob("curated/*/page.md")))
"""The names of the curated cases: a dozen people at most, one point each, decided by hand on their page."""


def embedded_folder() -> Path:
    """The folder with the tables of the embedded bureau, as an officer would hand them in."""
    return _HERE / "embedded"


def embedded() -> Case:
    """The embedded bureau: some 90 people in 15 sections, in which every rule decides something."""
    return read_folder(embedded_folder())


def curated_folder(name: str) -> Path:
    """The folder of a curated case: its tables, its page and, where it differs, its rulebook.

    Raises:
        KeyError: when no curated case has that name.
    """
    if name not in CURATED:
        raise KeyError(name)
    return _HERE / "curated" / name


def curated(name: str) -> Case:
    """A curated case.

    Raises:
        KeyError: when no curated case has that name.
    """
    return read_folder(curated_folder(name))


__all__ = ["CURATED", "curated", "curated_folder", "embedded", "embedded_folder", "generate"]
