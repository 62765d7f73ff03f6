"""The turns of people who are directed with the same quantification, chosen so that each comes where it was decided."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from allocator.competition.pools import MutualContest
from allocator.competition.rules.direction import Director
from allocator.competition.rules.seating import Seating, play_rounds
from allocator.competition.scoring import Scores

MOST = 10_000
"""How many turns are tried among equals before a decision counts as one that the procedure does not come to."""

Turn = tuple[str, str | None]
State = frozenset[Turn]
Fits = Callable[[str, str | None], bool]


class Turns:
    """Looks for an order of equals, everybody else in the order of the regulation.

    ``decided`` are the sections whose people are to come out as decided; where the rest go is left open.
    """

    def __init__(self, scores: Scores, contest: MutualContest, decided: Mapping[str, frozenset[str]]) -> None:
        self._scores, self._contest, self._decided = scores, contest, decided
        self._wanted = {person_id: section_id for section_id, people in decided.items() for person_id in people}
        self._seating = Seating("clerks", contest.room)

    def order(self) -> tuple[str, ...] | None:
        """The pool in an order in which the procedure comes to the decision; ``None`` where none was found."""
        contest, seating = self._contest, self._seating
        first = self._directed([p for p in contest.people if p in contest.withdrawn])
        if first is None:
            return None
        play_rounds(seating, contest.mutual, contest.rounds())
        chosen = [p for p in contest.people if p in seating.members and p not in contest.withdrawn]
        rest = self._directed([p for p in contest.people if p not in contest.withdrawn and p not in seating.members])
        return None if rest is None else (*first, *chosen, *rest)

    def _directed(self, group: Sequence[str]) -> tuple[str, ...] | None:
        director = Director(self._scores, self._contest, self._seating)
        found: list[str] = []
        for _, alike in groupby(group, key=lambda p: self._scores.people[p].quantification):
            order = _Equals(director, tuple(alike), self._fits).order()
            if order is None:
                return None
            found += order
        return tuple(found)

    def _fits(self, person_id: str, section_id: str | None) -> bool:
        """Whether a person may come to a section, or to none, as far as was decided."""
        return self._wanted.get(person_id) == (section_id if section_id in self._decided else None)


class _Equals:
    """Tries the turns of some equals, those of the draw first, going back where somebody comes to a wrong section."""

    def __init__(self, director: Director, people: tuple[str, ...], fits: Fits) -> None:
        self._director, self._people, self._fits = director, people, fits
        self._failed: set[State] = set()
        self._taken: list[Turn] = []
        self._tried = 0

    def order(self) -> list[str] | None:
        """The turns, with everybody seated; ``None``, with nobody seated, where no turns will do."""
        stack = [self._next()]
        while len(self._taken) < len(self._people):
            turn = next(stack[-1], None)
            if turn is not None and self._tried < MOST:
                self._take(*turn)
                stack.append(self._next())
                continue
            self._failed.add(frozenset(self._taken))
            stack.pop()
            if not stack:
                return None
            self._take_back()
        return [person_id for person_id, _ in self._taken]

    def _next(self) -> Iterator[Turn]:
        """Whoever could come next, with the section where he would be directed."""
        done = {person_id for person_id, _ in self._taken}
        for person_id in self._people:
            if person_id in done:
                continue
            place = self._director.section_for(person_id)
            turn = (person_id, None if place is None else place[1])
            if self._fits(*turn) and frozenset((*self._taken, turn)) not in self._failed:
                yield turn

    def _take(self, person_id: str, section_id: str | None) -> None:
        self._tried += 1
        self._taken.append((person_id, section_id))
        if section_id is not None:
            self._director.seat(person_id, section_id)

    def _take_back(self) -> None:
        person_id, section_id = self._taken.pop()
        if section_id is not None:
            self._director.unseat(person_id)
