"""Who contests what in each stage, given who already sits. Shared by both methods; it decides nothing."""

from allocator.competition.pools.chiefs import ChiefContest, chief_contest
from allocator.competition.pools.composition import composition_shortfall, counts_towards, section_shortfall, targets_of
from allocator.competition.pools.contest import MutualSeat
from allocator.competition.pools.institution import InstitutionContest, institution_contest, requirement_warnings
from allocator.competition.pools.measure import measure_chiefs, measure_clerks, measure_institution
from allocator.competition.pools.mutual import MutualContest, clerk_contest
from allocator.competition.pools.opening import opening
from allocator.competition.pools.reasons import clerk_reason, clerk_reasons, institution_reasons
from allocator.competition.pools.room import Room

__all__ = [
    "ChiefContest",
    "InstitutionContest",
    "MutualContest",
    "MutualSeat",
    "Room",
    "chief_contest",
    "clerk_contest",
    "clerk_reason",
    "clerk_reasons",
    "composition_shortfall",
    "counts_towards",
    "institution_contest",
    "institution_reasons",
    "measure_chiefs",
    "measure_clerks",
    "measure_institution",
    "opening",
    "requirement_warnings",
    "section_shortfall",
    "targets_of",
]
