"""Explanations as plain data."""

from dataclasses import asdict
from typing import Any

from allocator.rotation.explain.person import PersonExplained, PostAnswer
from allocator.rotation.explain.post import PostExplained
from allocator.rotation.explain.pricing import Price


def document(found: PersonExplained | PostExplained) -> dict[str, Any]:
    """An explanation as data: codes, ids and numbers, no sentence."""
    return _person(found) if isinstance(found, PersonExplained) else _post(found)


def _person(found: PersonExplained) -> dict[str, Any]:
    return {
        "person_id": found.person_id,
        "method": found.method,
        "status": found.status,
        "present": found.present,
        "duty": found.due.duty,
        "hits": [
            {"article": hit.article, "duty": hit.duty, "overdue": hit.overdue, "since": _day(hit.since)}
            for hit in found.hits
        ],
        "exemptions": [
            {"article": one.article, "reason": one.reason, "authority": one.authority} for one in found.exemptions
        ],
        "move": None if found.move is None else found.move.model_dump(mode="json"),
        "tie": None if found.tie is None else list(found.tie.fates),
        "unmet": None if found.unmet is None else found.unmet.model_dump(mode="json"),
        "allowed": None if found.allowed is None else dict(found.allowed),
        "posts": [_answer(one) for one in found.posts],
        "pin_price": None if found.pin_price is None else _price(found.pin_price),
        "changes": None if found.changes is None else [asdict(one) for one in found.changes],
    }


def _day(day: Any) -> str | None:
    return None if day is None else str(day.isoformat())


def _answer(one: PostAnswer) -> dict[str, Any]:
    return {
        "post_id": one.post_id,
        "choice": one.choice,
        "verdict": one.verdict,
        "bar": one.bar,
        "clauses": list(one.clauses),
        "price": None if one.price is None else _price(one.price),
    }


def _price(one: Price) -> dict[str, Any]:
    told = {"possible": one.possible, "proven": one.proven, "level": one.level}
    return told if one.level is None else {**told, "best": one.best, "reached": one.reached}


def _post(found: PostExplained) -> dict[str, Any]:
    return {
        "post_id": found.post_id,
        "method": found.method,
        "seats": found.seats,
        "today": list(found.today),
        "after": list(found.after),
        "candidates": [
            {
                "person_id": one.person_id,
                "duty": one.due.duty,
                "articles": list(one.due.articles),
                "overdue": one.due.overdue,
                "choice": one.choice,
                "there": one.there,
                "clauses": list(one.clauses),
            }
            for one in found.candidates
        ],
        "more": found.more,
        "barred": dict(found.barred),
    }
