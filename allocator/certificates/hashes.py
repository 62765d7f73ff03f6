"""One hash for equal arrays, whatever machine wrote them."""

import hashlib
from collections.abc import Iterable, Mapping

import numpy as np

from allocator.solver import Ints, Problem
from allocator.solver.problem import ARRAYS

BOUNDS = ("col_lb", "col_ub", "row_lb", "row_ub")
ROWS = ("indptr", "indices", "data")


def sha256_of(arrays: Mapping[str, Ints], words: Iterable[str] = ()) -> str:
    """The hash of named integer arrays and words, in the order given."""
    digest = hashlib.sha256()
    for name, array in arrays.items():
        digest.update(f"{name}{array.shape}".encode())
        digest.update(np.ascontiguousarray(array, dtype="<i8").tobytes())
    for word in words:
        digest.update(f"\0{word}".encode())
    return digest.hexdigest()


def problem_sha256(problem: Problem) -> str:
    """The hash of a whole problem: every array, the names and senses of its levels."""
    arrays = {name: getattr(problem, name) for name in ARRAYS}
    return sha256_of(arrays, (*problem.level_names, *problem.level_sense))


def points_sha256(problem: Problem) -> str:
    """The hash of what decides which points a problem has: the bounds and the rows."""
    return sha256_of({name: getattr(problem, name) for name in (*BOUNDS, *ROWS)})
