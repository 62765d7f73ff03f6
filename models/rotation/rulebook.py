"""The rulebook of the exchange and rotation: every number of the rules, with the article it comes from.

The defaults are the built-in rulebook ``exchange-rotation``. A bureau writes only what differs.
"""

from fractions import Fraction
from typing import Annotated

from pydantic import Field, field_validator

from models.common.base import Count, Frozen, Ordinal, Text
from models.common.exact import Share, article
from models.rotation.codes import PLAN_LEVELS, PlanLevel, PostKind


class TenureRules(Frozen):
    """After how many years a managed cadre should be exchanged, and where the exchange is a must (article 7)."""

    head_years: Annotated[Ordinal, article("7-1")] = 5
    deputy_years: Annotated[Ordinal, article("7-1")] = 8
    must_kinds: Annotated[tuple[PostKind, ...], article("7-1", strict=False)] = (
        "personnel",
        "finance",
        "approval",
        "discipline",
    )
    unit_years: Annotated[Ordinal, article("7-2")] = 10


class DevelopmentRules(Frozen):
    """Exchange of reserve cadres and of young talent, and by one's own wish (articles 7-3 and 7-4)."""

    reserve_units: Annotated[Ordinal, article("7-3")] = 2
    young_years: Annotated[Ordinal, article("7-3")] = 5
    volunteer_years: Annotated[Ordinal, article("7-4")] = 5


class RotationRules(Frozen):
    """After how many years in one post its holder rotates (article 9); which kinds are sensitive (article 6-4)."""

    post_years: Annotated[Ordinal, article("9-1")] = 8
    sensitive_years: Annotated[Ordinal, article("9-2")] = 5
    sensitive_kinds: Annotated[tuple[PostKind, ...], article("6-4", strict=False)] = (
        "discipline",
        "personnel",
        "finance",
        "approval",
        "funds",
        "logistics",
    )


class MoveRules(Frozen):
    """Which moves are allowed beside those that are owed."""

    return_months: Annotated[Count, article("4")] = Field(
        default=36, description="months after leaving a unit before an exchange may lead back into it"
    )
    counterpart_years: Annotated[Count, article("7-6")] = Field(
        default=2, description="years in the present post from which somebody without a duty may move for the work"
    )


class ContinuityRules(Frozen):
    """How much of a unit may change at once, so that its work goes on."""

    exchange_share: Annotated[Share, article("12")] = Fraction(1, 3)
    move_share: Annotated[Share, article("12")] = Fraction(1, 2)
    keep_a_leader: Annotated[bool, article("12")] = True


class RotationObjective(Frozen):
    """The lexicographic levels of the optimal method, most important first, and how months overdue are capped."""

    plan: Annotated[tuple[PlanLevel, ...], article("12", strict=False)] = PLAN_LEVELS
    overdue_cap: Annotated[Ordinal, article("12")] = 120

    @field_validator("plan")
    @classmethod
    def _no_repeats(cls, levels: tuple[str, ...]) -> tuple[str, ...]:
        if len(set(levels)) != len(levels) or not levels:
            raise ValueError("levels must be named once each, and at least one")
        return levels


class RotationRulebook(Frozen):
    """All rules in numbers: those of ``exchange-rotation`` unless a bureau says otherwise."""

    name: Text = "exchange-rotation"
    tenure: TenureRules = TenureRules()
    development: DevelopmentRules = DevelopmentRules()
    rotation: RotationRules = RotationRules()
    moves: MoveRules = MoveRules()
    continuity: ContinuityRules = ContinuityRules()
    objective: RotationObjective = RotationObjective()
