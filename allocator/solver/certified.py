"""The certified engine: a relaxation with exact bounds for every level, CP-SAT only for what stays fractional.

For each level in turn, on the face that the earlier levels left:

1. if no multiplier at all bounds the level at the value of the solution kept, it is proven;
2. else solve the linear relaxation; round its multipliers and compute the bound they prove, in integers;
3. if its rounded values, or the solution kept so far, reach the bound, the level is proven by the integers alone;
4. else give CP-SAT what is fractional and the columns around it; what it finds may reach the bound;
5. else give CP-SAT the columns whose reduced profit could still matter, each independent part by itself;
6. go to the face: what the value reached allows of the columns and rows.

No sum is ever pinned as a row unless a gap between bound and value is left. A level proven with CP-SAT's help leaves a
reduced problem that must have no point; small ones are always searched a second time, without presolve.

Before the first of its levels is searched, :mod:`allocator.solver.relaxed_bounds` tries to bound them all on the few
columns that they count, and to find one solution that reaches every bound; what it
proves is not searched level by level.

Where people's rows and one family of unit rows make a network, the relaxation has whole vertices and whole multipliers,
so a network is proven by integers without being detected apart. A flow start was weighed and left out: with 20,000
people and three rounds two of the clerks' eleven relaxations were networks whole (the two smallest; retention and
one-pick-a-round rows cross the others), and GLOP took 2.0 of the 10 seconds of the whole command for all eleven.
"""

import numpy as np

from allocator.solver.core import Core, core_of, pieces
from allocator.solver.cpsat import Answer, Engine, Watch
from allocator.solver.crosscheck import second_word
from allocator.solver.faces import Bound, better_than, face_of, narrowed, plain_bound
from allocator.solver.islands import around_fractions
from allocator.solver.problem import Ints, Problem
from allocator.solver.proof import Face, How, Reduced
from allocator.solver.relaxation import Relaxed, best_bound, relax
from allocator.solver.relaxed_bounds import Foreseen, foresee, reached_by_cover
from allocator.solver.solution import Limits

CROWDED = 0.5
"""A narrow first search is not worth its time when it leaves more than this share of the columns of the full one."""

WIDER = 8

RINGS = (1, 2)
"""How far around the fractional columns of a relaxation is searched, before anything wider is."""

NARROW_EFFORT = 1.0
"""Deterministic seconds for a search near the bound, where there may be nothing to find."""


