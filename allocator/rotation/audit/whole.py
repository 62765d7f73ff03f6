"""What every move and the whole plan must keep, looked at clause by clause (articles 7 to 10, 12, 13 and 15)."""

from collections import Counter
from collections.abc import Iterator

from allocator.rotation.audit.told import Told
from allocator.rotation.audit.violation import Violation, breach, differs
from models.common.rules import carries
from models.rotation.codes import Bar
from models.rotation.rule_ids import RuleId

RULE_OF: dict[Bar, RuleId] = {
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
"""The rule of each ground against a move."""


@carries(RuleId.EXEMPT_FROM_EXCHANGE, "audit")
@carries(RuleId.EXEMPT_FROM_ROTATION, "audit")
@carries(RuleId.SAME_LEVEL, "audit")
@carries(RuleId.SPECIALTY, "audit")
@carries(RuleId.OVER_SEATS, "audit")
@carries(RuleId.NO_RETURN, "audit")
@carries(RuleId.KIND_OF_MOVE, "audit")
@carries(RuleId.COUNTERPART, "audit")
def moves_allowed(told: Told) -> Iterator[Violation]:
    """Every move but those of pins is one the person may make; one to the own post is none at all."""
    facts = told.facts
    for person, move in told.move.items():
        where = f"moves[{told.place[person]}].to_post"
        if move.to_post == facts.today[person]:
            yield breach(None, where, "no_move", person_id=person)
        elif person not in facts.pinned:
            ground = told.ledger.ground(person, move.to_post)
            if ground is not None:
                args = {"person_id": person, "post_id": move.to_post, "bar": ground}
                yield breach(RULE_OF.get(ground), where, "move_not_allowed", **args)


@carries(RuleId.PIN, "audit")
def pins_hold(told: Told) -> Iterator[Violation]:
    """Everybody whom a pin assigns is in the post assigned, which is of the own level."""
    for person, post in sorted(told.facts.pinned.items()):
        where = f"moves[{told.place[person]}].to_post" if person in told.place else "moves"
        if told.plan[person] != post:
            yield differs(RuleId.PIN, where, post, told.plan[person])
        elif told.facts.post[post].level != told.facts.post[told.facts.today[person]].level:
            yield breach(RuleId.PIN, where, "move_not_allowed", person_id=person, post_id=post, bar="other_level")


@carries(RuleId.SEATS, "audit")
def seats(told: Told) -> Iterator[Violation]:
    """No post is over its seats; one that is over them today is entered by nobody."""
    facts, ends = told.facts, Counter(told.plan.values())
    entered = Counter(told.plan[person] for person in told.movers)
    for post, people in sorted(ends.items()):
        if post in facts.crowded:
            if entered[post]:
                yield breach(RuleId.SEATS, "moves", "entered_over_seats", post_id=post, count=entered[post])
        elif people > facts.post[post].seats:
            yield breach(RuleId.SEATS, "moves", "over_seats", post_id=post, count=people, seats=facts.post[post].seats)


@carries(RuleId.CONTINUITY, "audit")
def continuity(told: Told) -> Iterator[Violation]:
    """Of no unit too many people leave or change posts, nor do all of its heads and deputies leave."""
    facts = told.facts
    for unit in sorted(told.changed):
        counted = {
            "too_many_leave": (told.left[unit], facts.may_leave(unit)),
            "too_many_change": (told.changed[unit], facts.may_change(unit)),
            "leaders_leave": (told.leaders_left[unit], facts.leaders_may_leave(unit)),
        }
        for code, (count, most) in counted.items():
            if count > most:
                yield breach(RuleId.CONTINUITY, "moves", code, unit_id=unit, count=count, most=most)


@carries(RuleId.QUOTA, "audit")
def quota(told: Told) -> Iterator[Violation]:
    """There are no more exchanges than the case has places for."""
    most, count = told.facts.case.case.exchange_quota, len(told.leavers)
    if most is not None and count > most:
        yield breach(RuleId.QUOTA, "moves", "over_quota", count=count, most=most)


@carries(RuleId.AVOIDANCE, "audit")
def avoidance(told: Told) -> Iterator[Violation]:
    """Two people who avoid one another are in one unit only where they are today."""
    home = told.facts.home
    for a, b in told.facts.pairs:
        if told.unit[a] == told.unit[b] and (home[a] != told.unit[a] or home[b] != told.unit[b]):
            yield breach(RuleId.AVOIDANCE, "moves", "together", person_id=a, other=b, unit_id=told.unit[a])
