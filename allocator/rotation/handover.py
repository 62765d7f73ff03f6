"""In which order posts change hands: chains from a free seat, and cycles of one day (articles 12-6 and 15-4)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from allocator.rotation.roster import Roster
from models.common.rules import carries
from models.rotation.rule_ids import RuleId


@dataclass(frozen=True, slots=True)
class Place:
    """The chain (or cycle) of a move and its step, both from 1."""

    chain: int
    step: int


@carries(RuleId.HANDOVER, "score")
def handover(roster: Roster, plan: Mapping[str, str]) -> Mapping[str, Place]:
    """The place of every move in the order of handover, by person_id.

    Within a post those who enter take, in person_id order, the seats of those who leave in person_id order; who is
    left over takes a seat that is free today. A chain begins with a move into a free seat and goes on with the move
    into the seat that it frees. Every other move is in a cycle, told from its smallest person_id, each followed by
    the one whose seat is taken. Chains come first, by the first person of each, then cycles.
    """
    seat_of = _seats_taken(roster, plan)
    taker = {leaver: person for person, leaver in seat_of.items() if leaver is not None}
    chains = [_followed(person, taker) for person in sorted(seat_of) if seat_of[person] is None]
    waiting = sorted(seat_of.keys() - {person for chain in chains for person in chain})
    seen: set[str] = set()
    for person in waiting:
        if person not in seen:
            chains.append(_followed(person, seat_of))
            seen.update(chains[-1])
    return {
        person: Place(number, step)
        for number, chain in enumerate(chains, start=1)
        for step, person in enumerate(chain, start=1)
    }


def chains_from_free_seats(roster: Roster, plan: Mapping[str, str]) -> int:
    """How many chains begin with a free seat; what is numbered after them are cycles of one day."""
    return sum(leaver is None for leaver in _seats_taken(roster, plan).values())


def _seats_taken(roster: Roster, plan: Mapping[str, str]) -> dict[str, str | None]:
    """Whose seat everybody who moves takes; ``None`` for a seat that is free today."""
    leaving: dict[str, list[str]] = {}
    entering: dict[str, list[str]] = {}
    for person in sorted(plan):
        if plan[person] != roster.present[person]:
            leaving.setdefault(roster.present[person], []).append(person)
            entering.setdefault(plan[person], []).append(person)
    found: dict[str, str | None] = {}
    for post, people in entering.items():
        found.update(_matched(people, leaving.get(post, ())))
    return found


def _matched(entering: Iterable[str], leaving: Iterable[str]) -> dict[str, str | None]:
    seats = iter(leaving)
    return {person: next(seats, None) for person in entering}


def _followed(first: str, following: Mapping[str, str | None]) -> list[str]:
    """A person, then whoever follows, until nobody does or the first comes round again."""
    found = [first]
    person = following.get(first)
    while person is not None and person != first:
        found.append(person)
        person = following.get(person)
    return found
