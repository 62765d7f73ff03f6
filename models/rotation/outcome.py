"""An outcome of the exchange and rotation: who moves where and why, who did not get what is owed, and the ties.

It holds codes and numbers only; sentences are made from them when somebody reads it.
"""

from typing import Annotated, Literal

from pydantic import BeforeValidator

from models.common.base import Count, Frozen, Id, Method, Ordinal, Text
from models.common.outcome import Draw, Given, Level, Named, Notice, Status, Versions, _whole
from models.rotation.codes import Duty, MoveBasis, MoveKind, Stage, UnmetReason

SCHEMA_VERSION = 1


class Move(Frozen):
    """One person's move, the duty it answers, and its place in the order of handover."""

    person_id: Id
    from_post: Id
    to_post: Id
    kind: MoveKind
    duty: Duty
    articles: tuple[Text, ...]
    overdue: Count
    choice: Ordinal | None
    objected: bool
    basis: MoveBasis
    chain: Ordinal
    step: Ordinal


class Unmet(Frozen):
    """A person who did not get what is owed, what stands in for it, and the first reason that holds."""

    person_id: Id
    duty: Duty
    articles: tuple[Text, ...]
    overdue: Count
    instead: Literal["rotation"] | None
    reason: UnmetReason


class PlanReport(Frozen):
    """What became of the one stage, the plan."""

    stage: Stage
    state: Literal["run"]
    unique: bool | None
    levels: tuple[Level, ...]


class FateTie(Frozen):
    """A person whose fate only the draw decided, with every fate there is; the party group must confirm it."""

    stage: Stage
    person_id: Id
    fates: tuple[Text, ...]


class RotationOutcome(Frozen):
    """The plan of one method for one case. It is a proposal until the party group has decided."""

    schema_version: Annotated[Literal[1], BeforeValidator(_whole)]
    exercise: Literal["rotation"]
    method: Method
    case: Named
    rulebook: Named
    lottery: Draw
    given: Given | None
    versions: Versions
    status: Status
    moves: tuple[Move, ...]
    unmet: tuple[Unmet, ...]
    stages: tuple[PlanReport, ...]
    ties: tuple[FateTie, ...]
    warnings: tuple[Notice, ...]
