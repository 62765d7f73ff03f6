"""A sound case of the competition with the stages asked for."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from allocator.console.misuse import Misuse
from allocator.console.show import line
from models.competition.codes import STAGES, Stage

if TYPE_CHECKING:
    from allocator import exercise
    from allocator.competition.compare import Comparison
    from allocator.competition.pipeline import Given, Run
    from allocator.exercise import Asked, Opened, Progress
    from allocator.solver import Limits
    from models.common.base import Method


@dataclass(frozen=True)
class Work:
    """A sound case, the stages asked for, and the placements of earlier stages that stand."""

    opened: Opened
    stages: tuple[Stage, ...]
    given: Given | None = None

    def run(self, method: Method, limits: Limits | None = None, progress: Progress | None = None) -> Run:
        """One method's proposal.

        Raises:
            InvalidInput: when no stage asked for is ready.
        """
        from allocator.competition.pipeline import run

        return run(
            self.opened.ready,
            method,
            stages=self.stages,
            given=self.given,
            limits=limits,
            progress=progress,
            warnings=self.opened.checked.warnings,
        )


def refuse_odd_stages(asked: Asked) -> None:
    """A later stage alone needs the earlier ones given; the first stage has none that could be given."""
    if asked.stage in ("clerks", "institution") and asked.given is None:
        raise Misuse("stage_needs_given")
    if asked.stage == "chiefs" and asked.given is not None:
        raise Misuse("nothing_before_chiefs")


def work_of(opened: Opened, asked: Asked) -> Work:
    """The case with what is asked of it; the given placements are held against the case.

    Raises:
        InvalidInput: with every fault of the given placements.
    """
    stages = STAGES if asked.stage == "all" else tuple(stage for stage in STAGES if stage == asked.stage)
    if asked.given is None:
        return Work(opened, stages)
    from allocator.competition.files import open_given
    from allocator.competition.pipeline import take_given

    file = open_given(asked.given, opened.rulebook)
    for notice in file.notices:
        line(f"{opened.labels.notice(notice)}  [{notice.code}]", sys.stderr)
    return Work(opened, stages, take_given(opened.ready, file.source, stages))


def both_methods(work: exercise.Work, limits: Limits | None, progress: Progress) -> Comparison:
    """Both pipelines, the optimum of each stage from the rules' own standing, and the two laid side by side."""
    from allocator.competition.compare import compare
    from allocator.competition.pipeline import stage_by_stage

    scores = work.opened.ready
    rules, optimal = work.run("rules"), work.run("optimal", limits, progress)
    stagewise = stage_by_stage(scores, rules, optimal, limits=limits, progress=progress)
    return compare(scores, rules, optimal, stagewise)
