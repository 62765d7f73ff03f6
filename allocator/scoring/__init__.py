"""Tracks and named scores, exact, each with the parts it was made from."""

from allocator.scoring.dates import full_years
from allocator.scoring.pairs import PairScores
from allocator.scoring.people import PersonScores
from allocator.scoring.scores import Scores, score
from allocator.scoring.tables import PAIR_COLUMNS, PEOPLE_COLUMNS, pairs_table, people_table
from allocator.scoring.trace import TraceLine, trace_person
from allocator.scoring.trace_pair import trace_pair
from allocator.scoring.tracks import TrackRecord

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
