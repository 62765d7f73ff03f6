"""The samples of the competition: the embedded bureau, as handed in and as it is kept, and invented ones."""

from collections.abc import Mapping
from typing import Any

from models.competition.case import Case
from scenarios import embedded_folder, generator
from scenarios.as_kept import workbook

SHAPE: Mapping[str, int | None] = {
    "people": 90,
    "sections": 15,
    "clerk_rounds": 3,
    "avoidance_pairs": None,
    "trios": 0,
    "seats": None,
    "popularity": 1,
    "retention": 100,
    "ties": 0,
}
"""What can be asked of an invented bureau, with what it is unless asked otherwise."""
SIZES = ("people", "sections")
TOLD = ("people", "sections", "clerk_rounds")


def generate(seed: str, people: int, sections: int, **shape: Any) -> Case:
    """An invented bureau."""
    return generator.generate(people, sections, seed, **shape)


def as_kept() -> bytes:
    """The embedded bureau's workbook as a personnel office keeps it."""
    return workbook(embedded_folder())


__all__ = ["SHAPE", "SIZES", "TOLD", "as_kept", "embedded_folder", "generate"]
