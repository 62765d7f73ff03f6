"""Whatever is told of a person is so: confirmed by looking at every legal plan, or by running the method again."""

from functools import cache

import pytest

from allocator.rotation.explain import explain_person, explain_post
from allocator.rotation.planning import plan
from tests.rotation.build import roster_of
from tests.rotation.reference import draws
from tests.rotation.reference.optimum import LEVELS, levels, worth
from tests.rotation.reference.plans import broken, legal_plans, may_move

CASES = [*range(12), *(pytest.param(index, marks=pytest.mark.exhaustive) for index in range(12, 150))]
PINNED = [index for index in range(120) if draws.make(index).assigned]
"""Cases in which somebody is assigned a post."""
CLAUSES = {
    "seats": "seats",
    "exchanges_of_unit": "continuity",
    "moves_of_unit": "continuity",
    "leaders_of_unit": "continuity",
    "quota": "quota",
    "avoidance": "avoidance",
}
"""What the second implementation calls each clause."""
BEFORE_LOT = [name for name in LEVELS if name != "lot"]


@cache
def legal(index):
    return list(legal_plans(draws.make(index)))


@cache
def made(index, method):
    roster = roster_of(draws.make(index))
    return roster, plan(roster, method).outcome


def ends(roster, outcome):
    return {**roster.present, **{move.person_id: move.to_post for move in outcome.moves}}


@pytest.mark.parametrize("index", CASES)
def test_a_price_is_what_looking_at_every_plan_finds(index):
    """Protects from a ground that is not so: the best plan with the seat is worse by exactly this, or as good."""
    case, (roster, outcome) = draws.make(index), made(index, "optimal")
    for person in roster.officers:
        found = explain_person(roster, outcome, person, posts=tuple(roster.posts))
        for answer in found.posts:
            if answer.price is None:
                continue
            with_seat = [one for one in legal(index) if one[person] == answer.post_id]
            assert answer.price.possible is bool(with_seat)
            assert answer.price.proven
            if not with_seat:
                continue
            best = max((levels(case, one) for one in with_seat), key=worth)
            own = {level.name: level.value for level in outcome.stages[0].levels}
            first = next((name for name in BEFORE_LOT if best[name] != own[name]), None)
            assert answer.price.level == first
            if first is not None:
                assert (answer.price.best, answer.price.reached) == (own[first], best[first])


@pytest.mark.parametrize("index", [*PINNED[:8], *(pytest.param(i, marks=pytest.mark.exhaustive) for i in PINNED[8:])])
def test_the_price_of_a_pin_is_what_the_best_plan_without_it_has_more(index):
    """Protects the party group's word: what an assignment costs is told exactly, also that it costs nothing."""
    from dataclasses import replace

    case, (roster, outcome) = draws.make(index), made(index, "optimal")
    after = ends(roster, outcome)
    for person in roster.assigned:
        told = explain_person(roster, outcome, person, posts=(roster.present[person],)).pin_price
        free = replace(case, pins=tuple(p for p in case.pins if (p.person_id, p.mode) != (person, "assign")))
        best = max((levels(free, one) for one in legal_plans(free)), key=worth)
        own = levels(free, after)
        first = next((name for name in BEFORE_LOT if best[name] != own[name]), None)
        assert told.proven
        assert told.level == first
        if first is not None:
            assert (told.best, told.reached) == (best[first], own[first])


@pytest.mark.parametrize("method", ["rules", "optimal"])
@pytest.mark.parametrize("index", CASES)
def test_what_stands_against_a_post_is_so(index, method):
    """Protects every verdict on a post: allowed or not, and what would break with everybody else as in the plan."""
    case, (roster, outcome) = draws.make(index), made(index, method)
    after = ends(roster, outcome)
    for person in roster.officers:
        for answer in explain_person(roster, outcome, person, posts=tuple(roster.posts)).posts:
            post = answer.post_id
            if answer.verdict == "there":
                assert after[person] == post
            elif answer.verdict == "pinned":
                assert person in case.assigned
            elif answer.verdict == "barred":
                assert post != case.today[person]
                assert not may_move(case, person, post)
            else:
                assert post == case.today[person] or may_move(case, person, post)
                assert broken(case, {**after, person: post}) == {CLAUSES[clause] for clause in answer.clauses}
                assert (answer.verdict == "breaks") is bool(answer.clauses)


@pytest.mark.parametrize("method", ["rules", "optimal"])
@pytest.mark.parametrize("index", CASES)
def test_a_post_names_everybody_who_may_come(index, method):
    """Protects the answer to "who could come": nobody who may is left out, nobody who may not is named."""
    case, (roster, outcome) = draws.make(index), made(index, method)
    after = ends(roster, outcome)
    for post in roster.posts:
        found = explain_post(roster, outcome, post)
        others = [person for person in roster.officers if roster.present[person] != post]
        may = {p for p in others if after[p] == post or (p not in case.assigned and may_move(case, p, post))}
        assert {one.person_id for one in found.candidates} == may
        assert sum(found.barred.values()) == len(others) - len(may)
        assert set(found.after) == {person for person, end in after.items() if end == post}
        for one in found.candidates:
            expected = set() if one.there else broken(case, {**after, one.person_id: post})
            assert expected == {CLAUSES[clause] for clause in one.clauses}


@pytest.mark.parametrize("method", ["rules", "optimal"])
@pytest.mark.parametrize("index", CASES)
def test_a_single_change_that_is_told_helps(index, method):
    """Protects hope: after the change told, the second implementation gives the person what is owed."""
    from dataclasses import replace

    from tests.rotation.reference.outcome import outcome as reference

    case, (roster, outcome) = draws.make(index), made(index, method)
    for unmet in outcome.unmet:
        person = unmet.person_id
        for change in explain_person(roster, outcome, person, posts=(roster.present[person],)).changes or ():
            if change.thing == "quota":
                again = replace(case, exchange_quota=case.exchange_quota + 1)
            elif change.thing == "seat":
                posts = tuple(replace(p, seats=p.seats + 1) if p.post_id == change.post_id else p for p in case.posts)
                again = replace(case, posts=posts)
            elif change.thing == "exemption":
                kept = tuple(e for e in case.exemptions if (e.person_id, e.article) != (person, change.article))
                again = replace(case, exemptions=kept)
            else:
                kept = tuple(
                    p for p in case.pins if (p.person_id, p.post_id, p.mode) != (person, change.post_id, "forbid")
                )
                again = replace(case, pins=kept)
            assert person not in {one["person_id"] for one in reference(again, method)["unmet"]}
