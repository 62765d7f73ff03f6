"""What every move and every unmet duty should say, worked out again from the plan alone (articles 7 to 15)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from allocator.rotation.audit.told import Told
from allocator.rotation.audit.violation import Violation, differs
from models.common.rules import carries
from models.rotation.rule_ids import RuleId

RULE_OF = {
    "basis": RuleId.PIN,
    "chain": RuleId.HANDOVER,
    "step": RuleId.HANDOVER,
}
"""The rule that decides a field of a move, where one alone does."""
ARTICLES = {
    "7-1": RuleId.TENURE,
    "7-2": RuleId.UNIT_TENURE,
    "7-3": RuleId.DEVELOPMENT,
    "7-4": RuleId.VOLUNTEER,
    "7-5": RuleId.RELATION,
    "7-6": RuleId.NEEDED,
    "9-1": RuleId.POST_TENURE,
    "9-2": RuleId.SENSITIVE_TENURE,
    "9-3": RuleId.UNSUITED,
}
"""The rule of each article that gives a duty."""


@carries(RuleId.HANDOVER, "audit")
@carries(RuleId.TENURE, "audit")
@carries(RuleId.UNIT_TENURE, "audit")
@carries(RuleId.DEVELOPMENT, "audit")
@carries(RuleId.VOLUNTEER, "audit")
@carries(RuleId.RELATION, "audit")
@carries(RuleId.NEEDED, "audit")
@carries(RuleId.POST_TENURE, "audit")
@carries(RuleId.SENSITIVE_TENURE, "audit")
@carries(RuleId.UNSUITED, "audit")
def moves_filled(told: Told) -> Iterator[Violation]:
    """Every move says what follows from the plan: kind, duty, wish, objection, basis and place in the handover."""
    places = handed_over(told)
    for at, move in enumerate(told.outcome.moves):
        for field, value in _expected(told, move.person_id, places).items():
            found = getattr(move, field)
            if found != value or type(found) is not type(value):
                yield differs(_rule(told, move.person_id, field), f"moves[{at}].{field}", value, found)


def _rule(told: Told, person: str, field: str) -> RuleId | None:
    """The rule that decides a field of a move: for a duty that of the first article it rests on."""
    return _duty_rule(told, person) if field in ("duty", "articles", "overdue") else RULE_OF.get(field)


def _duty_rule(told: Told, person: str) -> RuleId | None:
    return next((ARTICLES[article] for article in told.ledger.owed[person].articles), None)


def _expected(told: Told, person: str, places: Mapping[str, tuple[int, int]]) -> dict[str, Any]:
    facts, owed, post = told.facts, told.ledger.owed[person], told.plan[person]
    chain, step = places.get(person, (0, 0))
    return {
        "from_post": facts.today[person],
        "kind": facts.kind(person, post),
        "duty": owed.duty,
        "articles": owed.articles,
        "overdue": owed.overdue,
        "choice": facts.wished.get(person, {}).get(post),
        "objected": facts.objected(person, post),
        "basis": "pinned" if person in facts.pinned else "proposed",
        "chain": chain,
        "step": step,
    }


def handed_over(told: Told) -> dict[str, tuple[int, int]]:
    """The chain and step of everybody who moves.

    Those who enter a post and those who leave it are laid side by side in id order. A seat with nobody to leave it is
    free: its taker opens a chain, and the one who takes the seat left goes on with it. What remains goes round.
    """
    out: dict[str, list[str]] = defaultdict(list)
    into: dict[str, list[str]] = defaultdict(list)
    for person in told.movers:
        out[told.facts.today[person]].append(person)
        into[told.plan[person]].append(person)
    pushed: dict[str, str] = {}
    openers = []
    for post, entering in into.items():
        leaving = out.get(post, [])
        pushed.update(zip(entering, leaving, strict=False))
        openers += entering[len(leaving) :]
    heir = {leaver: person for person, leaver in pushed.items()}
    found: dict[str, tuple[int, int]] = {}
    number = 0
    for start, onward in [(person, heir) for person in sorted(openers)] + [(p, pushed) for p in told.movers]:
        if start in found:
            continue
        number, step = number + 1, 0
        follower: str | None = start
        while follower is not None and follower not in found:
            step += 1
            found[follower] = (number, step)
            follower = onward.get(follower)
    return found


@carries(RuleId.ROTATION_INSTEAD, "audit")
def unmet_listed(told: Told) -> Iterator[Violation]:
    """Everybody who did not get what is owed is listed, with what stands in and the first reason that holds."""
    from allocator.rotation.audit.reasons import Reasons

    reasons = Reasons(told)
    expected = {person: reasons.row(person) for person in told.facts.officer if reasons.open(person)}
    places = {row.person_id: at for at, row in enumerate(told.outcome.unmet)}
    for person in sorted(expected.keys() | places.keys()):
        if person not in places:
            yield differs(_duty_rule(told, person), "unmet", expected[person], None)
        elif person not in expected:
            yield differs(_duty_rule(told, person), f"unmet[{places[person]}]", None, person)
        else:
            row = told.outcome.unmet[places[person]]
            for field, value in expected[person].items():
                if getattr(row, field) != value:
                    where = f"unmet[{places[person]}].{field}"
                    yield differs(_duty_rule(told, person), where, value, getattr(row, field))
