"""Seating the people whom neither side's wishes place, in the order in which the leadership directs (article 15-6)."""

import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from allocator.bureau import Bureau
from allocator.optimum.completion import Completion
from allocator.optimum.neutral import NeutralSeats
from allocator.pools import MutualContest
from models.rule_ids import RuleId, carries
from models.standing import Member


@dataclass(frozen=True)
class Directed:
    """The neutral seats taken; ``missing`` is by how many people they fall short of the number to be seated.

    ``in_the_way`` are then the people who contend for too few seats.
    """

    members: tuple[Member, ...]
    missing: int
    in_the_way: frozenset[str]


@carries(RuleId.DIRECTION, "level")
def seat_neutral(
    bureau: Bureau, contest: MutualContest, seats: NeutralSeats, settled: Sequence[Member], needed: int | None
) -> Directed:
    """Directs the rest to sections that neither side named.

    In the order of direction each takes, of the allowed neutral sections with which as many people as possible
    still find a seat, the one with the most free seats, then the lowest section id; whoever has none stays unplaced.

    Args:
        bureau: the case with its look-ups.
        contest: the clerks' stage at its start.
        seats: the neutral seats at its start.
        settled: the mutual and one-sided seats taken.
        needed: how many of the rest must be seated; ``None`` for as many as can be.
    """
    room = contest.room.copy()
    for member in settled:
        room.take(member.person_id, member.section_id)
    taken = {member.person_id for member in settled}
    completion = Completion(bureau, room, seats, (p for p in contest.people if p not in taken))
    possible = completion.prepare()
    missing = 0 if needed is None else max(0, needed - possible)
    in_the_way = completion.in_the_way() if missing else frozenset[str]()
    by_space = sorted((-room.free[s], s) for s in seats.open)
    members: list[Member] = []
    for person_id in list(completion.waiting):
        section_id = next((s for _, s in by_space if completion.try_seat(person_id, s)), None)
        if section_id is None:
            completion.give_up(person_id)
            continue
        by_space.remove((-room.free[section_id] - 1, section_id))
        bisect.insort(by_space, (-room.free[section_id], section_id))
        members.append(Member(person_id=person_id, section_id=section_id, role="clerk", basis="directed"))
    return Directed(tuple(members), missing, in_the_way)
