"""The rules method a second time, told the way articles 13, 15 and 16 tell it.

Chief posts are filled round by round. Within a round everybody is asked again and again which post he stands for, the
best that has not turned him down, until nobody moves; then the round is final and the next one is opened for the people
and posts that are left. Clerks and institution staff follow the articles step by step.
"""

from collections.abc import Callable
from typing import Any

from tests.competition.reference.brute import measure
from tests.competition.reference.facts import Facts, Pair, Seat
from tests.competition.reference.search import Result

Tie = tuple[str, tuple[str, ...]]


def decide(facts: Facts) -> dict[str, Result]:
    """All three stages, each from the stage before."""
    standing, results = facts.opening(), {}
    for stage in STEPS:
        results[stage] = decide_stage(facts, stage, standing)
        standing = results[stage].standing
    return results


def decide_stage(facts: Facts, stage: str, standing: list[Seat]) -> Result:
    seats, unplaced, ties = STEPS[stage](facts, standing)
    after = sorted(standing + seats)
    levels = measure(facts, stage, sorted(standing), after)
    return Result(stage, after, levels, unplaced, sorted(set(ties)), None)


# ---- article 13 ------------------------------------------------------------------------------------------


def chiefs(facts: Facts, standing: list[Seat]) -> tuple[list[Seat], dict[str, str], list[Tie]]:
    del standing  # a contest of open posts; who is seated already shows in the pairs
    won: list[Pair] = []
    turned_down: set[Pair] = set()
    for number in sorted({pair.round for pair in facts.pairs}):
        people, posts = {p.person for p in won}, {p.section for p in won}
        round_pairs = [p for p in facts.pairs if p.round == number]
        turned_down |= {p for p in round_pairs if p.section in posts and p.person not in people}
        entering = [p for p in round_pairs if p.person not in people and p.section not in posts]
        won_now, lost_now = one_round(entering)
        won += won_now
        turned_down |= lost_now
    seats = [Seat(p.section, "chief", p.person, "filed" if p.applied else "written_in", p.round) for p in won]
    return seats, {}, chief_ties(facts.pairs, won, turned_down)


def one_round(pairs: list[Pair]) -> tuple[list[Pair], set[Pair]]:
    """The pairs that hold at the end of a round, and those a post turned down on the way."""
    lost: set[Pair] = set()
    while True:
        standing_for: list[Pair] = []
        for person in sorted({pair.person for pair in pairs}):
            hopes = [pair for pair in pairs if pair.person == person and pair not in lost]
            if hopes:
                standing_for.append(max(hopes, key=what_a_person_wants))
        beaten = {
            pair
            for pair in standing_for
            if any(q.section == pair.section and what_a_post_wants(q) > what_a_post_wants(pair) for q in standing_for)
        }
        if not beaten:
            return standing_for, lost
        lost |= beaten


def person_before_lot(pair: Pair) -> tuple[Any, ...]:
    """13-2: the higher rate, then the post applied for, then the earlier choice."""
    return (-pair.round, pair.rate, pair.applied, -pair.choice)


def post_before_lot(pair: Pair) -> tuple[Any, ...]:
    """13-3: the higher composite, then the higher rate, then the one who applied."""
    return (-pair.round, pair.composite, pair.rate, pair.applied)


def what_a_person_wants(pair: Pair) -> tuple[Any, ...]:
    return (*person_before_lot(pair), pair.lot)


def what_a_post_wants(pair: Pair) -> tuple[Any, ...]:
    return (*post_before_lot(pair), pair.lot)


def chief_ties(pairs: list[Pair], won: list[Pair], turned_down: set[Pair]) -> list[Tie]:
    """Where the draw spoke: between people for one post, or between the posts of one person."""
    ties: list[Tie] = []
    for winner in won:
        rivals = [p.person for p in turned_down if p.section == winner.section and equal(post_before_lot, p, winner)]
        if rivals:
            ties.append((winner.section, tuple(sorted([winner.person, *rivals]))))
        twins = [p for p in pairs if p.person == winner.person and p != winner and equal(person_before_lot, p, winner)]
        if twins:
            ties += [(pair.section, (winner.person,)) for pair in [winner, *twins]]
    return ties


def equal(key: Callable[[Pair], tuple[Any, ...]], one: Pair, other: Pair) -> bool:
    return key(one) == key(other)


# ---- article 15 ------------------------------------------------------------------------------------------


def clerks(facts: Facts, standing: list[Seat]) -> tuple[list[Seat], dict[str, str], list[Tie]]:
    pool = facts.clerk_pool(standing)
    seats: list[Seat] = []
    unplaced: dict[str, str] = {}
    ties: list[Tie] = []
    direct(facts, standing, [p for p in pool if facts.takes_no_mutual(p)], seats, unplaced, ties)
    rest = [p for p in pool if not facts.takes_no_mutual(p)]
    rounds_of_choice(facts, standing, rest, seats, "clerk", {})
    taken = {seat.person for seat in seats}
    direct(facts, standing, [p for p in rest if p not in taken], seats, unplaced, ties)
    return seats, unplaced, ties


