"""Solves integer problems with ordered levels, given as arrays. It knows no people and imports nothing of the house."""

from allocator.solver.archive import dump, load, load_bytes, save
from allocator.solver.errors import ProblemError, Unfinished
from allocator.solver.levels import solve
from allocator.solver.problem import LIMIT, Ints, Problem, Sense
from allocator.solver.proof import Disagreement, Dual, Face, Reduced
from allocator.solver.settle import Settled, settle
from allocator.solver.solution import LevelProgress, LevelResult, Limits, Progress, Solution

__all__ = [
    "LIMIT",
    "Disagreement",
    "Dual",
    "Face",
    "Ints",
    "LevelProgress",
    "LevelResult",
    "Limits",
    "Problem",
    "ProblemError",
    "Progress",
    "Reduced",
    "Sense",
    "Settled",
    "Solution",
    "Unfinished",
    "dump",
    "load",
    "load_bytes",
    "save",
    "settle",
    "solve",
]
