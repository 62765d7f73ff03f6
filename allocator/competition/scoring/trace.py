"""The trace of a person's part and scores: each number, the parts it was made from, and its article."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from allocator.competition.scoring.dates import full_years
from allocator.competition.scoring.people import counted_reviews, kept_marks
from allocator.competition.scoring.rounding import half_up
from allocator.competition.scoring.scores import Scores
from allocator.competition.scoring.tracks import dissatisfied_share, service_bar
from models.common.base import thousandths_text
from models.common.canonical import decimal_text
from models.competition.rule_ids import RULES, RuleId

Argument = str | int | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TraceLine:
    """One number or finding of a trace: its rule, the sentence ``trace.<code>`` with its arguments, and its value.

    Arguments named after a kind of word (``part``, ``score``, ``voters``, ``rank``, ``bar``) are codes, which
    ``words.scores.say_trace`` names when it says the line; every other argument is an id, a number or a list of them
    as they stand. ``value`` is exact text, or ``None`` for what cannot be computed.
    """

    rule: RuleId
    code: str
    args: Mapping[str, Argument]
    value: str | None

    @property
    def article(self) -> str:
        """The article the number comes from."""
        return RULES[self.rule].article


def exact_text(value: Fraction | Decimal | int) -> str:
    """An exact number: a decimal where it ends, else a fraction in lowest terms."""
    if isinstance(value, Decimal):
        return decimal_text(value)
    value = Fraction(value)
    twos_and_fives, places = value.denominator, 0
    while twos_and_fives % 10 == 0 or twos_and_fives % 2 == 0 or twos_and_fives % 5 == 0:
        twos_and_fives //= 10 if twos_and_fives % 10 == 0 else 2 if twos_and_fives % 2 == 0 else 5
        places += 1
    if twos_and_fives != 1:
        return str(value)
    return decimal_text(Decimal(int(value * 10**places)).scaleb(-places))


def points(thousandths: int) -> Fraction:
    """A score in thousandths as an exact number of points."""
    return Fraction(thousandths, 1000)


def rounded_line(rule: RuleId, score: str, exact: Fraction, decimals: int) -> TraceLine:
    """The last step of a score: the exact sum or mean, rounded half up."""
    value = thousandths_text(half_up(exact.numerator, exact.denominator, decimals))
    args: dict[str, Argument] = {"score": score, "exact": exact_text(exact), "decimals": decimals, "result": value}
    return TraceLine(rule, "rounded", args, value)


def missing_line(rule: RuleId, score: str) -> TraceLine:
    """A score that what is recorded does not suffice for."""
    return TraceLine(rule, "score_missing", {"score": score}, None)


def weighted_lines(
    rule: RuleId, score: str, shares: Mapping[str, Fraction], marks: Mapping[str, Decimal | Fraction], decimals: int
) -> Iterator[TraceLine]:
    """The parts of a weighted sum in the rulebook's order, and the sum rounded."""
    if not marks:
        yield missing_line(rule, score)
        return
    total = Fraction(0)
    used = {part: share for part, share in shares.items() if share}
    for part, share in used.items():
        if part not in marks:
            yield TraceLine(rule, "part_missing", {"part": part}, None)
            continue
        product = share * Fraction(marks[part])
        total += product
        args: dict[str, Argument] = {"part": part, "mark": exact_text(marks[part]), "weight": exact_text(share)}
        product_text = exact_text(product)
        yield TraceLine(rule, "weighted_part", {**args, "product": product_text}, product_text)
    if used.keys() <= marks.keys():
        yield rounded_line(rule, score, total, decimals)
    else:
        yield missing_line(rule, score)


def mean_lines(rule: RuleId, score: str, marks: Sequence[Decimal], decimals: int) -> Iterator[TraceLine]:
    """The marks a mean is taken of, and the mean rounded."""
    if not marks:
        yield missing_line(rule, score)
        return
    total = sum(map(Fraction, marks), Fraction(0))
    args: dict[str, Argument] = {"marks": _texts(marks), "count": len(marks)}
    yield TraceLine(rule, "mean_of", args, exact_text(total))
    yield rounded_line(rule, score, total / len(marks), decimals)


def _texts(marks: Sequence[Decimal]) -> tuple[str, ...]:
    return tuple(map(decimal_text, marks))


