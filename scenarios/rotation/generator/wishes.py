"""What people of an invented bureau wish for, and what the units say to it."""

import random
from collections.abc import Sequence

from models.rotation.codes import PostLevel
from models.rotation.tables import UnitOpinion, Wish
from scenarios.generator.chance import Wheel, happens, stream
from scenarios.rotation.generator.cast import Actor
from scenarios.rotation.generator.layout import Layout, Shape

LONG = 60
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
        if not happens(rng, 520 if actor.in_post >= LONG or actor.officer.volunteer else 250):
            continue
        level = layout.drafts[actor.place].level
        wanted = _wanted(actor, layout, of_level[level], pull[level], rng)
        rows.extend(
            Wish(person_id=actor.person_id, choice=choice, post_id=layout.posts[place].post_id)
            for choice, place in enumerate(wanted, start=1)
        )
    return tuple(rows)


def _wanted(actor: Actor, layout: Layout, places: Sequence[int], pull: Wheel, rng: random.Random) -> list[int]:
    """Up to three posts, nearly all of them such as take the person's specialty."""
    wanted: list[int] = []
    for _ in range(rng.choice((1, 2, 2, 3))):
        place = places[pull.draw(rng)]
        asked = layout.drafts[place].requires
        fits = not asked or actor.officer.specialty in asked or happens(rng, 100)
        if place != actor.place and place not in wanted and fits:
            wanted.append(place)
    return wanted


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
