"""Neutral seats one by one against trying everything, with forbidden seats, own sections and avoidance pairs."""

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from allocator.competition import optimum
from allocator.competition.bureau import Bureau
from allocator.competition.pools import clerk_contest, opening
from allocator.competition.scoring import score
from tests.competition.builders import bureau, person, pin

Seats = Mapping[str, str]


@st.composite
def bureaus(draw: st.DrawFn) -> Bureau:
    """Up to five people whom nobody named, in up to three sections with few seats."""
    people = "abcde"[: draw(st.integers(1, 5))]
    sections = {s: draw(st.integers(1, 4)) for s in ("s1", "s2", "s3")[: draw(st.integers(1, 3))]}
    homes = draw(st.lists(st.sampled_from([None, *sections]), min_size=len(people), max_size=len(people)))
    every = [(p, q) for p in people for q in people if p < q]
    apart = draw(st.sets(st.sampled_from(every), max_size=4)) if every else set()
    seats = [(p, s) for p in people for s in sections]
    closed = draw(st.sets(st.sampled_from(seats), max_size=5))
    return bureau(
        [person(p, section=home) for p, home in zip(people, homes, strict=True)],
        sections,
        marks={p: draw(st.integers(60, 62)) for p in people},
        avoid=sorted(apart),
        pins=[pin(p, s, "clerk", "forbid") for p, s in sorted(closed)],
    )


@settings(max_examples=150, deadline=None)
@given(bureaus())
def test_neutral_people_sit_where_the_rule_puts_them(made: Bureau) -> None:
    """In direction order each has the roomiest section with which as many people as possible still find a seat."""
    scores = score(made)
    result = optimum.solve_clerks(scores, opening(made))
    order = clerk_contest(scores, opening(made)).people
    assert {m.person_id: m.section_id for m in result.standing.members} == by_trying(made, order)
    assert result.proven
    assert result.unique


def by_trying(made: Bureau, order: tuple[str, ...]) -> dict[str, str]:
    """The rule of direction by trying every way to seat the people behind."""
    seats: dict[str, str] = {}
    for index, person_id in enumerate(order):
        goal = most(made, seats, order[index:])
        rest = order[index + 1 :]
        by_space = sorted(made.sections, key=lambda s: (-free(made, seats, s), s))
        for section_id in by_space:
            if fits(made, seats, person_id, section_id) and (
                1 + most(made, {**seats, person_id: section_id}, rest) == goal
            ):
                seats[person_id] = section_id
                break
    return seats


def most(made: Bureau, seats: Seats, people: tuple[str, ...]) -> int:
    if not people:
        return 0
    first, rest = people[0], people[1:]
    found = [1 + most(made, {**seats, first: s}, rest) for s in made.sections if fits(made, seats, first, s)]
    return max([most(made, seats, rest), *found])


def free(made: Bureau, seats: Seats, section_id: str) -> int:
    return made.sections[section_id].headcount - 1 - list(seats.values()).count(section_id)


def fits(made: Bureau, seats: Seats, person_id: str, section_id: str) -> bool:
    inside = [p for p, s in seats.items() if s == section_id]
    kept = [p for p in inside if made.people[p].section_id == section_id]
    return (
        free(made, seats, section_id) > 0
        and (person_id, section_id, "clerk") not in made.forbidden
        and made.avoided.get(person_id, frozenset()).isdisjoint(inside)
        and not (kept and made.people[person_id].section_id == section_id)
    )
