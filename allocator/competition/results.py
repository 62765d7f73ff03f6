"""What one stage of either method hands on, and the steps of a trace."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from models.common.outcome import Level, Notice
from models.competition.codes import Stage, Track, UnplacedReason
from models.competition.outcome import Tie
from models.competition.rule_ids import RuleId
from models.competition.standing import Standing

if TYPE_CHECKING:  # the solver is heavy and only the optimal method needs it
    from allocator.solver.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Step:
    """One decision of the procedure by hand: the catalogue code ``step.<code>`` with its arguments.

    ``rule`` is the clause that decided it. Arguments are ids and numbers; names are put in when it is shown.
    """

    stage: Stage
    code: str
    rule: RuleId
    args: Mapping[str, str | int | tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A person the stage could not seat, and why."""

    person_id: str
    track: Track
    reason: UnplacedReason


@dataclass(frozen=True, slots=True)
class StageResult:
    """The standing after a stage, with what an outcome says of it.

    ``unique``, ``ties`` and ``follows`` as in the outcome; ``trace`` is empty for the optimal method; ``unmet`` and
    other facts worth telling are ``warnings``; ``evidence`` is the optimum's alone.
    """

    stage: Stage
    standing: Standing
    left_out: tuple[LeftOut, ...]
    levels: tuple[Level, ...]
    unique: bool | None
    ties: tuple[Tie, ...]
    follows: tuple[str, ...] = ()
    trace: tuple[Step, ...] = ()
    warnings: tuple[Notice, ...] = ()
    evidence: Evidence | None = field(default=None, compare=False, repr=False)

    @property
    def proven(self) -> bool:
        """Whether every level of the stage is proven."""
        return all(level.proven for level in self.levels)


@dataclass(frozen=True, slots=True)
class Later:
    """The procedure's own result, worked out only when it is needed; ``standing`` is where a search begins instead."""

    standing: Standing
    result: Callable[[], StageResult]
