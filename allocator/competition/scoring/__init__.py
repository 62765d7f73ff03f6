"""Tracks and named scores, exact, each with the parts it was made from."""

from allocator.competition.scoring.dates import full_years
from allocator.competition.scoring.pairs import PairScores
from allocator.competition.scoring.people import PersonScores
from allocator.competition.scoring.scores import Scores, score
from allocator.competition.scoring.tables import PAIR_COLUMNS, PEOPLE_COLUMNS, pairs_table, people_table
from allocator.competition.scoring.trace import TraceLine, trace_person
from allocator.competition.scoring.trace_pair import trace_pair
from allocator.competition.scoring.tracks import TrackRecord

__all__ = [
    "PAIR_COLUMNS",
    "PEOPLE_COLUMNS",
    "PairScores",
    "PersonScores",
    "Scores",
    "TraceLine",
    "TrackRecord",
    "full_years",
    "pairs_table",
    "people_table",
    "score",
    "trace_pair",
    "trace_person",
]
