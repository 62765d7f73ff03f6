"""The procedure by hand, stage by stage: pure functions from a standing to the next, with a trace of every decision."""

from allocator.competition.rules.chiefs import contest_chiefs
from allocator.competition.rules.clerks import place_clerks
from allocator.competition.rules.favoured import directed_if_drawn, wins_if_drawn
from allocator.competition.rules.institution import place_institution
from allocator.competition.rules.redrawn import confirmed_sections

__all__ = [
    "confirmed_sections",
    "contest_chiefs",
    "directed_if_drawn",
    "place_clerks",
    "place_institution",
    "wins_if_drawn",
]
