"""The optimal method by trying everything (RULES 4, 5 and 6).

Each stage writes down every whole placement the rules allow, works out every level of each, and sorts. Nothing is
clever here, so that nothing can be wrong in the way an optimiser is.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.reference.facts import Facts, Pair, Seat

MINIMISED = {"round", "pick_order", "shortfall"}
STAGES = ("chiefs", "clerks", "institution")
ROLE = {"chiefs": "chief", "clerks": "clerk", "institution": "institution"}

Values = dict[str, int]
Choice = tuple[Values, list[Seat]]


@dataclass
class Result:
    """What one stage came to."""

    stage: str
    standing: list[Seat]
    levels: Values
    unplaced: dict[str, str]
    ties: list[tuple[str, tuple[str, ...]]]
    unique: bool | None
    counts: dict[str, int] = field(default_factory=dict)

    def placed(self) -> list[Seat]:
        return [s for s in self.standing if s.role == ROLE[self.stage] and s.basis not in ("fixed", "pinned")]


def solve(facts: Facts, drop_level: tuple[str, str] | None = None) -> dict[str, Result]:
    """All three stages, each from the stage before."""
    standing, results = facts.opening(), {}
    for stage in STAGES:
        results[stage] = solve_stage(facts, stage, standing, drop_level)
        standing = results[stage].standing
    return results


def solve_stage(facts: Facts, stage: str, standing: list[Seat], drop_level: tuple[str, str] | None = None) -> Result:
    """One stage from a given standing, if wanted with one (stage, level) left out of the objective."""
    objective = objective_of(facts, stage)
    if drop_level is not None and drop_level[0] == stage:
        objective = [name for name in objective if name != drop_level[1]]
    return {"chiefs": chiefs, "clerks": clerks, "institution": institution}[stage](facts, standing, objective)


def objective_of(facts: Facts, stage: str) -> list[str]:
    """The rulebook's levels; without an order rule only the first level and the lot are left."""
    names = list(facts.book["objective"][stage])
    if f"order.{stage}" in facts.without:
        names = [name for name in names if name in ("posts_filled", "placed", "lot")]
    return [name for name in names if name != "lot" or "order.lot" not in facts.without]


def best(choices: list[Choice], objective: list[str], lot: str = "max") -> Choice:
    """The best choice level by level; what is left is settled by the smallest list, then the smallest rounds."""
    left = choices
    for name in objective:
        smallest = name in MINIMISED or (name == "lot" and lot == "min")
        value = (min if smallest else max)(values[name] for values, _ in left)
        left = [choice for choice in left if choice[0][name] == value]
    return min(left, key=lambda choice: last_word(choice[1]))


def last_word(seats: list[Seat]) -> tuple[list[tuple[str, str, str]], list[int]]:
    ordered = sorted(seats)
    return [(s.section, s.role, s.person) for s in ordered], [s.round or 0 for s in ordered]


def both_senses(choices: list[Choice], objective: list[str]) -> tuple[Choice, Choice]:
    """The best with the lot as high as it goes, and as low as it goes."""
    levels = [name for name in objective if name != "lot"]
    return best(choices, objective), best(choices, [*levels, "lot"], lot="min")


def differing(high: list[Seat], low: list[Seat]) -> list[tuple[str, tuple[str, ...]]]:
    """The sections whose people differ between the two, with the people in one but not in both."""
    found = []
    for section in sorted({seat.section for seat in [*high, *low]}):
        one = {seat.person for seat in high if seat.section == section}
        two = {seat.person for seat in low if seat.section == section}
        if one != two:
            found.append((section, tuple(sorted(one ^ two))))
    return found


# ---- chiefs ----------------------------------------------------------------------------------------------


def chiefs(facts: Facts, standing: list[Seat], objective: list[str]) -> Result:
    choices = [chief_choice(pairs) for pairs in chief_placements(facts)]
    high, low = both_senses(choices, objective)
    ties = differing(high[1], low[1])
    return Result("chiefs", sorted(standing + high[1]), high[0], {}, ties, not ties, {"choices": len(choices)})


