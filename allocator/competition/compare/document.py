"""A comparison as plain data: codes, ids and numbers, no sentence."""

from collections.abc import Sequence
from typing import Any

from allocator.competition.compare.changes import Change, Trade, article_of
from allocator.competition.compare.claims import Claim
from allocator.competition.compare.comparison import Comparison, StageComparison
from allocator.competition.compare.levels import LevelPair
from allocator.competition.compare.sections import Crew, SectionRow
from models.common.canonical import plain
from models.competition.outcome import Outcome
from models.competition.standing import Member


def document(comparison: Comparison) -> dict[str, Any]:
    """The comparison for ``comparison.json``. The optimum is a proposal to weigh, not a decision: ``advisory``."""
    rules, optimal = comparison.rules.outcome, comparison.optimal.outcome
    return {
        "schema_version": 1,
        "advisory": "optimal",
        "case": plain(rules.case),
        "rulebook": plain(rules.rulebook),
        "lottery": plain(rules.lottery),
        "stages": [_stage(stage) for stage in comparison.stages],
        "pipelines": {
            "rules": _totals(rules),
            "optimal": _totals(optimal),
            "stages": [_stage(stage) for stage in comparison.whole],
            "people": [_change(change) for change in comparison.people],
            "sections": [_section(row) for row in comparison.sections],
        },
    }


def _totals(outcome: Outcome) -> dict[str, Any]:
    return {
        "status": outcome.status,
        "placed": len(outcome.placements),
        "unplaced": len(outcome.unplaced),
        "chief_posts_vacant": sum(v.count for v in outcome.vacancies if v.role == "chief"),
        "seats_vacant": sum(v.count for v in outcome.vacancies if v.role == "clerk"),
        "ties": len(outcome.ties),
    }


def _stage(stage: StageComparison) -> dict[str, Any]:
    return {
        "stage": stage.stage,
        "decided_by": stage.decided_by,
        "proven": stage.proven,
        "levels": [_level(pair) for pair in stage.levels],
        "wishes": {"rules": dict(stage.wishes_rules), "optimal": dict(stage.wishes_optimal)},
        "people": [_change(change) for change in stage.changes],
        "trades": [_trade(trade) for trade in stage.trades],
        "claims": {"rules": _claims(stage.claims_rules), "optimal": _claims(stage.claims_optimal)},
    }


def _level(pair: LevelPair) -> dict[str, Any]:
    return {
        "name": pair.name,
        "sense": pair.sense,
        "rules": pair.rules,
        "optimal": pair.optimal,
        "better": pair.better,
        "bound": pair.bound,
        "proven": pair.proven,
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "person_id": change.person_id,
        "from": change.present_section,
        "rules": _seat(change.rules),
        "optimal": _seat(change.optimal),
        "verdict": change.verdict,
        "won_from": list(change.won_from),
        "lost_to": list(change.lost_to),
        "trade": change.trade,
    }


def _seat(member: Member | None) -> dict[str, Any] | None:
    if member is None:
        return None
    keys = ("section_id", "role", "basis", "round", "pick_order")
    return {key: getattr(member, key) for key in keys} | {"article": article_of(member)}


def _trade(trade: Trade) -> dict[str, Any]:
    return {
        "trade": trade.number,
        "people": list(trade.people),
        "sections": list(trade.sections),
        "levels": dict(trade.levels),
        "decided_by": trade.decided_by,
    }


def _claims(claims: Sequence[Claim]) -> list[dict[str, Any]]:
    return [
        {
            "section_id": claim.section_id,
            "person_id": claim.person_id,
            "has": claim.has_section,
            "holder": claim.holder,
            "clause": claim.clause,
            "person_value": claim.person_value,
            "holder_value": claim.holder_value,
            "equals": None if claim.equals is None else list(claim.equals),
        }
        for claim in claims
    ]


def _section(row: SectionRow) -> dict[str, Any]:
    return {
        "section_id": row.section_id,
        "headcount": row.headcount,
        "changed": row.changed,
        "rules": _crew(row.rules),
        "optimal": _crew(row.optimal),
    }


def _crew(crew: Crew) -> dict[str, Any]:
    return {
        "chief": crew.chief,
        "clerks": list(crew.clerks),
        "institution": list(crew.institution),
        "free": crew.free,
    }
