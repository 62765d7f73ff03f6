"""The rulebook: every number of the rules, with the article it comes from.

The defaults are the built-in rulebook ``bureau-rotation``. A bureau writes only what differs.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import Field, field_validator, model_validator

from models.common.base import Count, Frozen, Ordinal, Text
from models.common.exact import Exact, GradeMark, Share, article
from models.competition.codes import Rank

Attribute = Literal["gender", "age", "education", "specialty", "proficiency"]
Reading = Literal["tiers", "open", "latest"]
ChiefLevel = Literal["posts_filled", "composite", "votes", "applied", "round", "lot"]
ClerkLevel = Literal["placed", "mutual", "quantification", "one_sided", "round", "pick_order", "lot"]
InstitutionLevel = Literal["required", "placed", "shortfall", "quantification", "round", "pick_order", "lot"]

MINIMISED: frozenset[str] = frozenset({"round", "pick_order", "shortfall"})
"""The levels of which less is better; every other level is maximised."""


class _Weighted(Frozen):
    """A part of the rulebook whose weights are shares that sum to 1."""

    weights: Mapping[Text, Exact]

    @field_validator("weights")
    @classmethod
    def _sum_to_one(cls, weights: Mapping[str, Fraction]) -> Mapping[str, Fraction]:
        if any(w < 0 for w in weights.values()):
            raise ValueError("weights must not be negative")
        if sum(weights.values()) != 1:
            raise ValueError(f"weights must sum to 1, not {sum(weights.values())}")
        return weights


def _shares(**weights: str) -> dict[str, Fraction]:
    return {name: Fraction(text) for name, text in weights.items()}


class Rounding(Frozen):
    """How many decimals every named score keeps, half up."""

    decimals: Annotated[int, article("6", ge=0, le=3)] = 3


class Eligibility(Frozen):
    """Who may contest a chief post."""

    years: Annotated[Mapping[Rank, Count], article("2-2")] = {
        "head": 0,
        "head_nominal": 3,
        "deputy": 2,
        "deputy_nominal": 3,
    }
    dissatisfied_below: Annotated[Share, article("5-1, 5-3")] = Fraction(1, 3)


class ExamRules(_Weighted):
    """The exam papers and their weights; whether an absence noted in place of a mark is 0 or, as without, a fault."""

    weights: Annotated[Mapping[Text, Exact], article("4-3")] = _shares(aptitude="0.3", essay="0.5", knowledge="0.2")
    absent: Annotated[Literal["error", "zero"] | None, article("4-3")] = None


class AppraisalRules(_Weighted):
    """The heads of the democratic appraisal and their weights."""

    weights: Annotated[Mapping[Text, Exact], article("6")] = _shares(
        virtue="0.30", ability="0.15", diligence="0.10", results="0.25", integrity="0.20"
    )


class ReviewRules(Frozen):
    """How many of the last annual reviews count, and the mark that stands for a grade where one is given as a grade."""

    years: Annotated[Ordinal, article("8")] = 3
    grades: Annotated[Mapping[Text, GradeMark] | None, article("8")] = None


class QuantificationRules(Frozen):
    """The parts of the quantification and the bonus of each rank."""

    weights: Annotated[Mapping[Literal["exam", "appraisal", "review"], Exact], article("8")] = _shares(  # type: ignore[assignment]
        exam="0.1", appraisal="0.3", review="0.6"
    )
    bonus: Annotated[Mapping[Rank, Count], article("8")] = {
        "head": 4,
        "head_nominal": 2,
        "deputy": 1,
        "deputy_nominal": 0,
        "staff": 0,
    }

    _sum = field_validator("weights")(_Weighted._sum_to_one.__func__)  # type: ignore[attr-defined]


class SpeechRules(Frozen):
    """How many of the highest and lowest marks of a speech are dropped."""

    drop_highest: Annotated[Count, article("10")] = 2
    drop_lowest: Annotated[Count, article("10")] = 2


class RecommendationRules(_Weighted):
    """The voter groups with their weights, and the floor below which nobody takes the post."""

    weights: Annotated[Mapping[Text, Exact], article("11-4")] = _shares(
        leaders="0.35", staff="0.40", institutions="0.15", counties="0.10"
    )
    floor: Annotated[Share, article("11-3")] = Fraction(1, 3)


class CompositeRules(Frozen):
    """The parts of the composite score."""

    weights: Annotated[Mapping[Literal["quantification", "speech", "recommendation"], Exact], article("12")] = _shares(
        quantification="0.3", speech="0.1", recommendation="0.6"
    )  # type: ignore[assignment]

    _sum = field_validator("weights")(_Weighted._sum_to_one.__func__)  # type: ignore[attr-defined]


class ApplicationRules(Frozen):
    """How often an entrant may file, and what a later round does to an earlier one."""

    caps: Annotated[tuple[Ordinal, ...], article("9-3", min_length=1, strict=False)] = (2, 2, 1)
    reading: Annotated[Reading, article("9-3")] = "tiers"
    priority: Annotated[bool, article("9-3, 13")] = True


class ClerkRules(Frozen):
    """How many of its own people a section may keep as clerks."""

    retain: Annotated[Count, article("15")] = 1


class Target(Frozen):
    """One composition target: at least ``min_count`` members of a section have the attribute.

    ``values`` for named attributes, ``below`` (full years on the reference date) for age; it applies to
    sections with at least ``from_headcount`` posts.
    """

    attribute: Attribute
    values: Annotated[tuple[Text, ...], Field(strict=False)] = ()
    below: Ordinal | None = None
    min_count: Ordinal = 1
    from_headcount: Ordinal = 1

    @model_validator(mode="after")
    def _one_criterion(self) -> "Target":
        if (self.attribute == "age") != (self.below is not None):
            raise ValueError("below is for age, and age needs it")
        if (self.attribute == "age") == bool(self.values):
            raise ValueError("values are for every attribute but age, which has below")
        return self


DEFAULT_TARGETS = (
    Target(attribute="gender", values=("female",), min_count=1, from_headcount=3),
    Target(attribute="gender", values=("male",), min_count=1, from_headcount=3),
    Target(attribute="age", below=35, min_count=1, from_headcount=3),
    Target(attribute="education", values=("bachelor", "master", "doctor"), min_count=1, from_headcount=3),
)


class InstitutionRules(Frozen):
    """How institution staff fill what is left."""

    retain: Annotated[Count, article("16")] = 1
    required: Annotated[bool, article("16")] = True
    composition: Annotated[tuple[Target, ...], article("16", strict=False)] = DEFAULT_TARGETS


class Objective(Frozen):
    """The lexicographic levels of the optimal method, most important first."""

    chiefs: Annotated[tuple[ChiefLevel, ...], article("13", strict=False)] = (
        "posts_filled",
        "composite",
        "votes",
        "applied",
        "round",
        "lot",
    )
    clerks: Annotated[tuple[ClerkLevel, ...], article("15", strict=False)] = (
        "placed",
        "mutual",
        "quantification",
        "one_sided",
        "round",
        "pick_order",
        "lot",
    )
    institution: Annotated[tuple[InstitutionLevel, ...], article("16", strict=False)] = (
        "required",
        "placed",
        "shortfall",
        "quantification",
        "round",
        "pick_order",
        "lot",
    )

    @field_validator("chiefs", "clerks", "institution")
    @classmethod
    def _no_repeats(cls, levels: tuple[str, ...]) -> tuple[str, ...]:
        if len(set(levels)) != len(levels) or not levels:
            raise ValueError("levels must be named once each, and at least one")
        return levels


class Rulebook(Frozen):
    """All rules in numbers. Every field has the value of ``bureau-rotation`` unless a bureau says otherwise."""

    name: Text = "bureau-rotation"
    rounding: Rounding = Rounding()
    eligibility: Eligibility = Eligibility()
    exam: ExamRules = ExamRules()
    appraisal: AppraisalRules = AppraisalRules()
    review: ReviewRules = ReviewRules()
    quantification: QuantificationRules = QuantificationRules()
    speech: SpeechRules = SpeechRules()
    recommendation: RecommendationRules = RecommendationRules()
    composite: CompositeRules = CompositeRules()
    applications: ApplicationRules = ApplicationRules()
    clerks: ClerkRules = ClerkRules()
    institution: InstitutionRules = InstitutionRules()
    objective: Objective = Objective()
