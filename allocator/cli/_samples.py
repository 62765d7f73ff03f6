"""The sample bureaus of an exercise."""

from importlib import import_module
from typing import Annotated, Any

import typer

from allocator.console.misuse import Misuse
from allocator.exercise_names import NAMES

ExerciseName = Annotated[str, typer.Option("--exercise", metavar="|".join(NAMES))]


def samples_of(exercise: str) -> Any:
    """The module with an exercise's embedded bureau and generator.

    Raises:
        Misuse: when there is no exercise of that name.
    """
    return import_module(f"scenarios.{known(exercise)}")


def known(exercise: str) -> str:
    """The same name.

    Raises:
        Misuse: when there is no exercise of that name.
    """
    if exercise not in NAMES:
        raise Misuse("no_such_exercise", name=exercise, known=NAMES)
    return exercise
