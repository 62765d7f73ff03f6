"""An integer problem with ordered levels, as arrays. It knows no people: tags are opaque numbers."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from allocator.solver.errors import ProblemError

Sense = Literal["max", "min"]
Ints = NDArray[np.int64]

LIMIT = 2**62
"""No level and no row may reach this size for any column values: a ``row_lb`` of ``-LIMIT`` or less and a ``row_ub`` of
``LIMIT`` or more mean "no bound", and a row that asks for more than it can reach has no solution."""


@dataclass(frozen=True, eq=False)
class Problem:
    """Integer columns between bounds, sparse rows ``row_lb <= a·x <= row_ub``, and levels in order of importance.

    Rows are in compressed form: row ``i`` has the columns ``indices[indptr[i]:indptr[i + 1]]`` with the coefficients
    ``data[...]``. Level ``k`` is ``level_offset[k] + level_coef[k]·x``; an earlier level is worth more than all later
    ones together. All arrays are int64 and read-only.

    Raises:
        ProblemError: when made with arrays that do not fit each other, empty column bounds, unknown senses, repeated
            level names, or numbers that could leave 62 bits.
    """

    col_lb: Ints
    col_ub: Ints
    row_lb: Ints
    row_ub: Ints
    indptr: Ints
    indices: Ints
    data: Ints
    col_tag: Ints
    row_tag: Ints
    level_names: tuple[str, ...]
    level_sense: tuple[Sense, ...]
    level_coef: Ints
    level_offset: Ints

    def __post_init__(self) -> None:
        for name in ARRAYS:
            array = np.ascontiguousarray(getattr(self, name))
            if array.dtype != np.int64:
                raise ProblemError("problem_dtype", array=name, dtype=str(array.dtype))
            if name in ("row_lb", "row_ub") and np.any((array < -LIMIT) | (array > LIMIT)):
                array = np.clip(array, -LIMIT, LIMIT)
            if array.flags.writeable:
                array = array.copy()
                array.flags.writeable = False
            object.__setattr__(self, name, array)
        check_shapes(self)
        check_values(self)
        check_sizes(self)

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return len(self.col_lb)

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self.row_lb)

    @property
    def levels(self) -> int:
        """How many levels there are."""
        return len(self.level_names)

    @cached_property
    def row_of_entry(self) -> Ints:
        """For each entry of ``data``, the row it belongs to."""
        return np.repeat(np.arange(self.rows, dtype=np.int64), np.diff(self.indptr))

    def level_value(self, level: int, values: Ints) -> int:
        """The exact value of a level for the given column values."""
        return int(self.level_offset[level]) + int(np.dot(self.level_coef[level], values))

    def accepts(self, values: Ints) -> bool:
        """Whether the column values keep all column bounds and all rows."""
        if values.shape != (self.columns,) or np.any(values < self.col_lb) or np.any(values > self.col_ub):
            return False
        activity = np.zeros(self.rows, dtype=np.int64)
        np.add.at(activity, self.row_of_entry, self.data * values[self.indices])
        return bool(np.all(activity >= self.row_lb) and np.all(activity <= self.row_ub))

    def trivial_bound(self, level: int) -> int:
        """The best a level could be if there were no rows."""
        coef = self.level_coef[level]
        best = np.maximum if self.level_sense[level] == "max" else np.minimum
        return int(self.level_offset[level]) + int(best(coef * self.col_lb, coef * self.col_ub).sum())

    def within(self, col_lb: Ints, col_ub: Ints, row_lb: Ints, row_ub: Ints) -> "Problem":
        """The same problem under bounds that lie within its own: what was checked of it holds for this one too."""
        part: Problem = object.__new__(Problem)
        part.__dict__.update(self.__dict__)
        for name, bounds in (("col_lb", col_lb), ("col_ub", col_ub), ("row_lb", row_lb), ("row_ub", row_ub)):
            bounds.flags.writeable = False
            part.__dict__[name] = bounds
        return part

    def with_levels(self, count: int) -> "Problem":
        """The same problem with its first levels only."""
        return replace(
            self,
            level_names=self.level_names[:count],
            level_sense=self.level_sense[:count],
            level_coef=self.level_coef[:count],
            level_offset=self.level_offset[:count],
        )


ARRAYS = (
    "col_lb",
    "col_ub",
    "row_lb",
    "row_ub",
    "indptr",
    "indices",
    "data",
    "col_tag",
    "row_tag",
    "level_coef",
    "level_offset",
)


def check_shapes(problem: Problem) -> None:
    """Holds every array to the number of columns, rows, entries and levels it must have."""
    n, m, levels = len(problem.col_lb), len(problem.row_lb), len(problem.level_names)
    shapes = {
        "col_lb": (n,),
        "col_ub": (n,),
        "col_tag": (n,),
        "row_lb": (m,),
        "row_ub": (m,),
        "row_tag": (m,),
        "indptr": (m + 1,),
        "indices": problem.data.shape[:1],
        "data": problem.data.shape[:1],
        "level_coef": (levels, n),
        "level_offset": (levels,),
    }
    for name, shape in shapes.items():
        found = getattr(problem, name).shape
        if found != shape:
            raise ProblemError("problem_shape", array=name, found=str(found), expected=str(shape))
    if len(problem.level_sense) != levels:
        found = f"({len(problem.level_sense)},)"
        raise ProblemError("problem_shape", array="level_sense", found=found, expected=f"({levels},)")


def check_values(problem: Problem) -> None:
    """Holds column bounds, row pointers, column numbers, level names and senses to sensible values."""
    if len(empty := np.flatnonzero(problem.col_lb > problem.col_ub)):
        raise ProblemError("problem_empty_column", column=int(empty[0]))
    pointers = problem.indptr
    if pointers[0] != 0 or pointers[-1] != len(problem.data) or np.any(np.diff(pointers) < 0):
        raise ProblemError("problem_indptr")
    if len(problem.indices) and not 0 <= problem.indices.min() <= problem.indices.max() < problem.columns:
        raise ProblemError("problem_indices", columns=problem.columns)
    for sense in problem.level_sense:
        if sense not in ("max", "min"):
            raise ProblemError("problem_sense", sense=str(sense))
    if len(set(problem.level_names)) != problem.levels:
        raise ProblemError("problem_level_names")


def check_sizes(problem: Problem) -> None:
    """Makes sure that no column, row or level can leave 62 bits, whatever values the columns take."""
    reach = np.maximum(np.abs(problem.col_lb.astype(np.float64)), np.abs(problem.col_ub.astype(np.float64)))
    if problem.columns and reach.max() >= LIMIT:
        raise ProblemError("problem_overflow_column", index=int(reach.argmax()))
    entries = np.abs(problem.data.astype(np.float64)) * reach[problem.indices]
    sizes = np.bincount(problem.row_of_entry, weights=entries, minlength=problem.rows)
    for row in np.flatnonzero(sizes >= LIMIT / 2):
        span = slice(problem.indptr[row], problem.indptr[row + 1])
        if exact_size(problem, problem.indices[span], problem.data[span]) >= LIMIT:
            raise ProblemError("problem_overflow_row", index=int(row))
    every = np.arange(problem.columns)
    for level in range(problem.levels):
        offset = abs(int(problem.level_offset[level]))
        estimate = float(np.dot(np.abs(problem.level_coef[level].astype(np.float64)), reach)) + offset
        if estimate >= LIMIT / 2 and exact_size(problem, every, problem.level_coef[level]) + offset >= LIMIT:
            raise ProblemError("problem_overflow_level", index=level)


def exact_size(problem: Problem, columns: Ints, coefficients: Ints) -> int:
    """The largest absolute value a sum of terms can take on the way, in exact integers."""
    bounds = zip(problem.col_lb[columns].tolist(), problem.col_ub[columns].tolist(), strict=True)
    return sum(abs(a) * max(abs(lb), abs(ub)) for a, (lb, ub) in zip(coefficients.tolist(), bounds, strict=True))
