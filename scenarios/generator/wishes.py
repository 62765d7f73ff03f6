"""What the people and the sections of an invented bureau ask for, and how the meeting votes."""

import random
from collections.abc import Mapping, Sequence
from itertools import pairwise

from models.competition.filings import Application, ClerkApplication, Pick
from models.competition.records import Attendance, Ballot
from models.competition.sections import Section
from scenarios.generator.cast import Actor, Shape
from scenarios.generator.chance import Wheel, bell, happens, stream

CAPS = (2, 2, 1)
Filed = list[tuple[int, int, int]]


def attraction(shape: Shape, sections: Sequence[Section]) -> Wheel:
    """Some sections attract several times as many wishes as others of their size, the more the greater the shape's."""
    rng = stream(shape.seed, "popularity")
    return Wheel([section.headcount * rng.choice((2, 2, 3, 3, 4, 6, 9)) ** shape.popularity for section in sections])


def file_for_posts(
    shape: Shape, cast: Sequence[Actor], sections: Sequence[Section], pull: Wheel
) -> tuple[Application, ...]:
    """Each entrant's filings in up to three rounds; 30 % of the present chiefs ask for their own post first."""
    rng = stream(shape.seed, "applications")
    closed = {actor.section for actor in cast if actor.kind == "fixed_chief"}
    rows: list[Application] = []
    for actor in cast:
        if actor.entrant:
            rows.extend(
                Application(
                    person_id=actor.person_id, round=round_, choice=choice, section_id=sections[post].section_id
                )
                for round_, choice, post in _posts_wanted(actor, closed, pull, rng)
            )
    return tuple(rows)


def _posts_wanted(actor: Actor, closed: set[int | None], pull: Wheel, rng: random.Random) -> Filed:
    taken = [post for post in closed if post is not None]
    wanted: Filed = []
    for round_, cap in enumerate(CAPS, start=1):
        if round_ > 1 and not happens(rng, 700):
            break
        for choice in range(1, rng.randint(1, cap) + 1):
            own = actor.person.chief and round_ == 1 and choice == 1 and happens(rng, 300)
            post = actor.section if own and actor.section not in taken else pull.draw_new(rng, taken)
            if post is None:
                break
            taken.append(post)
            wanted.append((round_, choice, post))
    return wanted


def vote(
    shape: Shape,
    cast: Sequence[Actor],
    sections: Sequence[Section],
    applications: Sequence[Application],
    attendance: Sequence[Attendance],
    pull: Wheel,
) -> tuple[Ballot, ...]:
    """The recommendation: votes for every post filed for, and for a quarter of the entrants one written in."""
    rng = stream(shape.seed, "ballots")
    index = {section.section_id: i for i, section in enumerate(sections)}
    filed: dict[str, Filed] = {}
    for row in applications:
        filed.setdefault(row.person_id, []).append((row.round, row.choice, index[row.section_id]))
    closed = [a.section for a in cast if a.kind == "fixed_chief" and a.section is not None]
    rows: list[Ballot] = []
    for actor in (a for a in cast if a.entrant):
        wanted = filed.get(actor.person_id, [])
        for round_, choice, post in wanted:
            own = 80 if post == actor.section else 0
            support = bell(rng, 370 + actor.ability // 8 + own - 20 * round_ - 15 * choice, 300)
            rows.extend(_ballots(actor, sections[post], support, attendance, rng))
        if happens(rng, 250):
            other = pull.draw_new(rng, closed + [post for _, _, post in wanted])
            if other is not None:
                rows.extend(_ballots(actor, sections[other], bell(rng, 300, 240), attendance, rng))
    return tuple(rows)


def _ballots(
    actor: Actor, section: Section, support: int, attendance: Sequence[Attendance], rng: random.Random
) -> list[Ballot]:
    """Votes by group around one level of support, given in thousandths of those present."""
    rows = []
    for group in attendance:
        share = min(1000, max(0, bell(rng, support, 120)))
        votes = (group.present * share + 500) // 1000
        rows.append(Ballot(person_id=actor.person_id, section_id=section.section_id, group=group.group, votes=votes))
    return rows


def choose_sections(
    shape: Shape, cast: Sequence[Actor], sections: Sequence[Section], pull: Wheel, pinned: frozenset[str]
) -> tuple[ClerkApplication, ...]:
    """One filing a person and round; 30 % ask first for their own section, later rounds have fewer filings."""
    rng = stream(shape.seed, "clerk applications")
    rows: list[ClerkApplication] = []
    for actor in cast:
        if not actor.chooses or actor.person_id in pinned or (actor.entrant and not happens(rng, 500)):
            continue
        taken: list[int] = []
        for round_ in range(1, shape.clerk_rounds + 1):
            if not happens(rng, 970 if round_ == 1 else 900):
                continue
            own = not taken and actor.section is not None and happens(rng, 300)
            choice = actor.section if own else pull.draw_new(rng, taken)
            if choice is None:
                break
            taken.append(choice)
            rows.append(
                ClerkApplication(person_id=actor.person_id, round=round_, section_id=sections[choice].section_id)
            )
    return tuple(rows)


def list_people(
    shape: Shape,
    cast: Sequence[Actor],
    sections: Sequence[Section],
    filings: Sequence[ClerkApplication],
    pinned: frozenset[str],
) -> tuple[Pick, ...]:
    """Each section's list: mostly people who asked for it, the able and its own first, and some who did not ask."""
    rng = stream(shape.seed, "picks")
    pool = [a for a in cast if a.chooses and a.person_id not in pinned]
    by_id = {a.person_id: a for a in pool}
    asked: dict[str, dict[str, int]] = {}
    for row in filings:
        asked.setdefault(row.section_id, {}).setdefault(row.person_id, row.round)
    own: dict[int, list[Actor]] = {}
    for actor in pool:
        if actor.section is not None:
            own.setdefault(actor.section, []).append(actor)
    rows: list[Pick] = []
    for i, section in enumerate(sections):
        liking = _liking(asked.get(section.section_id, {}), own.get(i, []), by_id, i, rng)
        length = max(2, section.headcount * rng.randint(80, 150) // 100)
        for _ in range(length // 4):
            if pool:
                liking.setdefault(rng.choice(pool).person_id, rng.randint(500, 1100))
        best = sorted(liking, key=lambda person: (-liking[person], person))[:length]
        rows.extend(
            Pick(section_id=section.section_id, person_id=person, order=order)
            for order, person in enumerate(best, start=1)
        )
    return tuple(rows)


def _liking(
    asked: Mapping[str, int], own: Sequence[Actor], by_id: Mapping[str, Actor], index: int, rng: random.Random
) -> dict[str, int]:
    """How much a section wants each person: asking early helps, belonging helps, not asking hurts."""
    liking = {
        person: by_id[person].ability + 300 - 60 * round_ + 150 * (by_id[person].section == index) + bell(rng, 0, 300)
        for person, round_ in asked.items()
    }
    for actor in own:
        if actor.person_id not in liking and happens(rng, 300):
            liking[actor.person_id] = actor.ability + 100 + bell(rng, 0, 300)
    return liking


def same_wishes(filings: Sequence[ClerkApplication]) -> list[tuple[str, str]]:
    """People who asked for one section one after the other, in the order of the sections: pairs that may clash."""
    ordered = sorted(filings, key=lambda row: (row.section_id, row.round, row.person_id))
    return [(a.person_id, b.person_id) for a, b in pairwise(ordered) if a.section_id == b.section_id]
