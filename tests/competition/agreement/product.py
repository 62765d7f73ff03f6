"""The product in process: a case folder in, outcomes out, and the fields laid beside the reference."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from allocator.competition.audit import Violation, audit
from allocator.competition.check import check
from allocator.competition.files import read_case, read_rulebook
from allocator.competition.pipeline import Given, Run, run
from allocator.competition.scoring import Scores
from allocator.files import find_rulebook
from allocator.solver import Limits
from models.common.base import Method
from models.common.outcome import Notice
from models.competition.case import Case
from models.competition.codes import STAGES, Stage
from models.competition.outcome import Outcome
from models.competition.rulebook import Rulebook

ONE_WORKER = Limits(deadline=None, workers=1)


@dataclass(frozen=True)
class Opened:
    """A sound case, checked and scored."""

    case: Case
    rulebook: Rulebook
    scores: Scores
    warnings: tuple[Notice, ...]

    def propose(
        self,
        method: Method,
        *,
        stages: tuple[Stage, ...] = STAGES,
        given: Given | None = None,
        limits: Limits = ONE_WORKER,
    ) -> Run:
        return run(self.scores, method, stages=stages, given=given, limits=limits, warnings=self.warnings)

    def audit(self, outcome: Outcome) -> tuple[Violation, ...]:
        return audit(self.case, self.rulebook, outcome, case_warnings=self.warnings)


def opened(path: Path, rulebook: Rulebook | None = None) -> Opened:
    """A case that must be without fault, under the rulebook of its folder unless another is given."""
    rulebook = rulebook or read_rulebook(find_rulebook(path))
    checked = check(read_case(path, rulebook), rulebook)
    assert checked.faults == (), f"{path.name}: {checked.faults}"
    assert checked.case is not None and checked.scores is not None
    return Opened(checked.case, rulebook, checked.scores, checked.warnings)


def fields(outcome: Outcome) -> dict[str, Any]:
    """The fields that the reference tells too."""
    plain: Mapping[str, Any] = outcome.model_dump(mode="json")
    return {
        "placements": plain["placements"],
        "unplaced": plain["unplaced"],
        "vacancies": plain["vacancies"],
        "levels": {s.stage: [(v.name, v.sense, v.value) for v in s.levels] for s in outcome.stages},
        "unique": {s.stage: s.unique for s in outcome.stages},
        "ties": plain["ties"],
        "follows": plain["follows"],
    }