def chief_placements(facts: Facts) -> Iterator[list[Pair]]:
    """Every set of admissible pairs with one post a person, one person a post, and round priority kept."""
    for chosen in subsets(facts, list(facts.pairs), []):
        if keeps_priority(facts, chosen):
            yield chosen


def subsets(facts: Facts, rest: list[Pair], chosen: list[Pair]) -> Iterator[list[Pair]]:
    if not rest:
        yield chosen
        return
    pair = rest[0]
    yield from subsets(facts, rest[1:], chosen)
    person_free = "row.one_seat" in facts.without or pair.person not in [c.person for c in chosen]
    post_free = "row.one_chief" in facts.without or pair.section not in [c.section for c in chosen]
    if person_free and post_free:
        yield from subsets(facts, rest[1:], [*chosen, pair])


def keeps_priority(facts: Facts, chosen: list[Pair]) -> bool:
    """A later filing holds a post only if everyone who filed for it earlier is placed at least as early as he filed."""
    if not facts.book["applications"]["priority"] or "row.round_priority" in facts.without:
        return True
    for winner in chosen:
        for other in facts.pairs:
            if other.section == winner.section and other.round < winner.round:
                content = [c for c in chosen if c.person == other.person and c.round <= other.round]
                if not content:
                    return False
    return True


def chief_choice(pairs: list[Pair]) -> Choice:
    values = {
        "posts_filled": len(pairs),
        "composite": sum(p.composite for p in pairs),
        "votes": sum(p.votes for p in pairs),
        "applied": sum(1 for p in pairs if p.applied),
        "round": sum(p.round for p in pairs),
        "lot": sum(p.lot for p in pairs),
    }
    seats = [Seat(p.section, "chief", p.person, "filed" if p.applied else "written_in", p.round) for p in pairs]
    return values, seats


# ---- clerks ----------------------------------------------------------------------------------------------


def clerks(facts: Facts, standing: list[Seat], objective: list[str]) -> Result:
    pool = facts.clerk_pool(standing)
    choices, last = [], len(pool)
    for named in named_placements(facts, standing, pool):
        others = [p for p in pool if p not in {seat.person for seat in named}]
        neutral = most_neutral(facts, standing + named, others)
        choices.append(clerk_choice(facts, named, neutral))
    high, low = both_senses(choices, objective)
    full_high, full_low = (named + seat_neutral(facts, standing + named, pool) for named in (high[1], low[1]))
    assert len(full_high) == high[0]["placed"] <= last
    ties = differing(full_high, full_low)
    after = sorted(standing + full_high)
    none_free = all(facts.free(after, section) < 1 for section in facts.sections)
    seated = {seat.person for seat in after}
    unplaced = {p: "no_seat" if none_free else "closed" for p in pool if p not in seated}
    counts = {
        "choices": len(choices),
        "neutral": len(full_high) - len(high[1]),
        "awkward": int(needs_expanding(facts, standing, pool, choices, objective)),
    }
    return Result("clerks", after, high[0], unplaced, ties, not ties, counts)


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


def seat_lot(facts: Facts, seat: Seat) -> int:
    if seat.basis == "mutual":
        return facts.lot(seat.person, seat.section, seat.round)
    return facts.lot(seat.person, seat.section)


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


# ---- institution staff -----------------------------------------------------------------------------------


def institution(facts: Facts, standing: list[Seat], objective: list[str]) -> Result:
    pool = facts.institution_pool(standing)
    required = facts.requirements(standing)
    options = {person: institution_options(facts, standing, required, person) for person in pool}
    choices = [institution_choice(facts, standing, seats) for seats in fill(facts, standing, pool, options, [])]
    high, low = both_senses(choices, objective)
    ties = differing(high[1], low[1])
    after = sorted(standing + high[1])
    unplaced = institution_reasons(facts, after, required)
    counts = {"choices": len(choices), "required": len(required)}
    return Result("institution", after, high[0], unplaced, ties, not ties, counts)