def _track_lines(scores: Scores, person_id: str) -> Iterator[TraceLine]:
    person, record = scores.bureau.people[person_id], scores.tracks[person_id]
    yield TraceLine(RuleId.TRACK, f"track_{record.track}", {}, record.track)
    if person.staffing == "administrative" and not person.fixed:
        yield _eligibility_line(scores, person_id)
    poll = next((row for row in scores.bureau.case.satisfaction if row.person_id == person_id), None)
    share = dissatisfied_share(poll)
    if poll is not None and share is not None:
        limit = scores.bureau.rulebook.eligibility.dissatisfied_below
        cast = poll.satisfied + poll.basic + poll.dissatisfied
        args: dict[str, Argument] = {
            "dissatisfied": poll.dissatisfied,
            "cast": cast,
            "share": str(share),
            "limit": str(limit),
        }
        yield TraceLine(RuleId.ENTRANT, "dissatisfied", args, str(share))
    if record.entrant:
        yield TraceLine(RuleId.ENTRANT, "entrant", {}, "yes")
    code = "not_candidate" if record.track == "clerk" else "not_entrant"
    for bar in record.bars:
        yield TraceLine(RuleId.ENTRANT, code, {"bar": bar}, "no")
    if record.withdrawn:
        yield TraceLine(RuleId.WITHDRAWN, "withdrawn", {}, "yes")


def _eligibility_line(scores: Scores, person_id: str) -> TraceLine:
    person, rules = scores.bureau.people[person_id], scores.bureau.rulebook.eligibility
    reference_date = scores.bureau.case.case.reference_date
    bar, needed = service_bar(person, rules, reference_date), rules.years.get(person.rank, 0)
    args: dict[str, Argument] = {"rank": person.rank}
    if bar == "rank":
        return TraceLine(RuleId.ELIGIBILITY, "rank_never", args, "no")
    if needed == 0:
        return TraceLine(RuleId.ELIGIBILITY, "rank_at_once", args, "yes")
    args["needed"] = needed
    if person.rank_since is None:
        return TraceLine(RuleId.ELIGIBILITY, "rank_undated", args, "no")
    args["since"], args["date"] = person.rank_since.isoformat(), reference_date.isoformat()
    args["years"] = full_years(person.rank_since, reference_date)
    return TraceLine(RuleId.ELIGIBILITY, "rank_service", args, "no" if bar else "yes")


def _quantification_lines(scores: Scores, person_id: str) -> Iterator[TraceLine]:
    rules, own = scores.bureau.rulebook, scores.people[person_id]
    found = {"exam": own.exam, "appraisal": own.appraisal, "review": own.review}
    parts = {name: points(value) for name, value in found.items() if value is not None}
    shares = {str(name): share for name, share in rules.quantification.weights.items()}
    rule = RuleId.QUANTIFICATION
    yield from weighted_lines(rule, "quantification_base", shares, parts, rules.rounding.decimals)
    if own.quantification is None:
        return
    rank = scores.bureau.people[person_id].rank
    bonus = rules.quantification.bonus.get(rank, 0)
    yield TraceLine(rule, "bonus", {"rank": rank, "bonus": bonus}, str(bonus))
    value = thousandths_text(own.quantification)
    yield TraceLine(rule, "total", {"score": "quantification", "result": value}, value)


def _speech_lines(scores: Scores, person_id: str) -> Iterator[TraceLine]:
    marks = [row.score for row in scores.bureau.case.speeches if row.person_id == person_id]
    if not marks:
        return
    rules = scores.bureau.rulebook
    args: dict[str, Argument] = {
        "marks": _texts(sorted(marks)),
        "high": rules.speech.drop_highest,
        "low": rules.speech.drop_lowest,
    }
    yield TraceLine(RuleId.SPEECH, "marks_dropped", args, str(len(marks)))
    yield from mean_lines(RuleId.SPEECH, "speech", kept_marks(marks, rules.speech), rules.rounding.decimals)


def trace_person(scores: Scores, person_id: str) -> tuple[TraceLine, ...]:
    """How one person's track and named scores came about, part by part, in the order of the articles.

    Raises:
        KeyError: when the bureau has no such person.
    """
    case, rules = scores.bureau.case, scores.bureau.rulebook
    decimals = rules.rounding.decimals
    exams = {who.person_id: who.marks for who in case.exams if who.person_id == person_id}
    appraisals = {who.person_id: who.marks for who in case.appraisals if who.person_id == person_id}
    reviews = [row for row in case.reviews if row.person_id == person_id]
    counted = counted_reviews([row.score for row in reviews], rules.review)
    years = tuple(str(row.year) for row in reviews[-rules.review.years :])
    lines = [*_track_lines(scores, person_id)]
    for rule, name, shares, rows in (
        (RuleId.EXAM, "exam", rules.exam.weights, exams),
        (RuleId.APPRAISAL, "appraisal", rules.appraisal.weights, appraisals),
    ):
        lines += weighted_lines(rule, name, shares, rows.get(person_id, {}), decimals)
    if years:
        lines.append(TraceLine(RuleId.REVIEW, "review_years", {"years": years, "most": rules.review.years}, None))
    lines += mean_lines(RuleId.REVIEW, "review", counted, decimals)
    lines += _quantification_lines(scores, person_id)
    lines += _speech_lines(scores, person_id)
    return tuple(lines)
