"""Random cases of exchange and rotation, from a handful of people to a large bureau, always the same for one seed."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

from allocator.rotation.roster import Roster
from models.common.avoidance import Avoidance
from models.common.outcome import Draw
from models.rotation.case import RotationCase, RotationInfo
from models.rotation.codes import POST_KINDS
from models.rotation.rulebook import RotationRulebook
from models.rotation.tables import (
    Exemption,
    Nomination,
    Officer,
    Post,
    PostPin,
    Service,
    Unit,
    UnitOpinion,
    Wish,
)

DAY = dt.date(2024, 7, 1)
SPECIALTIES = ("law", "finance", "engineering")
BECAUSE = {"reason": "r", "authority": "a"}


@dataclass(frozen=True)
class Mix:
    """What a case is made of: sizes, and the shares of what may happen to people and posts."""

    units: int = 3
    heads: int = 1
    deputies: tuple[int, int] = (0, 2)
    staff_posts: tuple[int, int] = (1, 2)
    staff_seats: tuple[int, int] = (1, 2)
    kinds: tuple[str, ...] = POST_KINDS
    vacant: float = 0.2
    crowded: float = 0.05
    requires: float = 0.1
    wishing: float = 0.4
    pairs: float = 0.3
    served: float = 0.2
    exempt: float = 0.1
    nominated: float = 0.1
    volunteers: float = 0.2
    marked: float = 0.2
    managed: float = 0.6
    pins: float = 0.0
    objections: float = 0.2
    quota: float | None = None
    years: int = 14


def roster(seed: int, mix: Mix, rulebook: RotationRulebook | None = None) -> Roster:
    """A random case as a roster."""
    return Roster(case(seed, mix), rulebook or RotationRulebook(), Draw(seed=str(seed), source="case"))


def case(seed: int, mix: Mix) -> RotationCase:
    """A random case."""
    rng = Random(seed)
    units = [f"u{u:04}" for u in range(mix.units)]
    posts = list(_posts(rng, mix, units))
    officers = list(_officers(rng, mix, posts))
    unit_of = {post.post_id: post.unit_id for post in posts}
    people = [(officer.person_id, unit_of[officer.post_id]) for officer in officers]
    info: dict[str, Any] = {"name": f"case {seed}", "reference_date": DAY, "lottery_seed": str(seed)}
    if mix.quota is not None:
        info["exchange_quota"] = round(mix.quota * len(people))
    by_level: dict[str, list[str]] = {}
    for post in posts:
        by_level.setdefault(post.level, []).append(post.post_id)
    level_of = {post.post_id: post.level for post in posts}
    return RotationCase(
        case=RotationInfo(**info),
        units=tuple(Unit(unit_id=unit, name=unit) for unit in units),
        posts=tuple(posts),
        officers=tuple(officers),
        service=tuple(_service(rng, mix, people, units)),
        exemptions=tuple(
            Exemption(person_id=person, article=rng.choice(("8-1", "8-3", "10-1", "10-2")), **BECAUSE)
            for person, _ in people
            if rng.random() < mix.exempt
        ),
        nominations=tuple(
            Nomination(person_id=person, article=rng.choice(("7-6", "9-3")), **BECAUSE)
            for person, _ in people
            if rng.random() < mix.nominated
        ),
        avoidances=tuple(_avoidances(rng, mix, people)),
        pins=tuple(_pins(rng, mix, officers, by_level, level_of)),
        wishes=tuple(_wishes(rng, mix, officers, by_level, level_of)),
        opinions=tuple(_opinions(rng, mix, people, units)),
    )


def _posts(rng: Random, mix: Mix, units: list[str]) -> Iterator[Post]:
    """The posts of all units, their ids in no order of units."""
    ids = iter(rng.sample(range(10**6), len(units) * (mix.heads + mix.deputies[1] + mix.staff_posts[1])))
    for unit in units:
        kinds = [rng.choice(mix.kinds), "general"]
        levels = ["head"] * mix.heads + ["deputy"] * rng.randint(*mix.deputies)
        for level in levels + ["staff"] * rng.randint(*mix.staff_posts):
            name = f"p{next(ids):06}"
            seats = rng.randint(*mix.staff_seats) if level == "staff" else 1
            requires = (rng.choice(SPECIALTIES),) if rng.random() < mix.requires else ()
            kind = rng.choice(kinds)
            yield Post.model_validate(
                {"post_id": name, "unit_id": unit, "name": name, "level": level, "kind": kind, "seats": seats,
                 "requires": requires}
            )  # fmt: skip


def _officers(rng: Random, mix: Mix, posts: list[Post]) -> Iterator[Officer]:
    taken = [
        post
        for post in posts
        for _ in range(sum(rng.random() >= mix.vacant for _ in range(post.seats)) + (rng.random() < mix.crowded))
    ]
    for number, post in zip(rng.sample(range(10**6), len(taken)), taken, strict=True):
        months = rng.randrange(12 * mix.years)
        since = DAY - dt.timedelta(days=30 * months)
        reserve, young = rng.random() < mix.marked / 2, rng.random() < mix.marked
        yield Officer(
            person_id=f"n{number:06}",
            name=f"n{number:06}",
            post_id=post.post_id,
            post_since=since,
            unit_since=since - dt.timedelta(days=rng.choice((0, 0, 400, 1500))),
            managed=post.level != "staff" and rng.random() < mix.managed,
            reserve=reserve,
            young=young,
            volunteer=(volunteers := rng.random() < mix.volunteers),
            consent=volunteers and rng.random() < 0.8,
            specialty=rng.choice((*SPECIALTIES, None)),
        )


def _service(rng: Random, mix: Mix, people: list[tuple[str, str]], units: list[str]) -> Iterator[Service]:
    for person, unit in people:
        if rng.random() < mix.served:
            end = DAY - dt.timedelta(days=rng.randrange(2200))
            other = rng.choice(units)
            if other != unit or rng.random() < 0.2:
                yield Service(person_id=person, unit_id=other, start=None, end=end)


def _avoidances(rng: Random, mix: Mix, people: list[tuple[str, str]]) -> Iterator[Avoidance]:
    """Pairs, half of them of one unit today."""
    members: dict[str, list[str]] = {}
    for person, unit in people:
        members.setdefault(unit, []).append(person)
    found = set()
    for person, unit in people:
        others = members[unit] if rng.random() < 0.5 else [other for other, _ in people]
        if rng.random() < mix.pairs and (other := rng.choice(others)) != person:
            found.add((min(person, other), max(person, other)))
    for a, b in sorted(found):
        yield Avoidance(person_a=a, person_b=b, relation="r")


def _wishes(
    rng: Random, mix: Mix, officers: list[Officer], by_level: dict[str, list[str]], level_of: dict[str, str]
) -> Iterator[Wish]:
    for officer in officers:
        if rng.random() < mix.wishing:
            posts = by_level[level_of[officer.post_id]]
            wished = rng.sample(posts, min(len(posts), rng.randint(1, 3)))
            for choice, post in enumerate(wished, start=1):
                yield Wish(person_id=officer.person_id, choice=choice, post_id=post)


def _opinions(rng: Random, mix: Mix, people: list[tuple[str, str]], units: list[str]) -> Iterator[UnitOpinion]:
    for person, unit in people:
        if rng.random() < mix.objections and (other := rng.choice(units)) != unit:
            yield UnitOpinion(unit_id=other, person_id=person, opinion=rng.choice(("object", "object", "agree")))


def _pins(
    rng: Random, mix: Mix, officers: list[Officer], by_level: dict[str, list[str]], level_of: dict[str, str]
) -> Iterator[PostPin]:
    for officer in officers:
        if rng.random() < mix.pins:
            post = rng.choice((officer.post_id, rng.choice(by_level[level_of[officer.post_id]])))
            mode = rng.choice(("assign", "forbid", "forbid"))
            yield PostPin.model_validate({"person_id": officer.person_id, "post_id": post, "mode": mode, **BECAUSE})
