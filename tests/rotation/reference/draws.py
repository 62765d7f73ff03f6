"""Tiny cases without end: case ``index`` is always the same one, whatever machine draws it.

Dates come from short menus around the thresholds, so that equal months are the usual thing; seats are tight; people
avoid one another, units object. Every family leans towards one thing. Every case is valid, its pins too: one that would
break today's plan is left out.
"""

import datetime as dt
import random
from dataclasses import dataclass, field, replace

from tests.rotation.reference.case import (
    Case,
    Exemption,
    Nomination,
    Officer,
    Opinion,
    Pin,
    Post,
    Service,
    Unit,
    Wish,
)
from tests.rotation.reference.plans import PinError, check_pins

REFERENCE_DATES = (dt.date(2024, 6, 15), dt.date(2025, 2, 28), dt.date(2024, 2, 29), dt.date(2023, 12, 31))
KINDS = ("general", "general", "finance", "personnel", "approval", "discipline", "funds", "logistics")
SPECIALTIES = ("law", "audit")
LEVELS = (("staff",), ("staff",), ("deputy",), ("head", "staff"), ("deputy", "head"), ("deputy", "staff"))


@dataclass(frozen=True)
class Leaning:
    """How likely each thing is in a family, in hundredths, and how large its cases are."""

    people: tuple[int, ...] = (6, 7, 8, 9)
    posts: tuple[int, ...] = (4, 5, 6)
    units: tuple[int, ...] = (2, 2, 3)
    months: tuple[int, ...] = (12, 30, 60, 61, 96, 97, 120, 130)
    spare: int = 35
    """A post has a free seat."""
    crowded: int = 4
    """A post is over its seats."""
    uneven: int = 0
    """An officer is in the first unit, whatever the draw of posts would say."""
    marked: int = 35
    """Managed, reserve, young, volunteer: each."""
    named: int = 8
    """Nominated, by each article."""
    exempt: int = 10
    pairs: tuple[int, ...] = (0, 1, 1, 2)
    pins: tuple[int, ...] = (0, 0, 0, 1)
    quota: tuple[int | None, ...] = (None, None, None, 1, 2)
    wishes: int = 55
    objected: int = 20
    specialised: int = 10
    service: int = 35
    levels: tuple[tuple[str, ...], ...] = LEVELS
    kinds: tuple[str, ...] = KINDS


FAMILIES = {
    "mixed": Leaning(),
    "ties": Leaning(
        people=(8, 9, 10),
        units=(2,),
        months=(60, 96),
        marked=45,
        exempt=2,
        wishes=15,
        objected=5,
        spare=20,
        kinds=("general", "finance"),
        levels=(("staff",),),
    ),
    "pairs": Leaning(people=(7, 8, 9, 10), pairs=(2, 3, 4), marked=15, months=(12, 23, 24, 30, 60), spare=50),
    "pins": Leaning(people=(7, 8, 9, 10), pins=(2, 3, 4), spare=60),
    "exempt": Leaning(exempt=45, marked=55),
    "quota": Leaning(people=(8, 9, 10), quota=(0, 1, 1, 2, 2), marked=60, spare=55),
    "crowded": Leaning(crowded=35, spare=40, marked=50),
    "specialties": Leaning(specialised=55, marked=55),
    "objections": Leaning(people=(8, 9, 10), objected=60, marked=60, wishes=80, spare=60),
    "bars": Leaning(service=95, named=40, spare=50),
    "cycles": Leaning(
        people=(8, 9, 10),
        posts=(4, 5),
        units=(2, 2, 3),
        months=(60, 72, 96),
        spare=0,
        crowded=0,
        marked=60,
        quota=(None, None, 3),
        levels=(("staff",), ("deputy",)),
    ),
    "heads": Leaning(
        levels=(("deputy",), ("head",), ("head", "deputy")), months=(60, 96, 97, 120, 121, 240), marked=70
    ),
    "musts": Leaning(
        people=(7, 8, 9, 10),
        units=(2,),
        months=(60, 96, 97, 110),
        marked=75,
        exempt=3,
        levels=(("deputy",), ("head",)),
        kinds=("finance", "personnel", "general"),
    ),
    "counterparts": Leaning(
        people=(7, 8, 9, 10),
        months=(12, 23, 24, 30, 48),
        marked=12,
        named=20,
        exempt=4,
        spare=8,
        pairs=(1, 2, 2),
        wishes=30,
    ),
    "relations": Leaning(
        people=(8, 9, 10),
        posts=(4, 5),
        units=(2, 2, 3),
        months=(12, 12, 23, 30),
        marked=5,
        named=7,
        exempt=5,
        uneven=60,
        spare=85,
        pairs=(2, 2, 3, 3),
        quota=(None,),
        wishes=10,
        objected=5,
        levels=(("staff",),),
    ),
    "volunteers": Leaning(
        people=(7, 8, 9),
        months=(30, 60, 61, 72),
        marked=85,
        named=3,
        exempt=4,
        levels=(("staff",),),
        kinds=("general",),
    ),
    "large unit": Leaning(
        people=(10, 11, 12), units=(2,), posts=(4, 5), marked=60, months=(30, 60, 72, 96), quota=(None,), spare=25
    ),
}
"""What a case leans towards."""

