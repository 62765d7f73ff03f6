"""An exercise of exchange and rotation on paper: units, posts, officers, and what is on record about them.

Plain rows and exact whole numbers. Article numbers are those of the interim measures on exchange and rotation.
Nobody here checks the rows: a case is taken to be valid but for its pins, which `plans.check_pins` looks at.
"""

import datetime as dt
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property


@dataclass(frozen=True)
class Unit:
    """A division, branch or institution (articles 3 and 4)."""

    unit_id: str
    name: str = ""


@dataclass(frozen=True)
class Post:
    """A post of one unit, with its level, its kind (article 6-4) and its number of seats."""

    post_id: str
    unit_id: str
    level: str = "staff"
    kind: str = "general"
    seats: int = 1
    requires: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True)
class Officer:
    """Somebody in a post, with what articles 7 and 9 ask about."""

    person_id: str
    post_id: str
    post_since: dt.date
    unit_since: dt.date
    managed: bool = False
    reserve: bool = False
    young: bool = False
    volunteer: bool = False
    consent: bool = False
    specialty: str = ""
    name: str = ""


@dataclass(frozen=True)
class Service:
    """Earlier service in a unit; the end may be unknown."""

    person_id: str
    unit_id: str
    since: dt.date | None = None
    until: dt.date | None = None


@dataclass(frozen=True)
class Exemption:
    """Article 8-1 to 8-4 (no exchange) or 10-1 to 10-4 (no rotation)."""

    person_id: str
    article: str


@dataclass(frozen=True)
class Nomination:
    """Named by the party group, for need (article 7-6) or as unsuited to the post (article 9-3)."""

    person_id: str
    article: str


@dataclass(frozen=True)
class Pin:
    """Decided beforehand: `assign` puts the person in the post, `forbid` closes it to the person."""

    person_id: str
    post_id: str
    mode: str


@dataclass(frozen=True)
class Wish:
    """A post that the person would like, as choice 1, 2 or 3."""

    person_id: str
    choice: int
    post_id: str


@dataclass(frozen=True)
class Opinion:
    """What a unit says about receiving the person: `agree` or `object`."""

    unit_id: str
    person_id: str
    opinion: str


@dataclass(frozen=True)
class Parameters:
    """The numbers of the rulebook; years are full years."""

    years_in_post: Mapping[str, int] = field(default_factory=lambda: {"head": 5, "deputy": 8})
    """Article 7-1, by level of the post."""
    must_kinds: frozenset[str] = frozenset({"personnel", "finance", "approval", "discipline"})
    """Article 7-1, second half: the kinds of post that make it a must."""
    years_in_unit: int = 10
    """Article 7-2."""
    reserve_units: int = 2
    """Article 7-3: so many units a reserve cadre should have seen."""
    young_years: int = 5
    """Article 7-3."""
    volunteer_years: int = 5
    """Article 7-4."""
    same_post_years: int = 8
    """Article 9-1."""
    sensitive_years: int = 5
    """Article 9-2."""
    sensitive_kinds: frozenset[str] = frozenset(
        {"discipline", "personnel", "finance", "approval", "funds", "logistics"}
    )
    """Article 6-4."""
    return_years: int = 3
    """Nobody is exchanged into a unit left less than so long ago."""
    counterpart_years: int = 2
    """From so long in the present post on, somebody without a duty may move for the work's sake."""
    leave_share: Fraction = Fraction(1, 3)
    """Of a unit's people, so many may leave it by exchange (one at least)."""
    change_share: Fraction = Fraction(1, 2)
    """Of a unit's people, so many may change posts in all (one at least)."""
    overdue_cap: int = 120
    """Months beyond the threshold count for the plan up to here, a person."""
    wish_points: int = 4
    """A move to a wished post is worth this less the choice."""


