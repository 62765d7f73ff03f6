"""The optimal method by trying everything (articles 13, 15 and 16).

Each stage writes down every whole placement the rules allow, works out every level of each, and sorts. Nothing is
clever here, so that nothing can be wrong in the way an optimiser is.
"""

from tests.competition.reference.brute_chiefs import chief_choice, chief_placements, chiefs
from tests.competition.reference.brute_clerks import clerk_choice, clerks, sides
from tests.competition.reference.brute_institution import institution, institution_choice, institution_options
from tests.competition.reference.facts import Facts, Pair, Seat
from tests.competition.reference.search import STAGES, Result, Values, objective_of
from tests.competition.reference.seating import fits


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
