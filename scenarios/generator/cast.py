"""Who works in an invented bureau and which sections it has."""

import datetime as dt
import random
from dataclasses import dataclass
from typing import Literal

from models.common.base import Education
from models.competition.codes import Rank, Staffing
from models.competition.people import Person
from models.competition.sections import Section
from scenarios.generator.chance import Wheel, bell, happens, stream
from scenarios.generator.names import SPECIALTIES, UNITS, person_name, section_name

Kind = Literal[
    "fixed_chief",
    "incumbent",
    "out_incumbent",
    "candidate",
    "uncleared",
    "withdrawn",
    "clerk",
    "fixed_clerk",
    "institution",
    "contract",
]


@dataclass(frozen=True, slots=True)
class Shape:
    """What is asked of an invented bureau."""

    people: int
    sections: int
    seed: str
    reference_date: dt.date
    clerk_rounds: int
    avoidance_pairs: int
    trios: int
    pins: int
    seats: int | None
    popularity: int
    retention: int
    ties: int


@dataclass(frozen=True, slots=True)
class Actor:
    """A person with what the records are drawn from: the part played, ability (0-1000), present section (index)."""

    person: Person
    kind: Kind
    ability: int
    section: int | None

    @property
    def person_id(self) -> str:
        """The person's id."""
        return self.person.person_id

    @property
    def entrant(self) -> bool:
        """Whether the person takes part in the chief contest."""
        return self.kind in ("incumbent", "candidate")

    @property
    def chooses(self) -> bool:
        """Whether the person may take part in mutual choice, in the clerks' or the institution stage."""
        if self.kind == "institution":
            return self.person.consent and self.person.review != "fail"
        return self.kind not in ("fixed_chief", "fixed_clerk", "contract")


def assemble(shape: Shape) -> tuple[tuple[Section, ...], tuple[Actor, ...]]:
    """The sections with headcounts that fit the people, and the people in their present sections."""
    rng = stream(shape.seed, "cast")
    kinds = _kinds(shape, rng)
    headcounts = _headcounts(shape, kinds, rng)
    width = len(str(shape.sections))
    sections = tuple(
        Section(
            section_id=f"S{i + 1:0{width}}",
            name=section_name(i),
            headcount=headcounts[i],
            retain=2 if headcounts[i] > 2 and (i == 0 or rng.randrange(25) == 0) else None,
        )
        for i in range(shape.sections)
    )
    sections = _retaining(shape, sections)
    places = _places(shape, kinds, headcounts, rng)
    width = max(3, len(str(shape.people)))
    return sections, tuple(
        _actor(f"P{n + 1:0{width}}", kind, place, sections, shape, rng)
        for n, (kind, place) in enumerate(zip(kinds, places, strict=True))
    )


