"""What a decision of the party group comes to on the levels of a stage, found by solving with its seats."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from allocator.competition.optimum.columns import KINDS
from allocator.competition.optimum.formulation import Formulation
from allocator.competition.optimum.ties import levels_before_draw
from allocator.solver import Limits, solve
from models.common.outcome import Level

NEUTRAL, COUNT = KINDS.index("neutral"), KINDS.index("count")

Seated = Mapping[str, frozenset[str]]
"""The people of each section, by section id; a section that is not named is free."""


@dataclass(frozen=True)
class Shortfall:
    """The first level on which a decision falls behind the proven optimum, with both values."""

    level: str
    decided: int
    proposed: int


@dataclass(frozen=True)
class Weighed:
    """The sections whose decision is as good as the optimum on every level before the draw; else what it costs.

    ``shortfall`` is ``None`` where the whole decision is as good, and where it is no solution of the stage at all.
    """

    as_good: frozenset[str]
    shortfall: Shortfall | None


def weigh_decision(
    formulation: Formulation, decided: Seated, differing: tuple[str, ...], proven: tuple[Level, ...], limits: Limits
) -> Weighed:
    """Holds the whole decision, then section by section, against the levels that were proven.

    Args:
        formulation: the stage with no neutral seat written out.
        decided: every section of the stage with the people decided for it, perhaps nobody.
        differing: the sections decided otherwise than proposed, in order.
        proven: the levels of the stage's proven optimum.
        limits: time, threads and engine.
    """
    best = [level.value for level in proven[: levels_before_draw(formulation)]]
    whole = _values(formulation, decided, limits, whole=True)
    if whole == best:
        return Weighed(frozenset(differing), None)
    kept: dict[str, frozenset[str]] = {}
    for section_id in differing:
        more = {**kept, section_id: decided[section_id]}
        if _values(formulation, more, limits, whole=False) == best:
            kept = more
    if whole is None:
        return Weighed(frozenset(kept), None)
    first = next(i for i, value in enumerate(whole) if value != best[i])
    return Weighed(frozenset(kept), Shortfall(proven[first].name, whole[first], best[first]))


def _values(formulation: Formulation, decided: Seated, limits: Limits, *, whole: bool) -> list[int] | None:
    """The levels before the draw with these sections as decided; ``None`` where no solution has them so.

    ``whole`` tells that nobody else is seated, and that whoever is decided for a section that neither side named is
    counted there.
    """
    from allocator.solver.faces import with_row

    columns, problem = formulation.legend.columns, formulation.problem
    upper, taken = problem.col_ub.copy(), np.zeros(problem.columns, dtype=np.int64)
    named: set[tuple[str, str]] = set()
    for (person_id, section_id), places in formulation.legend.seats:
        if person_id in decided.get(section_id, ()):
            taken[places] = 1
            named.add((person_id, section_id))
        elif section_id in decided:
            upper[places] = 0
    seats = [(person_id, section_id) for section_id in sorted(decided) for person_id in decided[section_id]]
    directed = [seat for seat in seats if seat not in named]
    if directed and not (whole and formulation.stage == "clerks"):
        return None
    if whole:
        waiting = {person_id for person_id, _ in directed}
        for i in np.flatnonzero((columns.kind == NEUTRAL) & (columns.section < 0)).tolist():
            taken[i] = columns.people[columns.person[i]] in waiting
            upper[i] *= taken[i]
        for i in np.flatnonzero(columns.kind == COUNT).tolist():
            here = columns.sections[columns.section[i]]
            upper[i] = min(upper[i], sum(section_id == here for _, section_id in directed))
    levels = levels_before_draw(formulation)
    fixed = with_row(replace(problem.with_levels(levels), col_ub=upper), taken, len(seats), len(seats))
    solution = solve(fixed, limits=limits)
    return [level.value for level in solution.levels] if solution.status == "optimal" else None
