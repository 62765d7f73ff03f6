"""An optimum beside the plan made by hand: that one is legal too, so it bounds what may be called the best."""

from collections.abc import Iterator

from allocator.rotation.audit.levels import values
from allocator.rotation.audit.replay import fate
from allocator.rotation.audit.told import Told
from allocator.rotation.audit.violation import Violation, breach
from models.common.rules import carries
from models.rotation.rule_ids import RuleId

LOT = "lot"


@carries(RuleId.PLAN, "audit")
def not_beaten(told: Told) -> Iterator[Violation]:
    """The plan made by hand is no better than a bound, nor does it show a fate or an order that was left out.

    Only a proof tells that a plan is the best there is; but where the one made by hand is as good on all levels so
    far, it may not pass the bound on the next; as good on all before the lot, it shows who is tied; and as good on all,
    the plan that is taken comes before it in the order of taking.
    """
    if told.outcome.method != "optimal":
        return
    stage, made = told.outcome.stages[0], values(told.ledger, told.by_hand.plan)
    equal = True
    for at, level in enumerate(stage.levels):
        if level.name == LOT and equal:
            yield from _fates(told)
        value = made[level.name]
        if equal and level.bound is not None and (value < level.bound if level.sense == "min" else value > level.bound):
            where = f"stages[0].levels[{at}].bound"
            yield breach(RuleId.PLAN, where, "beaten_by_hand", level=level.name, value=value, bound=level.bound)
        equal = equal and value == level.value
    if equal and all(level.name != LOT for level in stage.levels):
        yield from _fates(told)
    if equal:
        yield from _order(told)


def _fates(told: Told) -> Iterator[Violation]:
    """Everybody whose fate is another by hand, in a plan as good before the lot, is listed with that fate."""
    if told.outcome.stages[0].unique is None:
        return
    listed = {tie.person_id: tie.fates for tie in told.outcome.ties}
    for person, post in told.by_hand.plan.items():
        other = fate(told.ledger, person, post)
        if other != fate(told.ledger, person, told.plan[person]) and other not in listed.get(person, ()):
            yield breach(RuleId.LOT, "ties", "fate_missing", person_id=person, fate=other)


def _order(told: Told) -> Iterator[Violation]:
    """The first by lot who ends elsewhere by hand ends in a later post there: each takes the first that is possible."""
    facts, other = told.facts, told.by_hand.plan
    apart = [person for person in facts.officer if told.plan[person] != other[person]]
    if not apart or told.outcome.status != "optimal":
        return
    first = min(apart, key=lambda person: (-facts.lot[person], person))
    if _place(told, first, other[first]) < _place(told, first, told.plan[first]):
        where = f"moves[{told.place[first]}].to_post" if first in told.place else "moves"
        yield breach(RuleId.LOT, where, "earlier_post", person_id=first, post_id=other[first])


def _place(told: Told, person: str, post: str) -> tuple[int, int, str]:
    """Where a post stands for a person: wished posts by choice, then others by id, the own one last."""
    if post == told.facts.today[person]:
        return (2, 0, "")
    choice = told.facts.wished.get(person, {}).get(post)
    return (1, 0, post) if choice is None else (0, choice, "")
