"""Cheating that keeps every figure in tune with the plan is found for what it is, with its rule."""

import itertools
from collections import Counter
from collections.abc import Iterator
from typing import get_args

import pytest

from allocator.rotation.roster import Roster
from models.common.outcome import Draw
from models.rotation.codes import Bar
from models.rotation.outcome import FateTie
from models.rotation.rule_ids import RuleId
from tests.rotation.audit.lying import Liar, found, liar, liars

BOTH = ("rules", "optimal")
GROUNDS = {
    "other_level": RuleId.SAME_LEVEL,
    "specialty": RuleId.SPECIALTY,
    "over_seats": RuleId.OVER_SEATS,
    "exempt_from_exchange": RuleId.EXEMPT_FROM_EXCHANGE,
    "exempt_from_rotation": RuleId.EXEMPT_FROM_ROTATION,
    "left_lately": RuleId.NO_RETURN,
    "exchange_only": RuleId.KIND_OF_MOVE,
    "own_unit_or_kind": RuleId.KIND_OF_MOVE,
    "too_short_in_post": RuleId.COUNTERPART,
    "forbidden": RuleId.PIN,
}


def test_every_ground_is_tried():
    assert {*GROUNDS, "own_post"} == set(get_args(Bar))


@pytest.mark.parametrize("method", BOTH)
@pytest.mark.parametrize("ground", list(GROUNDS))
def test_somebody_in_a_post_that_is_closed_is_found(ground, method):
    """Protects each article that closes a post to a person."""
    tried = 0
    for lying in liars(method, range(300) if ground == "forbidden" else range(136)):
        closed = ((p, post) for p in lying.free for post in lying.roster.posts if lying.moves.bar(p, post) == ground)
        for person, post in list(closed)[:2]:
            tried += 1
            assert (GROUNDS[ground], "move_not_allowed") in found(lying, lying.told({person: post}))
    assert tried >= 10


@pytest.mark.parametrize("method", BOTH)
def test_a_pin_not_carried_out_is_found(method):
    """Protects what the party group has assigned: neither staying nor another post will do."""
    tried = 0
    for lying in liars(method):
        for person, post in lying.roster.assigned.items():
            own = lying.roster.present[person]
            for other in {own, *list(lying.roster.posts)[:2]} - {post}:
                tried += 1
                assert (RuleId.PIN, "differs") in found(lying, lying.told({person: other}))
    assert tried >= 30


def broken_by(lying: Liar, person: str, post: str) -> Iterator[tuple[RuleId, str]]:
    """What one more allowed move breaks, by plain counting."""
    roster, after = lying.roster, {**lying.after, person: post}
    unit = {who: lying.unit(where) for who, where in after.items()}
    home = {who: lying.unit(where) for who, where in roster.present.items()}
    own = home[person]
    out = [who for who in after if home[who] == own and unit[who] != own]
    leaders = [who for who in after if home[who] == own and roster.posts[roster.present[who]].level != "staff"]
    size = Counter(home.values())[own]
    if Counter(after.values())[post] > roster.posts[post].seats:
        yield RuleId.SEATS, "over_seats"
    if len(out) > max(1, size // 3):
        yield RuleId.CONTINUITY, "too_many_leave"
    if sum(after[who] != roster.present[who] for who in after if home[who] == own) > max(1, size // 2):
        yield RuleId.CONTINUITY, "too_many_change"
    if len(leaders) > 1 and set(leaders) <= set(out):
        yield RuleId.CONTINUITY, "leaders_leave"
    quota = roster.case.case.exchange_quota
    if quota is not None and sum(unit[who] != home[who] for who in after) > quota:
        yield RuleId.QUOTA, "over_quota"
    for row in roster.case.avoidances:
        a, b = row.pair
        if unit[a] == unit[b] and (unit[a], unit[b]) != (home[a], home[b]):
            yield RuleId.AVOIDANCE, "together"


@pytest.mark.parametrize("method", BOTH)
def test_one_move_more_is_found_with_everything_it_breaks(method):
    """Protects seats, continuity, quota and avoidance: what a move breaks is named, and nothing that it does not."""
    clauses = {RuleId.SEATS, RuleId.CONTINUITY, RuleId.QUOTA, RuleId.AVOIDANCE}
    tried = Counter()
    for lying in liars(method):
        for person, post in list(lying.steps())[:8]:
            expected = set(broken_by(lying, person, post))
            told = found(lying, lying.told({person: post}))
            assert {one for one in told if one[0] in clauses} == expected
            tried.update(expected)
            if method == "rules":
                assert (RuleId.PLAN, "differs") in told
    assert set(tried) == {
        (RuleId.SEATS, "over_seats"),
        (RuleId.CONTINUITY, "too_many_leave"),
        (RuleId.CONTINUITY, "too_many_change"),
        (RuleId.CONTINUITY, "leaders_leave"),
        (RuleId.QUOTA, "over_quota"),
        (RuleId.AVOIDANCE, "together"),
    }
    assert min(tried.values()) >= 5


def test_by_hand_a_dropped_move_is_found():
    """Protects the procedure: nobody who would have moved is quietly left where they are."""
    tried = 0
    for lying in liars("rules"):
        for move in lying.sound.moves:
            if move.basis == "proposed":
                tried += 1
                told = found(lying, lying.told({move.person_id: move.from_post}))
                assert (RuleId.PLAN, "differs") in told
    assert tried >= 200


def test_by_hand_two_people_put_in_each_others_place_are_found():
    """Protects the order of the line: who comes first chooses first."""
    tried = 0
    for lying in liars("rules"):
        proposed = [move for move in lying.sound.moves if move.basis == "proposed"]
        for one, other in itertools.pairwise(proposed):
            if one.to_post != other.to_post:
                tried += 1
                swapped = {one.person_id: other.to_post, other.person_id: one.to_post}
                assert (RuleId.PLAN, "differs") in found(lying, lying.told(swapped))
    assert tried >= 100


def test_by_hand_a_tie_hidden_or_invented_is_found():
    """Protects the party group from a draw it is not told of, and from one that decided nothing."""
    hidden = invented = 0
    for lying in liars("rules"):
        ties = lying.sound.ties
        for tie in ties:
            hidden += 1
            assert (RuleId.LOT, "differs") in found(lying, lying.told({}, tuple(one for one in ties if one != tie)))
        for person in list(lying.roster.officers)[:3]:
            if all(tie.person_id != person for tie in ties):
                invented += 1
                more = FateTie(stage="plan", person_id=person, fates=("stays",))
                assert (RuleId.LOT, "differs") in found(lying, lying.told({}, (*ties, more)))
    assert hidden >= 50 and invented >= 100


@pytest.mark.parametrize("method", BOTH)
def test_a_seed_that_is_not_the_published_one_is_found(method):
    """Protects the draw: another seed is the case's own, or it is said to be another."""
    for lying in liars(method, range(40)):
        case, rulebook = lying.roster.case, lying.roster.rulebook
        secret, open_ = (
            Liar(Roster(case, rulebook, Draw(seed="kinder", source=source)), method) for source in ("case", "option")
        )
        assert (None, "differs") in found(lying, secret.sound)
        assert found(lying, open_.sound) == set()


@pytest.mark.parametrize("method", BOTH)
def test_the_plan_of_another_case_is_found(method):
    """Protects from an outcome of last year's tables."""
    for index in range(20):
        lying, other = liar(index, method), liar(index + 17, method)
        assert (None, "differs") in found(lying, other.sound)
