"""The named scores of a person: exam, appraisal, review, quantification and speech (articles 4, 6, 8 and 10).

Every score is a whole number of thousandths, or ``None`` when what is recorded does not suffice for it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from allocator.competition.bureau import Bureau
from allocator.competition.scoring.rounding import Weights, mean
from models.common.rules import carries
from models.competition.codes import Rank
from models.competition.records import Appraisal, Exam
from models.competition.rule_ids import RuleId
from models.competition.rulebook import ReviewRules, SpeechRules


@dataclass(frozen=True, slots=True)
class PersonScores:
    """One person's named scores in thousandths; ``None`` where records are missing."""

    person_id: str
    exam: int | None
    appraisal: int | None
    review: int | None
    quantification: int | None
    speech: int | None


@carries(RuleId.EXAM, "score")
def exam_score(row: Exam | None, weights: Weights, decimals: int) -> int | None:
    """The weighted sum of the exam papers (article 4-3)."""
    return None if row is None else weights.of_marks(row.marks, decimals)


@carries(RuleId.APPRAISAL, "score")
def appraisal_score(row: Appraisal | None, weights: Weights, decimals: int) -> int | None:
    """The weighted sum of the heads of the democratic appraisal (article 6)."""
    return None if row is None else weights.of_marks(row.marks, decimals)


def counted_reviews(scores_by_year: Sequence[Decimal], rules: ReviewRules) -> Sequence[Decimal]:
    """The annual reviews that count: those of the last years on record, given oldest first (article 8)."""
    return scores_by_year[-rules.years :]


@carries(RuleId.REVIEW, "score")
def review_score(scores_by_year: Sequence[Decimal], rules: ReviewRules, decimals: int) -> int | None:
    """The mean of the last years' annual reviews; of fewer where fewer are on record (article 8)."""
    return mean(counted_reviews(scores_by_year, rules), decimals)


@carries(RuleId.QUANTIFICATION, "score")
def quantification_score(
    parts: Mapping[str, int | None], rank: Rank, weights: Weights, bonus: Mapping[Rank, int], decimals: int
) -> int | None:
    """The weighted sum of exam, appraisal and review, rounded, and then the bonus of the rank (article 8)."""
    base = weights.of_scores(parts, decimals)
    return None if base is None else base + 1000 * bonus.get(rank, 0)


def kept_marks(marks: Sequence[Decimal], rules: SpeechRules) -> Sequence[Decimal]:
    """The marks of a speech, lowest first, without the highest and lowest that are dropped (article 10)."""
    return sorted(marks)[rules.drop_lowest : max(len(marks) - rules.drop_highest, 0)]


@carries(RuleId.SPEECH, "score")
def speech_score(marks: Sequence[Decimal], rules: SpeechRules, decimals: int) -> int | None:
    """The mean of the marks that are kept; ``None`` when none is left after dropping (article 10)."""
    return mean(kept_marks(marks, rules), decimals)


def reviews_by_person(bureau: Bureau) -> dict[str, list[Decimal]]:
    """Everybody's annual review scores, oldest year first."""
    found: dict[str, list[Decimal]] = {}
    for row in bureau.case.reviews:
        found.setdefault(row.person_id, []).append(row.score)
    return found


def speeches_by_person(bureau: Bureau) -> dict[str, list[Decimal]]:
    """The judges' marks of everybody who spoke."""
    found: dict[str, list[Decimal]] = {}
    for row in bureau.case.speeches:
        found.setdefault(row.person_id, []).append(row.score)
    return found


def people_scores(bureau: Bureau) -> dict[str, PersonScores]:
    """The named scores of everybody, by person id, in id order."""
    rules, decimals = bureau.rulebook, bureau.rulebook.rounding.decimals
    exam_weights, appraisal_weights = Weights.of(rules.exam.weights), Weights.of(rules.appraisal.weights)
    quantification_weights = Weights.of(rules.quantification.weights)
    exams = {row.person_id: row for row in bureau.case.exams}
    appraisals = {row.person_id: row for row in bureau.case.appraisals}
    reviews, speeches = reviews_by_person(bureau), speeches_by_person(bureau)
    found = {}
    for person in bureau.case.people:
        who = person.person_id
        exam = exam_score(exams.get(who), exam_weights, decimals)
        appraisal = appraisal_score(appraisals.get(who), appraisal_weights, decimals)
        review = review_score(reviews.get(who, ()), rules.review, decimals)
        parts = {"exam": exam, "appraisal": appraisal, "review": review}
        quantification = quantification_score(
            parts, person.rank, quantification_weights, rules.quantification.bonus, decimals
        )
        speech = speech_score(speeches.get(who, ()), rules.speech, decimals)
        found[who] = PersonScores(who, exam, appraisal, review, quantification, speech)
    return found
