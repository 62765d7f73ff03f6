"""What may sit beside what, for clerks and institution staff alike (articles 15 and 16)."""

from collections.abc import Iterator

from tests.competition.reference.facts import Facts, Seat


def fill(
    facts: Facts, standing: list[Seat], pool: list[str], options: dict[str, list[Seat]], taken: list[Seat]
) -> Iterator[list[Seat]]:
    """Person by person, every seat that fits beside those already taken, or none."""
    if not pool:
        yield taken
        return
    yield from fill(facts, standing, pool[1:], options, taken)
    for seat in options[pool[0]]:
        if fits(facts, standing, taken, seat):
            yield from fill(facts, standing, pool[1:], options, [*taken, seat])


def fits(facts: Facts, standing: list[Seat], taken: list[Seat], seat: Seat) -> bool:
    """Whether one more seat keeps headcount, retention, avoidance, and one pick (one required seat) a round."""
    now = standing + taken
    if facts.free(now, seat.section) < 1 or not facts.may_sit(now, seat.person, seat.section, seat.role):
        return False
    same = [other for other in taken if other.section == seat.section and other.basis == seat.basis]
    if seat.basis == "mutual" and "row.one_pick_a_round" not in facts.without:
        return all(other.round != seat.round for other in same)
    return not (seat.basis == "required" and same)


def seat_lot(facts: Facts, seat: Seat) -> int:
    if seat.basis == "mutual":
        return facts.lot(seat.person, seat.section, seat.round)
    return facts.lot(seat.person, seat.section)
