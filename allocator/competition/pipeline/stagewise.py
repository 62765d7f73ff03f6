"""The optimum of each stage from the rules' own standing before it: the fair comparison of the two methods."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from allocator.competition.pipeline.run import Run
from allocator.competition.pipeline.stages import by_optimum
from allocator.competition.results import StageResult
from allocator.competition.scoring import Scores
from models.competition.codes import Stage

if TYPE_CHECKING:
    from allocator.solver import Limits, Progress


def stage_by_stage(
    scores: Scores,
    rules: Run,
    optimal: Run,
    *,
    limits: Limits | None = None,
    progress: Progress | None = None,
) -> Mapping[Stage, StageResult]:
    """For every stage the rules ran, its optimum from the same earlier stages as the rules had.

    A stage that the optimal pipeline met in the very same standing is not solved twice.
    """
    found: dict[Stage, StageResult] = {}
    for stage in rules.results:
        before = rules.before[stage]
        if stage in optimal.results and optimal.before[stage] == before:
            found[stage] = optimal.results[stage]
        else:
            found[stage] = by_optimum(scores, stage, before, limits, progress, rules.results[stage])
    return found
