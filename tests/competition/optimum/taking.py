"""Plain CP-SAT with a seat taken or given up: whether every level before the draw is still reached."""

import numpy as np

from allocator.competition.optimum import formulate_chiefs, formulate_clerks, formulate_institution
from allocator.competition.optimum.formulation import Formulation
from allocator.competition.optimum.ties import levels_before_draw
from allocator.competition.pipeline import Run
from allocator.competition.pools import clerk_contest
from allocator.competition.scoring import Scores
from allocator.solver import Limits, solve
from allocator.solver.faces import with_row
from models.competition.codes import Stage

PLAIN = Limits(engine="reference")


def formulated(scores: Scores, done: Run, stage: Stage) -> Formulation:
    """A stage as it was met, every neutral seat of the clerks written out."""
    before = done.before[stage]
    if stage == "chiefs":
        return formulate_chiefs(scores, before)
    if stage == "institution":
        return formulate_institution(scores, before)
    return formulate_clerks(scores, before, frozenset(clerk_contest(scores, before).people))


def is_as_good(one: Formulation, done: Run, stage: Stage, person_id: str, section_id: str, taken: int) -> bool:
    """Whether every level before the draw is reached with the seat taken (1) or given up (0).

    A seat that the stage does not have cannot be taken.
    """
    reached = next(report for report in done.outcome.stages if report.stage == stage).levels
    return reaches(one, [level.value for level in reached], person_id, section_id, taken)


def reaches(one: Formulation, values: list[int], person_id: str, section_id: str, taken: int) -> bool:
    """The same beside the values of all levels."""
    columns = dict(one.legend.seats).get((person_id, section_id))
    if columns is None:
        return not taken
    seat = np.zeros(one.problem.columns, dtype=np.int64)
    seat[columns] = 1
    levels = levels_before_draw(one)
    solution = solve(with_row(one.problem.with_levels(levels), seat, taken, taken), limits=PLAIN)
    return solution.status == "optimal" and [v.value for v in solution.levels] == values[:levels]
