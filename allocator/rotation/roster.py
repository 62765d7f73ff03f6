"""A case of exchange and rotation made ready for deciding: looked up by id. It decides nothing."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from allocator.lots import lot
from models.common.base import unordered
from models.common.canonical import sha256
from models.common.outcome import Draw
from models.rotation.case import RotationCase
from models.rotation.codes import EXEMPT_FROM_EXCHANGE, EXEMPT_FROM_ROTATION
from models.rotation.rulebook import RotationRulebook
from models.rotation.tables import Officer, Post


def whole_months(start: dt.date, end: dt.date) -> int:
    """Whole months from ``start`` to ``end``: one less while the day of the month has not been reached."""
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)


def reached(start: dt.date, years: int) -> dt.date:
    """The first day on which so many years from ``start`` are reached, counted as :func:`whole_months` counts."""
    try:
        return start.replace(year=start.year + years)
    except ValueError:  # from 29 February, in a year without one: the day after the last of the month
        return dt.date(start.year + years, 3, 1)


@dataclass(frozen=True)
class Roster:
    """A valid case, the rulebook and the draw, with the look-ups that every part needs.

    Everything here is a restatement of the input; ids that name nobody known do not occur (checked before).
    """

    case: RotationCase
    rulebook: RotationRulebook
    lottery: Draw

    @cached_property
    def case_sha256(self) -> str:
        """The hash of the case, worked out once for every outcome made of it."""
        return sha256(self.case)

    @cached_property
    def posts(self) -> Mapping[str, Post]:
        """The posts, by id, in id order."""
        return {post.post_id: post for post in self.case.posts}

    @cached_property
    def officers(self) -> Mapping[str, Officer]:
        """Everybody, by id, in id order."""
        return {officer.person_id: officer for officer in self.case.officers}

    @cached_property
    def lots(self) -> Mapping[str, int]:
        """The published draw of each person; of equal lots the smaller person_id counts as the higher."""
        return {person: lot(self.lottery.seed, person, "") for person in self.officers}

    def lot_rank(self, person_id: str) -> tuple[int, str]:
        """Sorts people by lot, the highest first."""
        return (-self.lots[person_id], person_id)

    @cached_property
    def present(self) -> Mapping[str, str]:
        """Each person's present post."""
        return {officer.person_id: officer.post_id for officer in self.case.officers}

    @cached_property
    def holders(self) -> Mapping[str, tuple[str, ...]]:
        """Today's holders of each post, in person_id order."""
        found: dict[str, list[str]] = {post: [] for post in self.posts}
        for officer in self.case.officers:
            found[officer.post_id].append(officer.person_id)
        return {post: tuple(people) for post, people in found.items()}

    @cached_property
    def unit(self) -> Mapping[str, str]:
        """Each person's present unit."""
        return {person: self.posts[post].unit_id for person, post in self.present.items()}

    @cached_property
    def members(self) -> Mapping[str, tuple[str, ...]]:
        """Today's people of each unit, in person_id order."""
        found: dict[str, list[str]] = {unit.unit_id: [] for unit in self.case.units}
        for person, unit in self.unit.items():
            found[unit].append(person)
        return {unit: tuple(people) for unit, people in found.items()}

    @cached_property
    def months_in_post(self) -> Mapping[str, int]:
        """Whole months in the present post on the reference date."""
        day = self.case.case.reference_date
        return {officer.person_id: whole_months(officer.post_since, day) for officer in self.case.officers}

    @cached_property
    def months_in_unit(self) -> Mapping[str, int]:
        """Whole months in the present unit on the reference date."""
        day = self.case.case.reference_date
        return {officer.person_id: whole_months(officer.unit_since, day) for officer in self.case.officers}

    @cached_property
    def exempt_from_exchange(self) -> frozenset[str]:
        """Whom a ground under article 8 keeps from every exchange."""
        return frozenset(e.person_id for e in self.case.exemptions if e.article in EXEMPT_FROM_EXCHANGE)

    @cached_property
    def exempt_from_rotation(self) -> frozenset[str]:
        """Whom a ground under article 10 keeps from every rotation."""
        return frozenset(e.person_id for e in self.case.exemptions if e.article in EXEMPT_FROM_ROTATION)

    @cached_property
    def nominated(self) -> frozenset[tuple[str, str]]:
        """The people the party group names, each with the article (7-6, 9-3)."""
        return frozenset((n.person_id, n.article) for n in self.case.nominations)

    @cached_property
    def units_served(self) -> Mapping[str, frozenset[str]]:
        """The units each person serves or served in, the present one among them."""
        found = {person: {unit} for person, unit in self.unit.items()}
        for row in self.case.service:
            found[row.person_id].add(row.unit_id)
        return {person: frozenset(units) for person, units in found.items()}

    @cached_property
    def left_lately(self) -> frozenset[tuple[str, str]]:
        """The (person, unit) pairs of units left too short a time ago to be exchanged back into (rulebook)."""
        day, months = self.case.case.reference_date, self.rulebook.moves.return_months
        rows = (row for row in self.case.service if row.end is not None)
        return frozenset(
            (row.person_id, row.unit_id) for row in rows if row.end is not None and whole_months(row.end, day) < months
        )

    @cached_property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The avoidance pairs (article 7-5), each with the smaller id first, sorted."""
        return tuple(sorted({unordered(a.person_a, a.person_b) for a in self.case.avoidances}))

    @cached_property
    def together_today(self) -> tuple[tuple[str, str], ...]:
        """The avoidance pairs who share a unit today."""
        return tuple((a, b) for a, b in self.pairs if self.unit[a] == self.unit[b])

    @cached_property
    def avoided(self) -> Mapping[str, frozenset[str]]:
        """Whom each person of an avoidance pair avoids."""
        found: dict[str, set[str]] = {}
        for a, b in self.pairs:
            found.setdefault(a, set()).add(b)
            found.setdefault(b, set()).add(a)
        return {person: frozenset(others) for person, others in found.items()}

    @cached_property
    def assigned(self) -> Mapping[str, str]:
        """The post that a pin assigns to a person; it may be the own one."""
        return {pin.person_id: pin.post_id for pin in self.case.pins if pin.mode == "assign"}

    @cached_property
    def forbidden(self) -> frozenset[tuple[str, str]]:
        """The (person, post) moves that pins forbid."""
        return frozenset((pin.person_id, pin.post_id) for pin in self.case.pins if pin.mode == "forbid")

    @cached_property
    def choices(self) -> Mapping[str, Mapping[str, int]]:
        """For each person the posts wished for, with the choice; also posts that are not allowed."""
        found: dict[str, dict[str, int]] = {}
        for wish in self.case.wishes:
            found.setdefault(wish.person_id, {})[wish.post_id] = wish.choice
        return found

    @cached_property
    def objections(self) -> frozenset[tuple[str, str]]:
        """The (person, unit) pairs of which the unit does not agree to take the person."""
        return frozenset((o.person_id, o.unit_id) for o in self.case.opinions if o.opinion == "object")

    @cached_property
    def objecting(self) -> Mapping[str, frozenset[str]]:
        """The units that do not agree to take each person."""
        found: dict[str, set[str]] = {}
        for person, unit in self.objections:
            found.setdefault(person, set()).add(unit)
        return {person: frozenset(units) for person, units in found.items()}

    @cached_property
    def over_seats(self) -> frozenset[str]:
        """The posts that hold more people today than they have seats: nobody enters them (article 15-1)."""
        return frozenset(post for post, people in self.holders.items() if len(people) > self.posts[post].seats)
