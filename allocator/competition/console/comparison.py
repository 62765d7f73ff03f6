"""A comparison for reading."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from allocator.competition.console.grounds import pins_block
from allocator.competition.console.labels import level_value
from allocator.competition.labels import Labels
from allocator.competition.phrases import claim_ground, effect, totals, why, wish, wish_kinds
from allocator.console.language import words
from allocator.console.page import Page

if TYPE_CHECKING:
    from allocator.competition.compare import Claim, Comparison, StageComparison, Trade

FEW_CLAIMS = 10
"""Claims on clerks' seats shown on the screen; every one stands in the files."""


def comparison_page(comparison: "Comparison", labels: Labels, whole_lists: bool = False) -> Page:
    """The stage-by-stage comparison first, then the two whole pipelines.

    Long lists of claims on clerks' seats are cut short unless ``whole_lists``; claims on chief posts never are.
    """
    page = Page()
    page.heading("compare.heading", case=comparison.rules.outcome.case.name)
    page.say("compare.advisory")
    page.say("compare.headline")
    for stage in comparison.stages:
        _stage(page, stage, labels, whole_lists)
    _whole(page, comparison, labels)
    pins_block(page, labels.pins, labels)
    return page


def _stage(page: Page, stage: "StageComparison", labels: Labels, whole_lists: bool) -> None:
    page.heading("compare.stage", stage=words(f"arg.stage.{stage.stage}"))
    _verdict(page, stage)
    _levels(page, stage)
    _wishes(page, stage.wishes_rules, stage.wishes_optimal, labels)
    _people(page, stage, labels)
    _trades(page, stage.trades, labels)
    for code, claims in (("rules", stage.claims_rules), ("optimal", stage.claims_optimal)):
        shown = len(claims) if whole_lists or stage.stage == "chiefs" else min(len(claims), FEW_CLAIMS)
        _claims(page, f"compare.claims_{code}", claims, shown, labels)


def _verdict(page: Page, stage: "StageComparison") -> None:
    first = next((pair for pair in stage.levels if pair.name == stage.decided_by), None)
    if first is None:
        page.say("compare.same")
        return
    rules, optimal = level_value(first.name, first.rules), level_value(first.name, first.optimal)
    page.say(f"compare.decided.{first.better}", level=words(f"level.{first.name}"), rules=rules, optimal=optimal)


def _levels(page: Page, stage: "StageComparison") -> None:
    rows = [
        [
            words(f"level.{pair.name}"),
            words(f"sense.{pair.sense}"),
            level_value(pair.name, pair.rules),
            level_value(pair.name, pair.optimal),
            words(f"better.{pair.better}"),
            words("level.proven" if pair.proven else "level.unproven"),
        ]
        for pair in stage.levels
    ]
    names = ("level", "sense", "rules", "optimal", "better", "proven")
    page.table([words(f"head.{name}") for name in names], rows, numbers=[2, 3])


def _wishes(page: Page, rules: Mapping[str, int], optimal: Mapping[str, int], labels: Labels) -> None:
    rows = [
        [wish(kind, labels), str(rules.get(kind, 0)), str(optimal.get(kind, 0))] for kind in wish_kinds(rules, optimal)
    ]
    page.text("")
    page.table([words("head.wish"), words("head.rules"), words("head.optimal")], rows, numbers=[1, 2])


def _people(page: Page, stage: "StageComparison", labels: Labels) -> None:
    counts = Counter(change.verdict for change in stage.changes)
    page.text("")
    page.say("compare.counts", **{verdict: counts[verdict] for verdict in ("gains", "loses", "moved", "unchanged")})
    trades = {trade.number: trade for trade in stage.trades}
    rows = [
        [
            labels.person(change.person_id),
            labels.section(change.present_section),
            labels.seat(change.rules),
            labels.seat(change.optimal),
            words(f"verdict.{change.verdict}"),
            why(change, trades.get(change.trade or 0), labels),
        ]
        for change in stage.changes
        if change.verdict != "unchanged"
    ]
    names = ("person", "from", "rules", "optimal", "verdict", "why")
    page.table([words(f"head.{name}") for name in names], rows)


def _trades(page: Page, trades: Sequence["Trade"], labels: Labels) -> None:
    if not trades:
        return
    page.text("")
    rows = [[str(trade.number), labels.people(trade.people), effect(trade, labels)] for trade in trades]
    page.table([words("head.trade"), words("head.people"), words("head.effect")], rows, numbers=[0])


def _claims(page: Page, code: str, claims: Sequence["Claim"], shown: int, labels: Labels) -> None:
    page.text("")
    page.say(code, count=len(claims))
    rows = [
        [
            labels.section(claim.section_id),
            labels.person(claim.person_id),
            labels.section(claim.has_section),
            labels.person(claim.holder),
            claim_ground(claim, labels),
        ]
        for claim in claims[:shown]
    ]
    page.table([words(f"head.{name}") for name in ("wanted", "person", "has", "holder", "ground")], rows)
    if len(claims) > shown:
        page.say("compare.more_claims", count=len(claims) - shown)


def _whole(page: Page, comparison: "Comparison", labels: Labels) -> None:
    page.heading("compare.whole")
    page.say("compare.whole_note")
    rules, optimal = totals(comparison.rules.outcome), totals(comparison.optimal.outcome)
    rows = [[words(f"total.{name}"), str(rules[name]), str(optimal[name])] for name in rules]
    counts = Counter(change.verdict for change in comparison.people)
    page.table([words("head.total"), words("head.rules"), words("head.optimal")], rows, numbers=[1, 2])
    page.text("")
    page.say("compare.counts", **{verdict: counts[verdict] for verdict in ("gains", "loses", "moved", "unchanged")})
    for stage in comparison.whole:
        page.text("")
        page.text(words(f"arg.stage.{stage.stage}"))
        _levels(page, stage)
        page.say("compare.claims_optimal", count=len(stage.claims_optimal))
    rows = [
        [labels.section(row.section_id), *(labels.person(crew.chief) for crew in (row.rules, row.optimal))]
        + [labels.people(crew.clerks + crew.institution) for crew in (row.rules, row.optimal)]
        for row in comparison.sections
        if row.changed
    ]
    page.text("")
    page.say("compare.sections", changed=len(rows), sections=len(comparison.sections))
    names = ("section", "rules_chief", "optimal_chief", "rules_staff", "optimal_staff")
    page.table([words(f"head.{name}") for name in names], rows)
