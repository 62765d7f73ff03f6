"""What all exercises answer alike: where their screens and their own verbs are found."""

from collections.abc import Callable
from importlib import import_module
from typing import Any, cast

from allocator.console.misuse import Misuse


class ExerciseBase:
    """An exercise in the folder of its name: ``console/screen.py`` shows its results, ``console/<verb>.py`` a verb."""

    name: str
    verbs: tuple[str, ...] = ()
    """The verbs that it answers in its own way."""

    @property
    def screen(self) -> Any:
        """How its results are shown and written."""
        return import_module(f"allocator.{self.name}.console.screen")

    def verb(self, name: str) -> Callable[..., int]:
        """What a verb of its own does.

        Raises:
            Misuse: when it has none of that name.
        """
        if name not in self.verbs:
            raise Misuse("no_verb_here", verb=name, exercise=self.name)
        found: Any = getattr(import_module(f"allocator.{self.name}.console.{name}"), name)
        return cast("Callable[..., int]", found)
