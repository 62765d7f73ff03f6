"""The optimum of each stage: formulated as arrays, proven level by level, read back into seats."""

from allocator.competition.optimum.chiefs import formulate_chiefs, solve_chiefs
from allocator.competition.optimum.clerks import formulate_clerks, solve_clerks
from allocator.competition.optimum.columns import Column
from allocator.competition.optimum.decided import Shortfall, Weighed, weigh_decision
from allocator.competition.optimum.formulation import Formulation, Legend, RowMeaning
from allocator.competition.optimum.institution import formulate_institution, solve_institution
from allocator.competition.optimum.ties import levels_before_draw
from allocator.solver import Limits, Progress

__all__ = [
    "Column",
    "Formulation",
    "Legend",
    "Limits",
    "Progress",
    "RowMeaning",
    "Shortfall",
    "Weighed",
    "formulate_chiefs",
    "formulate_clerks",
    "formulate_institution",
    "levels_before_draw",
    "solve_chiefs",
    "solve_clerks",
    "solve_institution",
    "weigh_decision",
]
