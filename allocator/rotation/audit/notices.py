"""The warnings of an outcome, worked out again from the case, the draw and the plan."""

from collections.abc import Iterator

from allocator.rotation.audit.groups import Sorts
from allocator.rotation.audit.told import Told
from allocator.rotation.audit.violation import Violation, breach, shown
from models.common.canonical import canonical_bytes
from models.common.outcome import Notice
from models.rotation.codes import MoveKind

Arguments = dict[str, str | int | tuple[str, ...]]
KINDS: tuple[MoveKind, ...] = ("exchange", "rotation")


def warnings(told: Told) -> Iterator[Violation]:
    """Every warning that should be there is, no other, each once and in order."""
    expected = {_key(one): one for one in _expected(told)}
    found = [_key(one) for one in told.outcome.warnings]
    for key in sorted(expected.keys() - set(found)):
        yield breach(None, "warnings", "warning_missing", warning=_text(expected[key]))
    for at, key in enumerate(found):
        if key not in expected:
            yield breach(None, f"warnings[{at}]", "warning_unexpected", warning=_text(told.outcome.warnings[at]))
        elif at and key <= found[at - 1]:
            yield breach(None, f"warnings[{at}]", "warning_out_of_order", warning=_text(told.outcome.warnings[at]))


def _key(notice: Notice) -> tuple[str, bytes]:
    return (notice.code, canonical_bytes(notice.args))


def _text(notice: Notice) -> str:
    return f"{notice.code} {shown(notice.args)}"


def _expected(told: Told) -> Iterator[Notice]:
    facts, ledger, lottery = told.facts, told.ledger, told.outcome.lottery
    if lottery.source != "case":
        code = "lottery_default" if lottery.source == "default" else "lottery_overridden"
        yield Notice(code=code, args={"seed": lottery.seed})
    for post in facts.crowded:
        args: Arguments = {"post_id": post, "holders": len(facts.holders[post]), "seats": facts.post[post].seats}
        yield Notice(code="post_over_seats", args=args)
    for row in facts.case.wishes:
        ground = ledger.ground(row.person_id, row.post_id)
        if ground is not None:
            named: Arguments = {"person_id": row.person_id, "choice": row.choice, "post_id": row.post_id, "bar": ground}
            yield Notice(code="wish_not_allowed", args=named)
    sorts = Sorts(ledger)
    for person, owed in ledger.owed.items():
        free = owed.duty != "none" and person not in facts.pinned
        if free and not any(True for kind in KINDS for _ in sorts.choices(person, kind)):
            yield Notice(code="due_without_post", args={"person_id": person, "duty": owed.duty})
    for unmet in told.outcome.unmet:
        if unmet.duty == "must":
            yield Notice(code="must_unmet", args={"person_id": unmet.person_id, "reason": unmet.reason})
