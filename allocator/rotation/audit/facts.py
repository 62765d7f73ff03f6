"""What the tables say, read once more for the audit: nothing of the program that made the outcome is used."""

import datetime as dt
import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import floor

from models.rotation.case import RotationCase
from models.rotation.codes import EXEMPT_FROM_EXCHANGE, EXEMPT_FROM_ROTATION, MoveKind
from models.rotation.rulebook import RotationRulebook
from models.rotation.tables import Officer, Post


def months_between(start: dt.date, end: dt.date) -> int:
    """Whole months: the last one counts once its day is reached."""
    months = 12 * end.year + end.month - (12 * start.year + start.month)
    return months if end.day >= start.day else months - 1


@dataclass(frozen=True)
class Facts:
    """A case, the rulebook and the seed of the draw."""

    case: RotationCase
    rulebook: RotationRulebook
    seed: str

    @cached_property
    def post(self) -> Mapping[str, Post]:
        """The posts by id."""
        return {row.post_id: row for row in self.case.posts}

    @cached_property
    def officer(self) -> Mapping[str, Officer]:
        """The people by id, in id order."""
        return {row.person_id: row for row in sorted(self.case.officers, key=lambda row: row.person_id)}

    @cached_property
    def today(self) -> Mapping[str, str]:
        """Everybody's present post."""
        return {person: row.post_id for person, row in self.officer.items()}

    @cached_property
    def home(self) -> Mapping[str, str]:
        """Everybody's present unit."""
        return {person: self.post[post].unit_id for person, post in self.today.items()}

    @cached_property
    def holders(self) -> Mapping[str, list[str]]:
        """Today's holders of every post that has any, in person_id order."""
        found = defaultdict(list)
        for person, post in self.today.items():
            found[post].append(person)
        return found

    @cached_property
    def crowded(self) -> frozenset[str]:
        """Posts over their seats today."""
        return frozenset(post for post, people in self.holders.items() if len(people) > self.post[post].seats)

    @cached_property
    def strength(self) -> Counter[str]:
        """How many people each unit has today."""
        return Counter(self.home.values())

    @cached_property
    def leaders(self) -> Counter[str]:
        """How many heads and deputies each unit has today."""
        return Counter(unit for person, unit in self.home.items() if self.leads(person))

    def leads(self, person: str) -> bool:
        """Whether somebody is a head or a deputy."""
        return self.post[self.today[person]].level in ("head", "deputy")

    def may_leave(self, unit: str) -> int:
        """How many people of a unit may leave it by exchange."""
        return max(1, floor(self.strength[unit] * self.rulebook.continuity.exchange_share))

    def may_change(self, unit: str) -> int:
        """How many people of a unit may change posts."""
        return max(1, floor(self.strength[unit] * self.rulebook.continuity.move_share))

    def leaders_may_leave(self, unit: str) -> int:
        """How many of the heads and deputies of a unit may leave it: of two or more not all."""
        today = self.leaders[unit]
        return today - 1 if today >= 2 and self.rulebook.continuity.keep_a_leader else today

    @cached_property
    def in_post(self) -> Mapping[str, int]:
        """Months in the present post."""
        day = self.case.case.reference_date
        return {person: months_between(row.post_since, day) for person, row in self.officer.items()}

    @cached_property
    def in_unit(self) -> Mapping[str, int]:
        """Months in the present unit."""
        day = self.case.case.reference_date
        return {person: months_between(row.unit_since, day) for person, row in self.officer.items()}

    @cached_property
    def lot(self) -> Mapping[str, int]:
        """The draw of each person; higher wins."""
        texts = {person: f"{self.seed}|{person}|".encode() for person in self.officer}
        return {person: int(hashlib.sha256(text).hexdigest()[:8], 16) for person, text in texts.items()}

    @cached_property
    def no_exchange(self) -> frozenset[str]:
        """Whom article 8 exempts."""
        return frozenset(row.person_id for row in self.case.exemptions if row.article in EXEMPT_FROM_EXCHANGE)

    @cached_property
    def no_rotation(self) -> frozenset[str]:
        """Whom article 10 exempts."""
        return frozenset(row.person_id for row in self.case.exemptions if row.article in EXEMPT_FROM_ROTATION)

    @cached_property
    def named(self) -> frozenset[tuple[str, str]]:
        """Whom the party group names, with the article."""
        return frozenset((row.person_id, row.article) for row in self.case.nominations)

    @cached_property
    def seen_units(self) -> Mapping[str, set[str]]:
        """The units on each person's record."""
        found = {person: {unit} for person, unit in self.home.items()}
        for row in self.case.service:
            found[row.person_id].add(row.unit_id)
        return found

    @cached_property
    def just_left(self) -> Mapping[str, set[str]]:
        """The units each person left too lately to come back."""
        found: dict[str, set[str]] = defaultdict(set)
        day, months = self.case.case.reference_date, self.rulebook.moves.return_months
        for row in self.case.service:
            if row.end is not None and months_between(row.end, day) < months:
                found[row.person_id].add(row.unit_id)
        return dict(found)

    @cached_property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The avoidance pairs, the smaller id first, in order."""
        pairs = {(min(row.person_a, row.person_b), max(row.person_a, row.person_b)) for row in self.case.avoidances}
        return tuple(sorted(pairs))

    @cached_property
    def foes(self) -> Mapping[str, set[str]]:
        """Whom each person avoids."""
        found: dict[str, set[str]] = defaultdict(set)
        for a, b in self.pairs:
            found[a].add(b)
            found[b].add(a)
        return dict(found)

    @cached_property
    def pinned(self) -> Mapping[str, str]:
        """The posts that pins assign."""
        return {row.person_id: row.post_id for row in self.case.pins if row.mode == "assign"}

    @cached_property
    def closed(self) -> frozenset[tuple[str, str]]:
        """The moves that pins forbid."""
        return frozenset((row.person_id, row.post_id) for row in self.case.pins if row.mode == "forbid")

    @cached_property
    def wished(self) -> Mapping[str, dict[str, int]]:
        """The wished posts of each person with the choice."""
        found: dict[str, dict[str, int]] = defaultdict(dict)
        for row in self.case.wishes:
            found[row.person_id][row.post_id] = row.choice
        return dict(found)

    @cached_property
    def unwelcome(self) -> Mapping[str, set[str]]:
        """The units that object to each person."""
        found: dict[str, set[str]] = defaultdict(set)
        for row in self.case.opinions:
            if row.opinion == "object":
                found[row.person_id].add(row.unit_id)
        return dict(found)

    def kind(self, person: str, post: str) -> MoveKind:
        """Exchange or rotation (articles 3 and 4)."""
        return "exchange" if self.post[post].unit_id != self.home[person] else "rotation"

    def points(self, person: str, post: str) -> int:
        """What a wished post is worth; nothing where it is not wished for."""
        choice = self.wished.get(person, {}).get(post, 4)
        return 4 - choice if choice < 4 else 0

    def objected(self, person: str, post: str) -> bool:
        """Whether a move leads into another unit that objects."""
        unit = self.post[post].unit_id
        return unit != self.home[person] and unit in self.unwelcome.get(person, ())