NAMES = tuple(FAMILIES)


def family_of(index: int) -> str:
    return NAMES[index % len(NAMES)]


@dataclass
class Dice:
    """The draws of one case."""

    random: random.Random
    leaning: Leaning
    reference_date: dt.date = field(default=REFERENCE_DATES[0])

    def chance(self, hundredths: int) -> bool:
        return self.random.randrange(100) < hundredths

    def before(self, months: int) -> dt.date:
        """The day so many months before the reference date; now and then one day earlier or later."""
        number = 12 * self.reference_date.year + self.reference_date.month - 1 - months
        date = dt.date(number // 12, number % 12 + 1, min(self.reference_date.day, 28))
        shift = self.random.choice((0, 0, 0, 0, 0, 1, -1))
        return min(date + dt.timedelta(days=shift), self.reference_date)


def make(index: int) -> Case:
    """Case ``index``."""
    family = family_of(index)
    dice = Dice(random.Random(f"rotation {index}"), FAMILIES[family])
    dice.reference_date = dice.random.choice(REFERENCE_DATES)
    units = tuple(Unit(f"U{number}") for number in range(1, dice.random.choice(dice.leaning.units) + 1))
    posts = posts_of(dice, units)
    officers = officers_of(dice, posts)
    people = [officer.person_id for officer in officers]
    case = Case(
        name=f"{family} {index}",
        reference_date=dice.reference_date,
        units=units,
        posts=tuple(seated(dice, post, officers) for post in posts),
        officers=officers,
        service=service_of(dice, officers, units),
        exemptions=exemptions_of(dice, people),
        nominations=tuple(
            Nomination(person, article)
            for person in people
            for article in ("7-6", "9-3")
            if dice.chance(dice.leaning.named)
        ),
        avoidances=avoidances_of(dice, officers, posts),
        wishes=wishes_of(dice, people, [post.post_id for post in posts]),
        opinions=tuple(
            Opinion(unit.unit_id, person, dice.random.choice(("object", "object", "object", "agree")))
            for unit in units
            for person in people
            if dice.chance(dice.leaning.objected)
        ),
        exchange_quota=dice.random.choice(dice.leaning.quota),
        seed=dice.random.choice(("", f"draw {dice.random.randrange(1000)}")),
    )
    return add_pins(dice, case)


def posts_of(dice: Dice, units: tuple[Unit, ...]) -> list[Post]:
    """Posts with ids in no order of units; every unit has one."""
    number = max(dice.random.choice(dice.leaning.posts), len(units) + 1)
    levels = dice.random.choice(dice.leaning.levels)
    names = dice.random.sample(range(10, 99), number)
    rest = [dice.random.choice(units) for _ in range(number - len(units))]
    return [
        Post(
            f"P{name}",
            unit.unit_id,
            dice.random.choice(levels),
            dice.random.choice(dice.leaning.kinds),
            requires=tuple(dice.random.sample(SPECIALTIES, dice.random.choice((1, 1, 2))))
            if dice.chance(dice.leaning.specialised)
            else (),
        )
        for name, unit in zip(names, [*units, *rest], strict=True)
    ]


def officers_of(dice: Dice, posts: list[Post]) -> tuple[Officer, ...]:
    leaning = dice.leaning
    names = dice.random.sample(range(10, 99), dice.random.choice(leaning.people))
    first = [post for post in posts if post.unit_id == posts[0].unit_id]
    found = []
    for name in names:
        in_unit, in_post = sorted(
            (dice.random.choice(leaning.months), dice.random.choice(leaning.months)), reverse=True
        )
        since = sorted((dice.before(in_unit), dice.before(in_unit if dice.chance(40) else in_post)))
        volunteer = dice.chance(leaning.marked)
        found.append(
            Officer(
                str(name),
                dice.random.choice(first if dice.chance(leaning.uneven) else posts).post_id,
                post_since=since[1],
                unit_since=since[0],
                managed=dice.chance(leaning.marked),
                reserve=dice.chance(leaning.marked // 3),
                young=dice.chance(leaning.marked // 2),
                volunteer=volunteer,
                consent=dice.chance(85 if volunteer else 20),
                specialty=dice.random.choice(("", *SPECIALTIES)),
            )
        )
    return tuple(found)


def seated(dice: Dice, post: Post, officers: tuple[Officer, ...]) -> Post:
    """The post with its number of seats: today's holders, a seat more, or one too few."""
    holders = sum(officer.post_id == post.post_id for officer in officers)
    if holders > 1 and dice.chance(dice.leaning.crowded):
        return replace(post, seats=holders - 1)
    return replace(post, seats=max(1, holders + dice.chance(dice.leaning.spare)))


def service_of(dice: Dice, officers: tuple[Officer, ...], units: tuple[Unit, ...]) -> tuple[Service, ...]:
    """Earlier service, now and then beside the present post, some of it not ended on record."""
    found = []
    for officer in officers:
        for unit in units:
            if dice.chance(dice.leaning.service // 2):
                until = dice.before(dice.random.choice((3, 24, 35, 36, 37, 60)))
                since = until - dt.timedelta(days=dice.random.choice((200, 700, 2000)))
                found.append(
                    Service(
                        officer.person_id,
                        unit.unit_id,
                        since if dice.chance(80) else None,
                        until if dice.chance(85) else None,
                    )
                )
    return tuple(found)


def exemptions_of(dice: Dice, people: list[str]) -> tuple[Exemption, ...]:
    return tuple(
        Exemption(person, f"{article}-{dice.random.randint(1, 4)}")
        for person in people
        for article in (8, 10)
        if dice.chance(dice.leaning.exempt)
    )


def avoidances_of(dice: Dice, officers: tuple[Officer, ...], posts: list[Post]) -> tuple[tuple[str, str], ...]:
    """Pairs together and apart; often more than one of a person."""
    unit = {post.post_id: post.unit_id for post in posts}
    every = [(a, b) for n, a in enumerate(officers) for b in officers[n + 1 :]]
    dice.random.shuffle(every)
    together = [pair for pair in every if unit[pair[0].post_id] == unit[pair[1].post_id]]
    apart = [pair for pair in every if pair not in together]
    chosen = []
    for _ in range(dice.random.choice(dice.leaning.pairs)):
        source = together if together and (dice.chance(60) or not apart) else apart
        if source:
            a, b = source.pop()
            chosen.append((a.person_id, b.person_id) if dice.chance(50) else (b.person_id, a.person_id))
    return tuple(chosen)


def wishes_of(dice: Dice, people: list[str], posts: list[str]) -> tuple[Wish, ...]:
    """Wishes for any posts: the own one and closed ones too; the first choice may be missing."""
    found = []
    for person in people:
        if dice.chance(dice.leaning.wishes):
            number = dice.random.randint(1, 3)
            choices = dice.random.sample((1, 2, 3), number)
            found += [
                Wish(person, choice, post)
                for choice, post in zip(choices, dice.random.sample(posts, number), strict=True)
            ]
    return tuple(found)


def add_pins(dice: Dice, case: Case) -> Case:
    """The case with pins; one that cannot be carried out beside those before it is left out."""
    wanted = dice.random.choice(dice.leaning.pins)
    for _ in range(4 * wanted):
        if len(case.pins) == wanted:
            break
        person, mode = dice.random.choice(case.people), dice.random.choice(("assign", "assign", "forbid"))
        own = case.post[case.today[person]]
        post = dice.random.choice([post for post in case.posts if post.level == own.level or dice.chance(10)] or [own])
        if any((pin.person_id, pin.post_id) == (person, post.post_id) for pin in case.pins):
            continue
        tried = replace(case, pins=(*case.pins, Pin(person, post.post_id, mode)))
        try:
            check_pins(tried)
        except PinError:
            continue
        case = tried
    return case
