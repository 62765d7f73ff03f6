"""Whether another draw, with nothing else changed, would have given one person a seat that he lost by the procedure."""

from collections.abc import Iterable
from dataclasses import replace

from allocator.competition.pools import MutualContest, Room
from allocator.competition.rules.chiefs import contest_chiefs
from allocator.competition.rules.direction import Director
from allocator.competition.rules.redrawn import ABOVE, Redrawn
from allocator.competition.rules.seating import Seating
from allocator.competition.scoring import Scores
from models.competition.standing import Standing

MOST = 1_000
"""How many turns of equals are tried for one seat."""


def wins_if_drawn(scores: Scores, before: Standing, person_id: str, section_id: str) -> bool:
    """Whether the person wins the chief post where the draw puts this pair before all equals, on both sides."""
    draws = {(person_id, section_id): ABOVE + scores.bureau.pair_lot(person_id, section_id)}
    favoured = replace(scores, bureau=Redrawn.of(scores.bureau, draws))
    return contest_chiefs(favoured, before).standing.chief_of(section_id) == person_id


def directed_if_drawn(
    scores: Scores, contest: MutualContest, start: Standing, equals: Iterable[str], person_id: str, section_id: str
) -> bool:
    """Whether some turns of the equals direct the person to the section.

    Args:
        scores: everything articles 2 to 12 give.
        contest: the clerks' stage before it began.
        start: who sat where when the first of the equals was directed.
        equals: the people directed with the person's quantification, himself among them, in the order of the draw.
        person_id: whom it is about.
        section_id: the section he did not come to.
    """
    seating = Seating("clerks", Room(scores.bureau, start, "clerk"))
    director = Director(scores, contest, seating)
    others = tuple(one for one in equals if one != person_id)
    seen: set[frozenset[tuple[str, str]]] = set()
    taken: list[tuple[str, str]] = []

    def arrives() -> bool:
        """Whether he comes there now, or after some of the others still waiting."""
        place = director.section_for(person_id)
        if place is not None and place[1] == section_id:
            return True
        gone = {one for one, _ in taken}
        for other in others:
            place = None if other in gone else director.section_for(other)
            if place is None or len(seen) >= MOST:
                continue
            state = frozenset((*taken, (other, place[1])))
            if state in seen:
                continue
            seen.add(state)
            taken.append((other, place[1]))
            director.seat(other, place[1])
            found = len(taken) < DEEPEST and arrives()
            director.unseat(other)
            taken.pop()
            if found:
                return True
        return False

    return arrives()


DEEPEST = 200
"""How many equals at most are sent ahead of the person."""