def rounds_of_choice(
    facts: Facts, standing: list[Seat], pool: list[str], seats: list[Seat], role: str, bound: dict[str, list[str]]
) -> None:
    """15-2, 15-3: round after round, every section with a seat takes the first on its list who filed for it.

    ``bound`` names, for a section, the people who may sit there only by required retention.
    """
    filed = {person: dict(facts.wishes(person, role)) for person in pool}
    for number in range(1, max([r for wishes in filed.values() for r in wishes], default=0) + 1):
        before = standing + seats
        placed = {seat.person for seat in before}
        for section in sorted(facts.sections):
            if facts.free(before, section) < 1:
                continue
            for order, person in enumerate(facts.lists[section], start=1):
                came = person in pool and person not in placed and filed[person].get(number) == section
                if came and person not in bound.get(section, []) and facts.may_sit(before, person, section, role):
                    seats.append(Seat(section, role, person, "mutual", number, order))
                    break


def direct(
    facts: Facts, standing: list[Seat], group: list[str], seats: list[Seat], unplaced: dict[str, str], ties: list[Tie]
) -> None:
    """15-1, 15-6: the leading group gives each person of the group a section."""
    result: dict[str, str | None] = {}
    for person in sorted(group, key=facts.direction_order):
        now = standing + seats
        roomy = [s for s in facts.sections if facts.free(now, s) > 0]
        open_to = [s for s in roomy if facts.may_sit(now, person, s, "clerk")]
        if open_to:
            chosen = min(open_to, key=lambda s: direction_key(facts, now, person, s))
            seats.append(Seat(chosen, "clerk", person, "directed"))
            result[person] = chosen
        else:
            unplaced[person] = "closed" if roomy else "no_seat"
            result[person] = None
    for person in group:
        equals = sorted(q for q in group if facts.quantification[q] == facts.quantification[person])
        if len({result[q] for q in equals}) > 1:
            ties += [(section, tuple(equals)) for section in {result[q] for q in equals} if section is not None]


def direction_key(facts: Facts, now: list[Seat], person: str, section: str) -> tuple[int, int, int, str]:
    rounds = [number for number, wish in facts.wishes(person, "clerk") if wish == section]
    listed = person in facts.lists[section]
    if rounds:
        return (1 if listed else 2, min(rounds), -facts.free(now, section), section)
    return (3 if listed else 4, 0, -facts.free(now, section), section)


# ---- article 16 ------------------------------------------------------------------------------------------


def institution(facts: Facts, standing: list[Seat]) -> tuple[list[Seat], dict[str, str], list[Tie]]:
    pool = facts.institution_pool(standing)
    required = facts.requirements(standing)
    seats: list[Seat] = []
    ties: list[Tie] = []
    for section in sorted(required):
        now = standing + seats
        order = dict(required[section])
        able = [p for p in order if facts.may_sit(now, p, section, "institution")]
        if not able:
            continue
        chosen = min(able, key=lambda p: (order[p], -(facts.quantification[p] or 0), -facts.lot(p, section), p))
        seats.append(Seat(section, "institution", chosen, "required", 1, order[chosen]))
        merit = {p: (order[p], facts.quantification[p]) for p in able}
        equals = sorted(p for p in able if merit[p] == merit[chosen])
        if len(equals) > 1:
            ties.append((section, tuple(equals)))
    taken = {seat.person for seat in seats}
    bound = {section: [p for p, _ in people] for section, people in required.items()}
    rounds_of_choice(facts, standing, [p for p in pool if p not in taken], seats, "institution", bound)
    return seats, leftovers(facts, sorted(standing + seats), bound), ties


def leftovers(facts: Facts, after: list[Seat], bound: dict[str, list[str]]) -> dict[str, str]:
    """Why people of the institution track go home."""
    reasons: dict[str, str] = {}
    home = [p for p in facts.people if facts.tracks[p] == "institution" and p not in {s.person for s in after}]
    for person in home:
        wishes = {section for _, section in facts.wishes(person, "institution")}
        mutual = {s for s in wishes if person in facts.lists[s] or person in bound.get(s, [])}
        kept_out = facts.kept_out(person)
        if kept_out is not None:
            reasons[person] = kept_out
        elif not mutual:
            reasons[person] = "not_listed"
        else:
            roomy = {s for s in mutual if facts.free(after, s) > 0}
            closed = {s for s in roomy if not facts.may_sit(after, person, s, "institution")}
            reasons[person] = "closed" if roomy and roomy == closed else "no_seat"
    return reasons


STEPS: dict[str, Callable[[Facts, list[Seat]], tuple[list[Seat], dict[str, str], list[Tie]]]] = {
    "chiefs": chiefs,
    "clerks": clerks,
    "institution": institution,
}
