"""One stage, by either method, from a given standing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from allocator.competition.pipeline.reasons import left_out_of
from allocator.competition.results import Later, StageResult
from allocator.competition.rules import contest_chiefs, place_clerks, place_institution
from allocator.competition.scoring import Scores
from models.common.base import Method
from models.competition.codes import ROLES, STAGES, Role, Stage
from models.competition.standing import Standing

if TYPE_CHECKING:  # the solver is heavy and only the optimal method needs it
    from allocator.solver import Limits, Progress

ROLE_OF: dict[Stage, Role] = dict(zip(STAGES, ROLES, strict=True))
"""The role each stage decides."""

_BY_HAND = {"chiefs": contest_chiefs, "clerks": place_clerks, "institution": place_institution}


def by_rules(scores: Scores, stage: Stage, before: Standing) -> StageResult:
    """The stage by the procedure of the regulation (articles 13, 15, 16)."""
    return _BY_HAND[stage](scores, before)


def by_optimum(
    scores: Scores,
    stage: Stage,
    before: Standing,
    limits: Limits | None = None,
    progress: Progress | None = None,
    by_hand: StageResult | None = None,
    ties: bool = True,
    start: Standing | None = None,
) -> StageResult:
    """The stage's optimum; the procedure's own result is the start and what is kept when time runs out.

    ``by_hand`` is that result where it is there already; without ``ties`` nothing is said of what the draw decided.
    Where there is a better ``start``, the procedure is played only when time runs out.

    An interrupt that the solver does not take for itself keeps that result too; a second one ends the run.
    """
    from allocator.competition import optimum
    from allocator.solver import Limits

    solve = {
        "chiefs": optimum.solve_chiefs,
        "clerks": optimum.solve_clerks,
        "institution": optimum.solve_institution,
    }[stage]
    later = None if start is None else Later(start, lambda: by_rules(scores, stage, before))
    hint = by_hand or later or by_rules(scores, stage, before)
    limits = limits or Limits()
    try:
        return solve(scores, before, hint=hint, limits=limits, progress=progress, ties=ties)
    except KeyboardInterrupt:
        if limits.stopped:
            raise
        limits.stop()
        kept = hint.result() if isinstance(hint, Later) else hint
        reasons = left_out_of(scores, stage, before, kept.standing)
        return replace(kept, left_out=reasons, ties=(), trace=())


def by_method(
    method: Method,
    scores: Scores,
    stage: Stage,
    before: Standing,
    limits: Limits | None = None,
    progress: Progress | None = None,
    ties: bool = True,
    start: Standing | None = None,
) -> StageResult:
    """The stage by the method named; ``ties`` and ``start`` as for the optimum."""
    if method == "rules":
        return by_rules(scores, stage, before)
    return by_optimum(scores, stage, before, limits, progress, ties=ties, start=start)
