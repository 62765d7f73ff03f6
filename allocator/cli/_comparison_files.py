"""A comparison as files: JSON, text and tables for Excel."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from allocator.cli._comparison import comparison_page
from allocator.cli._labels import Labels, level_value
from allocator.cli._language import words
from allocator.cli._outputs import json_bytes
from allocator.phrases import claim_ground, ground, why
from allocator.placements import table_bytes

if TYPE_CHECKING:
    from allocator.compare import Change, Comparison, StageComparison, Trade
    from models.standing import Member


def comparison_files(comparison: "Comparison", labels: Labels) -> dict[str, bytes]:
    """The files of a comparison by name."""
    from allocator.compare import document

    return {
        "comparison.json": json_bytes(document(comparison)),
        "comparison.txt": comparison_page(comparison, labels, whole_lists=True).plain().encode(),
        "comparison-levels.csv": _levels(comparison),
        "comparison-people.csv": _people(comparison, labels),
        "comparison-sections.csv": _sections(comparison, labels),
        "comparison-claims.csv": _claims(comparison, labels),
    }


def _scopes(comparison: "Comparison") -> Iterable[tuple[str, "StageComparison"]]:
    """Every stage of both comparisons, with the name of the comparison."""
    yield from ((words("scope.stagewise"), stage) for stage in comparison.stages)
    yield from ((words("scope.whole"), stage) for stage in comparison.whole)


def _headings(names: str) -> list[str]:
    return [words(f"head.{name}") for name in names.split()]


def _levels(comparison: "Comparison") -> bytes:
    rows: list[Sequence[object]] = [
        [
            scope,
            words(f"arg.stage.{stage.stage}"),
            words(f"level.{pair.name}"),
            words(f"sense.{pair.sense}"),
            level_value(pair.name, pair.rules),
            level_value(pair.name, pair.optimal),
            words(f"better.{pair.better}"),
            words("level.proven" if pair.proven else "level.unproven"),
        ]
        for scope, stage in _scopes(comparison)
        for pair in stage.levels
    ]
    return table_bytes(_headings("scope stage level sense rules optimal better proven"), rows)


def _people(comparison: "Comparison", labels: Labels) -> bytes:
    rows: list[Sequence[object]] = []
    for stage in comparison.stages:
        trades = {trade.number: trade for trade in stage.trades}
        name = words(f"arg.stage.{stage.stage}")
        rows += [
            _person(words("scope.stagewise"), name, one, trades.get(one.trade or 0), labels) for one in stage.changes
        ]
    rows += [_person(words("scope.whole"), words("stage.all"), one, None, labels) for one in comparison.people]
    names = "scope stage person_id person from rules rules_ground optimal verdict trade why"
    return table_bytes(_headings(names), rows)


def _person(scope: str, stage: str, change: "Change", trade: "Trade | None", labels: Labels) -> Sequence[object]:
    return [
        scope,
        stage,
        change.person_id,
        labels.person(change.person_id),
        labels.section(change.present_section),
        _seat(change.rules, labels),
        ground(change, labels),
        _seat(change.optimal, labels),
        words(f"verdict.{change.verdict}"),
        change.trade,
        why(change, trade, labels),
    ]


def _seat(member: "Member | None", labels: Labels) -> str:
    return labels.seat(member)


def _sections(comparison: "Comparison", labels: Labels) -> bytes:
    rows: list[Sequence[object]] = [
        [
            row.section_id,
            labels.section(row.section_id),
            row.headcount,
            labels.person(row.rules.chief),
            labels.person(row.optimal.chief),
            labels.people(row.rules.clerks + row.rules.institution),
            labels.people(row.optimal.clerks + row.optimal.institution),
            row.rules.free,
            row.optimal.free,
            words("yes" if row.changed else "no"),
        ]
        for row in comparison.sections
    ]
    pairs = "rules_chief optimal_chief rules_staff optimal_staff rules_free optimal_free"
    return table_bytes(_headings(f"section_id section headcount {pairs} changed"), rows)


def _claims(comparison: "Comparison", labels: Labels) -> bytes:
    rows: list[Sequence[object]] = [
        [
            scope,
            words(f"arg.stage.{stage.stage}"),
            words(f"method.{method}"),
            labels.section(claim.section_id),
            claim.person_id,
            labels.person(claim.person_id),
            labels.section(claim.has_section),
            labels.person(claim.holder),
            claim_ground(claim, labels),
        ]
        for scope, stage in _scopes(comparison)
        for method, claims in (("rules", stage.claims_rules), ("optimal", stage.claims_optimal))
        for claim in claims
    ]
    return table_bytes(_headings("scope stage method wanted person_id person has holder ground"), rows)
