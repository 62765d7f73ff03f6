"""The value of every level, added up again from the moves that no pin made (article 12)."""

from collections.abc import Iterator, Mapping

from allocator.rotation.audit.owed import Ledger
from allocator.rotation.audit.told import Told
from allocator.rotation.audit.violation import Violation, differs
from models.common.rules import carries
from models.rotation.codes import PLAN_LEVELS
from models.rotation.rule_ids import RuleId


def values(ledger: Ledger, plan: Mapping[str, str]) -> dict[str, int]:
    """Every level there is, of a plan that says where everybody ends."""
    facts, owed = ledger.facts, ledger.owed
    found: dict[str, int] = dict.fromkeys(PLAN_LEVELS, 0)
    for person, today in facts.today.items():
        post = plan[person]
        if post == today or person in facts.pinned:
            continue
        duty, leaves = owed[person].duty, facts.kind(person, post) == "exchange"
        found["must"] += leaves and duty == "must"
        found["should"] += leaves and duty == "should"
        found["rotated"] += duty == "rotate" or (not leaves and duty in ("must", "should"))
        found["volunteers"] += leaves and duty == "volunteer"
        if duty in ("must", "should", "rotate"):
            found["overdue"] += min(owed[person].overdue, facts.rulebook.objective.overdue_cap)
        found["counterparts"] += duty == "none"
        found["objections"] += facts.objected(person, post)
        found["wishes"] += facts.points(person, post)
        found["moves"] += 1
        found["lot"] += facts.lot[person]
    free = [(a, b) for a, b in facts.pairs if a not in facts.pinned or b not in facts.pinned]
    found["together"] = sum(facts.post[plan[a]].unit_id == facts.post[plan[b]].unit_id for a, b in free)
    return found


@carries(RuleId.PLAN, "audit")
def levels_recomputed(told: Told) -> Iterator[Violation]:
    """Every level has the value that its plan has."""
    expected = values(told.ledger, told.plan)
    for at, level in enumerate(told.outcome.stages[0].levels):
        if level.value != expected[level.name]:
            yield differs(RuleId.PLAN, f"stages[0].levels[{at}].value", expected[level.name], level.value)
