"""Clerks by trying every mutual and one-sided seat, the neutral seats one by one (article 15)."""

from collections.abc import Iterator

from tests.competition.reference.facts import Facts, Seat
from tests.competition.reference.search import Choice, Result, best, tied
from tests.competition.reference.seating import fill, fits, seat_lot


def clerks(facts: Facts, standing: list[Seat], objective: list[str]) -> Result:
    pool = facts.clerk_pool(standing)
    choices, last = [], len(pool)
    for named in named_placements(facts, standing, pool):
        others = [p for p in pool if p not in {seat.person for seat in named}]
        neutral = most_neutral(facts, standing + named, others)
        choices.append(clerk_choice(facts, named, neutral))
    high, ties = best(choices, objective), tied(choices, objective)
    neutral_seats = seat_neutral(facts, standing + high[1], pool)
    assert len(high[1]) + len(neutral_seats) == high[0]["placed"] <= last
    follows = sorted(seat.person for seat in neutral_seats) if ties else []
    after = sorted(standing + high[1] + neutral_seats)
    none_free = all(facts.free(after, section) < 1 for section in facts.sections)
    seated = {seat.person for seat in after}
    unplaced = {p: "no_seat" if none_free else "closed" for p in pool if p not in seated}
    counts = {
        "choices": len(choices),
        "neutral": len(neutral_seats),
        "awkward": int(needs_expanding(facts, standing, pool, choices, objective)),
    }
    return Result("clerks", after, high[0], unplaced, ties, not ties, follows, counts)


def sides(facts: Facts, person: str) -> set[str]:
    """The sections the person filed for or that list him."""
    filed = {section for _, section in facts.wishes(person, "clerk")}
    return filed | {s for s in facts.sections if facts.rank(s, person) and (person, s, "clerk") not in facts.forbidden}


def named_placements(facts: Facts, standing: list[Seat], pool: list[str]) -> Iterator[list[Seat]]:
    """Every way of giving mutual and one-sided seats to some of the pool."""
    options: dict[str, list[Seat]] = {}
    for person in pool:
        mine = [Seat(s, "clerk", person, "directed") for s in sorted(sides(facts, person))]
        if not facts.takes_no_mutual(person):
            mine += [Seat(s, "clerk", person, "mutual", r, o) for s, r, o in facts.mutual(person, "clerk")]
        options[person] = [s for s in mine if facts.may_sit(standing, person, s.section, "clerk")]
    yield from fill(facts, standing, pool, options, [])


def neutral_options(facts: Facts, person: str) -> list[str]:
    named = sides(facts, person)
    return [s for s in sorted(facts.sections) if s not in named]


def most_neutral(facts: Facts, now: list[Seat], others: list[str]) -> int:
    """How many of the others can still be given a neutral seat."""
    if not others:
        return 0
    reached = 0
    for section in neutral_options(facts, others[0]):
        seat = Seat(section, "clerk", others[0], "directed")
        if fits(facts, now, [], seat):
            reached = max(reached, 1 + most_neutral(facts, [*now, seat], others[1:]))
            if reached == len(others):
                return reached
    return max(reached, most_neutral(facts, now, others[1:]))


def clerk_choice(facts: Facts, named: list[Seat], neutral: int) -> Choice:
    mutual = [seat for seat in named if seat.basis == "mutual"]
    values = {
        "placed": len(named) + neutral,
        "mutual": len(mutual),
        "quantification": sum(facts.quantification[s.person] or 0 for s in mutual),
        "one_sided": len(named) - len(mutual),
        "round": sum(s.round or 0 for s in mutual),
        "pick_order": sum(s.order or 0 for s in mutual),
        "lot": sum(seat_lot(facts, s) for s in named),
    }
    return values, named


def seat_neutral(facts: Facts, now: list[Seat], pool: list[str]) -> list[Seat]:
    """The people without a seat take neutral ones in their order, never making fewer people placed than could be."""
    waiting = sorted((p for p in pool if p not in {s.person for s in now}), key=facts.direction_order)
    seats: list[Seat] = []
    while waiting:
        person, waiting = waiting[0], waiting[1:]
        goal = most_neutral(facts, now + seats, [person, *waiting])
        here = by_free_seats(facts, now + seats, neutral_options(facts, person))
        for section in here:
            seat = Seat(section, "clerk", person, "directed")
            if fits(facts, now + seats, [], seat) and 1 + most_neutral(facts, [*now, *seats, seat], waiting) == goal:
                seats.append(seat)
                break
    return seats


def by_free_seats(facts: Facts, now: list[Seat], sections: list[str]) -> list[str]:
    if "order.direction" in facts.without:
        return sorted(sections)
    return sorted(sections, key=lambda s: (-facts.free(now, s), s))


def needs_expanding(
    facts: Facts, standing: list[Seat], pool: list[str], choices: list[Choice], objective: list[str]
) -> bool:
    """Whether counting neutral seats only by how many are free would promise a placement that cannot be kept."""
    hopeful: list[Choice] = []
    for values, named in choices:
        now = standing + named
        room = sum(max(0, facts.free(now, s)) for s in facts.sections)
        waiting = [p for p in pool if p not in {s.person for s in named} and neutral_options(facts, p)]
        hopeful.append(({**values, "placed": len(named) + min(room, len(waiting))}, named))
    values, named = best(hopeful, objective)
    return any(other is named and true["placed"] < values["placed"] for true, other in choices)
