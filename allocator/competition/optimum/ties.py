"""The ties of a stage: every seat that some of the best solutions before the draw have and others have not."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import numpy as np

from allocator.competition.optimum.formulation import Formulation
from allocator.solver import Ints, Limits, Solution, Unfinished, solve
from models.common.rules import carries
from models.competition.codes import Stage
from models.competition.outcome import Tie
from models.competition.rule_ids import RuleId
from models.competition.standing import Member

LOT = "lot"

Seat = tuple[str, str]
Short = Callable[[Formulation, Ints], frozenset[str]]
Formulate = Callable[[frozenset[str]], Formulation]


@dataclass
class TieSearch:
    """Looks for seats that differ among the solutions that are best on every level before the draw.

    A solution counts when it can be completed: ``short`` names the people whose neutral seats must be written out
    because it cannot. The problem allows more than the rules do, so a seat that no point of it shows to differ, has
    the same holder in every real solution; and a seat is taken for tied on the word of real solutions alone.
    """

    formulate: Formulate
    short: Short
    seated: tuple[Member, ...]
    limits: Limits
    tied: set[Seat] = field(default_factory=set)
    same: set[Seat] = field(default_factory=set)

    def run(self, formulation: Formulation, solution: Solution, expanded: frozenset[str]) -> bool:
        """Finds all tied seats, from a proven solution that is completed; false when time runs out before that."""
        levels = levels_before_draw(formulation)
        try:
            while more := self._covered(formulation, solution, levels):
                expanded |= more
                formulation = self.formulate(expanded)
                solution = self._solved_again(formulation, levels)
        except (Unfinished, KeyboardInterrupt):
            return False
        return True

    def _covered(self, formulation: Formulation, solution: Solution, levels: int) -> frozenset[str]:
        """Looks at one problem; the people to write out before it can be looked at to the end, nobody when it was."""
        from allocator.solver.cover import Cover, optimal_region

        seats = list(formulation.legend.seats)
        known = np.array([seat in self.tied or seat in self.same for seat, _ in seats], dtype=np.bool_)
        region = optimal_region(formulation.problem, solution, levels)
        cover = Cover(region, [columns for _, columns in seats], solution.values, known, self.limits)
        more: frozenset[str] = frozenset()
        while not more and (values := cover.another()) is not None:
            more = self.short(formulation, values)
            if not more:
                cover.see(values)
        for number, (seat, _) in enumerate(seats):
            if cover.differs[number]:
                self.tied.add(seat)
            elif not cover.open[number]:
                self.same.add(seat)
        return more

    def _solved_again(self, formulation: Formulation, levels: int) -> Solution:
        """The same optimum in a problem that names more neutral seats."""
        problem = formulation.problem.with_levels(levels)
        solution = solve(problem, hint=formulation.legend.values_of(self.seated), limits=self.limits)
        if solution.status != "optimal":
            raise Unfinished
        return solution


@carries(RuleId.LOT, "level")
def levels_before_draw(formulation: Formulation) -> int:
    """How many levels come before the draw; all of them where a rulebook has no level for it.

    Solutions equal on these are ties, which the party group confirms (articles 13 and 17).
    """
    names = formulation.problem.level_names
    return names.index(LOT) if LOT in names else len(names)


def told(stage: Stage, tied: Iterable[Seat]) -> tuple[Tie, ...]:
    """The people of each section's tied seats."""
    people_of: dict[str, list[str]] = {}
    for person_id, section_id in sorted(tied):
        people_of.setdefault(section_id, []).append(person_id)
    return tuple(Tie(stage=stage, section_id=s, people=tuple(people_of[s])) for s in sorted(people_of))
