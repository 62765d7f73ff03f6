"""Whether the people still waiting can be seated in neutral sections: a matching kept up to date seat by seat."""

from collections.abc import Iterable, Iterator, Mapping

import numpy as np

from allocator.competition.bureau import Bureau
from allocator.competition.optimum import rows
from allocator.competition.optimum.builder import FormulationBuilder
from allocator.competition.optimum.columns import Part
from allocator.competition.optimum.neutral import NeutralSeats
from allocator.competition.pools import Room
from allocator.solver import solve

Matching = dict[str, str]


class Completion:
    """The people waiting for a neutral seat, with one way to seat as many of them as must be seated.

    Without avoidance among them this is a matching of people to sections with two capacities, the free seats and
    how many of its own people a section may keep: augmenting paths decide it exactly. Where the matching puts two
    people of an avoidance pair together, the solver decides it.
    """

    def __init__(self, bureau: Bureau, room: Room, seats: NeutralSeats, waiting: Iterable[str]) -> None:
        self._bureau, self.room, self._seats = bureau, room, seats
        self.waiting = list(waiting)
        self.matching: Matching = {}
        self._inside: dict[str, set[str]] = {s: set() for s in seats.open}
        among = set(self.waiting)
        self._avoided: Mapping[str, frozenset[str]] = {
            p: others for p in self.waiting if (others := bureau.avoided.get(p, frozenset()) & among)
        }

    @property
    def sections(self) -> tuple[str, ...]:
        """The sections that had a free seat at the start, in id order."""
        return self._seats.open

    def prepare(self) -> None:
        """Finds a way to seat as many of the waiting people as possible."""
        for person_id in self.waiting:
            self._augment(person_id)
        if not self._meets_avoidance():
            self._adopt(self._solved())

    def in_the_way(self) -> frozenset[str]:
        """Everybody who contends for the seats that somebody waiting cannot get, or is bound by avoidance."""
        found: set[str] = set()
        for person_id in self.waiting:
            if person_id not in self.matching:
                found |= self._reached_from(person_id)
        return frozenset(found | self._avoided.keys())

    def try_seat(self, person_id: str, section_id: str) -> bool:
        """Seats a waiting person if as many of all waiting people can be seated then; otherwise changes nothing."""
        if not self._open_to(person_id, section_id) or self.room.free[section_id] <= 0:
            return False
        matching, needed = dict(self.matching), len(self.matching)
        self._leave(person_id)
        loose = self._make_way(person_id, section_id)
        if not loose and len(self.matching) + 1 >= needed:
            self._take(person_id, section_id)
            return True
        free, keep = self.room.free[section_id], self.room.keep_left[section_id]
        waiting = list(self.waiting)
        self._take(person_id, section_id)
        if self._complete(needed - 1):
            return True
        self.room.inside[section_id].discard(person_id)
        self.room.free[section_id], self.room.keep_left[section_id] = free, keep
        self.waiting = waiting
        self._adopt(matching)
        return False

    def give_up(self, person_id: str) -> None:
        """Leaves a person without a seat."""
        self._leave(person_id)
        self.waiting.remove(person_id)

    def _complete(self, needed: int) -> bool:
        for person_id in self.waiting:
            if len(self.matching) >= needed:
                break
            if person_id not in self.matching:
                self._augment(person_id)
        if len(self.matching) < needed:
            return False
        if self._meets_avoidance():
            return True
        solved = self._solved()
        self._adopt(solved)
        return len(solved) >= needed

    def _take(self, person_id: str, section_id: str) -> None:
        self.room.take(person_id, section_id)
        self.waiting.remove(person_id)

    def _make_way(self, person_id: str, section_id: str) -> list[str]:
        """Removes from the matching whoever cannot stay when the person takes a seat of the section."""
        inside = self._inside[section_id]
        loose = [q for q in sorted(inside) if q in self._bureau.avoided.get(person_id, ())]
        for other in loose:
            self._leave(other)
        if self._is_own(person_id, section_id) and self._own_inside(section_id) >= self.room.keep_left[section_id]:
            displaced = min((q for q in inside if self._is_own(q, section_id)), default=None)
            if displaced is not None:
                self._leave(displaced)
                loose.append(displaced)
        if len(inside) >= self.room.free[section_id]:
            displaced = min(inside)
            self._leave(displaced)
            loose.append(displaced)
        return loose

    def _augment(self, person_id: str) -> bool:
        """Matches one more person, moving others along an augmenting path; false when there is none."""
        came_from: dict[str, tuple[str, str]] = {}
        queue = [person_id]
        for current in queue:
            for section_id in self._candidates(current):
                displaced = self._displaced(current, section_id)
                if displaced is None:
                    self._shift(current, section_id, came_from)
                    return True
                for other in displaced:
                    if other != person_id and other not in came_from:
                        came_from[other] = (current, section_id)
                        queue.append(other)
        return False

    def _shift(self, person_id: str, section_id: str, came_from: Mapping[str, tuple[str, str]]) -> None:
        self._leave(person_id)
        self._enter(person_id, section_id)
        while person_id in came_from:
            person_id, section_id = came_from[person_id]
            self._leave(person_id)
            self._enter(person_id, section_id)

    def _reached_from(self, person_id: str) -> set[str]:
        """Everybody whose seat the person could have if only they had another: none of them has."""
        found, queue = {person_id}, [person_id]
        for current in queue:
            for section_id in self._candidates(current):
                for other in self._displaced(current, section_id) or ():
                    if other not in found:
                        found.add(other)
                        queue.append(other)
        return found

    def _candidates(self, person_id: str) -> Iterator[str]:
        """The sections a person may be matched to, those with seats to spare first."""
        here = self.matching.get(person_id)
        for spare in (True, False):
            for s in self._seats.open:
                if (len(self._inside[s]) < self.room.free[s]) is spare and s != here and self._open_to(person_id, s):
                    yield s

    def _displaced(self, person_id: str, section_id: str) -> list[str] | None:
        """Who of those matched to a section could make way for a person; ``None`` when nobody need."""
        inside = self._inside[section_id]
        if self._is_own(person_id, section_id) and self._own_inside(section_id) >= self.room.keep_left[section_id]:
            return sorted(q for q in inside if self._is_own(q, section_id))
        return sorted(inside) if len(inside) >= self.room.free[section_id] else None

    def _open_to(self, person_id: str, section_id: str) -> bool:
        neutral = self._seats.is_neutral(person_id, section_id)
        return neutral and self.room.closed_by(person_id, section_id) is None

    def _is_own(self, person_id: str, section_id: str) -> bool:
        return self._bureau.is_original(person_id, section_id)

    def _own_inside(self, section_id: str) -> int:
        return sum(self._is_own(q, section_id) for q in self._inside[section_id])

    def _enter(self, person_id: str, section_id: str) -> None:
        self.matching[person_id] = section_id
        self._inside[section_id].add(person_id)

    def _leave(self, person_id: str) -> None:
        section_id = self.matching.pop(person_id, None)
        if section_id is not None:
            self._inside[section_id].discard(person_id)

    def _adopt(self, matching: Mapping[str, str]) -> None:
        for person_id in list(self.matching):
            self._leave(person_id)
        for person_id, section_id in matching.items():
            self._enter(person_id, section_id)

    def _meets_avoidance(self) -> bool:
        return not any(
            self.matching[p] == self.matching.get(q)
            for p, others in self._avoided.items()
            if p in self.matching
            for q in others
        )

    def _solved(self) -> Matching:
        """The largest matching that keeps avoidance pairs apart, by the solver."""
        seats = [(p, s) for p in self.waiting for s in self._seats.open if self._open_to(p, s)]
        sheet = FormulationBuilder.joined([Part("neutral", [p for p, _ in seats], [s for _, s in seats])])
        rows.one_seat(sheet)
        rows.headcount(sheet, self.room.free)
        rows.retention_clerk(sheet, self._bureau, self.room.keep_left)
        rows.avoidance(sheet, self._bureau)
        ones = sheet.numbers(1 for _ in sheet.columns)
        problem = sheet.formulation("clerks", ("placed",), {"placed": ones, "lot": ones}).problem
        solution = solve(problem, hint=0 * ones)
        if solution.status != "optimal":
            raise KeyboardInterrupt
        taken = np.flatnonzero(solution.values)
        people, sections = sheet.person[taken].tolist(), sheet.section[taken].tolist()
        return {sheet.people[p]: sheet.sections[s] for p, s in zip(people, sections, strict=True)}
