"""Families and pins of an invented bureau."""

from collections.abc import Sequence, Set
from itertools import cycle

from models.common.avoidance import Avoidance
from models.common.base import unordered
from models.rotation.tables import PostPin, Wish
from scenarios.generator.chance import stream
from scenarios.rotation.generator.cast import Actor
from scenarios.rotation.generator.layout import Layout, Shape
from scenarios.rotation.generator.names import AUTHORITY, RELATIONS


def avoid(shape: Shape, layout: Layout, cast: Sequence[Actor]) -> tuple[Avoidance, ...]:
    """Families: every third pair shares a unit today, one in five shares a member with another pair."""
    rng = stream(shape.seed, "avoidances")
    able = [actor for actor in cast if not actor.planted]
    if len(able) < 2:
        return ()
    unit = {actor.person_id: layout.drafts[actor.place].unit for actor in able}
    sex = {actor.person_id: actor.officer.gender or "mixed" for actor in able}
    members: dict[int, list[str]] = {}
    for actor in able:
        members.setdefault(unit[actor.person_id], []).append(actor.person_id)
    crowds = [people for people in members.values() if len(people) > 1]
    ids, known = list(unit), list[str]()
    found: dict[tuple[str, str], str] = {}
    for turn in range(shape.avoidance_pairs * 20):
        if len(found) == shape.avoidance_pairs:
            break
        first = rng.choice(known) if known and rng.randrange(5) == 0 else rng.choice(ids)
        second = rng.choice(ids)
        if turn % 3 == 0 and crowds:
            first, second = rng.sample(rng.choice(crowds), 2)
        if first != second:
            found.setdefault(
                unordered(first, second), rng.choice(RELATIONS[sex[first] if sex[first] == sex[second] else "mixed"])
            )
            known += [first, second]
    return tuple(Avoidance(person_a=a, person_b=b, relation=relation) for (a, b), relation in found.items())


def pin(
    shape: Shape, layout: Layout, cast: Sequence[Actor], settled: Set[str], wishes: Sequence[Wish]
) -> tuple[PostPin, ...]:
    """The leadership's own decisions: half forbid a wished post, the others keep somebody or assign a free seat.

    ``settled`` are people of whom something else is on record already; they are assigned no post.
    """
    assigned = _assigned(shape, layout, cast, settled)
    rng = stream(shape.seed, "exclusions")
    taken = {row.person_id for row in assigned}
    open_to = [row for row in wishes if row.person_id not in taken]
    chosen = rng.sample(open_to, min((shape.pins + 1) // 2, len(open_to)))
    return (
        *assigned,
        *(
            PostPin(
                person_id=row.person_id,
                post_id=row.post_id,
                mode="forbid",
                reason="曾经手该岗位审批事项",
                authority=AUTHORITY,
            )
            for row in chosen
        ),
    )


def _assigned(shape: Shape, layout: Layout, cast: Sequence[Actor], settled: Set[str]) -> tuple[PostPin, ...]:
    """Staff, one a unit, each to a free seat of another unit; every third stays."""
    rng = stream(shape.seed, "assignments")
    able = [actor for actor in cast if layout.drafts[actor.place].level == "staff" and actor.person_id not in settled]
    rng.shuffle(able)
    free = [
        place
        for place, draft in enumerate(layout.drafts)
        if draft.level == "staff" and draft.seats > draft.holders and not draft.requires
    ]
    rng.shuffle(free)
    quota = shape.people if shape.quota is None else quota_of(shape)
    rows: list[PostPin] = []
    left: set[int] = set()
    stays = cycle((False, False, True))
    for actor in able:
        unit = layout.drafts[actor.place].unit
        if len(rows) == shape.pins // 2:
            break
        if unit in left:
            continue
        left.add(unit)
        if next(stays):
            rows.append(_pin(actor, layout, actor.place, "承担的重点项目尚未结题"))
        elif free and quota > 0 and layout.drafts[free[-1]].unit != unit:
            quota -= 1
            rows.append(_pin(actor, layout, free.pop(), "充实一线力量"))
    return tuple(rows)


def _pin(actor: Actor, layout: Layout, place: int, reason: str) -> PostPin:
    post = layout.posts[place].post_id
    return PostPin(person_id=actor.person_id, post_id=post, mode="assign", reason=reason, authority=AUTHORITY)


def quota_of(shape: Shape) -> int:
    """How many exchanges the case allows."""
    return shape.people if shape.quota is None else max(1, shape.people * shape.quota // 100)
