"""Warnings about people: marks without effect, service that cannot be counted, records the regulation asks for."""

from collections.abc import Iterator

from allocator.competition.scoring import Scores
from models.common.outcome import Notice


def _of(code: str, person_id: str, **args: str | int | tuple[str, ...]) -> Notice:
    return Notice(code=code, args={"person_id": person_id, **args})


def withdrawals(scores: Scores) -> Iterator[Notice]:
    """Present chiefs should not withdraw (article 2-1); whoever could not enter cannot withdraw either."""
    for who, record in scores.tracks.items():
        if scores.bureau.people[who].bid == "withdraw":
            if record.track == "incumbent":
                yield _of("incumbent_withdraws", who)
            elif not record.withdrawn:
                yield _of("withdraw_without_effect", who)


def bids_without_effect(scores: Scores) -> Iterator[Notice]:
    """A wish to compete that rank, service or staffing does not allow is not passed over in silence (article 2-2)."""
    for who, record in scores.tracks.items():
        if scores.bureau.people[who].bid == "compete" and record.track not in ("incumbent", "candidate"):
            yield _of("compete_without_effect", who)


def marks_without_effect(scores: Scores) -> Iterator[Notice]:
    """Marks that the person's staffing or track leaves without meaning (articles 2 and 7)."""
    for who, record in scores.tracks.items():
        person = scores.bureau.people[who]
        if person.fixed and record.track == "contract":
            yield _of("fixed_without_effect", who)
        if person.chief and record.track in ("contract", "institution"):
            yield _of("chief_without_effect", who)
        if person.cleared and record.track not in ("incumbent", "candidate"):
            yield _of("cleared_without_effect", who)
        if record.track == "incumbent" and person.section_id is None:
            yield _of("incumbent_without_section", who)


def service_dates(scores: Scores) -> Iterator[Notice]:
    """Service that cannot be counted: no date for a rank that needs years, or one after the reference date."""
    years = scores.bureau.rulebook.eligibility.years
    today = scores.bureau.case.case.reference_date
    for who, record in scores.tracks.items():
        person = scores.bureau.people[who]
        counts = record.track in ("candidate", "clerk") and years.get(person.rank, 0) > 0
        if counts and person.rank_since is None:
            yield _of("rank_since_missing", who)
        elif person.rank_since is not None and person.rank_since > today:
            yield _of("rank_since_after_reference", who, date=person.rank_since.isoformat())


def failed_clerks(scores: Scores) -> Iterator[Notice]:
    """A failed review of qualifications does not keep a clerk from being placed (article 3-2)."""
    for who, record in scores.tracks.items():
        if record.track == "clerk" and scores.bureau.people[who].review == "fail":
            yield _of("review_fail_clerk", who)


def reviews(scores: Scores) -> Iterator[Notice]:
    """Fewer annual reviews than the regulation averages, and reviews of years still to come (article 8)."""
    asked = scores.bureau.rulebook.review.years
    this_year = scores.bureau.case.case.reference_date.year
    count: dict[str, int] = {}
    for row in scores.bureau.case.reviews:
        count[row.person_id] = count.get(row.person_id, 0) + 1
        if row.year > this_year:
            yield _of("review_after_reference", row.person_id, year=row.year)
    for who, years in count.items():
        if years < asked:
            yield _of("fewer_reviews_than_asked", who, years=years, asked=asked)


def incomplete_chiefs(scores: Scores) -> Iterator[Notice]:
    """Fixed chiefs sit the exam and both polls, present chiefs the satisfaction poll (articles 2-1 and 5)."""
    case = scores.bureau.case
    exams, appraisals = ({row.person_id for row in rows} for rows in (case.exams, case.appraisals))
    polls = {row.person_id for row in case.satisfaction}
    for who, record in scores.tracks.items():
        if record.track == "incumbent" and who not in polls:
            yield _of("incumbent_without_satisfaction", who)
        if record.track == "fixed" and scores.bureau.people[who].chief:
            missing = {
                "exams": bool(exams) and who not in exams,
                "appraisals": bool(appraisals) and who not in appraisals,
                "satisfaction": who not in polls,
            }
            tables = tuple(table for table, lacks in missing.items() if lacks)
            if tables:
                yield _of("fixed_chief_without_records", who, missing=tables)


def pinned_people(scores: Scores) -> Iterator[Notice]:
    """A pin seats even those without consent or with a failed review, but not unseen (article 17)."""
    for who, pin in scores.bureau.assigned.items():
        person = scores.bureau.people[who]
        if pin.role == "institution" and not person.consent:
            yield _of("pinned_without_consent", who, section_id=pin.section_id)
        if person.review == "fail":
            yield _of("pinned_review_fail", who, section_id=pin.section_id)
