"""Pins must fit people, posts and each other: every hard rule still binds them (article 17)."""

from collections.abc import Callable, Iterator

from allocator.competition.check.material import Material, fault
from allocator.competition.check.seats import fixed_non_chiefs, is_settled
from allocator.faults import Fault
from models.common.avoidance import Avoidance
from models.common.rules import carries
from models.competition.filings import Pin
from models.competition.people import Person
from models.competition.rule_ids import RuleId


def _pin_fault(code: str, row: int, column: str, pin: Pin, **args: object) -> Fault:
    return fault(
        code,
        "pins",
        row,
        column,
        getattr(pin, column),
        person_id=pin.person_id,
        section_id=pin.section_id,
        **args,
    )


@carries(RuleId.PIN_FITS, "check")
def pins_on_fixed(material: Material) -> Iterator[Fault]:
    """Nobody fixed is pinned, to a seat or away from one."""
    for row, pin in material.table(Pin):
        person = material.people.get(pin.person_id)
        if person is not None and is_settled(person):
            yield _pin_fault("pin_on_fixed", row, "person_id", pin)


@carries(RuleId.PIN_FITS, "check")
def pins_against_staffing(material: Material) -> Iterator[Fault]:
    """Chief and clerk are for administrative staff, institution for institution staff; contract staff hold no seat."""
    for row, pin in material.table(Pin):
        person = material.people.get(pin.person_id)
        if person is not None and not is_settled(person) and not _fits_staffing(pin, person):
            yield _pin_fault("pin_against_staffing", row, "role", pin, role=pin.role, staffing=person.staffing)


def _fits_staffing(pin: Pin, person: Person) -> bool:
    return person.staffing == ("institution" if pin.role == "institution" else "administrative")


def assignments(material: Material) -> list[tuple[int, Pin, Person]]:
    """The pins that can seat somebody: each person's first assignment, on the fixed and on misfits left out."""
    found: dict[str, tuple[int, Pin, Person]] = {}
    for row, pin in material.table(Pin):
        person = material.people.get(pin.person_id)
        if pin.mode == "assign" and person is not None and not is_settled(person) and _fits_staffing(pin, person):
            found.setdefault(pin.person_id, (row, pin, person))
    return list(found.values())


@carries(RuleId.PIN_FITS, "check")
def people_assigned_twice(material: Material) -> Iterator[Fault]:
    """One person is assigned one seat."""
    first: dict[str, tuple[int, Pin]] = {}
    for row, pin in material.table(Pin):
        if pin.mode == "assign":
            first_row, other = first.setdefault(pin.person_id, (row, pin))
            if first_row != row:
                yield _pin_fault(
                    "pin_assigned_twice", row, "section_id", pin, other=other.section_id, first_row=first_row
                )


@carries(RuleId.PIN_FITS, "check")
def posts_assigned_twice(material: Material) -> Iterator[Fault]:
    """One chief post is assigned to one person, and not where a fixed chief holds it."""
    held = {p.section_id: p.person_id for p in material.people.values() if p.chief and is_settled(p)}
    chiefs = [(row, pin) for row, pin, _ in assignments(material) if pin.role == "chief"]
    for row, pin in chiefs:
        if pin.section_id in held:
            yield _pin_fault("pin_on_held_post", row, "section_id", pin, other=held[pin.section_id])
            continue
        others = [one.person_id for _, one in chiefs if one.section_id == pin.section_id]
        if rest := sorted(set(others) - {pin.person_id}):
            yield _pin_fault("pin_two_chiefs", row, "section_id", pin, other=rest[0])


@carries(RuleId.PIN_FITS, "check")
@carries(RuleId.SEATS_WITHIN_HEADCOUNT, "check")
def pins_over_seats(material: Material) -> Iterator[Fault]:
    """Pinned people fit the headcount beside the chief post and the fixed people."""
    held = fixed_non_chiefs(material)

    def room(section_id: str) -> int | None:
        section = material.sections.get(section_id)
        return None if section is None else section.headcount - 1 - held.get(section_id, 0)

    yield from _beyond(material, "pin_over_seats", room, lambda pin, _: pin.role != "chief")


@carries(RuleId.PIN_FITS, "check")
def pins_over_clerk_retention(material: Material) -> Iterator[Fault]:
    """No more of a section's own people are pinned as its clerks than it may keep (article 15)."""

    def cap(section_id: str) -> int | None:
        section = material.sections.get(section_id)
        if section is None:
            return None
        return material.rulebook.clerks.retain if section.retain is None else section.retain

    yield from _beyond(
        material, "pin_over_retention", cap, lambda pin, p: pin.role == "clerk" and p.section_id == pin.section_id
    )


@carries(RuleId.PIN_FITS, "check")
def pins_over_institution_retention(material: Material) -> Iterator[Fault]:
    """No more of a section's own institution staff are pinned there than it may keep (article 16)."""
    cap = material.rulebook.institution.retain
    yield from _beyond(
        material,
        "pin_over_retention",
        lambda _: cap,
        lambda pin, p: pin.role == "institution" and p.section_id == pin.section_id,
    )


def _beyond(
    material: Material,
    code: str,
    limit: Callable[[str], int | None],
    counts: Callable[[Pin, Person], bool],
) -> Iterator[Fault]:
    """A fault for every assignment of a kind in a section with more than its limit, as any of them may be the one.

    None where the limit itself is at fault.
    """
    taken: dict[str, list[tuple[int, Pin]]] = {}
    for row, pin, person in assignments(material):
        if counts(pin, person):
            taken.setdefault(pin.section_id, []).append((row, pin))
    for section_id, pins in taken.items():
        most = limit(section_id)
        if most is not None and 0 <= most < len(pins):
            for row, pin in pins:
                yield _pin_fault(code, row, "section_id", pin, limit=most)


@carries(RuleId.PIN_FITS, "check")
def pins_against_avoidance(material: Material) -> Iterator[Fault]:
    """Nobody is pinned into a section with somebody to be avoided who is fixed or pinned there."""
    pinned = {pin.person_id: (row, pin) for row, pin, _ in assignments(material)}
    where = {p.person_id: p.section_id for p in material.people.values() if is_settled(p)}
    where |= {who: pin.section_id for who, (_, pin) in pinned.items()}
    for _, pair in material.table(Avoidance):
        first, second = pair.pair
        if first == second or where.get(first) is None or where.get(first) != where.get(second):
            continue
        if who := max((one for one in pair.pair if one in pinned), default=None):
            row, pin = pinned[who]
            yield _pin_fault("pin_against_avoidance", row, "person_id", pin, other=first if who == second else second)
