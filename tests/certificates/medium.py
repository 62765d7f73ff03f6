"""Bureaus of 40 to 120 people, plain ones and ones full of people who avoid one another at the section they want."""

import random
from decimal import Decimal
from typing import Any

from models.common.avoidance import Avoidance
from models.competition.case import Case
from models.competition.filings import ClerkApplication, Pick
from scenarios import generate

COUNT = 100


def bureau(index: int) -> Case:
    """The bureau of an index: every other has rings of five, four in five have pins, one in three scores alike."""
    people = 40 + 80 * (index % 20) // 19
    case = generate(
        people,
        max(4, people // (8 + index % 4)),
        f"medium {index}",
        clerk_rounds=3,
        avoidance_pairs=(0, people // 20, people // 8)[index % 3],
        pins=0 if index % 5 == 0 else people // 15,
    )
    if index % 3 == 2:
        case = alike(case)
    return with_rings(case, random.Random(f"rings {index}")) if index % 2 else case


def alike(case: Case) -> Case:
    """The same bureau with every mark 70, 80 or 90, so that ties are dense."""

    def near(mark: Decimal) -> Decimal:
        return min((Decimal(70), Decimal(80), Decimal(90)), key=lambda menu: abs(menu - mark))

    def marked(row: Any) -> Any:
        return row.model_copy(update={"marks": {name: near(mark) for name, mark in row.marks.items()}})

    reviews = tuple(row.model_copy(update={"score": near(row.score)}) for row in case.reviews)
    exams, appraisals = tuple(map(marked, case.exams)), tuple(map(marked, case.appraisals))
    return case.model_copy(update={"exams": exams, "appraisals": appraisals, "reviews": reviews})


def with_rings(case: Case, dice: random.Random) -> Case:
    """Five clerks each, of whom each avoids the next, file for one section and are on its list.

    Two of the five can sit there; a relaxation seats a half of each.
    """
    pinned = {pin.person_id for pin in case.pins}
    clerks = [
        p.person_id
        for p in case.people
        if p.staffing == "administrative"
        and not p.fixed
        and not p.chief
        and p.bid is None
        and p.person_id not in pinned
    ]
    dice.shuffle(clerks)
    rings = [clerks[i : i + 5] for i in range(0, len(clerks) * 2 // 3 - 4, 5)]
    roomy = [s.section_id for s in case.sections if s.headcount >= 4]
    inside = {person for ring in rings for person in ring}
    filings = [row for row in case.clerk_applications if row.person_id not in inside]
    picks = [row for row in case.picks if row.person_id not in inside]
    avoided = {frozenset((a.person_a, a.person_b)) for a in case.avoidances}
    avoidances = list(case.avoidances)
    for ring in rings:
        section = dice.choice(roomy)
        last = max((row.order for row in picks if row.section_id == section), default=0)
        for place, person in enumerate(ring, start=1):
            filings.append(ClerkApplication(person_id=person, round=place % 3 + 1, section_id=section))
            picks.append(Pick(section_id=section, person_id=person, order=last + place, chief_id=None))
            other = ring[place % 5]
            if frozenset((person, other)) not in avoided:
                avoidances.append(Avoidance(person_a=person, person_b=other, relation=None))
    update = {"clerk_applications": tuple(filings), "picks": tuple(picks), "avoidances": tuple(avoidances)}
    return case.model_copy(update=update)
