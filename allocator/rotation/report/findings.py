"""What a workbook and a report of exchange and rotation are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from allocator.rotation.labels import Labels
from allocator.rotation.summary import Summary, summary

if TYPE_CHECKING:
    from allocator.files.readings import Reading
    from allocator.rotation.compare import Comparison
    from allocator.rotation.roster import Roster
    from allocator.words import Lang
    from models.rotation.outcome import RotationOutcome


@dataclass(frozen=True)
class Findings:
    """One proposal with everything that is known beside it.

    ``outcome`` is the proposal, checked independently before anything is made of it; ``comparison`` is there when both
    methods were run. ``inputs`` names each input file's sha256, ``readings`` are the steps taken when it was read.
    """

    roster: Roster
    outcome: RotationOutcome
    comparison: Comparison | None = None
    inputs: Mapping[str, str] = field(default_factory=dict)
    readings: tuple[Reading, ...] = ()

    @cached_property
    def outcomes(self) -> tuple[RotationOutcome, ...]:
        """Every outcome that is shown: the rules' and the optimum, or the proposal alone."""
        if self.comparison is None:
            return (self.outcome,)
        return (self.comparison.rules.outcome, self.comparison.optimal.outcome)

    @cached_property
    def summary(self) -> Summary:
        """The summary of the proposal."""
        return summary(self.roster, self.outcome)

    def labels(self, lang: Lang) -> Labels:
        """The names of the case in a language."""
        return Labels(self.roster.case, lang)
