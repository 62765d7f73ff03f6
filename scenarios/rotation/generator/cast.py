"""Who holds the posts of an invented bureau, since when, and where they served before."""

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import dataclass

from models.common.base import Education
from models.rotation.codes import PostLevel
from models.rotation.tables import Officer, Service
from scenarios.generator.chance import happens, stream
from scenarios.generator.names import person_name
from scenarios.rotation.generator.layout import Draft, Layout, Shape
from scenarios.rotation.generator.names import SPECIALTIES

STARTING_AGE = 23
"""Nobody served anywhere before."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A person with the post held (index) and the months in it and in the unit."""

    officer: Officer
    place: int
    in_post: int
    in_unit: int
    planted: bool

    @property
    def person_id(self) -> str:
        """The person's id."""
        return self.officer.person_id


def assemble(shape: Shape, layout: Layout) -> tuple[Actor, ...]:
    """Everybody, each with tenure, marks and a specialty that the own post asks for."""
    rng = stream(shape.seed, "cast")
    wide = max(3, len(str(shape.people)))
    return tuple(
        _actor(f"P{number + 1:0{wide}}", place, shape, layout, rng) for number, place in enumerate(layout.places)
    )


def _actor(person_id: str, place: int, shape: Shape, layout: Layout, rng: random.Random) -> Actor:
    draft, female = layout.drafts[place], happens(rng, 420)
    in_post, in_unit = _tenure(draft, rng)
    leads = draft.level != "staff"
    age = max(STARTING_AGE + in_unit // 12, rng.randint(33, 57) if leads else rng.randint(24, 56))
    young = not leads and age <= 36 and happens(rng, 220)
    volunteer = draft.planted is None and happens(rng, 20 if leads else 60)
    day = shape.reference_date
    officer = Officer(
        person_id=person_id,
        name=person_name(rng, female),
        post_id=layout.posts[place].post_id,
        post_since=before(day, in_post, rng),
        unit_since=day,
        managed=leads and (draft.planted is not None or happens(rng, 850)),
        reserve=draft.level != "head" and age <= 45 and happens(rng, 60),
        young=young,
        volunteer=volunteer,
        consent=volunteer and happens(rng, 680),
        specialty=_specialty(draft, rng),
        gender="female" if female else "male",
        birth=dt.date(day.year - age, rng.randint(1, 12 if day.month == 12 else day.month), rng.randint(1, 28)),
        education=_education(age, rng),
    )
    came = officer.post_since if in_unit == in_post else before(day, in_unit, rng)
    settled = officer.model_copy(update={"unit_since": min(came, officer.post_since)})
    return Actor(settled, place, in_post, in_unit, draft.planted is not None)


def _tenure(draft: Draft, rng: random.Random) -> tuple[int, int]:
    """Months in the post and in the unit: half came into the unit with the post; planted people are long due."""
    if draft.planted is not None:
        in_post = rng.randint(66, 110)
        return in_post, in_post + rng.choice((0, 0, 24))
    longest: dict[PostLevel, int] = {"head": 110, "deputy": 130, "staff": 165}
    in_post = min(rng.randint(1, longest[draft.level]), rng.randint(1, longest[draft.level]))
    in_post = in_post if happens(rng, 600) else max(1, in_post // 6 * 6)
    return in_post, in_post + (0 if happens(rng, 520) else rng.randint(1, 90))


def before(day: dt.date, months: int, rng: random.Random) -> dt.date:
    """A day about so many whole months ago; appointments are dated on the first, or in the middle of a month."""
    number = 12 * day.year + day.month - 1 - months
    found = dt.date(number // 12, number % 12 + 1, rng.choice((1, 1, 1, 15)))
    return min(found, day)


def _specialty(draft: Draft, rng: random.Random) -> str | None:
    if draft.planted is not None:
        return draft.planted
    if draft.requires and draft.level != "head":
        return rng.choice(draft.requires)
    return rng.choice(SPECIALTIES) if happens(rng, 930) else None


def _education(age: int, rng: random.Random) -> Education:
    if age < 40:
        return rng.choice(("college", "bachelor", "bachelor", "bachelor", "master", "master", "doctor"))
    return rng.choice(("secondary", "college", "college", "bachelor", "bachelor", "master"))


def serve(shape: Shape, layout: Layout, cast: Sequence[Actor]) -> tuple[Service, ...]:
    """Where people served before: the last stay ends when the present unit begins; two in five never left it."""
    rng = stream(shape.seed, "service")
    rows: list[Service] = []
    for actor in cast:
        own, end = layout.posts[actor.place].unit_id, actor.officer.unit_since
        others = [unit.unit_id for unit in rng.sample(layout.units, min(3, len(layout.units))) if unit.unit_id != own]
        stays = 0 if actor.planted or happens(rng, 400) else rng.choice((1, 1, 2))
        for unit in others[:stays]:
            start = before(end, rng.randint(12, 84), rng)
            if actor.officer.birth is None or start.year - actor.officer.birth.year < STARTING_AGE:
                break
            rows.append(Service(person_id=actor.person_id, unit_id=unit, start=start, end=end))
            end = start
    return tuple(rows)
