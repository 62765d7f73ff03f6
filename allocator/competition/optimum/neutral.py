"""Neutral seats: sections that neither side named. There are people times sections of them, so they stay implied."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from allocator.competition.bureau import Bureau
from allocator.competition.pools import MutualContest
from models.competition.standing import Standing


class NeutralSeats:
    """For each person of the clerks' pool, the sections with free seats that are *not* neutral and open to him.

    Those are few: sections named by one side, forbidden ones, his own where nobody more may be kept, and those in
    which somebody he must avoid sits already.
    """

    def __init__(self, bureau: Bureau, standing: Standing, contest: MutualContest) -> None:
        self._bureau, self._contest = bureau, contest
        self.open = tuple(sorted(s for s, free in contest.free.items() if free > 0))
        where = {member.person_id: member.section_id for member in standing.members}
        forbidden: dict[str, set[str]] = {}
        for person_id, section_id, role in bureau.forbidden:
            if role == "clerk":
                forbidden.setdefault(person_id, set()).add(section_id)
        self.shut: Mapping[str, frozenset[str]] = {
            person_id: frozenset(self._shut(person_id, forbidden.get(person_id, set()), where))
            for person_id in contest.people
        }

    def _shut(self, person_id: str, forbidden: set[str], where: Mapping[str, str]) -> Iterator[str]:
        named = self._contest.named[person_id]
        own = self._bureau.people[person_id].section_id
        others = {where[q] for q in self._bureau.avoided.get(person_id, ()) if q in where}
        for section_id in {*named, *forbidden, *others, *([own] if own is not None else [])}:
            if self._contest.free.get(section_id, 0) > 0 and (
                section_id in named or not self._contest.allowed(person_id, section_id)
            ):
                yield section_id

    @cached_property
    def _open(self) -> frozenset[str]:
        return frozenset(self.open)

    def has_any(self, person_id: str) -> bool:
        """Whether some section is neutral and open to the person."""
        return len(self.shut[person_id]) < len(self.open)

    def is_neutral(self, person_id: str, section_id: str) -> bool:
        """Whether the section is neutral and open to the person at the start of the stage."""
        return section_id in self._open and section_id not in self.shut[person_id]

    def of(self, person_id: str) -> list[str]:
        """The sections that are neutral and open to the person, in id order."""
        return [s for s in self.open if s not in self.shut[person_id]]
