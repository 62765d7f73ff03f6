"""The register of exercises: which there are, and which one a case is of."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

from allocator.exercise_names import NAMES

if TYPE_CHECKING:
    from allocator.exercise import Exercise
    from allocator.files.inputs import Bytes

DEFAULT = NAMES[0]
"""The exercise of a case that names none."""


def exercise(name: str) -> Exercise:
    """An exercise by its name.

    Raises:
        KeyError: when there is none of that name.
    """
    if name not in NAMES:
        raise KeyError(name)
    return cast("Exercise", import_module(f"allocator.{name}.exercise").EXERCISE)


def exercise_of(path: Path) -> Exercise:
    """The exercise that a case names, the default one where it names none or cannot be read."""
    from allocator.files.exercise_row import exercise_named

    return exercise(exercise_named(path) or DEFAULT)


def exercise_of_any(paths: Sequence[Path]) -> Exercise:
    """The exercise that one of several files and folders names."""
    from allocator.files.exercise_row import exercise_named

    return exercise(next((found for path in paths if (found := exercise_named(path))), DEFAULT))


def exercise_of_contents(contents: Sequence[Bytes]) -> Exercise:
    """The same of files in memory."""
    from allocator.files.exercise_row import exercise_named_in

    return exercise(exercise_named_in(contents) or DEFAULT)