def _kinds(shape: Shape, rng: random.Random) -> list[Kind]:
    """The parts played: a chief for most sections, one in five institution staff, a few contract staff, clerks."""
    n, s = shape.people, min(shape.sections, max(1, shape.people // 3))
    fixed_chiefs = s // 12
    chiefs = max(1, (s - fixed_chiefs) * 17 // 20)
    out = chiefs // 10
    vacant = s - fixed_chiefs - (chiefs - out)
    wanted: list[tuple[Kind, int]] = [
        ("fixed_chief", fixed_chiefs),
        ("out_incumbent", out),
        ("incumbent", chiefs - out),
        ("candidate", vacant),
        ("uncleared", vacant // 3),
        ("withdrawn", n // 50),
        ("institution", n // 5),
        ("fixed_clerk", min(n // 40, s // 2)),
        ("contract", n // 50),
    ]
    kinds: list[Kind] = [kind for kind, count in wanted for _ in range(count)][:n]
    kinds += ["clerk"] * (n - len(kinds))
    rng.shuffle(kinds)
    return kinds


def _retaining(shape: Shape, sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The sections; those not held to a number of their own people may fill every post with them."""
    rng = stream(shape.seed, "retention")
    return tuple(
        section if happens(rng, shape.retention * 10) else section.model_copy(update={"retain": section.headcount})
        for section in sections
    )


def _headcounts(shape: Shape, kinds: list[Kind], rng: random.Random) -> list[int]:
    placeable = sum(kind != "contract" for kind in kinds)
    if shape.seats is None:
        total = placeable + max(2, placeable // 25) + shape.sections // 8
    else:
        total = placeable * shape.seats // 100
    weights = [rng.randint(7, 13) for _ in range(shape.sections)]
    counts = [max(2, total * w // sum(weights)) for w in weights]
    short = total - sum(counts)
    for i in range(max(0, short)):
        counts[i % shape.sections] += 1
    return counts


def _places(shape: Shape, kinds: list[Kind], headcounts: list[int], rng: random.Random) -> list[int | None]:
    """Present sections: at most one chief and one fixed clerk a section; the others by the size of the section."""
    order = list(range(shape.sections))
    rng.shuffle(order)
    chief_seats, fixed_seats = iter(order), iter([i for i in reversed(order) if headcounts[i] > 2])
    wheel = Wheel(headcounts)
    places: list[int | None] = []
    for kind in kinds:
        if kind in ("fixed_chief", "incumbent", "out_incumbent"):
            places.append(next(chief_seats))
        elif kind == "fixed_clerk":
            places.append(next(fixed_seats, None))
        elif kind == "contract" or (kind == "institution" and happens(rng, 400)):
            places.append(None)
        else:
            places.append(wheel.draw(rng))
    return places


def _actor(
    person_id: str, kind: Kind, place: int | None, sections: tuple[Section, ...], shape: Shape, rng: random.Random
) -> Actor:
    if kind == "fixed_clerk" and place is None:
        kind = "clerk"
    female = happens(rng, 440)
    rank, served = _rank(kind, rng)
    age = rng.randint(36, 57) if rank != "staff" else rng.randint(24, 54)
    today = shape.reference_date
    birth = dt.date(today.year - age, rng.randint(1, 12), rng.randint(1, 28))
    outside = kind == "institution"
    staffing: Staffing = "institution" if outside else "contract" if kind == "contract" else "administrative"
    person = Person(
        person_id=person_id,
        name=person_name(rng, female),
        staffing=staffing,
        section_id=None if place is None else sections[place].section_id,
        rank=rank,
        rank_since=None if served is None else dt.date(today.year - served, rng.randint(1, 5), 1),
        chief=kind in ("fixed_chief", "incumbent", "out_incumbent"),
        fixed=kind in ("fixed_chief", "fixed_clerk"),
        bid="compete" if kind in ("candidate", "uncleared") else "withdraw" if kind == "withdrawn" else None,
        cleared=kind == "candidate",
        review="fail" if outside and happens(rng, 20) else "pass",
        consent=outside and happens(rng, 880),
        specialty=rng.choice(SPECIALTIES),
        proficiency=("熟练", "较熟练", "一般")[min(rng.randrange(3), rng.randrange(3))],
        gender="female" if female else "male",
        birth=birth,
        education=_education(age, rng),
        home_unit=rng.choice(UNITS) if outside else None,
    )
    ability = min(1000, max(0, bell(rng, 620 if rank != "staff" else 500, 400)))
    return Actor(person, kind, ability, place)


def _rank(kind: Kind, rng: random.Random) -> tuple[Rank, int | None]:
    """A rank and the years served in it; who contests or withdraws has served long enough."""
    if kind in ("fixed_chief", "incumbent", "out_incumbent"):
        return rng.choice(("head", "head", "head", "head_nominal", "deputy")), rng.randint(2, 10)
    if kind in ("candidate", "uncleared", "withdrawn"):
        return rng.choice(("head_nominal", "deputy", "deputy", "deputy_nominal")), rng.randint(4, 9)
    if kind in ("clerk", "fixed_clerk") and happens(rng, 220):
        return rng.choice(("deputy", "deputy_nominal", "deputy_nominal")), rng.randint(0, 6)
    return "staff", None


def _education(age: int, rng: random.Random) -> Education:
    levels: tuple[Education, ...] = ("secondary", "college", "college", "bachelor", "bachelor", "master", "doctor")
    shift = 2 if age < 40 else 0
    return levels[min(5 + (rng.randrange(20) == 0), shift + rng.randrange(5))]
