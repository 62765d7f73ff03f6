"""A case opened for work: read, checked and scored, or refused with every fault that was found."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from allocator.cli._help import Misuse
from allocator.cli._labels import Labels
from allocator.cli._options import CaseOptions, RunOptions, StageOptions
from allocator.cli._show import line
from allocator.faults import InvalidInput

if TYPE_CHECKING:
    from allocator.cli._solving import Teller
    from allocator.competition.audit import Facts
    from allocator.competition.check import Checked
    from allocator.competition.pipeline import Given, Run
    from allocator.competition.scoring import Scores
    from allocator.files import Draft
    from allocator.solver import Limits
    from models.common.base import Method
    from models.competition.case import Case
    from models.competition.codes import Stage
    from models.competition.outcome import Outcome
    from models.competition.rulebook import Rulebook


@dataclass(frozen=True)
class Opened:
    """A sound case with its scores, and what it was read from."""

    path: Path
    draft: Draft
    rulebook: Rulebook
    checked: Checked
    case: Case
    scores: Scores

    @property
    def labels(self) -> Labels:
        """The names of the case."""
        return Labels(self.case)

    @cached_property
    def facts(self) -> Facts:
        """What the audit works out of the case for itself, kept for every outcome of it that is audited."""
        from allocator.competition.audit import Facts

        return Facts(self.case, self.rulebook, self.scores.bureau.lottery.seed)


def examine(asked: CaseOptions) -> tuple[Draft, Rulebook, Checked]:
    """A case read and checked, sound or not.

    Raises:
        InvalidInput: when the rulebook cannot be used.
    """
    if asked.seed == "":
        raise Misuse("empty_seed")
    from allocator.competition.check import check
    from allocator.competition.files import read_case, read_rulebook
    from allocator.files import find_rulebook

    rulebook = read_rulebook(asked.rulebook or find_rulebook(asked.case))
    draft = read_case(asked.case, rulebook)
    checked = check(draft, rulebook, asked.seed)
    return draft, rulebook, as_it_stands(draft, checked) if asked.strict else checked


def as_it_stands(draft: Draft, checked: Checked) -> Checked:
    """What was checked, with a fault for each reading where there are any: they are refused as a whole."""
    from allocator.files.readings import refused

    if not draft.readings:
        return checked
    return replace(checked, case=None, scores=None, faults=(*checked.faults, *refused(draft.readings)))


def open_case(asked: CaseOptions) -> Opened:
    """A sound case.

    Raises:
        InvalidInput: with every fault of the case or the rulebook.
    """
    draft, rulebook, checked = examine(asked)
    if checked.case is None or checked.scores is None:
        raise InvalidInput(checked.faults)
    return Opened(asked.case, draft, rulebook, checked, checked.case, checked.scores)


def open_claimed(case: Path, rulebook: Path | None, outcome: Path, *, strict: bool = False) -> tuple[Opened, Outcome]:
    """An earlier outcome, and the case it claims to be about, with the seed it was made with.

    ``strict`` refuses a case of which anything had to be read otherwise than it stands.

    Raises:
        InvalidInput: when the outcome cannot be read, or with every fault of the case or the rulebook.
    """
    from allocator.competition.files import read_outcome

    claimed = read_outcome(outcome)
    seed = claimed.lottery.seed if claimed.lottery.source == "option" else None
    return open_case(CaseOptions(case=case, rulebook=rulebook, seed=seed, strict=strict)), claimed


@dataclass(frozen=True)
class Work:
    """A sound case, the stages asked for, and the placements of earlier stages that stand."""

    opened: Opened
    stages: tuple[Stage, ...]
    given: Given | None = None

    def run(self, method: Method, limits: Limits | None = None, progress: Teller | None = None) -> Run:
        """One method's proposal.

        Raises:
            InvalidInput: when no stage asked for is ready.
        """
        from allocator.competition.pipeline import run

        return run(
            self.opened.scores,
            method,
            stages=self.stages,
            given=self.given,
            limits=limits,
            progress=progress,
            warnings=self.opened.checked.warnings,
        )


def refuse_odd_stages(asked: StageOptions) -> None:
    """A later stage alone needs the earlier ones given; the first stage has none that could be given."""
    if asked.stage in ("clerks", "institution") and asked.given is None:
        raise Misuse("stage_needs_given")
    if asked.stage == "chiefs" and asked.given is not None:
        raise Misuse("nothing_before_chiefs")


def open_work(asked: RunOptions) -> Work:
    """The case with what is asked of it; the given placements are held against the case.

    Raises:
        InvalidInput: with every fault of the case or the rulebook, or of the given placements.
    """
    from models.competition.codes import STAGES

    refuse_odd_stages(asked)
    opened = open_case(asked)
    stages = STAGES if asked.stage == "all" else (asked.stage,)
    if asked.given is None:
        return Work(opened, stages)
    from allocator.competition.files import open_given
    from allocator.competition.pipeline import take_given

    file = open_given(asked.given, opened.rulebook)
    for notice in file.notices:
        line(f"{opened.labels.notice(notice)}  [{notice.code}]", sys.stderr)
    return Work(opened, stages, take_given(opened.scores, file.source, stages))
