"""The stages in order, for either method: from scores to an outcome."""

from allocator.competition.check import in_order
from allocator.competition.pipeline.given import Given, take_given
from allocator.competition.pipeline.outcome import lottery_notices
from allocator.competition.pipeline.run import Passage, Run, pass_stages, run
from allocator.competition.pipeline.stagewise import stage_by_stage

__all__ = [
    "Given",
    "Passage",
    "Run",
    "in_order",
    "lottery_notices",
    "pass_stages",
    "run",
    "stage_by_stage",
    "take_given",
]
