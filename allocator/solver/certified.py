"""The certified engine: a relaxation with exact bounds for every level, CP-SAT only for what stays fractional.

For each level in turn, on the face that the earlier levels left:

1. solve the linear relaxation; round its multipliers and compute the bound they prove, in integers;
2. if its rounded values, or the solution kept so far, reach the bound, the level is proven by the integers alone;
3. else give CP-SAT the columns whose reduced profit could still matter, each independent part by itself;
4. go to the face: what the value reached allows of the columns and rows.

No sum is ever pinned as a row unless a gap between bound and value is left.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from scipy.sparse import bmat, csr_matrix
from scipy.sparse.csgraph import connected_components

from allocator.solver.cpsat import Answer, Engine, Watch
from allocator.solver.faces import Bound, Core, bound_of, core_of, matrix, narrowed, with_row
from allocator.solver.problem import Ints, Problem
from allocator.solver.proof import Dual, Face, How
from allocator.solver.relaxation import Relaxed, relax
from allocator.solver.solution import Limits

DENOMINATORS = (1, 2, 3, 4, 6, 12)
CROWDED = 0.5
"""A narrow first search is not worth its time when it leaves more than this share of the columns of the full one."""


class CertifiedEngine:
    """Searches one level after another; ``faces`` has, for every level kept, where it has its proven value."""

    def __init__(self, problem: Problem, limits: Limits, faces: Sequence[Face] = ()) -> None:
        self._problem, self._limits = problem, limits
        self.faces = list(faces)
        self.region = faces[-1].region if faces else problem
        self._bound: Bound | None = None
        self._how: How = "dual"

    def search(self, level: int, kept: Ints | None, hint: Ints | None, watch: Watch | None) -> Answer:
        """The best value of a level on the face of the levels before it (without the level's offset)."""
        objective, sign = self._objective(level)
        answer = self.maximise(objective, kept, hint, watch)
        bound = None if answer.bound is None else answer.bound * sign
        return Answer(answer.status, answer.values, bound, answer.stopped)

    def keep(self, level: int, value: int) -> None:
        """Goes to the face on which a level has its proven value (without its offset)."""
        objective, sign = self._objective(level)
        nothing = Dual(np.zeros(self.region.rows, dtype=np.int64), 1)
        bound, gap = self._bound or bound_of(self.region, objective, nothing), 0
        if bound is not None:
            gap = bound.gap(value * sign)
            self.region = narrowed(self.region, bound, gap)
        if bound is None or gap:
            self.region = with_row(self.region, objective, value * sign)
        self.faces.append(Face(self.region, self._how, None if bound is None else bound.dual, gap))
        self._bound, self._how = None, "dual"

    def any_values(self, hint: Ints | None) -> Answer:
        """Some column values of the face."""
        return self._search(self.region, np.zeros(self.region.columns, dtype=np.int64), hint, None)

    def _objective(self, level: int) -> tuple[Ints, int]:
        sign = 1 if self._problem.level_sense[level] == "max" else -1
        return self._problem.level_coef[level] * sign, sign

    def maximise(self, objective: Ints, kept: Ints | None, hint: Ints | None, watch: Watch | None) -> Answer:
        """The greatest value of an objective on the face, with its bound."""
        core = core_of(self.region)
        relaxed = relax(core, objective[core.columns], self._limits.remaining())
        bound = self._best_bound(objective, core, relaxed)
        best = self._best_values(objective, core, relaxed, kept)
        if bound is not None and best is not None and bound.value == int(np.dot(objective, best)):
            self._bound = bound
            return Answer("optimal", best, bound.value)
        if bound is None:
            self._how = "reference"
            return self._search(self.region, objective, hint if best is None else best, watch)
        self._bound, self._how = bound, "search"
        return self._close(objective, bound, best, hint, watch)

    def _best_bound(self, objective: Ints, core: Core, relaxed: Relaxed | None) -> Bound | None:
        """The least bound among the multipliers rounded over a few denominators."""
        if relaxed is None:
            return None
        best: Bound | None = None
        for denominator in DENOMINATORS:
            multipliers = np.zeros(self.region.rows, dtype=np.int64)
            multipliers[core.rows] = np.rint(relaxed.multipliers * denominator).astype(np.int64)
            bound = bound_of(self.region, objective, Dual(multipliers, denominator))
            if bound is not None and (best is None or bound.total * best.dual.denominator < best.total * denominator):
                best = bound
            if best is not None and best.dual.denominator == 1 and relaxed.rounded() is not None:
                break
        return best

    def _best_values(self, objective: Ints, core: Core, relaxed: Relaxed | None, kept: Ints | None) -> Ints | None:
        rounded = relaxed.rounded() if relaxed is not None else None
        found = [] if kept is None else [kept]
        if rounded is not None:
            whole = core.expand(rounded)
            if self.region.accepts(whole):
                found.append(whole)
        return max(found, key=lambda values: int(np.dot(objective, values)), default=None)

    def _close(
        self,
        objective: Ints,
        bound: Bound,
        best: Ints | None,
        hint: Ints | None,
        watch: Watch | None,
    ) -> Answer:
        """CP-SAT on the columns that could still matter: first near the bound, then as far as the gap reaches."""
        answer = Answer("unknown", None, None)
        for gap in self._gaps(objective, bound, best):
            part = self.region if gap is None else narrowed(self.region, bound, gap)
            answer = self._search(part, objective, hint if best is None else best, watch)
            if answer.status == "optimal" and answer.values is not None:
                value = int(np.dot(objective, answer.values))
                if gap is None or bound.gap(value) <= gap:
                    return Answer("optimal", answer.values, value)
            elif answer.status != "infeasible":
                break
            elif gap is None:
                return answer
        return Answer("unknown" if answer.values is None else "feasible", answer.values, bound.value, answer.stopped)

    def _gaps(self, objective: Ints, bound: Bound, best: Ints | None) -> Iterator[int | None]:
        """The gaps to try; the last one is sure to hold the optimum (``None``: the whole face)."""
        widest = None if best is None else bound.gap(int(np.dot(objective, best)))
        far = np.abs(bound.profits[self.region.col_lb < self.region.col_ub])
        within = len(far) if widest is None else int((far <= widest).sum())
        least = bound.total % bound.dual.denominator
        for gap in (least, least + bound.dual.denominator, (widest or 0) // 64):
            if least <= gap and (widest is None or gap < widest) and (far <= gap).sum() <= CROWDED * within:
                yield gap
        yield widest

    def _search(self, part: Problem, objective: Ints, hint: Ints | None, watch: Watch | None) -> Answer:
        """CP-SAT on what is free of a part, each independent piece by itself."""
        core = core_of(part)
        if core.is_broken:
            return Answer("infeasible", None, None)
        values, bound, status, stopped = core.base.copy(), 0, "optimal", False
        bound = int(np.dot(objective, np.where(part.col_lb < part.col_ub, 0, part.col_lb)))
        for columns, piece in pieces(core):
            places = core.columns[columns]
            answer = Engine(piece, self._limits.workers).search(
                objective[places],
                "max",
                hint=None if hint is None else hint[places],
                seconds=self._limits.remaining(),
                watch=watch,
            )
            stopped = stopped or answer.stopped
            if answer.values is None:
                return Answer(answer.status, None, None, stopped)
            if answer.status != "optimal":
                status = "feasible"
            values[places] = answer.values
            bound += answer.bound if answer.bound is not None else 0
        return Answer("optimal" if status == "optimal" else "feasible", values, bound, stopped)


def pieces(core: Core) -> Iterator[tuple[Ints, Problem]]:
    """The independent parts of a core: columns that no chain of rows connects, each part a problem of its own."""
    problem = core.problem
    if problem.columns == 0:
        return
    rows = matrix(problem)
    links = bmat([[None, rows.T], [rows, None]], format="csr")
    count, label = connected_components(links, directed=False)
    of_column, of_row = label[: problem.columns], label[problem.columns :]
    if count == 1:
        yield np.arange(problem.columns, dtype=np.int64), problem
        return
    by_column, by_row = np.argsort(of_column, kind="stable"), np.argsort(of_row, kind="stable")
    numbers = np.arange(count + 1)
    column_ends = np.searchsorted(of_column[by_column], numbers)
    row_ends = np.searchsorted(of_row[by_row], numbers)
    for part in range(count):
        columns = by_column[column_ends[part] : column_ends[part + 1]]
        if len(columns):
            yield columns, _part(problem, rows, columns, by_row[row_ends[part] : row_ends[part + 1]])


def _part(problem: Problem, matrix_: csr_matrix, columns: Ints, rows: Ints) -> Problem:
    cut = matrix_[rows][:, columns]
    cut.sort_indices()
    n, m = len(columns), len(rows)
    return Problem(
        col_lb=problem.col_lb[columns],
        col_ub=problem.col_ub[columns],
        row_lb=problem.row_lb[rows],
        row_ub=problem.row_ub[rows],
        indptr=cut.indptr.astype(np.int64),
        indices=cut.indices.astype(np.int64),
        data=cut.data,
        col_tag=np.arange(n, dtype=np.int64),
        row_tag=np.arange(m, dtype=np.int64),
        level_names=(),
        level_sense=(),
        level_coef=np.zeros((0, n), dtype=np.int64),
        level_offset=np.zeros(0, dtype=np.int64),
    )
