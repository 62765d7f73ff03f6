"""A comparison as plain data: codes, ids and numbers, no sentence."""

from dataclasses import asdict
from typing import Any

from allocator.rotation.compare.comparison import Change, Comparison, UnitRow
from models.common.canonical import plain


def document(comparison: Comparison) -> dict[str, Any]:
    """The comparison for ``comparison.json``. The optimum is a proposal to weigh, not a decision: ``advisory``."""
    rules, optimal = comparison.rules.outcome, comparison.optimal.outcome
    decided_by = comparison.decided_by
    return {
        "schema_version": 1,
        "exercise": "rotation",
        "advisory": "optimal",
        "case": plain(rules.case),
        "rulebook": plain(rules.rulebook),
        "lottery": plain(rules.lottery),
        "decided_by": None if decided_by is None else decided_by.name,
        "proven": comparison.proven,
        "levels": [asdict(pair) for pair in comparison.levels],
        "people": [_change(change) for change in comparison.changes],
        "units": [_unit(row) for row in comparison.units],
        "totals": {
            outcome.method: {
                "status": outcome.status,
                "moves": len(outcome.moves),
                "exchanges": sum(move.kind == "exchange" for move in outcome.moves),
                "unmet": len(outcome.unmet),
                "musts_unmet": sum(one.duty == "must" for one in outcome.unmet),
                "ties": len(outcome.ties),
                **asdict(comparison.handovers[outcome.method]),
            }
            for outcome in (rules, optimal)
        },
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "person_id": change.person_id,
        "duty": change.due.duty,
        "articles": list(change.due.articles),
        "overdue": change.due.overdue,
        "present": change.present,
        "rules": change.rules,
        "optimal": change.optimal,
        "verdict": change.verdict,
    }


def _unit(row: UnitRow) -> dict[str, Any]:
    names = ("in", "out", "inside")
    return {
        "unit_id": row.unit_id,
        "people": row.people,
        "rules": dict(zip(names, row.rules, strict=True)),
        "optimal": dict(zip(names, row.optimal, strict=True)),
    }
