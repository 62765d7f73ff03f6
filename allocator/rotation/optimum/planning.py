"""The proven optimum of a plan: levels, the one plan taken, and what only the lot decided.

Exchanges that nobody named are only counted at first. Where the people counted find no posts, all their moves are
written out and the problem is solved again; what the counting problem proves and a whole plan reaches is the optimum.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from allocator.rotation.moves import Moves
from allocator.rotation.optimum.choice import taken_by_lot
from allocator.rotation.optimum.completion import Completion, NoCompletion
from allocator.rotation.optimum.fates import FateSearch
from allocator.rotation.optimum.formulation import Formulation, formulate, formulate_whole
from allocator.rotation.optimum.neutral import NeutralPosts
from allocator.rotation.optimum.setting import Setting, named
from allocator.rotation.optimum.taking import Taking
from allocator.rotation.roster import Roster
from allocator.solver import LevelProgress, Limits, Problem, Solution, Unfinished
from allocator.solver.evidence import Evidence
from models.common.outcome import Level
from models.rotation.outcome import FateTie

LOT = "lot"


@dataclass(frozen=True)
class OptimalPlan:
    """Where everybody ends, with the proof.

    ``levels`` stand in the rulebook's order. ``unique`` is ``None`` where time ran out before it was known; ``ties``
    are then empty. A case without any legal plan has an empty ``plan`` and no levels.
    """

    plan: Mapping[str, str]
    levels: tuple[Level, ...]
    unique: bool | None
    ties: tuple[FateTie, ...]
    evidence: Evidence


def optimum(
    roster: Roster,
    limits: Limits | None = None,
    progress: LevelProgress | None = None,
    hint: Mapping[str, str] | None = None,
    *,
    whole: bool = False,
    levels_only: bool = False,
) -> OptimalPlan:
    """The best legal plan, level by level, with the ties that the party group must confirm.

    Args:
        roster: a valid case.
        limits: deadline and workers; none and one unless given.
        progress: told the level, its best value and bound, and the seconds spent.
        hint: a plan to start from, as the one made by hand.
        whole: write out every move of everybody, which only small cases bear.
        levels_only: any plan that is best on every level will do; ties are not looked for.
    """
    return _Planning(Setting(Moves(roster)), limits or Limits(), progress, hint, whole, levels_only).run()


class _Planning:
    """One search for a plan; people written out once stay so."""

    def __init__(
        self,
        setting: Setting,
        limits: Limits,
        progress: LevelProgress | None,
        hint: Mapping[str, str] | None,
        whole: bool,
        levels_only: bool,
    ) -> None:
        self._setting, self._limits, self._progress, self._hint, self._whole = setting, limits, progress, hint, whole
        self._levels_only = levels_only
        self._neutral = NeutralPosts(setting)
        self._written: frozenset[int] = frozenset()
        self._ties_found: tuple[FateTie, ...] | None = None

    def run(self) -> OptimalPlan:
        """The plan with its levels and ties."""
        while True:
            found = self._tried()
            if isinstance(found, OptimalPlan):
                return found
            more = found & self._neutral.pool_of.keys() - self._written
            if not more:
                raise AssertionError("people whose moves are all written out are completed")
            self._written |= more

    def _tried(self) -> OptimalPlan | frozenset[int]:
        """The plan, or the people to write out before there can be one."""
        from allocator.rotation.optimum.ladder import climb

        setting, neutral = self._setting, self._neutral
        formulation = formulate_whole(setting) if self._whole else formulate(neutral, self._written)
        hint = None if self._hint is None else formulation.values_of(self._hint)
        climbed = climb(formulation.columns, formulation.problem, self._limits, self._progress, hint)
        solution = climbed.solution
        evidence = Evidence(climbed.problem, solution, tuple(setting.people[i] for i in sorted(self._written)))
        if not solution.found:
            return OptimalPlan({}, (), None, (), evidence)
        completion = Completion.of(neutral, formulation, solution.values)
        if short := completion.run():
            if solution.status == "optimal":
                return short
            return self._cut_short(evidence)
        after = completion.after
        levels = tuple(
            Level(name=level.name, sense=level.sense, value=level.value, bound=level.bound, proven=level.proven)
            for level in solution.levels
        )
        unique: bool | None = None
        ties: tuple[FateTie, ...] = ()
        if solution.status == "optimal" and not self._levels_only:
            try:
                ties = self._ties(formulation, climbed.problem, solution)
                after = self._taken(formulation, climbed.problem, solution, after)
                unique = not ties
            except NoCompletion as met:
                return met.people
            except (Unfinished, KeyboardInterrupt):
                self._limits.stop()
                ties = ()
        return OptimalPlan(named(setting, after), levels, unique, ties, evidence)

    def _ties(self, formulation: Formulation, problem: Problem, solution: Solution) -> tuple[FateTie, ...]:
        """Everybody whose fate only the lot decided; known for good once found, however many people are written out."""
        from allocator.solver.cover import optimal_region

        if self._ties_found is not None:
            return self._ties_found
        names = problem.level_names
        before = names.index(LOT) if LOT in names else len(names)
        region = optimal_region(problem, solution, before)
        search = FateSearch(self._neutral, formulation, region, solution.values, self._limits)
        self._ties_found = search.run()
        return self._ties_found

    def _taken(self, formulation: Formulation, problem: Problem, solution: Solution, after: list[int]) -> list[int]:
        """The one plan, checked against everything that was proven."""
        from allocator.solver.cover import optimal_region

        region = optimal_region(problem, solution, problem.levels)
        if self._whole:
            chosen: list[int] = formulation.posts_after(
                taken_by_lot(formulation, solution, region, self._limits)
            ).tolist()
            return chosen
        taken = Taking(self._neutral, formulation, region, after, self._limits).run()
        values = formulation.values_of(named(self._setting, taken))
        if not problem.accepts(values) or any(
            problem.level_value(level, values) != result.value for level, result in enumerate(solution.levels)
        ):
            raise AssertionError("the plan taken does not have the values proven for it")
        if together := frozenset(who for who in self._neutral.avoided if self._neutral.meet([who], taken)):
            raise NoCompletion(together)
        return taken

    def _cut_short(self, evidence: Evidence) -> OptimalPlan:
        """What is left when time ran out before anything was complete: the plan made by hand, or nothing."""
        if self._hint is None:
            return OptimalPlan({}, (), None, (), evidence)
        return OptimalPlan(dict(self._hint), (), None, (), evidence)
