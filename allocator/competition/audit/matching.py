"""How many people can still be seated: a small matching of people and sections, with retention and avoidance."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from allocator.competition.audit.board import Board

Assignment = dict[str, str]


@dataclass
class Matching:
    """People to be seated as clerks on a board, each in one of the sections open to him.

    ``reach`` gives those sections. The board is not changed: seats already taken belong on it.
    """

    board: Board
    reach: Mapping[str, Iterable[str]]

    def seat(self, people: Iterable[str], need: int) -> Assignment | None:
        """An assignment that seats at least ``need`` of the people, ``None`` if there is none.

        People who avoid each other may fall together in the flow; then one of the two is kept out of that section,
        first the one, then the other, which covers every possibility.
        """
        return self._apart(sorted(people), need, frozenset())

    def _apart(self, people: list[str], need: int, banned: frozenset[tuple[str, str]]) -> Assignment | None:
        found = _Flow(self, banned).largest(people, need)
        if len(found) < need:
            return None
        clash = self._clash(found)
        if clash is None:
            return found
        section, pair = clash
        for person in pair:
            answer = self._apart(people, need, banned | {(person, section)})
            if answer is not None:
                return answer
        return None

    def _clash(self, found: Assignment) -> tuple[str, tuple[str, str]] | None:
        for person in sorted(found):
            for other in self.board.facts.avoided.get(person, ()):
                if found.get(other) == found[person]:
                    return found[person], (person, other)
        return None


class _Flow:
    """The same without avoidance between the people themselves: a flow, grown by one person at a time."""

    def __init__(self, matching: Matching, banned: frozenset[tuple[str, str]]) -> None:
        self.board, self.reach, self.banned = matching.board, matching.reach, banned
        self.at: Assignment = {}
        self.inside: dict[str, set[str]] = {}

    def largest(self, people: list[str], need: int) -> Assignment:
        """Seats people one after the other until ``need`` are seated or nobody more can be."""
        for person in people:
            if len(self.at) >= need:
                break
            self._grow(person)
        return self.at

    def _own(self, section: str) -> list[str]:
        return [p for p in self.inside.get(section, ()) if self.board.facts.original(p, section)]

    def _fits(self, person: str, section: str) -> bool:
        """Whether a section has room for a person as things are, best without anybody he avoids."""
        inside = self.inside.get(section, set())
        if (person, section) in self.banned or len(inside) >= self.board.free[section]:
            return False
        if not self.board.facts.avoided.get(person, frozenset()).isdisjoint(inside):
            return False
        own = self.board.facts.original(person, section)
        return not own or len(self._own(section)) < self.board.room_for_own(section, "clerk")

    def _grow(self, start: str) -> None:
        """Finds a chain of moves that seats one more person: each takes a seat, the last a free one."""
        came: dict[str, tuple[str, str] | None] = {start: None}
        direct = next((section for section in self.reach[start] if self._fits(start, section)), None)
        if direct is not None:
            self._shift(start, direct, came)
            return
        queue, full, kept = [start], set[str](), set[str]()
        for person in queue:
            for section in self.reach[person]:
                if (person, section) in self.banned or self.at.get(person) == section:
                    continue
                leaving: Iterable[str] = ()
                own = self.board.facts.original(person, section)
                if own and len(self._own(section)) >= self.board.room_for_own(section, "clerk"):
                    if section in kept:
                        continue
                    kept.add(section)
                    leaving = self._own(section)
                elif section not in full:
                    full.add(section)
                    if len(self.inside.get(section, ())) < self.board.free[section]:
                        self._shift(person, section, came)
                        return
                    leaving = self.inside.get(section, ())
                for other in sorted(leaving):
                    if other not in came:
                        came[other] = (person, section)
                        queue.append(other)

    def _shift(self, person: str, section: str, came: Mapping[str, tuple[str, str] | None]) -> None:
        while True:
            old = self.at.get(person)
            if old is not None:
                self.inside[old].discard(person)
            self.at[person] = section
            self.inside.setdefault(section, set()).add(person)
            before = came[person]
            if before is None:
                return
            person, section = before
