"""Avoidance pairs and pins of an invented bureau."""

from collections.abc import Sequence
from itertools import combinations

from models.common.avoidance import Avoidance
from models.common.base import unordered
from models.competition.filings import ClerkApplication, Pick, Pin
from models.competition.sections import Section
from scenarios.generator.cast import Actor, Shape
from scenarios.generator.chance import stream
from scenarios.generator.names import RELATIONS
from scenarios.generator.wishes import same_wishes

AUTHORITY = "局党组会议"


def assign(shape: Shape, cast: Sequence[Actor], sections: Sequence[Section]) -> tuple[Pin, ...]:
    """Clerks whom the leadership seats beforehand, each in another section than the present one, one a section."""
    rng = stream(shape.seed, "assignments")
    clerks = [actor for actor in cast if actor.kind == "clerk"]
    rooms = [i for i, section in enumerate(sections) if section.headcount > 3]
    rng.shuffle(rooms)
    chosen = rng.sample(clerks, min(shape.pins // 2, len(clerks), len(rooms)))
    return tuple(
        Pin(
            person_id=actor.person_id,
            section_id=sections[room].section_id,
            role="clerk",
            mode="assign",
            reason="重点工作需要",
            authority=AUTHORITY,
        )
        for actor, room in zip(chosen, rooms, strict=False)
        if room != actor.section
    )


def forbid(shape: Shape, cast: Sequence[Actor], filings: Sequence[ClerkApplication]) -> tuple[Pin, ...]:
    """Seats that people asked for and the leadership rules out."""
    rng = stream(shape.seed, "exclusions")
    institution = {actor.person_id for actor in cast if actor.kind == "institution"}
    rows = {(row.person_id, row.section_id): row for row in filings}
    keys = sorted(rows)
    chosen = rng.sample(keys, min((shape.pins + 1) // 2, len(keys)))
    return tuple(
        Pin(
            person_id=person,
            section_id=section,
            role="institution" if person in institution else "clerk",
            mode="forbid",
            reason="岗位经手事项须回避",
            authority=AUTHORITY,
        )
        for person, section in chosen
    )


def avoid(
    shape: Shape, cast: Sequence[Actor], filings: Sequence[ClerkApplication], pinned: frozenset[str]
) -> tuple[Avoidance, ...]:
    """Avoidance pairs: half of people who asked for the same section, half of any two."""
    rng = stream(shape.seed, "avoidances")
    ids = [a.person_id for a in cast if a.chooses and a.person_id not in pinned]
    if len(ids) < 2:
        return ()
    clashing = same_wishes(filings)
    limit = min(shape.avoidance_pairs, len(ids) * (len(ids) - 1) // 2)
    found: dict[tuple[str, str], str] = {}
    for turn in range(limit * 20):
        if len(found) == limit:
            break
        first, second = rng.choice(clashing) if clashing and turn % 2 == 0 else rng.sample(ids, 2)
        if first != second:
            found.setdefault(unordered(first, second), rng.choice(RELATIONS))
    return tuple(Avoidance(person_a=a, person_b=b, relation=relation) for (a, b), relation in found.items())


def avoid_in_trios(
    shape: Shape, filings: Sequence[ClerkApplication], picks: Sequence[Pick], pairs: tuple[Avoidance, ...]
) -> tuple[Avoidance, ...]:
    """The pairs, and after them three pairs for each trio that one section lists and that asked for it."""
    rng = stream(shape.seed, "trios")
    listed = {(row.person_id, row.section_id) for row in picks}
    mutual: dict[str, list[str]] = {}
    for person, section in sorted({(row.person_id, row.section_id) for row in filings} & listed):
        mutual.setdefault(section, []).append(person)
    found = {(row.person_a, row.person_b): row for row in pairs}
    inside: set[str] = set()
    trios = 0
    for section in rng.sample(sorted(mutual), len(mutual)):
        able = [person for person in mutual[section] if person not in inside]
        rng.shuffle(able)
        for trio in zip(*[iter(able)] * 3, strict=False):
            if trios < shape.trios:
                trios += 1
                inside.update(trio)
                for a, b in (unordered(*pair) for pair in combinations(trio, 2)):
                    found.setdefault((a, b), Avoidance(person_a=a, person_b=b, relation=rng.choice(RELATIONS)))
    return tuple(found.values())
