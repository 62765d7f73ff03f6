"""How an exercise shows and writes its results: the pages and files that every verb asks it for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from allocator.console.page import Page
    from allocator.exercise import Checked, Opened
    from allocator.files.draft import Draft


@dataclass(frozen=True)
class ProofChecked:
    """What came of checking a proof: whether it holds, whether it settles every level, and how that is told."""

    accepted: bool
    settled: bool
    page: Page
    document: Mapping[str, Any]


class Screen(Protocol):
    """The pages and files of an exercise."""

    def counted(self, draft: Draft) -> str:
        """That a case is sound, and how large it is."""

    def grounds(self, page: Page, checked: Checked, labels: Any) -> None:
        """What the check shows of a sound case beside its warnings."""

    def grounds_document(self, checked: Checked) -> dict[str, Any]:
        """The same as data."""

    def outcome(self, outcome: Any, labels: Any, brief: bool = False) -> Page:
        """An outcome for reading."""

    def trace(self, run: Any, labels: Any) -> Page:
        """The procedure by hand, step by step."""

    def outcome_files(self, opened: Opened, run: Any) -> dict[str, bytes]:
        """The files of an outcome by name."""

    def proof_files(self, opened: Opened, run: Any) -> dict[str, bytes]:
        """The files of the proof of an outcome by name; none where nothing was proven by multipliers."""

    def comparison(self, comparison: Any, labels: Any) -> Page:
        """A comparison for reading."""

    def comparison_document(self, comparison: Any) -> dict[str, Any]:
        """A comparison as data."""

    def comparison_files(self, comparison: Any, labels: Any) -> dict[str, bytes]:
        """The files of a comparison by name."""

    def passed(self, outcome: Any) -> str:
        """That an outcome passed the audit, and how much was looked at."""

    def rule(self, rule: Any) -> str:
        """A rule by its name with its article."""

    def proof(self, opened: Opened, outcome: Any, folder: Path) -> ProofChecked:
        """What came of checking the proof of an outcome.

        Raises:
            Misuse: when the exercise writes no proofs.
        """
