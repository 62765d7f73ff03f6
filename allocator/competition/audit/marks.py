"""Every named score, computed again from the records by whole numbers alone (articles 4, 6, 8, 10, 11 and 12)."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from models.common.rules import carries
from models.competition.codes import Rank
from models.competition.records import Review
from models.competition.rule_ids import RuleId
from models.competition.rulebook import Rulebook


def half_up(numerator: int, denominator: int, decimals: int) -> int:
    """The score ``numerator / denominator`` in thousandths, rounded half up to so many decimals first."""
    scale = 10**decimals
    whole = (2 * numerator * scale + denominator) // (2 * denominator)
    return int(whole * 10 ** (3 - decimals))


def _sum(terms: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """The sum of ratios as a ratio; not in lowest terms, which rounding does not need."""
    above, below = 0, 1
    for numerator, denominator in terms:
        above, below = above * denominator + numerator * below, below * denominator
    return above, below


def _weighted(weights: Mapping[str, Fraction], marks: Mapping[str, Decimal] | None, decimals: int) -> int | None:
    terms = []
    for name, weight in weights.items():
        if not weight:
            continue
        if marks is None or name not in marks:
            return None
        above, below = marks[name].as_integer_ratio()
        terms.append((weight.numerator * above, weight.denominator * below))
    return None if marks is None else half_up(*_sum(terms), decimals)


def _mean(marks: Sequence[Decimal], decimals: int) -> int:
    above, below = _sum(mark.as_integer_ratio() for mark in marks)
    return half_up(above, below * len(marks), decimals)


@carries(RuleId.EXAM, "audit")
def exam(marks: Mapping[str, Decimal] | None, rulebook: Rulebook) -> int | None:
    """The exam score in thousandths (article 4-3); ``None`` where a paper is missing."""
    return _weighted(rulebook.exam.weights, marks, rulebook.rounding.decimals)


@carries(RuleId.APPRAISAL, "audit")
def appraisal(marks: Mapping[str, Decimal] | None, rulebook: Rulebook) -> int | None:
    """The democratic appraisal in thousandths (article 6); ``None`` where a head is missing."""
    return _weighted(rulebook.appraisal.weights, marks, rulebook.rounding.decimals)


@carries(RuleId.REVIEW, "audit")
def review(rows: Iterable[Review], rulebook: Rulebook) -> int | None:
    """The mean of the last annual reviews on record in thousandths (article 8)."""
    last = sorted(rows, key=lambda row: row.year, reverse=True)[: rulebook.review.years]
    if not last:
        return None
    return _mean([row.score for row in last], rulebook.rounding.decimals)


def _combined(weights: Iterable[tuple[str, Fraction]], parts: Mapping[str, int | None], decimals: int) -> int | None:
    terms = []
    for name, weight in weights:
        part = parts[name]
        if part is None:
            if weight:
                return None
            continue
        terms.append((weight.numerator * part, weight.denominator * 1000))
    return half_up(*_sum(terms), decimals)


@carries(RuleId.QUANTIFICATION, "audit")
def quantification(
    exam_score: int | None, appraisal_score: int | None, review_score: int | None, rank: Rank, rulebook: Rulebook
) -> int | None:
    """The quantification in thousandths: the weighted parts, rounded, and the bonus of the rank (article 8)."""
    parts = {"exam": exam_score, "appraisal": appraisal_score, "review": review_score}
    base = _combined(rulebook.quantification.weights.items(), parts, rulebook.rounding.decimals)
    return None if base is None else base + 1000 * rulebook.quantification.bonus.get(rank, 0)


@carries(RuleId.SPEECH, "audit")
def speech(marks: Sequence[Decimal], rulebook: Rulebook) -> int | None:
    """The speech in thousandths: the mean without the highest and lowest marks (article 10)."""
    low, high = rulebook.speech.drop_lowest, rulebook.speech.drop_highest
    kept = sorted(marks)[low : len(marks) - high] if len(marks) > low + high else []
    if not kept:
        return None
    return _mean(kept, rulebook.rounding.decimals)


@carries(RuleId.RECOMMENDATION, "audit")
def recommendation(votes: Mapping[str, int], present: Mapping[str, int], rulebook: Rulebook) -> int | None:
    """The recommendation in thousandths: the share of each voter group, weighted (article 11-4)."""
    terms = []
    for group, weight in rulebook.recommendation.weights.items():
        if not weight:
            continue
        if not present.get(group):
            return None
        terms.append((weight.numerator * 100 * votes.get(group, 0), weight.denominator * present[group]))
    return half_up(*_sum(terms), rulebook.rounding.decimals)


@carries(RuleId.COMPOSITE, "audit")
def composite(
    quantification_score: int | None, speech_score: int | None, recommended: int | None, rulebook: Rulebook
) -> int | None:
    """The composite of a person for one post in thousandths (article 12)."""
    parts = {"quantification": quantification_score, "speech": speech_score, "recommendation": recommended}
    return _combined(rulebook.composite.weights.items(), parts, rulebook.rounding.decimals)
