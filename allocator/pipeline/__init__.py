"""The stages in order, for either method: from scores to an outcome."""

from allocator.check import in_order
from allocator.pipeline.given import Given, take_given
from allocator.pipeline.outcome import lottery_notices
from allocator.pipeline.run import Passage, Run, pass_stages, run
from allocator.pipeline.stagewise import stage_by_stage

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
