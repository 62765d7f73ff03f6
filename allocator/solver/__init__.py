"""Solves integer problems with ordered levels, given as arrays. It knows no people and imports nothing of the house."""

from allocator.solver.archive import load, save
from allocator.solver.errors import ProblemError
from allocator.solver.levels import solve
from allocator.solver.problem import LIMIT, Ints, Problem, Sense
from allocator.solver.settle import Settled, settle
from allocator.solver.solution import LevelProgress, LevelResult, Limits, Progress, Solution

__all__ = [
    "LIMIT",
    "Ints",
    "LevelProgress",
    "LevelResult",
    "Limits",
    "Problem",
    "ProblemError",
    "Progress",
    "Sense",
    "Settled",
    "Solution",
    "load",
    "save",
    "settle",
    "solve",
]
