"""The rules on every plan of a tiny case, one after another: legal plans, their levels, the one taken, the fates."""

from collections.abc import Iterator
from math import floor

from allocator.rotation.moves import Moves
from allocator.rotation.roster import Roster
from models.rotation.codes import MINIMISED

Plan = dict[str, str]
Decided = tuple[Plan, tuple[int, ...], dict[str, tuple[str, ...]]]


def options(moves: Moves, person: str) -> list[str]:
    """Where a person may end, in the order of the last choice."""
    roster = moves.roster
    if person in roster.assigned:
        return [roster.assigned[person]]
    allowed = [post for post in roster.posts if moves.allowed(person, post)]
    wished = roster.choices.get(person, {})
    return [*sorted(allowed, key=lambda post: (wished.get(post, 99), post)), roster.present[person]]


def size(moves: Moves) -> int:
    """How many plans there are, legal or not."""
    found = 1
    for person in moves.roster.officers:
        found *= len(options(moves, person))
    return found


def plans(moves: Moves) -> Iterator[Plan]:
    """Every legal plan, in the order in which people by lot take the first post still possible."""
    roster = moves.roster
    people = sorted(roster.officers, key=roster.lot_rank)
    choices = [options(moves, person) for person in people]

    def extend(plan: Plan) -> Iterator[Plan]:
        if len(plan) == len(people):
            if legal(roster, plan):
                yield dict(plan)
            return
        person = people[len(plan)]
        for post in choices[len(plan)]:
            plan[person] = post
            yield from extend(plan)
            del plan[person]

    return extend({})


def legal(roster: Roster, plan: Plan) -> bool:
    unit = {post.post_id: post.unit_id for post in roster.posts.values()}
    for post in roster.posts.values():
        inside = [person for person, where in plan.items() if where == post.post_id]
        today = roster.holders[post.post_id]
        stay = [person for person in inside if person in today]
        if len(inside) > (len(stay) if len(today) > post.seats else post.seats):
            return False
    rules = roster.rulebook.continuity
    gone = [person for person, post in plan.items() if unit[post] != roster.unit[person]]
    for members in roster.members.values():
        out = [person for person in members if person in gone]
        moved = [person for person in members if plan[person] != roster.present[person]]
        if len(out) > max(1, floor(rules.exchange_share * len(members))):
            return False
        if len(moved) > max(1, floor(rules.move_share * len(members))):
            return False
        leaders = [p for p in members if roster.posts[roster.present[p]].level != "staff"]
        if rules.keep_a_leader and len(leaders) >= 2 and all(person in out for person in leaders):
            return False
    quota = roster.case.case.exchange_quota
    if quota is not None and len(gone) > quota:
        return False
    return not any(
        unit[plan[a]] == unit[plan[b]] and not (roster.unit[a] == roster.unit[b] == unit[plan[a]])
        for a, b in roster.pairs
    )


def levels(moves: Moves, plan: Plan) -> tuple[int, ...]:
    """The levels in the rulebook's order."""
    roster = moves.roster
    free = {p: post for p, post in plan.items() if p not in roster.assigned}
    moved = [p for p, post in free.items() if post != roster.present[p]]
    out = [p for p in moved if moves.kind(p, plan[p]) == "exchange"]
    unit = {post.post_id: post.unit_id for post in roster.posts.values()}
    cap, due = roster.rulebook.objective.overdue_cap, moves.due

    def having(people: list[str], *duties: str) -> list[str]:
        return [p for p in people if due[p].duty in duties]

    found = {
        "together": sum(unit[plan[a]] == unit[plan[b]] and (a in free or b in free) for a, b in roster.pairs),
        "must": len(having(out, "must")),
        "should": len(having(out, "should")),
        "rotated": len(having(moved, "rotate")) + len([p for p in having(moved, "must", "should") if p not in out]),
        "volunteers": len(having(out, "volunteer")),
        "overdue": sum(min(due[p].overdue, cap) for p in having(moved, "must", "should", "rotate")),
        "counterparts": len(having(moved, "none")),
        "objections": sum((p, unit[plan[p]]) in roster.objections for p in out),
        "wishes": sum(max(0, 4 - roster.choices.get(p, {}).get(plan[p], 4)) for p in moved),
        "moves": len(moved),
        "lot": sum(roster.lots[p] for p in moved),
    }
    return tuple(found[name] for name in roster.rulebook.objective.plan)


def fate(moves: Moves, person: str, post: str) -> str:
    if post == moves.roster.present[person]:
        return "stays"
    return post if post in moves.roster.choices.get(person, {}) else moves.kind(person, post)


def decided(moves: Moves) -> Decided | None:
    """The one plan, its levels, and the fates of everybody who is tied; nothing where no plan is legal."""
    order = moves.roster.rulebook.objective.plan
    sign = [-1 if name in MINIMISED else 1 for name in order]
    before = order.index("lot") if "lot" in order else len(order)
    best: tuple[int, ...] | None = None
    one: Plan = {}
    measure = (0,) * len(order)
    equal: dict[str, set[str]] = {}
    top: tuple[int, ...] | None = None
    for plan in plans(moves):
        values = levels(moves, plan)
        worth = tuple(s * v for s, v in zip(sign, values, strict=True))
        if best is None or worth > best:
            best, one, measure = worth, plan, values
        if top is None or worth[:before] > top:
            top, equal = worth[:before], {}
        if worth[:before] == top:
            for person, post in plan.items():
                if person not in moves.roster.assigned:
                    equal.setdefault(person, set()).add(fate(moves, person, post))
    if best is None:
        return None
    return one, measure, {p: tuple(sorted(found)) for p, found in sorted(equal.items()) if len(found) > 1}
