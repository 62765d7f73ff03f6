"""Why somebody has no seat at the end of a stage."""

from allocator.competition.pools.institution import InstitutionContest
from allocator.competition.pools.room import Room
from allocator.competition.results import LeftOut
from allocator.competition.scoring import Scores
from models.competition.codes import UnplacedReason
from models.competition.standing import Standing


def clerk_reasons(scores: Scores, people: tuple[str, ...], after: Standing) -> tuple[LeftOut, ...]:
    """Reasons of the clerks' pool at the final state: no seat anywhere, or only seats that rules close."""
    room = Room(scores.bureau, after, "clerk")
    reason = clerk_reason(room)
    return tuple(LeftOut(p, scores.tracks[p].track, reason) for p in sorted(people) if p not in after.seated)


def clerk_reason(room: Room) -> UnplacedReason:
    """``no_seat`` when no section has a free seat, else ``closed``: retention or avoidance closes them."""
    return "closed" if any(free > 0 for free in room.free.values()) else "no_seat"


def institution_reasons(scores: Scores, contest: InstitutionContest, after: Standing) -> tuple[LeftOut, ...]:
    """Reasons of all institution staff without a seat at the end, those outside the pool included."""
    room = Room(scores.bureau, after, "institution")
    ranks = scores.bureau.pick_rank
    found = list(contest.not_in_pool)
    for person_id in contest.people:
        if person_id in after.seated:
            continue
        wishes = [
            s
            for s in contest.filed[person_id]
            if person_id in ranks.get(s, {})
            or (s in contest.required_people and scores.bureau.is_original(person_id, s))
        ]
        found.append(LeftOut(person_id, "institution", _institution_reason(room, person_id, wishes)))
    return tuple(sorted(found, key=lambda left: left.person_id))


def _institution_reason(room: Room, person_id: str, wishes: list[str]) -> UnplacedReason:
    if not wishes:
        return "not_listed"
    with_seats = [s for s in wishes if room.free[s] > 0]
    if with_seats and all(room.closed_by(person_id, s) is not None for s in with_seats):
        return "closed"
    return "no_seat"
