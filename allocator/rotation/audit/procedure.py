"""An outcome of the procedure by hand is the one that playing it again comes to."""

from collections import Counter
from collections.abc import Iterator

from allocator.rotation.audit.groups import Sorts
from allocator.rotation.audit.replay import fate
from allocator.rotation.audit.told import Told
from allocator.rotation.audit.violation import Violation, breach, differs
from models.common.rules import carries
from models.rotation.codes import MoveKind
from models.rotation.rule_ids import RuleId

KINDS: tuple[MoveKind, ...] = ("exchange", "rotation")


def same_plan(told: Told) -> Iterator[Violation]:
    """By hand, everybody ends where the procedure puts them, and whose fate the draw decided is listed."""
    if told.outcome.method != "rules":
        return
    again = told.by_hand
    for person, post in again.plan.items():
        if told.plan[person] != post:
            where = f"moves[{told.place[person]}].to_post" if person in told.place else "moves"
            yield differs(RuleId.PLAN, where, f"{person}: {post}", f"{person}: {told.plan[person]}")
    found = {tie.person_id: tie.fates for tie in told.outcome.ties}
    for person in sorted(again.ties.keys() | found.keys()):
        expected = (again.ties[person],) if person in again.ties else None
        if found.get(person) != expected:
            yield differs(RuleId.LOT, "ties", f"{person}: {expected}", f"{person}: {found.get(person)}")


@carries(RuleId.LOT, "audit")
def tied_fates(told: Told) -> Iterator[Violation]:
    """The optimum's ties: two fates or more, each possible for the person, the own one among them, in order."""
    if told.outcome.method == "optimal":
        sorts = Sorts(told.ledger)
        for at, tie in enumerate(told.outcome.ties):
            possible = _possible(told, sorts, tie.person_id)
            yield from _tie(told, tie.person_id, tie.fates, possible, f"ties[{at}].fates")


def _tie(told: Told, person: str, fates: tuple[str, ...], possible: set[str], where: str) -> Iterator[Violation]:
    own = fate(told.ledger, person, told.plan[person])
    if own not in fates:
        yield breach(RuleId.LOT, where, "own_fate_missing", person_id=person, fate=own)
    if len(fates) < 2 or list(fates) != sorted(set(fates)):
        yield breach(RuleId.LOT, where, "fates_not_told_apart", person_id=person)
    for one in fates:
        if one not in possible:
            yield breach(RuleId.LOT, where, "fate_impossible", person_id=person, fate=one)


def _possible(told: Told, sorts: Sorts, person: str) -> set[str]:
    """Every fate a person may have at all: another post counts as exchange or rotation where it is not wished for."""
    facts = told.facts
    if person in facts.pinned:
        return {fate(told.ledger, person, facts.pinned[person])}
    wished = facts.wished.get(person, {})
    open_kinds = {kind for kind in KINDS if any(post not in wished for post in sorts.choices(person, kind))}
    return {"stays", *open_kinds, *(post for post in wished if told.ledger.ground(person, post) is None)}


def first_posts(told: Told) -> Iterator[Violation]:
    """At the optimum nobody could take an earlier post, all else the same: everybody takes the first that is possible.

    A move to another post of the same kind, wished for as little and objected to as little, changes no level and no
    count of a unit; it needs a free seat, and a unit without anybody to be kept apart from.
    """
    if told.outcome.status != "optimal":
        return
    facts, sorts = told.facts, Sorts(told.ledger)
    filled = Counter(told.plan.values())
    free = {bit: [p for p in posts if filled[p] < facts.post[p].seats] for bit, posts in sorts.posts.items()}
    for person, move in told.move.items():
        if person in facts.pinned or facts.points(person, move.to_post):
            continue
        kind = facts.kind(person, move.to_post)
        mask, wished = sorts.masks[kind][person], facts.wished.get(person, {})
        objected = facts.objected(person, move.to_post)
        for posts in (posts for bit, posts in free.items() if mask & bit):
            earlier = next((p for p in posts if p < move.to_post and _would_do(told, sorts, person, p, kind)), None)
            if earlier is not None and earlier not in wished and facts.objected(person, earlier) == objected:
                where = f"moves[{told.place[person]}].to_post"
                yield breach(RuleId.LOT, where, "earlier_post", person_id=person, post_id=earlier)


def _would_do(told: Told, sorts: Sorts, person: str, post: str, kind: MoveKind) -> bool:
    """Whether somebody may go to a post with a free seat, everybody else as in the plan."""
    if not sorts.may(person, post, kind):
        return False
    unit = told.facts.post[post].unit_id
    return kind == "rotation" or all(told.unit[foe] != unit for foe in told.facts.foes.get(person, ()))


def uniqueness(told: Told) -> Iterator[Violation]:
    """The plan is called unique exactly where nobody is tied; where that is not known, nobody is."""
    stage = told.outcome.stages[0]
    unknown = told.outcome.method == "optimal" and not all(level.proven for level in stage.levels)
    if stage.unique is None:
        if not unknown:
            yield differs(RuleId.LOT, "stages[0].unique", not told.outcome.ties, None)
        elif told.outcome.ties:
            yield differs(RuleId.LOT, "ties", (), tuple(tie.person_id for tie in told.outcome.ties))
    elif stage.unique != (not told.outcome.ties):
        yield differs(RuleId.LOT, "stages[0].unique", not told.outcome.ties, stage.unique)
