"""Plans: the moves allowed to each person, what makes a plan legal, and every legal plan there is.

A plan is everybody's post at the end. Pinned people (`assign`) have no move of their own: they are where they were put,
bound by level and seats alone. The pins are judged by today's plan with all of them carried out together, which must be
legal in every part; otherwise the case is refused. `forbid` closes a post; on the own post it has no effect.
Also refused: two posts assigned to one person, a post both assigned and forbidden.
"""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from tests.rotation.reference.case import Case
from tests.rotation.reference.duties import duty, in_post, months

Plan = dict[str, str]
"""Everybody's post at the end, by person_id."""

SEATS, CONTINUITY, QUOTA, AVOIDANCE = "seats", "continuity", "quota", "avoidance"


class PinError(ValueError):
    """The pins cannot be carried out as they stand."""


@lru_cache(4096)
def allowed(case: Case, person: str) -> tuple[str, ...]:
    """The posts that the person may move to, by post_id; nobody else is looked at."""
    if person in case.assigned:
        return ()
    return tuple(post for post in sorted(case.post) if may_move(case, person, post))


def may_move(case: Case, person: str, post_id: str) -> bool:
    own, post = case.post[case.today[person]], case.post[post_id]
    kind = case.move_of(person, post_id)
    if kind == "stays" or post.level != own.level or post_id in case.crowded or (person, post_id) in case.forbidden:
        return False
    if post.requires and case.officer[person].specialty not in post.requires:
        return False
    if person in (case.exempt_from_exchange if kind == "exchange" else case.exempt_from_rotation):
        return False
    if kind == "exchange" and left_lately(case, person, post.unit_id):
        return False
    owed = duty(case, person).name
    if owed in ("volunteer", "relation"):
        return kind == "exchange"
    if owed == "rotate":
        return kind == "rotation" or post.kind == own.kind
    return owed in ("must", "should") or in_post(case, person) >= 12 * case.parameters.counterpart_years


def left_lately(case: Case, person: str, unit_id: str) -> bool:
    """Whether the person left the unit too short a time ago to return by exchange; an open end bars nobody."""
    bar = 12 * case.parameters.return_years
    return any(
        row.until is not None and months(row.until, case.reference_date) < bar
        for row in case.service
        if (row.person_id, row.unit_id) == (person, unit_id)
    )


def broken(case: Case, plan: Plan) -> set[str]:
    """What the plan breaks; none: it is legal."""
    checks = {SEATS: seats_kept, CONTINUITY: continuity_kept, QUOTA: quota_kept, AVOIDANCE: avoidance_kept}
    return {name for name, kept in checks.items() if not kept(case, plan)}


def seats_kept(case: Case, plan: Plan) -> bool:
    """A post has at most its seats; one over them today only such holders of today as stay (article 15-1)."""
    entered = any(post in case.crowded and case.today[person] != post for person, post in plan.items())
    filled = Counter(post for post in plan.values() if post not in case.crowded)
    return not entered and all(number <= case.post[post].seats for post, number in filled.items())


def continuity_kept(case: Case, plan: Plan) -> bool:
    """No unit loses too many by exchange, changes too many in all, or loses all of its heads and deputies at once."""
    moved = [person for person, post in plan.items() if post != case.today[person]]
    for unit in {case.home[person] for person in moved}:
        changed = {person for person in moved if case.home[person] == unit}
        left = {person for person in changed if case.unit_of(plan[person]) != unit}
        if len(left) > case.may_leave[unit] or len(changed) > case.may_change[unit]:
            return False
        if len(case.leaders[unit]) >= 2 and case.leaders[unit] <= left:
            return False
    return True


def quota_kept(case: Case, plan: Plan) -> bool:
    exchanges = sum(case.move_of(person, post) == "exchange" for person, post in plan.items())
    return case.exchange_quota is None or exchanges <= case.exchange_quota


def avoidance_kept(case: Case, plan: Plan) -> bool:
    """A pair apart today does not end in one unit; one together today ends together only where it is."""
    for one, other in case.pairs:
        if one in plan and other in plan:
            unit = case.unit_of(plan[one])
            if unit == case.unit_of(plan[other]) and not unit == case.home[one] == case.home[other]:
                return False
    return True


def with_pins(case: Case) -> Plan:
    """Today's plan with every pinned person where the pin says."""
    return case.today | case.assigned


def check_pins(case: Case) -> None:
    """Refuse pins that contradict one another, change a level, or make today's plan illegal."""
    twice = Counter(pin.person_id for pin in case.pins if pin.mode == "assign")
    faults = [f"{person} is assigned more than once" for person, number in twice.items() if number > 1]
    for person, post in case.assigned.items():
        if (person, post) in case.forbidden:
            faults.append(f"{person} in {post} is both assigned and forbidden")
        if case.post[post].level != case.post[case.today[person]].level:
            faults.append(f"{person} would change level in {post}")
    faults += [f"together they break {name}" for name in sorted(broken(case, with_pins(case)))]
    if faults:
        raise PinError("; ".join(faults))


def legal_plans(case: Case) -> Iterator[Plan]:
    """Every legal plan, one by one.

    Person after person is given a post; as no broken part heals when more people are placed, a beginning that is broken
    is given up at once. The part of a plan is judged by the same rules as the whole: those not yet placed are nowhere.
    """
    check_pins(case)
    order = sorted(case.people, key=lambda person: (person not in case.assigned, case.home[person], person))
    options = {
        person: (case.assigned[person],) if person in case.assigned else (case.today[person], *allowed(case, person))
        for person in order
    }

    def complete(plan: Plan, left: list[str]) -> Iterator[Plan]:
        if not left:
            yield dict(plan)
            return
        for post in options[left[0]]:
            plan[left[0]] = post
            if not broken(case, plan):
                yield from complete(plan, left[1:])
            del plan[left[0]]

    return complete({}, order)
