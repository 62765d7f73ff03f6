"""What people of an invented bureau wish for, and what the units say to it."""

import random
from collections.abc import Sequence

from models.rotation.codes import PostLevel
from models.rotation.tables import UnitOpinion, Wish
from scenarios.generator.chance import Wheel, happens, stream
from scenarios.rotation.generator.cast import Actor
from scenarios.rotation.generator.layout import Layout, Shape

SHORT, LONG, MOST = 24, 60, 96
"""Months in a post: too few to leave it, many in a sensitive one, many in any."""
LEVELS: tuple[PostLevel, ...] = ("head", "deputy", "staff")


def wish(shape: Shape, layout: Layout, cast: Sequence[Actor]) -> tuple[Wish, ...]:
    """About a third of the people wish for up to three posts of their level, most of all those long in theirs."""
    rng = stream(shape.seed, "wishes")
    charm = [rng.choice((1, 2, 2, 3, 4, 8)) for _ in layout.units]
    of_level = {level: [i for i, draft in enumerate(layout.drafts) if draft.level == level] for level in LEVELS}
    pull = {
        level: Wheel([layout.drafts[i].seats * charm[layout.drafts[i].unit] for i in places])
        for level, places in of_level.items()
        if places
    }
    rows: list[Wish] = []
    for actor in cast:
        if not happens(rng, _eager(actor)):
            continue
        level = layout.drafts[actor.place].level
        wanted = _wanted(actor, layout, of_level[level], pull[level], rng)
        rows.extend(
            Wish(person_id=actor.person_id, choice=choice, post_id=layout.posts[place].post_id)
            for choice, place in enumerate(wanted, start=1)
        )
    return tuple(rows)


def _eager(actor: Actor) -> int:
    """How likely somebody is to wish for a post, in thousandths."""
    if actor.in_post < SHORT:
        return 60
    return 560 if actor.in_post >= LONG or actor.officer.volunteer else 350


def _wanted(actor: Actor, layout: Layout, places: Sequence[int], pull: Wheel, rng: random.Random) -> list[int]:
    """Up to three posts, nearly all of them such as take the person's specialty and, of the long settled, are alike."""
    wanted: list[int] = []
    for _ in range(rng.choice((1, 2, 2, 3))):
        place = next(
            (place for place in (places[pull.draw(rng)] for _ in range(8)) if _suits(actor, layout, place)), None
        )
        if place is None and happens(rng, 200):
            place = places[pull.draw(rng)]
        if place is not None and place != actor.place and place not in wanted:
            wanted.append(place)
    return wanted


def _suits(actor: Actor, layout: Layout, place: int) -> bool:
    """Whether somebody who knows the regulation would wish for a post."""
    post, own = layout.drafts[place], layout.drafts[actor.place]
    if post.requires and actor.officer.specialty not in post.requires:
        return False
    settled = actor.in_post >= (MOST if own.kind == "general" else LONG) and not actor.officer.managed
    return not settled or own.unit == post.unit or own.kind == post.kind


def answer(shape: Shape, layout: Layout, cast: Sequence[Actor], wishes: Sequence[Wish]) -> tuple[UnitOpinion, ...]:
    """Units answer a third of the wishes of people of other units, and object to three in ten of those."""
    rng = stream(shape.seed, "opinions")
    unit_of = {post.post_id: post.unit_id for post in layout.posts}
    own = {actor.person_id: unit_of[actor.officer.post_id] for actor in cast}
    asked = dict.fromkeys((unit_of[row.post_id], row.person_id) for row in wishes)
    rows = []
    for unit, person in asked:
        if unit != own[person] and happens(rng, 330):
            objects = happens(rng, 300)
            rows.append(
                UnitOpinion(
                    unit_id=unit,
                    person_id=person,
                    opinion="object" if objects else "agree",
                    reason="专业结构已饱和" if objects else None,
                )
            )
    return tuple(rows)