@dataclass(frozen=True, eq=False)
class Case:
    """One exercise; two of them are never the same one, whatever stands in them."""

    name: str
    reference_date: dt.date
    units: tuple[Unit, ...]
    posts: tuple[Post, ...]
    officers: tuple[Officer, ...]
    service: tuple[Service, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    nominations: tuple[Nomination, ...] = ()
    avoidances: tuple[tuple[str, str], ...] = ()
    pins: tuple[Pin, ...] = ()
    wishes: tuple[Wish, ...] = ()
    opinions: tuple[Opinion, ...] = ()
    exchange_quota: int | None = None
    seed: str = ""
    """The lottery seed; the name of the case unless given."""
    parameters: Parameters = Parameters()

    @cached_property
    def post(self) -> dict[str, Post]:
        return {post.post_id: post for post in self.posts}

    @cached_property
    def officer(self) -> dict[str, Officer]:
        return {officer.person_id: officer for officer in self.officers}

    @cached_property
    def people(self) -> tuple[str, ...]:
        """Everybody, by person_id."""
        return tuple(sorted(self.officer))

    @cached_property
    def today(self) -> dict[str, str]:
        """Everybody's present post."""
        return {person: self.officer[person].post_id for person in self.people}

    @cached_property
    def assigned(self) -> dict[str, str]:
        """The people whose post is decided beforehand, with that post (the own one: the person stays)."""
        return {pin.person_id: pin.post_id for pin in self.pins if pin.mode == "assign"}

    @cached_property
    def forbidden(self) -> set[tuple[str, str]]:
        return {(pin.person_id, pin.post_id) for pin in self.pins if pin.mode == "forbid"}

    @cached_property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The avoidance pairs (article 7-5), each and all in order of person_id."""
        return tuple(sorted((min(pair), max(pair)) for pair in self.avoidances))

    @cached_property
    def choices(self) -> dict[tuple[str, str], int]:
        """The choice number of each wished post; a wish for the own post is none."""
        return {
            (wish.person_id, wish.post_id): wish.choice
            for wish in self.wishes
            if wish.post_id != self.today[wish.person_id]
        }

    @cached_property
    def objections(self) -> set[tuple[str, str]]:
        """(unit, person) where the unit objects to receiving the person."""
        return {(row.unit_id, row.person_id) for row in self.opinions if row.opinion == "object"}

    @cached_property
    def exempt_from_exchange(self) -> set[str]:
        return {row.person_id for row in self.exemptions if row.article.startswith("8-")}

    @cached_property
    def exempt_from_rotation(self) -> set[str]:
        return {row.person_id for row in self.exemptions if row.article.startswith("10-")}

    @cached_property
    def home(self) -> dict[str, str]:
        """Everybody's present unit."""
        return {person: self.unit_of(post) for person, post in self.today.items()}

    @cached_property
    def staff(self) -> dict[str, tuple[str, ...]]:
        """Today's people of each unit, pinned and exempt ones too."""
        return {
            unit.unit_id: tuple(person for person in self.people if self.home[person] == unit.unit_id)
            for unit in self.units
        }

    @cached_property
    def leaders(self) -> dict[str, set[str]]:
        """Today's heads and deputies of each unit."""
        return {
            unit: {person for person in people if self.post[self.today[person]].level in ("head", "deputy")}
            for unit, people in self.staff.items()
        }

    @cached_property
    def may_leave(self) -> dict[str, int]:
        """How many people of each unit may leave it by exchange."""
        share = self.parameters.leave_share
        return {unit: max(1, math.floor(share * len(people))) for unit, people in self.staff.items()}

    @cached_property
    def may_change(self) -> dict[str, int]:
        """How many people of each unit may change posts in all."""
        share = self.parameters.change_share
        return {unit: max(1, math.floor(share * len(people))) for unit, people in self.staff.items()}

    @cached_property
    def holders(self) -> dict[str, tuple[str, ...]]:
        """Today's holders of each post, by person_id."""
        return {post: tuple(person for person in self.people if self.today[person] == post) for post in self.post}

    @cached_property
    def crowded(self) -> set[str]:
        """Posts over their seats today, before any pin (article 15-1)."""
        return {post for post, holders in self.holders.items() if len(holders) > self.post[post].seats}

    def unit_of(self, post_id: str) -> str:
        return self.post[post_id].unit_id

    def move_of(self, person: str, post_id: str) -> str:
        """What it is for the person to end in the post: `stays`, `exchange` (article 3) or `rotation` (article 4)."""
        if post_id == self.today[person]:
            return "stays"
        return "rotation" if self.unit_of(post_id) == self.home[person] else "exchange"

    def points(self, person: str, post_id: str) -> int:
        """What a move to the post is worth by the person's wishes."""
        choice = self.choices.get((person, post_id))
        return 0 if choice is None else max(0, self.parameters.wish_points - choice)

    def objected(self, person: str, post_id: str) -> bool:
        """Whether it is an exchange into a unit that objects to the person."""
        return self.move_of(person, post_id) == "exchange" and (self.unit_of(post_id), person) in self.objections
