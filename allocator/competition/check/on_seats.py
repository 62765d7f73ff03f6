"""Warnings about numbers: more people than posts or seats, and avoidance pairs that no stage can part."""

from collections.abc import Iterator

from allocator.competition.check.readiness import chief_contestants, clerk_pool, institution_pool
from allocator.competition.check.seats import is_settled
from allocator.competition.scoring import Scores
from models.common.outcome import Argument, Notice


def cleared_candidates(scores: Scores) -> Iterator[Notice]:
    """More cleared candidates than posts that present chiefs leave open (articles 5-2 and 7)."""
    bureau = scores.bureau
    cleared = [
        p
        for p, record in scores.tracks.items()
        if record.track == "candidate" and bureau.people[p].cleared and p not in bureau.assigned
    ]
    incumbents = [p for p in scores.entrants if scores.tracks[p].track == "incumbent" and p not in bureau.assigned]
    posts = max(0, len(scores.open_posts) - len(incumbents))
    if len(cleared) > posts:
        yield Notice(code="candidates_exceed_posts", args={"cleared": len(cleared), "posts": posts})


def full_pools(scores: Scores) -> Iterator[Notice]:
    """More people than seats, even if every open chief post is filled (articles 1-2, 15 and 16)."""
    bureau = scores.bureau
    seats = sum(section.headcount - 1 for section in bureau.case.sections)
    seats -= sum(1 for p in bureau.case.people if is_settled(p) and not p.chief)
    seats -= sum(1 for pin in bureau.assigned.values() if pin.role != "chief")
    clerks = len(clerk_pool(scores)) - min(len(scores.open_posts), len(chief_contestants(scores)))
    if clerks > seats:
        yield Notice(code="pool_exceeds_seats", args={"stage": "clerks", "pool": clerks, "seats": seats})
    left, institution = max(0, seats - clerks), len(institution_pool(scores))
    if institution > left:
        yield Notice(code="pool_exceeds_seats", args={"stage": "institution", "pool": institution, "seats": left})


def avoidances(scores: Scores) -> Iterator[Notice]:
    """Avoidance pairs of two fixed people of one section, and pairs that name contract staff (document 4, 7-5)."""
    people = scores.bureau.people
    for row in scores.bureau.case.avoidances:
        first, second = people[row.pair[0]], people[row.pair[1]]
        if "contract" in (first.staffing, second.staffing):
            yield Notice(code="avoidance_of_contract", args={"people": row.pair})
        elif is_settled(first) and is_settled(second) and first.section_id == second.section_id:
            args: dict[str, Argument] = {"section_id": str(first.section_id), "people": row.pair}
            yield Notice(code="avoidance_already_together", args=args)
