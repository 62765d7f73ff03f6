"""The order of handing over (articles 12-6 and 15-4): chains that begin with a free seat, and cycles on one day.

Pinned moves are handed over like all others. Chains are ordered by their first person, cycles by their smallest.
"""

from collections.abc import Iterator

from tests.rotation.reference.case import Case
from tests.rotation.reference.plans import Plan


def seats_taken(case: Case, plan: Plan) -> dict[str, str | None]:
    """For everybody who moves, the one whose seat is taken; nobody: a seat that is free today."""
    found: dict[str, str | None] = {}
    for post in sorted(case.post):
        entering = [person for person in case.people if plan[person] == post and case.today[person] != post]
        leaving = [person for person in case.holders[post] if plan[person] != post]
        for place, person in enumerate(entering):
            found[person] = leaving[place] if place < len(leaving) else None
    return found


def chains_and_cycles(case: Case, plan: Plan) -> tuple[list[list[str]], list[list[str]]]:
    """The chains, then the cycles, each in its order of steps."""
    taken = seats_taken(case, plan)
    successor = {before: after for after, before in taken.items() if before is not None}
    chains = [list(follow(first, successor)) for first in sorted(taken) if taken[first] is None]
    left = set(taken) - {person for chain in chains for person in chain}
    cycles = []
    while left:
        cycle = list(follow(min(left), taken))
        cycles.append(cycle)
        left -= set(cycle)
    return chains, cycles


def follow(first: str, after: dict[str, str] | dict[str, str | None]) -> Iterator[str]:
    """The first, the one after, and so on to the end or round to the first again."""
    person: str | None = first
    while person is not None:
        yield person
        person = after.get(person)
        if person == first:
            return


def steps(case: Case, plan: Plan) -> dict[str, tuple[int, int]]:
    """Number of the chain or cycle and of the step, of everybody who moves."""
    chains, cycles = chains_and_cycles(case, plan)
    return {
        person: (number, step)
        for number, group in enumerate([*chains, *cycles], start=1)
        for step, person in enumerate(group, start=1)
    }
