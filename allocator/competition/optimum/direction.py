"""Seating the people whom neither side's wishes place, in the order in which the leadership directs (article 15-6)."""

import bisect
from collections.abc import Iterator, Sequence

from allocator.competition.bureau import Bureau
from allocator.competition.optimum.completion import Completion
from allocator.competition.optimum.neutral import NeutralSeats
from allocator.competition.pools import MutualContest
from models.common.rules import carries
from models.competition.rule_ids import RuleId
from models.competition.standing import Member


def waiting(bureau: Bureau, contest: MutualContest, seats: NeutralSeats, settled: Sequence[Member]) -> Completion:
    """Who is left to be directed when the mutual and one-sided seats are taken, and how most of them can be seated.

    Args:
        bureau: the case with its look-ups.
        contest: the clerks' stage at its start.
        seats: the neutral seats at its start.
        settled: the mutual and one-sided seats taken.
    """
    room = contest.room.copy()
    for member in settled:
        room.take(member.person_id, member.section_id)
    taken = {member.person_id for member in settled}
    completion = Completion(bureau, room, seats, (p for p in contest.people if p not in taken))
    completion.prepare()
    return completion


@carries(RuleId.DIRECTION, "level")
def seated(completion: Completion) -> Iterator[Member]:
    """Directs the rest to sections that neither side named.

    In the order of direction each takes, of the allowed neutral sections with which as many people as possible
    still find a seat, the one with the most free seats, then the lowest section id; whoever has none stays unplaced.
    """
    room = completion.room
    by_space = sorted((-room.free[s], s) for s in completion.sections)
    for person_id in list(completion.waiting):
        section_id = next((s for _, s in by_space if completion.try_seat(person_id, s)), None)
        if section_id is None:
            completion.give_up(person_id)
            continue
        by_space.remove((-room.free[section_id] - 1, section_id))
        bisect.insort(by_space, (-room.free[section_id], section_id))
        yield Member(person_id=person_id, section_id=section_id, role="clerk", basis="directed")
