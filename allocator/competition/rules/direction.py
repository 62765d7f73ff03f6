"""Direction by the leadership (领导组安排) of those who take no mutual seat (articles 15-1 and 15-6)."""

import heapq
from collections.abc import Sequence

from allocator.competition.pools import MutualContest, clerk_reason
from allocator.competition.results import LeftOut
from allocator.competition.rules.seating import Seating
from allocator.competition.scoring import Scores
from models.common.base import thousandths_text
from models.common.rules import carries
from models.competition.rule_ids import RuleId
from models.competition.standing import Member

FILED_AND_LISTED, FILED_ONLY, LISTED_ONLY, NEITHER = 1, 2, 3, 4


@carries(RuleId.DIRECTION, "procedure")
def direct(scores: Scores, contest: MutualContest, seating: Seating, group: Sequence[str]) -> list[LeftOut]:
    """Directs a group of people, given in the order quantification descending, draw descending.

    Each goes to the allowed section that comes first by:

    1. the wishes: filed and listed, filed only, listed only, neither;
    2. within the first two, the earliest round in which he filed for it;
    3. the most free seats, then the section id.

    Returns those for whom no section was allowed, with the reason at that moment.
    """
    director = Director(scores, contest, seating)
    left: list[LeftOut] = []
    for person_id in group:
        best = director.section_for(person_id)
        if best is None:
            reason = clerk_reason(seating.room)
            left.append(LeftOut(person_id, scores.tracks[person_id].track, reason))
            seating.say("unplaced", RuleId.DIRECTION, person_id=person_id, reason=reason)
            continue
        wish, section_id = best
        director.seat(person_id, section_id)
        seating.say(
            "directed",
            RuleId.DIRECTION,
            person_id=person_id,
            section_id=section_id,
            wish=wish,
            quantification=thousandths_text(scores.people[person_id].quantification or 0),
        )
    return left


class Director:
    """Directs one person at a time, in whatever order; a seat given may be taken away again."""

    def __init__(self, scores: Scores, contest: MutualContest, seating: Seating) -> None:
        self._scores, self._contest, self._seating = scores, contest, seating
        self._open = _FreeSections(seating)

    def section_for(self, person_id: str) -> tuple[int, str] | None:
        """The wish that counts and the section where the person would be directed now; ``None``: no section is open."""
        named = _named_section(self._scores, self._contest, self._seating, person_id)
        return named or self._open.first_allowed(person_id)

    def seat(self, person_id: str, section_id: str) -> None:
        """Directs the person to a section."""
        self._seating.seat(Member(person_id=person_id, section_id=section_id, role="clerk", basis="directed"))
        self._open.refresh(section_id)

    def unseat(self, person_id: str) -> None:
        """Takes back that the person was directed."""
        section_id = self._seating.members[person_id].section_id
        self._seating.unseat(person_id)
        self._open.refresh(section_id)


def _named_section(scores: Scores, contest: MutualContest, seating: Seating, person_id: str) -> tuple[int, str] | None:
    """The first allowed section among those that the person filed for or that list him."""
    ranks = scores.bureau.pick_rank
    filed = contest.filed[person_id]
    found: list[tuple[int, int, int, str]] = []
    for section_id in contest.named[person_id]:
        if not seating.room.allowed(person_id, section_id):
            continue
        listed = person_id in ranks.get(section_id, {})
        wish = (FILED_AND_LISTED if listed else FILED_ONLY) if section_id in filed else LISTED_ONLY
        found.append((wish, filed.get(section_id, 0), -seating.room.free[section_id], section_id))
    if not found:
        return None
    wish, _, _, section_id = min(found)
    return wish, section_id


class _FreeSections:
    """The sections by most free seats, then id; entries of a section that has changed since are dropped."""

    def __init__(self, seating: Seating) -> None:
        self._room = seating.room
        self._heap = [(-free, section) for section, free in seating.room.free.items() if free > 0]
        heapq.heapify(self._heap)

    def refresh(self, section_id: str) -> None:
        """Notes that the free seats of a section are others than before."""
        if self._room.free[section_id] > 0:
            heapq.heappush(self._heap, (-self._room.free[section_id], section_id))

    def first_allowed(self, person_id: str) -> tuple[int, str] | None:
        """The first section open to a person whom neither side named."""
        passed: list[tuple[int, str]] = []
        found: tuple[int, str] | None = None
        while self._heap and found is None:
            entry = heapq.heappop(self._heap)
            if -entry[0] != self._room.free[entry[1]]:
                continue
            passed.append(entry)
            if self._room.allowed(person_id, entry[1]):
                found = (NEITHER, entry[1])
        for entry in passed:
            heapq.heappush(self._heap, entry)
        return found
