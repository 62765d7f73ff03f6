"""What a workbook and a report are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from allocator.competition.labels import Labels
from allocator.words import Lang

if TYPE_CHECKING:
    from allocator.competition.compare import Comparison
    from allocator.competition.pipeline import Run
    from allocator.competition.scoring import Scores
    from allocator.files import Reading
    from models.competition.case import Case
    from models.competition.filings import Decision


@dataclass(frozen=True)
class Findings:
    """One proposal with everything that is known beside it.

    ``run`` is the proposal itself; ``rules``, ``optimal`` and ``comparison`` are there when both methods were run.
    ``audited`` holds what an independent check found: nothing at all when it passed, ``None`` when none was made.
    ``decided`` is what the party group has recorded (articles 13 and 17); ``inputs`` names each input file's sha256,
    ``readings`` are the steps taken when the case was read.
    """

    scores: Scores
    run: Run
    rules: Run | None = None
    optimal: Run | None = None
    comparison: Comparison | None = None
    audited: tuple[object, ...] | None = None
    decided: tuple[Decision, ...] = ()
    inputs: Mapping[str, str] = field(default_factory=dict)
    readings: tuple[Reading, ...] = ()

    @property
    def case(self) -> Case:
        """The case."""
        return self.scores.bureau.case

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """Every outcome that is shown: the rules' and the optimum, or the proposal alone."""
        both = tuple(one for one in (self.rules, self.optimal) if one is not None)
        return both if len(both) == 2 else (self.run,)

    @cached_property
    def decision_of(self) -> Mapping[str, Decision]:
        """The recorded decision on each person."""
        return {one.person_id: one for one in self.decided}

    def labels(self, lang: Lang) -> Labels:
        """The names of the case in a language."""
        if lang not in self._labels:
            self._labels[lang] = Labels(self.case, lang)
        return self._labels[lang]

    @cached_property
    def _labels(self) -> dict[Lang, Labels]:
        return {}
