"""Every named score, computed again from the records with plain fractions (articles 4, 6, 8, 10, 11 and 12)."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from models.base import Rank
from models.records import Review
from models.rule_ids import RuleId, carries
from models.rulebook import Rulebook


def half_up(value: Fraction, decimals: int) -> int:
    """A score in thousandths, rounded half up to so many decimals first."""
    scale = 10**decimals
    whole = (2 * value.numerator * scale + value.denominator) // (2 * value.denominator)
    return int(whole * 10 ** (3 - decimals))


def _weighted(weights: Mapping[str, Fraction], marks: Mapping[str, Decimal] | None, decimals: int) -> int | None:
    used = {name: weight for name, weight in weights.items() if weight}
    if marks is None or any(name not in marks for name in used):
        return None
    return half_up(sum((weight * Fraction(marks[name]) for name, weight in used.items()), Fraction(0)), decimals)


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
    return half_up(sum((Fraction(row.score) for row in last), Fraction(0)) / len(last), rulebook.rounding.decimals)


def _combined(weights: Iterable[tuple[str, Fraction]], parts: Mapping[str, int | None], decimals: int) -> int | None:
    total = Fraction(0)
    for name, weight in weights:
        part = parts[name]
        if part is None:
            if weight:
                return None
            continue
        total += weight * Fraction(part, 1000)
    return half_up(total, decimals)


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
    return half_up(sum((Fraction(mark) for mark in kept), Fraction(0)) / len(kept), rulebook.rounding.decimals)


@carries(RuleId.RECOMMENDATION, "audit")
def recommendation(votes: Mapping[str, int], present: Mapping[str, int], rulebook: Rulebook) -> int | None:
    """The recommendation in thousandths: the share of each voter group, weighted (article 11-4)."""
    total = Fraction(0)
    for group, weight in rulebook.recommendation.weights.items():
        if not weight:
            continue
        if not present.get(group):
            return None
        total += weight * Fraction(100 * votes.get(group, 0), present[group])
    return half_up(total, rulebook.rounding.decimals)


@carries(RuleId.COMPOSITE, "audit")
def composite(
    quantification_score: int | None, speech_score: int | None, recommended: int | None, rulebook: Rulebook
) -> int | None:
    """The composite of a person for one post in thousandths (article 12)."""
    parts = {"quantification": quantification_score, "speech": speech_score, "recommendation": recommended}
    return _combined(rulebook.composite.weights.items(), parts, rulebook.rounding.decimals)
