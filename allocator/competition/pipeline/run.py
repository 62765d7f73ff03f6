"""The stages in order, through the standing each leaves to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from allocator.competition.check import Readiness, readiness
from allocator.competition.pipeline.decided import decisions_told, differing_sections
from allocator.competition.pipeline.given import Given
from allocator.competition.pipeline.given_remarks import given_remarks
from allocator.competition.pipeline.outcome import assemble
from allocator.competition.pipeline.reasons import left_out_of
from allocator.competition.pipeline.stages import ROLE_OF, by_method
from allocator.competition.pools import opening
from allocator.competition.results import LeftOut, StageResult
from allocator.competition.scoring import Scores
from allocator.faults import Fault, InvalidInput
from models.common.base import Method
from models.common.outcome import Notice
from models.competition.codes import STAGES, Stage
from models.competition.outcome import Outcome, StageReport, StageState
from models.competition.standing import Standing

if TYPE_CHECKING:
    from allocator.solver import Limits, Progress


@dataclass(frozen=True)
class Run:
    """An outcome with the stage results behind it and the standing each stage began from."""

    outcome: Outcome
    results: Mapping[Stage, StageResult]
    before: Mapping[Stage, Standing]
    standing: Standing


@dataclass
class Passage:
    """What is known while the stages pass: each one's result, the standing before it and the one they came to."""

    standing: Standing
    results: dict[Stage, StageResult] = field(default_factory=dict)
    before: dict[Stage, Standing] = field(default_factory=dict)
    reports: list[StageReport] = field(default_factory=list)
    left_out: tuple[LeftOut, ...] = ()
    warnings: list[Notice] = field(default_factory=list)
    blocked: bool = False

    def report(self, stage: Stage, state: StageState) -> None:
        """Tells of a stage that was not run."""
        self.reports.append(StageReport(stage=stage, state=state, unique=None, levels=()))


def run(
    scores: Scores,
    method: Method,
    *,
    stages: tuple[Stage, ...] = STAGES,
    given: Given | None = None,
    limits: Limits | None = None,
    progress: Progress | None = None,
    warnings: tuple[Notice, ...] = (),
) -> Run:
    """The proposal of one method: the asked stages in order, after the given ones.

    ``warnings`` are those of the case; the run's own are added. A stage whose tables are missing is not run, nor
    is any stage after it.

    Raises:
        InvalidInput: when no asked stage could be run and none was given.
    """
    now = pass_stages(scores, method, stages=stages, given=given, limits=limits, progress=progress, warnings=warnings)
    outcome = assemble(scores, method, now.standing, tuple(now.reports), now.results, now.left_out, given, now.warnings)
    return Run(outcome, now.results, now.before, now.standing)


def pass_stages(
    scores: Scores,
    method: Method,
    *,
    stages: tuple[Stage, ...] = STAGES,
    given: Given | None = None,
    limits: Limits | None = None,
    progress: Progress | None = None,
    warnings: tuple[Notice, ...] = (),
    ties: bool = True,
    near: Mapping[Stage, StageResult] | None = None,
) -> Passage:
    """The stages of a run without the outcome that is made of them; arguments and errors are those of the run.

    Without ``ties`` an optimum says nothing of what only the draw decided. ``near`` are results of a case that differs
    little, from which an optimum is looked for; a proven one is the same wherever the search begins.
    """
    ready = readiness(scores)
    remarks = () if given is None else given_remarks(scores, given)
    now = Passage(opening(scores.bureau), warnings=[*warnings, *remarks])
    for stage in STAGES:
        if given is not None and stage in given.stages:
            _take(now, stage, given, scores, method, ready, limits)
        elif stage not in stages:
            now.report(stage, "not_asked")
        elif now.blocked or ready[stage].missing:
            _pass_over(now, stage, ready[stage])
        else:
            _decide(now, stage, scores, method, limits, progress, ties, (near or {}).get(stage))
    if not now.results and (given is None or now.blocked):
        raise InvalidInput(tuple(_unready(stage, ready[stage]) for stage in stages if ready[stage].missing))
    return now


def _decide(
    now: Passage,
    stage: Stage,
    scores: Scores,
    method: Method,
    limits: Limits | None,
    progress: Progress | None,
    ties: bool,
    near: StageResult | None,
) -> None:
    """Runs one stage and takes over what it hands on."""
    now.before[stage] = now.standing
    start = None if near is None else _start(now.standing, stage, near)
    result = by_method(method, scores, stage, now.standing, limits, progress, ties, start)
    now.results[stage] = result
    now.standing = result.standing
    now.left_out = _carried(now.left_out, result.left_out, now.standing)
    now.reports.append(StageReport(stage=stage, state="run", unique=result.unique, levels=result.levels))
    now.warnings.extend(result.warnings)
    if result.ties:
        now.warnings.append(Notice(code="ties_to_confirm", args={"stage": stage, "sections": len(result.ties)}))


def _start(before: Standing, stage: Stage, near: StageResult) -> Standing:
    """The seats that a stage gave in another case, as far as their people have none before it."""
    role = ROLE_OF[stage]
    seats = (m for m in near.standing.members if m.role == role and m.person_id not in before.seated)
    return before.with_members(*seats)


def _take(
    now: Passage,
    stage: Stage,
    given: Given,
    scores: Scores,
    method: Method,
    ready: Mapping[Stage, Readiness],
    limits: Limits | None,
) -> None:
    """Takes a stage as given; how what was decided departs from the method's own proposal is recorded.

    Where the procedure comes to the same clerks, their reasons are those of the moment of direction.
    """
    before, now.standing = now.standing, now.standing.with_members(*given.of(stage))
    left_out = left_out_of(scores, stage, before, now.standing)
    by_moment = method == "rules" and stage == "clerks" and bool(left_out)
    if (given.decided or by_moment) and not ready[stage].missing:
        proposal = by_method(method, scores, stage, before, limits, ties=False)
        differing = differing_sections(stage, before, proposal.standing, given)
        if given.decided:
            now.warnings.extend(decisions_told(method, scores, before, proposal, given, differing, limits))
        if by_moment and not differing:
            left_out = proposal.left_out
    now.left_out = _carried(now.left_out, left_out, now.standing)
    now.report(stage, "given")


def _pass_over(now: Passage, stage: Stage, readiness_: Readiness) -> None:
    now.blocked = True
    now.report(stage, "not_ready")
    now.warnings.append(Notice(code="stage_not_ready", args={"stage": stage, "missing": tuple(readiness_.missing)}))


def _carried(earlier: tuple[LeftOut, ...], later: tuple[LeftOut, ...], standing: Standing) -> tuple[LeftOut, ...]:
    """Everybody left out so far; a later stage's word on a person replaces an earlier one."""
    found = {one.person_id: one for one in (*earlier, *later) if one.person_id not in standing.seated}
    return tuple(found[person] for person in sorted(found))


def _unready(stage: Stage, readiness_: Readiness) -> Fault:
    return Fault("stage_not_ready", table=stage, args={"stage": stage, "missing": tuple(readiness_.missing)})
