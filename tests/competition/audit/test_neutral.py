"""The neutral seats, filled by the audit's own matching and by trying everything."""

import random
from itertools import product

import pytest

from allocator.competition.audit.board import Board, in_direction_order
from allocator.competition.audit.facts import Facts, Seat
from allocator.competition.audit.levels import named
from allocator.competition.audit.matching import Matching
from allocator.competition.audit.neutral import fill
from models.competition.rulebook import Rulebook
from models.competition.sections import Section
from tests.competition.builders import case, person, pin


def tiny(seed: int) -> Facts:
    """A few clerks of whom many come from one of two or three sections, with avoidance, wishes and forbidden seats."""
    rng = random.Random(seed)
    sections = [f"s{i}" for i in range(rng.randint(2, 3))]
    ids = [f"p{i}" for i in range(rng.randint(3, 5))]
    made = case(
        people=[person(p, section=rng.choice([*sections, None])) for p in ids],
        sections=[
            Section(section_id=s, name=s, headcount=rng.randint(1, 4), retain=rng.choice([None, 0, 1, 2]))
            for s in sections
        ],
        marks={p: rng.choice([70, 80]) for p in ids},
        clerk_filed={p: [rng.choice(sections)] for p in ids if rng.random() < 0.2},
        avoid=[(a, b) for i, a in enumerate(ids) for b in ids[:i] if rng.random() < 0.3],
        pins=[pin(p, rng.choice(sections), "clerk", "forbid") for p in ids if rng.random() < 0.15],
    )
    return Facts(made, Rulebook(), "draw")


def completions(facts: Facts, people: list[str]) -> list[dict[str, str]]:
    """Every way to seat some of the people that keeps the rules."""
    found = []
    for choice in product([None, *facts.sections], repeat=len(people)):
        board = Board(facts, {})
        for who, section in zip(people, choice, strict=True):
            if section is not None:
                if named(facts, who, section) or not board.open_to(who, section, "clerk"):
                    break
                board.seat(who, Seat(section, "clerk"))
        else:
            found.append({who: s for who, s in zip(people, choice, strict=True) if s is not None})
    return found


def filled_by_trying(facts: Facts, people: list[str]) -> dict[str, str]:
    """As the rule is worded: one after the other, the best section from which the most can still be reached."""
    all_ways = completions(facts, people)
    most = max(map(len, all_ways))
    open_ways = [way for way in all_ways if len(way) == most]
    board = Board(facts, {})
    for who in people:
        ranked = sorted({way[who] for way in open_ways if who in way}, key=lambda s: (-board.free[s], s))
        choice = ranked[0] if ranked else None
        open_ways = [way for way in open_ways if way.get(who) == choice]
        if choice is not None:
            board.seat(who, Seat(choice, "clerk"))
    return {who: seat.section for who, seat in board.seats.items()}


@pytest.mark.parametrize("seed", range(120))
def test_filling_agrees_with_trying_everything(seed):
    """Protects the one part of the optimum that no level settles: who is sent where nobody asked for."""
    facts = tiny(seed)
    people = in_direction_order(facts, facts.people)
    expected = filled_by_trying(facts, people)
    assert fill(Board(facts, {}), people, len(expected)) == expected
    reach = {p: {s for s in facts.sections if not named(facts, p, s)} for p in people}
    reach = {p: {s for s in own if not Board(facts, {}).closed(p, s, "clerk")} for p, own in reach.items()}
    assert Matching(Board(facts, {}), reach).seat(people, len(expected) + 1) is None


def test_a_swap_makes_room_for_a_better_seat():
    """b must leave s1, the emptier section, to a, because a may not sit in s2."""
    made = case(
        people=["a", "b"],
        sections={"s1": 2, "s2": 2},
        marks={"a": 70, "b": 80},
        pins=[pin("a", "s2", "clerk", "forbid")],
    )
    facts = Facts(made, Rulebook(), "draw")
    assert fill(Board(facts, {}), ["b", "a"], 2) == {"b": "s2", "a": "s1"}
    assert fill(Board(facts, {}), ["b", "a"], 1) == {"b": "s1"}
