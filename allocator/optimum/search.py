"""How every stage is solved: formulate, solve level by level, complete; then the draw the other way, for the ties."""

from collections.abc import Callable
from dataclasses import dataclass

from allocator.optimum.formulation import Formulation
from allocator.optimum.report import better, levels_reported, ties_between
from allocator.results import Evidence, StageResult
from allocator.solver import Ints, LevelProgress, LevelResult, Limits, Problem, Progress, Sense, Solution, settle, solve
from models.outcome import Level, Tie
from models.rule_ids import RuleId, carries
from models.standing import Standing

LOT = "lot"


@dataclass(frozen=True)
class Completed:
    """Column values turned into a standing.

    ``short`` names people whose neutral seats must be written out before the problem is solved again, because the
    promised number of people could not be seated; nobody when the standing keeps what the levels promise.
    """

    standing: Standing
    short: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Stagework:
    """What one stage brings to the search.

    ``formulate`` takes the people whose neutral seats are written out one by one; ``complete`` turns column values
    into a standing; ``measure`` counts the levels of a standing.
    """

    before: Standing
    formulate: Callable[[frozenset[str]], Formulation]
    complete: Callable[[Formulation, Ints], Completed]
    measure: Callable[[Standing], tuple[Level, ...]]


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
        self, work: Stagework, hint: StageResult | None, limits: Limits | None, progress: Progress | None
    ) -> None:
        self._work, self._hint, self._limits = work, hint, limits or Limits()
        self._expanded: frozenset[str] = frozenset()
        self._formulation = work.formulate(self._expanded)
        self._progress = _with_stage(progress, self._formulation.stage)

    def run(self) -> Decided:
        """The optimum, and whether the draw alone made it the only one."""
        start = self._hint.standing if self._hint is not None else self._work.before
        best = self._ask(None, start, None)
        evidence = Evidence(self._formulation.problem, best.solution, tuple(sorted(best.expanded)))
        if not best.sure:
            return self._cut_short(best, evidence)
        measured = self._work.measure(best.standing)
        levels = levels_reported(measured, best.solution.levels)
        if not all(level.proven for level in levels):
            raise AssertionError("the seats do not have the values proven for them")
        unique, ties = self._told_by_draw(best)
        return Decided(best.standing, levels, unique, ties, evidence)

    @carries(RuleId.LOT, "level")
    def _told_by_draw(self, best: Found) -> tuple[bool | None, tuple[Tie, ...]]:
        """Solves the draw in both senses: the same seats mean one optimum, others mean that the draw stood in.

        Sections whose people differ are ties for the party group to confirm (articles 13 and 17). Where a rulebook
        has no level for the draw, the solution taken may itself be the one drawn lowest; then the highest is
        compared with it.
        """
        stage, role = self._formulation.stage, self._formulation.role
        senses: tuple[Sense, ...] = ("min",) if LOT in self._formulation.problem.level_names else ("min", "max")
        for sense in senses:
            other = self._ask(sense, best.standing, best)
            if not other.sure:
                return None, ()
            if ties := ties_between(stage, role, best.standing, other.standing):
                return False, ties
        return True, ()

    def _ask(self, draw: Sense | None, start: Standing, known: Found | None) -> Found:
        """The best solution (``draw``: with the draw in that sense, under the levels known), made complete.

        Where people have been written out since, the known levels hold still, but not the faces of the old columns.
        """
        while True:
            formulation = self._formulation
            problem, proven = _with_draw(formulation, draw, known.solution.levels if known else ())
            same = known is not None and known.expanded == self._expanded
            faces = known.solution.faces[: len(proven)] if known and same else ()
            seated = [m for m in start.members if m.person_id not in self._work.before.seated]
            hint = formulation.legend.values_of(seated)
            solution = solve(
                problem, hint=hint, limits=self._limits, progress=self._progress, proven=proven, faces=faces
            )
            if not solution.found:
                raise AssertionError("a stage in which nobody need be seated has a solution")
            groups, last = formulation.legend.groups, draw == "min"
            solution = settle(problem, solution, groups=groups, last=last, limits=self._limits).solution
            done = self._work.complete(formulation, solution.values)
            if not done.short or solution.status != "optimal":
                sure = solution.status == "optimal" and not done.short
                return Found(solution, done.standing, sure, self._expanded)
            self._expanded |= done.short
            self._formulation = self._work.formulate(self._expanded)

    def _cut_short(self, best: Found, evidence: Evidence) -> Decided:
        """What is kept when time ran out: the better of the solution found and the procedure's own result."""
        measured, standing = self._work.measure(best.standing), best.standing
        if self._hint is not None:
            by_hand = self._work.measure(self._hint.standing)
            if not better(measured, by_hand):
                measured, standing = by_hand, self._hint.standing
        return Decided(standing, levels_reported(measured, best.solution.levels), None, (), evidence)


def _with_draw(
    formulation: Formulation, draw: Sense | None, known: tuple[LevelResult, ...]
) -> tuple[Problem, tuple[LevelResult, ...]]:
    """The problem with the draw in the given sense, and the levels before it, which are known."""
    problem = formulation.problem
    if draw is None:
        return problem, ()
    if LOT not in problem.level_names:
        return problem.with_level(LOT, draw, formulation.draw), known
    level = problem.level_names.index(LOT)
    turned = problem if problem.level_sense[level] == draw else problem.turned(level)
    return turned, known[:level]


def _with_stage(progress: Progress | None, stage: str) -> LevelProgress | None:
    if progress is None:
        return None
    return lambda level, best, bound, elapsed: progress(stage, level, best, bound, elapsed)
