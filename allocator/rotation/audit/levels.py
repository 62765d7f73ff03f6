"""The value of every level, added up again from the moves that no pin made (article 12)."""

from collections.abc import Iterator

from allocator.rotation.audit.told import Told
from allocator.rotation.audit.violation import Violation, differs
from models.common.rules import carries
from models.rotation.codes import PlanLevel
from models.rotation.rule_ids import RuleId


def values(told: Told) -> dict[PlanLevel, int]:
    """Every level there is."""
    facts, owed = told.facts, told.ledger.owed
    found: dict[PlanLevel, int] = dict.fromkeys(
        ("must", "should", "rotated", "volunteers", "overdue", "counterparts", "objections", "wishes", "moves", "lot"),
        0,
    )
    for person in told.movers:
        if person in facts.pinned:
            continue
        duty, post = owed[person].duty, told.plan[person]
        leaves = told.unit[person] != facts.home[person]
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
    found["together"] = sum(told.unit[a] == told.unit[b] for a, b in free)
    return found


@carries(RuleId.PLAN, "audit")
def levels_recomputed(told: Told) -> Iterator[Violation]:
    """Every level has the value that its plan has."""
    expected = values(told)
    for at, level in enumerate(told.outcome.stages[0].levels):
        name: PlanLevel = level.name  # type: ignore[assignment]
        if level.value != expected[name]:
            yield differs(RuleId.PLAN, f"stages[0].levels[{at}].value", expected[name], level.value)
