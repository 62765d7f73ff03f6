"""The recipe of an invented bureau."""

import datetime as dt

from models.competition.case import Case, CaseInfo
from scenarios.generator.bonds import assign, avoid, avoid_in_trios, forbid
from scenarios.generator.cast import Shape, assemble
from scenarios.generator.marks import assess
from scenarios.generator.wishes import attraction, choose_sections, file_for_posts, list_people, vote

REFERENCE_DATE = dt.date(2024, 6, 1)


def generate(
    people: int,
    sections: int,
    seed: str | int,
    *,
    clerk_rounds: int = 3,
    avoidance_pairs: int | None = None,
    trios: int = 0,
    pins: int | None = None,
    seats: int | None = None,
    popularity: int = 1,
    retention: int = 100,
    ties: int = 0,
    reference_date: dt.date = REFERENCE_DATE,
) -> Case:
    """An invented bureau of that many people and sections, a valid case.

    The same arguments give the same case on every machine. ``clerk_rounds`` is the number of rounds of mutual
    choice; ``avoidance_pairs`` defaults to one for 50 people, ``pins`` to one for 75 people (half of them assign a
    seat, half rule one out); service and ages are counted to ``reference_date``.

    What makes a bureau hard or easy to decide, each by itself:

    - ``trios``: how many groups of three avoid one another though they and one section want each other; as far as
      there are such people. Of a trio one can sit there, and a linear relaxation seats one and a half.
    - ``seats``: seats for every 100 people to be placed, but never fewer than two a section; about 105 unless given.
    - ``popularity``: how far wishes gather on few sections; 0: by their size alone, 1: as usual, more: further still.
    - ``retention``: of 100 sections, how many are held to the number of own clerks they may keep; the others may keep
      all of them.
    - ``ties``: of 100 people, how many have no marks but 70, 80 and 90, so that many quantifications are equal.

    Raises:
        ValueError: when there is nobody, no section, a negative number, a share above 100, or a popularity above 9.
    """
    if people < 1 or sections < 1 or min(clerk_rounds, avoidance_pairs or 0, trios, pins or 0) < 0:
        raise ValueError("at least one person and one section, and no negative numbers")
    if not (0 <= retention <= 100 and 0 <= ties <= 100 and 0 <= popularity <= 9) or (seats is not None and seats < 1):
        raise ValueError("shares from 0 to 100, a popularity from 0 to 9, and at least one seat for 100 people")
    shape = Shape(
        people=people,
        sections=sections,
        seed=f"{seed}|{people}|{sections}",
        reference_date=reference_date,
        clerk_rounds=clerk_rounds,
        avoidance_pairs=people // 50 if avoidance_pairs is None else avoidance_pairs,
        trios=trios,
        pins=people // 75 if pins is None else pins,
        seats=seats,
        popularity=popularity,
        retention=retention,
        ties=ties,
    )
    rooms, cast = assemble(shape)
    pull = attraction(shape, rooms)
    records = assess(shape, cast)
    applications = file_for_posts(shape, cast, rooms, pull)
    assigned = assign(shape, cast, rooms)
    pinned = frozenset(pin.person_id for pin in assigned)
    filings = choose_sections(shape, cast, rooms, pull, pinned)
    picks = list_people(shape, cast, rooms, filings, pinned)
    return Case(
        case=CaseInfo(
            name=f"云溪县自然资源局 {people} 人 {sections} 科（模拟 {seed}）",
            reference_date=reference_date,
            lottery_seed=f"云溪公证抽签 {seed}",
        ),
        sections=rooms,
        people=tuple(actor.person for actor in cast),
        exams=records.exams,
        appraisals=records.appraisals,
        reviews=records.reviews,
        satisfaction=records.satisfaction,
        applications=applications,
        speeches=records.speeches,
        attendance=records.attendance,
        ballots=vote(shape, cast, rooms, applications, records.attendance, pull),
        clerk_applications=filings,
        picks=picks,
        avoidances=avoid_in_trios(shape, filings, picks, avoid(shape, cast, filings, pinned)),
        pins=(*assigned, *forbid(shape, cast, filings)),
    )
