"""An explanation as a JSON document: codes with arguments, no sentence."""

from collections.abc import Iterable
from typing import Any

from allocator.competition.explain.answers import Explanation, PostAnswer, Price, PriceLevel, Reason, WouldHave
from allocator.competition.explain.audience import Audience, may_read_level, may_read_line, may_read_need, reason_args
from allocator.competition.scoring import TraceLine
from models.competition.outcome import Placement


def document(explanation: Explanation, *, audience: Audience) -> dict[str, Any]:
    """The explanation as JSON data; for ``person`` only what he may read."""
    placement = explanation.placement
    return {
        "schema_version": 1,
        "person_id": explanation.person_id,
        "method": explanation.method,
        "status": explanation.status,
        "audience": audience,
        "scores": _lines(explanation.scores, audience),
        "placement": None if placement is None else _placement(placement),
        "why": [_reason(reason, audience) for reason in explanation.why],
        "unplaced_reason": explanation.unplaced_reason,
        "posts": [_post(answer, audience) for answer in explanation.posts],
    }


def _placement(placement: Placement) -> dict[str, Any]:
    return placement.model_dump(mode="json")


def _post(answer: PostAnswer, audience: Audience) -> dict[str, Any]:
    return {
        "stage": answer.stage,
        "section_id": answer.section_id,
        "role": answer.role,
        "verdict": answer.verdict,
        "reasons": [_reason(reason, audience) for reason in answer.reasons],
        "scores": _lines(answer.scores, audience),
        "price": None if answer.price is None else price_document(answer.price, audience),
        "would_have_won_with": [_need(one, audience) for one in answer.would_have],
    }


def _reason(reason: Reason, audience: Audience) -> dict[str, Any]:
    args = {name: _plain(value) for name, value in sorted(reason_args(reason, audience).items())}
    return {"code": reason.code, "rule": reason.rule.value, "article": reason.article, "args": args}


def _lines(lines: Iterable[TraceLine], audience: Audience) -> list[dict[str, Any]]:
    return [
        {
            "rule": line.rule.value,
            "article": line.article,
            "code": line.code,
            "args": {name: _plain(value) for name, value in line.args.items()},
            "value": line.value,
        }
        for line in lines
        if may_read_line(line, audience)
    ]


def price_document(price: Price, audience: Audience = "office") -> dict[str, Any]:
    """A price as JSON data; for ``person`` the first level that differs, and by how much where that is published."""
    first = price.first
    found: dict[str, Any] = {
        "section_id": price.section_id,
        "role": price.role,
        "mode": price.mode,
        "possible": price.possible,
        "rule": None if price.rule is None else price.rule.value,
        "proven": price.proven,
        "first": None if first is None else {"stage": first[0], **_change(first[1], audience)},
    }
    if audience == "office":
        found["fault"] = None if price.fault is None else {"code": price.fault.code, "args": _args(price)}
        found["stages"] = [
            {"stage": stage.stage, "levels": [_level(level) for level in stage.levels]} for stage in price.stages
        ]
    return found


def _args(price: Price) -> dict[str, Any]:
    return {} if price.fault is None else {name: _plain(value) for name, value in sorted(price.fault.args.items())}


def _change(level: PriceLevel, audience: Audience) -> dict[str, Any]:
    shown = level.difference if may_read_level(level, audience) else None
    return {"name": level.name, "sense": level.sense, "better": level.better, "difference": shown}


def _level(level: PriceLevel) -> dict[str, Any]:
    return {
        "name": level.name,
        "sense": level.sense,
        "value": level.value,
        "pinned": level.pinned,
        "own": level.own,
        "difference": level.difference,
        "proven": level.proven,
    }


def _need(one: WouldHave, audience: Audience) -> dict[str, Any]:
    shown = may_read_need(one, audience)
    found: dict[str, Any] = {
        "quantity": one.quantity,
        "group": one.group,
        "now": one.now,
        "most": one.most,
        "unit": one.unit,
        "searched": one.searched,
        "withheld": not shown,
    }
    if shown:
        found["exists"] = one.needed is not None if one.searched else None
        found["needed"] = one.needed
    if audience == "office":
        found["decided_by"] = list(one.decided_by)
    return found


def _plain(value: object) -> Any:
    return list(value) if isinstance(value, tuple | frozenset) else value