def institution_options(
    facts: Facts, standing: list[Seat], required: dict[str, list[tuple[str, int]]], person: str
) -> list[Seat]:
    bound = {section: order for section, people in required.items() for name, order in people if name == person}
    mine = [Seat(section, "institution", person, "required", 1, order) for section, order in bound.items()]
    for section, number, order in facts.mutual(person, "institution"):
        if section not in bound:
            mine.append(Seat(section, "institution", person, "mutual", number, order))
    return [s for s in mine if facts.may_sit(standing, person, s.section, "institution")]


def institution_choice(facts: Facts, standing: list[Seat], seats: list[Seat]) -> Choice:
    values = {
        "required": sum(1 for s in seats if s.basis == "required"),
        "placed": len(seats),
        "shortfall": facts.shortfall(standing + seats),
        "quantification": sum(facts.quantification[s.person] or 0 for s in seats),
        "round": sum(s.round or 0 for s in seats),
        "pick_order": sum(s.order or 0 for s in seats),
        "lot": sum(seat_lot(facts, s) for s in seats),
    }
    return values, seats


def institution_reasons(facts: Facts, after: list[Seat], required: dict[str, list[tuple[str, int]]]) -> dict[str, str]:
    """Why each person of the institution track without a seat has none; the first reason that applies."""
    seated = {seat.person for seat in after}
    found = {}
    for person, track in facts.tracks.items():
        if track != "institution" or person in seated:
            continue
        wanted = {section for section, _, _ in facts.mutual(person, "institution")}
        wanted |= {section for section, people in required.items() if person in [name for name, _ in people]}
        roomy = [section for section in wanted if facts.free(after, section) > 0]
        reason = facts.kept_out(person)
        if reason is None and not wanted:
            reason = "not_listed"
        if reason is None:
            closed = [s for s in roomy if not facts.may_sit(after, person, s, "institution")]
            reason = "closed" if roomy and closed == roomy else "no_seat"
        found[person] = reason
    return found


# ---- values of any placement -----------------------------------------------------------------------------


def measure(facts: Facts, stage: str, before: list[Seat], after: list[Seat]) -> Values:
    """The level values of a stage's seats however they were found."""
    seats = [seat for seat in after if seat not in before]
    if stage == "chiefs":
        by_name: dict[tuple[str, str], Pair] = {(p.person, p.section): p for p in facts.pairs}
        return chief_choice([by_name[seat.person, seat.section] for seat in seats])[0]
    if stage == "institution":
        return institution_choice(facts, before, seats)[0]
    named = [s for s in seats if s.basis == "mutual" or s.section in sides(facts, s.person)]
    return clerk_choice(facts, named, len(seats) - len(named))[0]


def allowed(facts: Facts, stage: str, before: list[Seat], after: list[Seat]) -> bool:
    """Whether a stage's seats are among those this module would write down."""
    seats = sorted(seat for seat in after if seat not in before)
    if stage == "chiefs":
        return any(sorted(chief_choice(pairs)[1]) == seats for pairs in chief_placements(facts))
    if stage == "institution":
        required = facts.requirements(before)
        pool = facts.institution_pool(before)
        open_to = {person: institution_options(facts, before, required, person) for person in pool}
    else:
        pool = facts.clerk_pool(before)
        open_to = {p: [Seat(s, "clerk", p, "directed") for s in facts.sections] for p in pool}
        for person in pool:
            if not facts.takes_no_mutual(person):
                open_to[person] += [
                    Seat(s, "clerk", person, "mutual", r, o) for s, r, o in facts.mutual(person, "clerk")
                ]
    taken: list[Seat] = []
    for seat in seats:
        if seat.person not in pool or seat not in open_to[seat.person] or not fits(facts, before, taken, seat):
            return False
        taken.append(seat)
    return len({seat.person for seat in seats}) == len(seats)


def better(objective: list[str], one: Values, other: Values) -> bool:
    """Whether ``one`` is better than ``other`` at the first level where they differ."""
    for name in objective:
        if one[name] != other[name]:
            return (one[name] < other[name]) == (name in MINIMISED)
    return False
