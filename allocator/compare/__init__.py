"""What differs between the rules' own outcome and the optimum: computed here, printed elsewhere."""

from allocator.compare.changes import Change, Trade, article_of
from allocator.compare.claims import Claim
from allocator.compare.comparison import Comparison, StageComparison, compare
from allocator.compare.document import document
from allocator.compare.levels import LevelPair
from allocator.compare.sections import Crew, SectionRow

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
