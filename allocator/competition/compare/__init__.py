"""What differs between the rules' own outcome and the optimum: computed here, printed elsewhere."""

from allocator.competition.compare.changes import Change, Trade, article_of
from allocator.competition.compare.claims import Claim
from allocator.competition.compare.comparison import Comparison, StageComparison, compare
from allocator.competition.compare.document import document
from allocator.competition.compare.levels import LevelPair
from allocator.competition.compare.sections import Crew, SectionRow

__all__ = [
    "Change",
    "Claim",
    "Comparison",
    "Crew",
    "LevelPair",
    "SectionRow",
    "StageComparison",
    "Trade",
    "article_of",
    "compare",
    "document",
]