class CertifiedEngine:
    """Searches one level after another; ``faces`` has, for every level kept, where it has its proven value."""

    def __init__(self, problem: Problem, limits: Limits) -> None:
        self._problem, self._limits = problem, limits
        self.faces: list[Face] = []
        self.region = problem
        self._bound: Bound | None = None
        self._how: How = "dual"
        self._looked = False
        self._foreseen: Foreseen | None = None

    def search(self, level: int, kept: Ints | None, hint: Ints | None, watch: Watch | None) -> Answer:
        """The best value of a level on the face of the levels before it (without the level's offset)."""
        objective, sign = self._objective(level)
        if not self._looked:
            self._looked, self._foreseen = True, foresee(self._problem, self.region, level, kept, self._limits)
        if self._foreseen is not None and level in self._foreseen.bounds:
            self._bound = self._foreseen.bounds[level]
            return Answer("optimal", self._foreseen.values, self._bound.value * sign)
        answer = self.maximise(objective, kept, hint, None if watch is None else _signed(watch, sign))
        bound = None if answer.bound is None else answer.bound * sign
        return Answer(answer.status, answer.values, bound, answer.stopped)

    def keep(self, level: int, value: int) -> None:
        """Goes to the face on which a level has its proven value (without its offset)."""
        objective, sign = self._objective(level)
        value *= sign
        bound = plain_bound(self.region, objective)
        if bound.gap(value) and self._bound is not None:
            bound = self._bound
        rest = better_than(self.region, objective, bound, value)
        reduced = None if rest is None else self._left_open(rest)
        region = face_of(self.region, objective, bound, value)
        self.faces.append(Face(region, self._how, bound.dual, bound.gap(value), reduced))
        self.region, self._bound, self._how = region, None, "dual"

    def _left_open(self, rest: Problem) -> Reduced | None:
        """What CP-SAT's word is needed for; nothing where a row is broken whatever the columns are."""
        core = core_of(rest)
        return None if core.broken else Reduced(core.problem, second_word(core.problem, self._limits))

    def any_values(self, hint: Ints | None) -> Answer:
        """Some column values of the face."""
        return self._search(self.region, np.zeros(self.region.columns, dtype=np.int64), hint, None)

    def _objective(self, level: int) -> tuple[Ints, int]:
        sign = 1 if self._problem.level_sense[level] == "max" else -1
        return self._problem.level_coef[level] * sign, sign

    def maximise(self, objective: Ints, kept: Ints | None, hint: Ints | None, watch: Watch | None) -> Answer:
        """The greatest value of an objective on the face, with its bound."""
        bound, self._how = reached_by_cover(self.region, objective, kept), "dual"
        best = kept
        if bound is None:
            bound = plain_bound(self.region, objective)
        if not _reaches(best, objective, bound):
            core = core_of(self.region)
            if core.broken:
                return Answer("infeasible", None, None)
            relaxed = relax(core, objective[core.columns], self._limits)
            bound = best_bound(self.region, objective, core, relaxed)
            best = self._better_values(objective, core, relaxed, kept)
            if not _reaches(best, objective, bound):
                self._bound, self._how = bound, "search" if relaxed is not None else "reference"
                best = best if relaxed is None else self._repaired(objective, bound, core, relaxed, best)
            if not _reaches(best, objective, bound):
                return self._close(objective, bound, best, hint, watch, whole=relaxed is None)
        self._bound = bound
        return Answer("optimal", best, bound.value)

    def _better_values(self, objective: Ints, core: Core, relaxed: Relaxed | None, kept: Ints | None) -> Ints | None:
        rounded = relaxed.rounded() if relaxed is not None else None
        found = [] if kept is None else [kept]
        if rounded is not None and self.region.accepts(whole := core.expand(rounded)):
            found.append(whole)
        return max(found, key=lambda values: int(np.dot(objective, values)), default=None)

    def _repaired(self, objective: Ints, bound: Bound, core: Core, relaxed: Relaxed, best: Ints | None) -> Ints | None:
        """The best values known after CP-SAT has tried what is fractional and around it, the rest as relaxed."""
        for rings in RINGS:
            if self._limits.remaining() <= 0 or _reaches(best, objective, bound):
                break
            part = around_fractions(self.region, core, relaxed, rings)
            found = self._search(part, objective, None, None, NARROW_EFFORT).values
            if found is not None and (best is None or _value(objective, found) > _value(objective, best)):
                best = found
        return best

    def _close(
        self,
        objective: Ints,
        bound: Bound,
        best: Ints | None,
        hint: Ints | None,
        watch: Watch | None,
        *,
        whole: bool,
    ) -> Answer:
        """CP-SAT on the columns that could still matter: first near the bound, then as far as the gap reaches.

        Where nothing is known yet, a short search of everything comes first, to have something to keep.

        ``whole``: on everything at once, because there was no relaxation to go by. A search that need not hold the
        optimum gives up after :data:`NARROW_EFFORT`, and a wider one follows: near the bound there may be nothing,
        which can be harder to prove than the optimum itself.
        """
        if best is None and not whole:
            first = self._search(self.region, objective, hint, watch, NARROW_EFFORT)
            if first.stopped:
                return _unproven(first.values, bound.value, stopped=True)
            if first.status in ("optimal", "infeasible"):
                return first
            best = first.values
        gap: int | None = -1
        while self._limits.remaining() > 0:
            gap = None if whole else self._next_gap(objective, bound, best, -1 if gap is None else gap)
            part = self.region if gap is None else narrowed(self.region, bound, gap)
            last = gap is None or (best is not None and bound.gap(_value(objective, best) + 1) <= gap)
            answer = self._search(
                part, objective, hint if best is None else best, watch, None if last else NARROW_EFFORT
            )
            if answer.values is not None and (best is None or np.dot(objective, answer.values - best) > 0):
                best = answer.values
            finished = answer.status in ("optimal", "infeasible")
            if last and best is None:
                return answer
            reach = -1 if best is None else bound.gap(_value(objective, best) + 1)
            if best is not None and finished and (gap is None or reach <= gap):
                return Answer("optimal", best, _value(objective, best))
            if last and best is not None:
                reached = bound.value if answer.bound is None else min(bound.value, answer.bound)
                return _unproven(best, max(reached, _value(objective, best)), answer.stopped)
            if answer.stopped:
                return _unproven(best, bound.value, stopped=True)
        return _unproven(best, bound.value)

    def _next_gap(self, objective: Ints, bound: Bound, best: Ints | None, last: int) -> int | None:
        """The next wider gap to search; the widest is sure to hold every better point (``None``: the whole face)."""
        far = np.abs(bound.profits[self.region.col_lb < self.region.col_ub])
        least, one = bound.total % bound.dual.denominator, bound.dual.denominator
        widest = None if best is None else bound.gap(_value(objective, best) + 1)
        within = len(far) if widest is None else int((far <= widest).sum())
        tries = [least, least + one]
        tries += [last * WIDER] if widest is None else [widest // 64]
        for gap in tries:
            if last < gap and (widest is None or gap < widest) and (far <= gap).sum() <= CROWDED * within:
                return gap
        return widest

    def _search(
        self, part: Problem, objective: Ints, hint: Ints | None, watch: Watch | None, effort: float | None = None
    ) -> Answer:
        """CP-SAT on what is free of a part, each independent piece by itself, with at most so much effort each."""
        core = core_of(part)
        if core.broken:
            return Answer("infeasible", None, None)
        values = np.where(objective > 0, part.col_ub, part.col_lb)
        if hint is not None:
            values = np.where(objective == 0, np.clip(hint, part.col_lb, part.col_ub), values)
        islands = list(pieces(core.problem))
        bound = int(np.dot(objective, values))
        proven, stopped, complete = True, False, True
        for columns, piece in islands:
            places = core.columns[columns]
            bound -= int(np.dot(objective[places], values[places]))
            answer = Engine(piece, self._limits.workers, effort=effort).search(
                objective[places],
                "max",
                hint=None if hint is None else hint[places],
                seconds=self._limits.remaining(),
                watch=None if watch is None else _part_of(watch, bound if len(islands) == 1 else None),
            )
            if answer.status == "infeasible":
                return Answer("infeasible", None, None)
            stopped, proven = stopped or answer.stopped, proven and answer.status == "optimal"
            if answer.values is None:
                complete = False
            else:
                values[places] = answer.values
            bound += answer.bound if answer.bound is not None else _greatest(piece, objective[places])
        if not complete:
            return Answer("unknown", None, bound, stopped)
        return Answer("optimal" if proven else "feasible", values, bound, stopped)


def _value(objective: Ints, values: Ints) -> int:
    return int(np.dot(objective, values))


def _reaches(values: Ints | None, objective: Ints, bound: Bound) -> bool:
    return values is not None and int(np.dot(objective, values)) == bound.value


def _unproven(best: Ints | None, bound: int, stopped: bool = False) -> Answer:
    return Answer("unknown" if best is None else "feasible", best, bound, stopped)


def _greatest(piece: Problem, objective: Ints) -> int:
    return plain_bound(piece, objective).value


def _signed(watch: Watch, sign: int) -> Watch:
    """The watcher of a level, told by a search that maximises."""
    return lambda best, bound: watch(None if best is None else best * sign, None if bound is None else bound * sign)


def _part_of(watch: Watch, rest: int | None) -> Watch:
    """The watcher of a level, told by the search of one part beside which the others give ``rest`` (if known)."""
    if rest is None:
        return lambda _best, _bound: watch(None, None)
    return lambda best, bound: watch(None if best is None else best + rest, None if bound is None else bound + rest)
