"""The units of an invented bureau, the posts they have, and how many hold each."""

import datetime as dt
import random
from dataclasses import dataclass

from models.rotation.codes import PostKind, PostLevel
from models.rotation.tables import Post, Unit
from scenarios.generator.chance import happens, stream
from scenarios.rotation.generator.names import SPECIALTIES, WORK, post_name, rare, unit_name

LENGTHS = (3, 4, 5, 6, 12)
"""How many posts there are in a planted cycle or chain, in turn."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What is asked of an invented case."""

    people: int
    units: int
    seed: str
    reference_date: dt.date
    vacancies: int
    chains: int
    quota: int | None
    avoidance_pairs: int
    pins: int


@dataclass(slots=True)
class Draft:
    """A post while the bureau is laid out: its unit (index), how many hold it, its seats, and who may enter."""

    unit: int
    name: str
    level: PostLevel
    kind: PostKind
    holders: int
    seats: int
    requires: tuple[str, ...] = ()
    planted: str | None = None
    """The specialty of its holder, where the post is part of a planted chain or cycle."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The units and posts, the drafts the posts were made from, and each person's post (index), in no order."""

    units: tuple[Unit, ...]
    posts: tuple[Post, ...]
    drafts: tuple[Draft, ...]
    places: tuple[int, ...]


def lay_out(shape: Shape) -> Layout:
    """Units of very unequal size, each with a head, deputies and staff posts; free seats, and a few posts too full."""
    rng = stream(shape.seed, "layout")
    drafts: list[Draft] = []
    for unit, size in enumerate(_sizes(shape, rng)):
        drafts.extend(_posts(unit, size, rng))
    _plant(shape, drafts)
    _free_seats(shape, drafts)
    _specialise(shape, drafts)
    wide = len(str(shape.units))
    units = tuple(Unit(unit_id=f"U{i + 1:0{wide}}", name=unit_name(i)[0]) for i in range(shape.units))
    posts, number = [], 0
    for place, draft in enumerate(drafts):
        number = number + 1 if place and drafts[place - 1].unit == draft.unit else 1
        posts.append(_post(draft, units[draft.unit].unit_id, number))
    places = [place for place, draft in enumerate(drafts) for _ in range(draft.holders)]
    rng.shuffle(places)
    return Layout(units, tuple(posts), tuple(drafts), tuple(places))


def _post(draft: Draft, unit_id: str, number: int) -> Post:
    return Post(
        post_id=f"{unit_id}-{number:02}",
        unit_id=unit_id,
        name=draft.name,
        level=draft.level,
        kind=draft.kind,
        seats=draft.seats,
        requires=tuple(sorted(draft.requires)),
    )


def _sizes(shape: Shape, rng: random.Random) -> list[int]:
    """How many work in each unit: the largest have ten times as many as the smallest."""
    weights = [rng.choice((3, 4, 5, 5, 6, 8, 8, 10, 12, 16, 24, 36)) for _ in range(shape.units)]
    least = int(shape.people >= shape.units)
    spread = shape.people - least * shape.units
    sizes = [least + spread * weight // sum(weights) for weight in weights]
    for place in range(shape.people - sum(sizes)):
        sizes[place % shape.units] += 1
    return sizes


def _posts(unit: int, size: int, rng: random.Random) -> list[Draft]:
    """A head, one to three deputies as the unit is large, and staff posts of several people each."""
    name, kind = unit_name(unit)
    title = "局长" if name.endswith("分局") else "处长" if name.endswith("处") else "主任"
    deputies = 0 if size < 3 else 1 if size < 10 else 2 if size < 25 else 3
    found = [Draft(unit, title, "head", kind, min(size, 1), 1)]
    for place in range(deputies):
        own = kind if place == 0 else rng.choice((kind, "general", rng.choice(WORK)[1]))
        found.append(Draft(unit, f"副{title}" + ("甲乙丙"[place] if deputies > 1 else ""), "deputy", own, 1, 1))
    staff = size - deputies - min(size, 1)
    posts = 0 if staff == 0 else min(14, (staff + 3) // 4)
    turns: dict[str, int] = {}
    for place in range(posts):
        work, own = rng.choice(WORK[:9]) if happens(rng, 700) else rng.choice(WORK[9:])
        if place == 0 and kind != "general":
            work, own = next(one for one in WORK if one[1] == kind)
        holders = (place + 1) * staff // posts - place * staff // posts
        found.append(Draft(unit, post_name(work, turns.get(work, 0)), "staff", own, holders, holders))
        turns[work] = turns.get(work, 0) + 1
    return found


def _plant(shape: Shape, drafts: list[Draft]) -> None:
    """Chains and cycles of heads: each post takes its holder's specialty and that of one other planted head.

    Nobody else can follow a planted head, so that each goes only when the whole cycle goes. Every second one is a
    chain: it ends at a head's post that nobody holds.
    """
    rng = stream(shape.seed, "chains")
    heads = [draft for draft in drafts if draft.level == "head" and draft.holders]
    rng.shuffle(heads)
    used = 0
    for group in range(shape.chains):
        length, chain = LENGTHS[group % len(LENGTHS)], group % 2 == 1
        ring = heads[:length]
        if len(ring) < length:
            return
        del heads[:length]
        for place, draft in enumerate(ring):
            draft.planted = rare(used + place)
            before = rare(used + (place - 1) % length)
            draft.requires = (draft.planted,) if chain and place == 0 else (draft.planted, before)
        if chain:
            _vacate(drafts, ring[-1])
            ring[-1].planted, ring[-1].requires = None, (rare(used + length - 2),)
        used += length


def _vacate(drafts: list[Draft], head: Draft) -> None:
    """Nobody holds the head's post; whoever did is one more of the unit's staff."""
    head.holders = 0
    staff = next((draft for draft in drafts if draft.unit == head.unit and draft.level == "staff"), None)
    if staff is None:
        staff = Draft(head.unit, post_name(WORK[0][0], 0), "staff", "general", 0, 0)
        drafts.insert(drafts.index(head) + 1, staff)
    staff.holders += 1
    staff.seats += 1


def _free_seats(shape: Shape, drafts: list[Draft]) -> None:
    """Free seats, one in eight of a deputy or (where no chains are planted) of a head; one post in 40 too full."""
    rng = stream(shape.seed, "seats")
    wanted = (shape.people * shape.vacancies + (100 - shape.vacancies) // 2) // (100 - shape.vacancies)
    wanted = max(0, wanted - sum(draft.holders == 0 for draft in drafts))
    staff = [draft for draft in drafts if draft.level == "staff"]
    leading = [
        draft
        for draft in drafts
        if draft.level == "deputy" or (draft.level == "head" and shape.chains == 0 and draft.holders)
    ]
    leading = leading if staff else []
    rng.shuffle(leading)
    for head in leading[: wanted // 8]:
        _vacate(drafts, head)
    for _ in range(wanted - len(leading[: wanted // 8])):
        (rng.choice(staff) if staff else rng.choice(drafts)).seats += 1
    for draft in staff:
        if draft.holders > 2 and draft.seats == draft.holders and happens(rng, 25):
            draft.seats -= 1


def _specialise(shape: Shape, drafts: list[Draft]) -> None:
    """A few posts of deputies and staff ask for one specialty or one of two."""
    rng = stream(shape.seed, "specialties")
    for draft in drafts:
        if draft.level != "head" and happens(rng, 50):
            draft.requires = tuple(rng.sample(SPECIALTIES, rng.choice((1, 2, 2))))
