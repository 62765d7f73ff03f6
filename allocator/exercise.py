"""What an exercise is: everything the kernel needs to read, check, decide, audit, compare and show its cases.

An exercise is a folder of its own (``allocator/<name>``) whose module ``exercise`` holds one ``EXERCISE``. The kernel
reaches it through :mod:`allocator.exercises` alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from allocator.faults import Fault
    from allocator.files.draft import Draft
    from allocator.files.form import CaseForm
    from allocator.solver import Limits
    from allocator.words import Lang
    from models.common.base import Method
    from models.common.outcome import Notice

Progress = Callable[[str, str, int | None, int | None, float], None]
"""Told the stage, the level, its best value and bound, and the seconds spent."""


class Checked(Protocol):
    """The result of a check: a case and what is made ready of it exactly when there is no fault."""

    @property
    def case(self) -> Any:
        """The sound case, if it is one."""

    @property
    def ready(self) -> Any:
        """The sound case made ready for deciding, if it is one."""

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Every fault, by place."""

    @property
    def warnings(self) -> tuple[Notice, ...]:
        """What is worth a second look in a sound case."""


class Labels(Protocol):
    """The names of one case's people and places in one language, and words for codes."""

    def notice(self, notice: Notice) -> str:
        """A warning as a sentence."""

    def arguments(self, args: Mapping[str, object]) -> dict[str, object]:
        """The arguments of a code with names and words put in."""

    def level(self, name: str, value: int | None, /) -> str:
        """A level's value as people write it."""


class Run(Protocol):
    """What a method leaves behind: the outcome and what it rests on."""

    @property
    def outcome(self) -> Any:
        """The outcome."""


class Comparison(Protocol):
    """Both methods side by side."""

    @property
    def rules(self) -> Any:
        """The run by the rules' own procedure."""

    @property
    def optimal(self) -> Any:
        """The run of the optimum."""

    @property
    def proven(self) -> bool:
        """Whether every level of the optimum is proven."""


class Violation(Protocol):
    """What an audit finds."""

    @property
    def rule(self) -> Any:
        """The id of the rule that is broken, if one is."""

    @property
    def field(self) -> str:
        """The place in the outcome."""

    @property
    def code(self) -> str:
        """The sentence in the catalogue."""

    @property
    def args(self) -> Mapping[str, Any]:
        """Its arguments."""

    @property
    def sort_key(self) -> Any:
        """Violations are listed by it."""


@dataclass(frozen=True)
class Opened:
    """A case that was read and checked; ``case`` and ``ready`` are there for a sound one only."""

    path: Path
    draft: Draft
    rulebook: Any
    checked: Checked
    exercise: Exercise
    lang: Lang

    @property
    def case(self) -> Any:
        """The case."""
        return self.checked.case

    @property
    def ready(self) -> Any:
        """The case made ready for deciding."""
        return self.checked.ready

    @property
    def labels(self) -> Any:
        """The names of the case in the language of the run."""
        return self.exercise.labels(self.case, self.lang)

    @cached_property
    def facts(self) -> Any:
        """What the audit works out of the case for itself, kept for every outcome of it that is audited."""
        return self.exercise.facts(self)


class Asked(Protocol):
    """What of a case is asked for."""

    @property
    def stage(self) -> str:
        """The stage, or ``all``."""

    @property
    def given(self) -> Path | None:
        """What was decided beforehand: an outcome or decisions."""


class Work(Protocol):
    """A sound case and what is asked of it."""

    @property
    def opened(self) -> Opened:
        """The case."""

    def run(self, method: Method, limits: Limits | None = None, progress: Progress | None = None) -> Any:
        """One method's proposal.

        Raises:
            InvalidInput: when what is asked for cannot be decided yet.
        """


class Exercise(Protocol):
    """One exercise. Everything in it is asked for by name; none of it knows another exercise."""

    name: str

    def verb(self, name: str) -> Callable[..., int]:
        """What a verb does that each exercise answers in its own way.

        Raises:
            Misuse: when the exercise has nothing of the kind.
        """

    def form(self, rulebook: Any) -> CaseForm:
        """The tables under a rulebook."""

    def read_rulebook(self, path: Path | None) -> Any:
        """A rulebook, or the built-in one.

        Raises:
            InvalidInput: with every fault of the rulebook.
        """

    def read_outcome(self, path: Path) -> Any:
        """An outcome.

        Raises:
            InvalidInput: with every fault of the file.
        """

    def check(self, draft: Draft, rulebook: Any, seed: str | None) -> Checked:
        """Every fault and warning of a case as read."""

    def labels(self, case: Any, lang: Lang) -> Labels:
        """The names of a case, or of none."""

    def refuse_odd(self, asked: Asked) -> None:
        """Refuses options that make no sense together, before any work is done.

        Raises:
            Misuse: for such options.
        """

    def work(self, opened: Opened, asked: Asked) -> Work:
        """What is asked of a sound case.

        Raises:
            InvalidInput: when what is given beforehand does not fit the case.
        """

    def compare(self, work: Any, limits: Limits | None, progress: Progress) -> Comparison:
        """Both methods, laid side by side."""

    def facts(self, opened: Opened) -> Any:
        """What the audit works out of a case for itself."""

    def audit(self, opened: Opened, outcome: Any) -> tuple[Violation, ...]:
        """Everything about an outcome that is not as the rules or the case say."""

    @property
    def screen(self) -> Any:
        """How its results are shown and written: a :class:`allocator.console.screen.Screen`."""
