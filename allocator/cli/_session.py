"""A case opened for work: read, checked and scored, or refused with every fault that was found."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from allocator.cli._help import Misuse
from allocator.cli._labels import Labels
from allocator.faults import InvalidInput

if TYPE_CHECKING:
    from allocator.check import Checked
    from allocator.files import Draft
    from allocator.pipeline import Given
    from allocator.scoring import Scores
    from models.base import Stage
    from models.case import Case
    from models.rulebook import Rulebook


@dataclass(frozen=True)
class Opened:
    """A sound case with its scores, and what it was read from."""

    path: Path
    draft: Draft
    rulebook: Rulebook
    checked: Checked
    case: Case
    scores: Scores

    @property
    def labels(self) -> Labels:
        """The names of the case."""
        return Labels(self.case)


def examine(path: Path, rulebook_path: Path | None, seed: str | None) -> tuple[Draft, Rulebook, Checked]:
    """A case read and checked, sound or not.

    Raises:
        InvalidInput: when the rulebook cannot be used.
    """
    if seed == "":
        raise Misuse("empty_seed")
    from allocator.check import check
    from allocator.files import find_rulebook, read_case, read_rulebook

    rulebook = read_rulebook(rulebook_path or find_rulebook(path))
    draft = read_case(path, rulebook)
    return draft, rulebook, check(draft, rulebook, seed)


def open_case(path: Path, rulebook_path: Path | None, seed: str | None) -> Opened:
    """A sound case.

    Raises:
        InvalidInput: with every fault of the case or the rulebook.
    """
    draft, rulebook, checked = examine(path, rulebook_path, seed)
    if checked.case is None or checked.scores is None:
        raise InvalidInput(checked.faults)
    return Opened(path, draft, rulebook, checked, checked.case, checked.scores)


def open_given(opened: Opened, path: Path | None, stages: tuple[Stage, ...]) -> Given | None:
    """The placements of earlier stages named by ``--given``, held against the case.

    Raises:
        InvalidInput: when the file cannot be read or breaks a hard rule.
    """
    if path is None:
        return None
    from allocator.files import read_given
    from allocator.pipeline import take_given

    return take_given(opened.scores, read_given(path, opened.rulebook), stages)


def asked_stages(stage: str) -> tuple[Stage, ...]:
    """The stages that ``--stage`` names."""
    from models.base import STAGES

    return STAGES if stage == "all" else tuple(known for known in STAGES if known == stage)
