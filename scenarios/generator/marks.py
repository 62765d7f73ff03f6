"""The records of assessment of an invented bureau: one person's marks go together."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from models.competition.records import Appraisal, Attendance, Exam, Review, Satisfaction, SpeechMark
from scenarios.generator.cast import Actor, Shape
from scenarios.generator.chance import bell, happens, mark, stream

Marked = TypeVar("Marked", Exam, Appraisal)

PAPERS = ("aptitude", "essay", "knowledge")
HEADS = ("virtue", "ability", "diligence", "results", "integrity")
PLAIN = (Decimal(70), Decimal(80), Decimal(90))
"""The marks of people who are hard to tell apart."""
JUDGES = tuple(f"评委{n}" for n in "一二三四五六七八九")


@dataclass(frozen=True, slots=True)
class Records:
    """The assessment tables."""

    exams: tuple[Exam, ...]
    appraisals: tuple[Appraisal, ...]
    reviews: tuple[Review, ...]
    satisfaction: tuple[Satisfaction, ...]
    speeches: tuple[SpeechMark, ...]
    attendance: tuple[Attendance, ...]


def assess(shape: Shape, cast: Sequence[Actor]) -> Records:
    """Marks for everybody, polls for those who report on duty, speeches for the entrants."""
    rng = stream(shape.seed, "marks")
    last = shape.reference_date.year - 1
    attendance = _attendance(cast, rng)
    present = sum(row.present for row in attendance)
    exams = tuple(_exam(actor, rng) for actor in cast)
    appraisals = tuple(_appraisal(actor, rng) for actor in cast)
    reviews = tuple(row for actor in cast for row in _reviews(actor, last, rng))
    dice = stream(shape.seed, "ties")
    alike = frozenset(actor.person_id for actor in cast if happens(dice, shape.ties * 10))
    return Records(
        exams=tuple(_plainly(row) if row.person_id in alike else row for row in exams),
        appraisals=tuple(_plainly(row) if row.person_id in alike else row for row in appraisals),
        reviews=tuple(
            row.model_copy(update={"score": _plain(row.score)}) if row.person_id in alike else row for row in reviews
        ),
        satisfaction=tuple(_satisfaction(a, present, rng) for a in cast if a.person.chief or a.person.bid == "compete"),
        speeches=tuple(row for actor in cast if actor.entrant for row in _speech(actor, rng)),
        attendance=attendance,
    )


def _plain(mark: Decimal) -> Decimal:
    return min(PLAIN, key=lambda one: abs(one - mark))


def _plainly(row: Marked) -> Marked:
    """The same row with plain marks."""
    return row.model_copy(update={"marks": {name: _plain(mark) for name, mark in row.marks.items()}})


def _exam(actor: Actor, rng: random.Random) -> Exam:
    base = 450 + actor.ability // 3
    marks = {paper: mark((bell(rng, base + 60 * (paper == "knowledge"), 140) // 5) * 5) for paper in PAPERS}
    return Exam(person_id=actor.person_id, marks=marks)


def _appraisal(actor: Actor, rng: random.Random) -> Appraisal:
    base = 760 + actor.ability // 6
    return Appraisal(person_id=actor.person_id, marks={head: mark(bell(rng, base, 60)) for head in HEADS})


def _reviews(actor: Actor, last: int, rng: random.Random) -> list[Review]:
    """Three years for everybody, more for some: only the last ones count."""
    years = 3 + (rng.randrange(8) == 0)
    base = 800 + actor.ability // 8
    return [
        Review(person_id=actor.person_id, year=last - back, score=mark(bell(rng, base, 50))) for back in range(years)
    ]


def _satisfaction(actor: Actor, voters: int, rng: random.Random) -> Satisfaction:
    """A poll of those present; who is out of the contest was found wanting by more than a third."""
    permille = rng.randint(340, 480) if actor.kind == "out_incumbent" else rng.randint(0, 250)
    against = min(voters, voters * permille // 1000 + (actor.kind == "out_incumbent"))
    basic = (voters - against) * rng.randint(50, 350) // 1000
    return Satisfaction(
        person_id=actor.person_id, satisfied=voters - against - basic, basic=basic, dissatisfied=against
    )


def _speech(actor: Actor, rng: random.Random) -> list[SpeechMark]:
    """Marks of seven to nine judges."""
    base = 780 + actor.ability // 8
    return [
        SpeechMark(person_id=actor.person_id, judge=judge, score=mark(bell(rng, base, 90)))
        for place, judge in enumerate(JUDGES)
        if place < 7 or happens(rng, 700)
    ]


def _attendance(cast: Sequence[Actor], rng: random.Random) -> tuple[Attendance, ...]:
    staff = sum(actor.person.staffing == "administrative" for actor in cast)
    present = {
        "leaders": rng.randint(5, 9),
        "staff": max(3, staff * rng.randint(880, 980) // 1000),
        "institutions": rng.randint(8, 16),
        "counties": rng.randint(6, 12),
    }
    return tuple(Attendance(group=group, present=count) for group, count in present.items())
