"""How every stage is solved: formulate, solve level by level, complete; then look for all ties before the draw."""

from collections.abc import Callable
from dataclasses import dataclass

from allocator.competition.optimum.formulation import Formulation
from allocator.competition.optimum.report import better, levels_reported
from allocator.competition.optimum.ties import TieSearch, told
from allocator.competition.results import Later, StageResult
from allocator.solver import Ints, LevelProgress, Limits, Progress, Solution, settle, solve
from allocator.solver.evidence import Evidence
from models.common.outcome import Level
from models.competition.outcome import Tie
from models.competition.standing import Standing


@dataclass(frozen=True)
class Stagework:
    """What one stage brings to the search.

    ``formulate`` takes the people whose neutral seats are written out one by one; ``short`` names those who must be
    written out too, because column values promise more people a seat than can be seated; ``complete`` turns column
    values into a standing; ``measure`` counts the levels of a standing.
    """

    before: Standing
    formulate: Callable[[frozenset[str]], Formulation]
    complete: Callable[[Formulation, Ints], Standing]
    measure: Callable[[Standing], tuple[Level, ...]]
    short: Callable[[Formulation, Ints], frozenset[str]] = lambda _formulation, _values: frozenset()


@dataclass(frozen=True)
class Found:
    """A solution with the standing it stands for; ``sure`` when it is proven and complete."""

    solution: Solution
    standing: Standing
    sure: bool
    expanded: frozenset[str]


@dataclass(frozen=True)
class Decided:
    """What the search hands on: the standing, its levels, and what only the draw decided."""

    standing: Standing
    levels: tuple[Level, ...]
    unique: bool | None
    ties: tuple[Tie, ...]
    evidence: Evidence


class Search:
    """One stage's search under its limits. People written out in full once stay so."""

    def __init__(
        self,
        work: Stagework,
        hint: StageResult | Later | None,
        limits: Limits | None,
        progress: Progress | None,
        ties: bool = True,
    ) -> None:
        self._work, self._hint, self._limits, self._wants_ties = work, hint, limits or Limits(), ties
        self._expanded: frozenset[str] = frozenset()
        self._formulation = work.formulate(self._expanded)
        self._progress = _with_stage(progress, self._formulation.stage)

    def run(self) -> Decided:
        """The optimum, and whether the draw alone made it the only one."""
        start = self._hint.standing if self._hint is not None else self._work.before
        best = self._ask(start)
        evidence = Evidence(self._formulation.problem, best.solution, tuple(sorted(best.expanded)))
        if not best.sure:
            return self._cut_short(best, evidence)
        measured = self._work.measure(best.standing)
        levels = levels_reported(measured, best.solution.levels)
        if not all(level.proven for level in levels):
            raise AssertionError("the seats do not have the values proven for them")
        unique, ties = self._ties(best) if self._wants_ties else (None, ())
        return Decided(best.standing, levels, unique, ties, evidence)

    def _ties(self, best: Found) -> tuple[bool | None, tuple[Tie, ...]]:
        """Whether the stage has one best solution before the draw, and the seats the party group must confirm."""
        seated = tuple(m for m in best.standing.members if m.person_id not in self._work.before.seated)
        search = TieSearch(self._work.formulate, self._work.short, seated, self._limits)
        if not search.run(self._formulation, best.solution, best.expanded):
            return None, ()
        return not search.tied, told(self._formulation.stage, search.tied)

    def _ask(self, start: Standing) -> Found:
        """The best solution, made complete; people are written out until it can be."""
        while True:
            formulation = self._formulation
            seated = [m for m in start.members if m.person_id not in self._work.before.seated]
            hint = formulation.legend.values_of(seated)
            solution = solve(formulation.problem, hint=hint, limits=self._limits, progress=self._progress)
            if not solution.found:
                raise AssertionError("a stage in which nobody need be seated has a solution")
            groups = formulation.legend.groups
            solution = settle(formulation.problem, solution, groups=groups, limits=self._limits).solution
            short = self._work.short(formulation, solution.values)
            if not short or solution.status != "optimal":
                sure = solution.status == "optimal" and not short
                return Found(solution, self._work.complete(formulation, solution.values), sure, self._expanded)
            self._expanded |= short
            self._formulation = self._work.formulate(self._expanded)

    def _cut_short(self, best: Found, evidence: Evidence) -> Decided:
        """What is kept when time ran out: the better of the solution found and the procedure's own result."""
        measured, standing = self._work.measure(best.standing), best.standing
        if self._hint is not None:
            kept = self._hint.result() if isinstance(self._hint, Later) else self._hint
            by_hand = self._work.measure(kept.standing)
            if not better(measured, by_hand):
                measured, standing = by_hand, kept.standing
        return Decided(standing, levels_reported(measured, best.solution.levels), None, (), evidence)


def _with_stage(progress: Progress | None, stage: str) -> LevelProgress | None:
    if progress is None:
        return None
    return lambda level, best, bound, elapsed: progress(stage, level, best, bound, elapsed)
