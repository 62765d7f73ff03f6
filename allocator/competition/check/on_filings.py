"""Warnings about wishes and votes that have no effect: no preference is passed over in silence."""

from collections.abc import Callable, Iterator

from allocator.competition.check.readiness import clerk_pool, institution_pool, willing_institution_staff
from allocator.competition.scoring import Scores
from allocator.competition.scoring.wishes import filed_wishes, filings_by_person
from models.common.outcome import Argument, Notice

Why = Callable[[str, str], str | None]
Args = dict[str, Argument]


def _outside(scores: Scores) -> Why:
    """Says why a person and a chief post are no pair of the contest; ``None`` when they are (articles 9 and 17)."""
    is_open, assigned, tracks = frozenset(scores.open_posts), scores.bureau.assigned, scores.tracks

    def why(person_id: str, section_id: str) -> str | None:
        if not tracks[person_id].entrant:
            return "not_entrant"
        if person_id in assigned:
            return "pinned"
        return None if section_id in is_open else "post_held"

    return why


def chief_filings(scores: Scores) -> Iterator[Notice]:
    """Filings of people who are no entrants, for posts that are held, or for seats a pin forbids (article 9)."""
    why = _outside(scores)
    for row in scores.bureau.case.applications:
        args: Args = {"person_id": row.person_id, "section_id": row.section_id, "round": row.round}
        if reason := why(row.person_id, row.section_id):
            yield Notice(code="filing_without_effect", args={**args, "reason": reason})
        elif (row.person_id, row.section_id, "chief") in scores.bureau.forbidden:
            yield Notice(code="filing_forbidden", args={**args, "role": "chief"})


def dropped_filings(scores: Scores) -> Iterator[Notice]:
    """Filings of an earlier round that the rulebook's reading drops (article 9-3)."""
    if scores.bureau.rulebook.applications.reading != "latest":
        return
    why = _outside(scores)
    for who, filings in filings_by_person(scores.bureau).items():
        for section_id, wish in filed_wishes(filings, scores.bureau.rulebook.applications).items():
            if wish is None and why(who, section_id) is None:
                yield Notice(code="dropped_by_latest", args={"person_id": who, "section_id": section_id})


def ballots(scores: Scores) -> Iterator[Notice]:
    """Votes for people who are no entrants or for posts that are held (articles 9 and 11)."""
    why = _outside(scores)
    voted = {(row.person_id, row.section_id) for row in scores.bureau.case.ballots if row.votes > 0}
    for person_id, section_id in voted:
        if reason := why(person_id, section_id):
            args = {"person_id": person_id, "section_id": section_id, "reason": reason}
            yield Notice(code="ballot_without_effect", args=args)


def clerk_filings(scores: Scores) -> Iterator[Notice]:
    """Filings of people who take no part in mutual choice, or for seats a pin forbids (articles 15 and 16)."""
    clerks, institution = frozenset(clerk_pool(scores)), frozenset(willing_institution_staff(scores))
    for row in scores.bureau.case.clerk_applications:
        args: Args = {"person_id": row.person_id, "section_id": row.section_id, "round": row.round}
        if row.person_id not in clerks and row.person_id not in institution:
            yield Notice(code="clerk_filing_without_effect", args=args)
            continue
        role = "clerk" if row.person_id in clerks else "institution"
        if (row.person_id, row.section_id, role) in scores.bureau.forbidden:
            yield Notice(code="filing_forbidden", args={**args, "role": role})


def picks(scores: Scores) -> Iterator[Notice]:
    """Listings of people who are in neither pool (articles 15-3 and 16)."""
    filed = bool(scores.bureau.case.clerk_applications)
    pool = {*clerk_pool(scores), *(institution_pool(scores) if filed else willing_institution_staff(scores))}
    for row in scores.bureau.case.picks:
        if row.person_id not in pool:
            args = {"person_id": row.person_id, "section_id": row.section_id}
            yield Notice(code="pick_without_effect", args=args)
