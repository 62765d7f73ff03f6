"""Tracks and named scores, exact, each with the parts it was made from."""

from allocator.scoring.dates import full_years
from allocator.scoring.pairs import PairScores
from allocator.scoring.people import PersonScores
from allocator.scoring.scores import Scores, score
from allocator.scoring.tracks import TrackRecord

__all__ = ["PairScores", "PersonScores", "Scores", "TrackRecord", "full_years", "score"]
