"""A case opened for work: read, checked and made ready, or refused with every fault that was found."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from allocator.console.language import language
from allocator.console.misuse import Misuse
from allocator.console.options import CaseOptions, RunOptions
from allocator.console.wording import use_labels_of
from allocator.exercise import Opened
from allocator.exercises import exercise_of
from allocator.faults import Fault, InvalidInput

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allocator.exercise import Checked, Exercise, Work
    from allocator.files.readings import Reading
    from models.common.outcome import Notice


@dataclass(frozen=True)
class Refused:
    """A case that is read as it stands or not at all: what was checked of it, with a fault for each reading."""

    faults: tuple[Fault, ...]
    warnings: tuple[Notice, ...] = ()
    case: None = None
    ready: None = None


def examine(asked: CaseOptions, of: Exercise | None = None) -> Opened:
    """A case read and checked, sound or not; ``of`` is its exercise where that is known.

    Raises:
        InvalidInput: when the rulebook cannot be used.
    """
    if asked.seed == "":
        raise Misuse("empty_seed")
    from allocator.files import find_rulebook
    from allocator.files.case_reader import read_case

    found = of or exercise_of(asked.case)
    use_labels_of(found)
    rulebook = found.read_rulebook(asked.rulebook or find_rulebook(asked.case))
    draft = read_case(asked.case, found.form(rulebook))
    checked = found.check(draft, rulebook, asked.seed)
    if asked.strict:
        checked = as_it_stands(draft.readings, checked)
    return Opened(asked.case, draft, rulebook, checked, found, language())


def as_it_stands(readings: Sequence[Reading], checked: Checked) -> Checked:
    """What was checked, with a fault for each reading where there are any: they are refused as a whole."""
    from allocator.files.readings import refused

    return Refused((*checked.faults, *refused(readings))) if readings else checked


def open_case(asked: CaseOptions, of: Exercise | None = None) -> Opened:
    """A sound case; ``of`` is its exercise where that is known.

    Raises:
        InvalidInput: with every fault of the case or the rulebook.
    """
    opened = examine(asked, of)
    if opened.case is None:
        raise InvalidInput(opened.checked.faults)
    return opened


def open_claimed(case: Path, rulebook: Path | None, outcome: Path, strict: bool = False) -> tuple[Opened, Any]:
    """An earlier outcome, and the case it claims to be about, with the seed it was made with.

    Raises:
        InvalidInput: when the outcome cannot be read, or with every fault of the case or the rulebook.
    """
    found = exercise_of(case)
    use_labels_of(found)
    claimed = found.read_outcome(outcome)
    seed = claimed.lottery.seed if claimed.lottery.source == "option" else None
    return open_case(CaseOptions(case=case, rulebook=rulebook, seed=seed, strict=strict), found), claimed


def open_work(asked: RunOptions) -> Work:
    """The case with what is asked of it; what is given beforehand is held against the case.

    Raises:
        InvalidInput: with every fault of the case or the rulebook, or of what is given.
    """
    found = exercise_of(asked.case)
    found.refuse_odd(asked)
    return found.work(open_case(asked, found), asked)


def audited(opened: Opened, outcome: Any) -> tuple[Any, ...]:
    """Everything about an outcome that is not as the rules or the case say."""
    return opened.exercise.audit(opened, outcome)
