"""A comparison for reading."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from allocator.cli._grounds import pins_block
from allocator.cli._labels import Labels, level_value
from allocator.cli._language import joined, words
from allocator.cli._page import Page

if TYPE_CHECKING:
    from allocator.compare import Change, Claim, Comparison, StageComparison, Trade
    from models.outcome import Outcome

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
    _wishes(page, stage.wishes_rules, stage.wishes_optimal)
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


def _wishes(page: Page, rules: Mapping[str, int], optimal: Mapping[str, int]) -> None:
    known = dict.fromkeys([*rules, *optimal])
    kinds = sorted((kind for kind in known if kind.isdigit()), key=int) + [kind for kind in known if not kind.isdigit()]
    rows = [[_wish(kind), str(rules.get(kind, 0)), str(optimal.get(kind, 0))] for kind in kinds]
    page.text("")
    page.table([words("head.wish"), words("head.rules"), words("head.optimal")], rows, numbers=[1, 2])


def _wish(kind: str) -> str:
    return words("met.round", round=kind) if kind.isdigit() else words(f"met.{kind}")


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


def why(change: "Change", trade: "Trade | None", labels: Labels) -> str:
    """What explains one person's change: the ground of the rules' seat, whose seats change hands, the trade."""
    if change.verdict == "unchanged":
        return ""
    parts = []
    if change.rules is not None:
        parts.append(words("why.ground", ground=ground(change)))
    if change.won_from:
        parts.append(words("why.won_from", people=_few(change.won_from, labels)))
    if change.lost_to:
        parts.append(words("why.lost_to", people=_few(change.lost_to, labels)))
    if trade is not None:
        parts.append(words("why.trade", number=trade.number, effect=effect(trade)))
    return joined(parts, "semicolon")


def _few(people: tuple[str, ...], labels: Labels) -> str:
    """One or two names, or the first with how many there are."""
    if len(people) <= 2:
        return labels.people(people)
    return words("why.and_others", person=labels.person(people[0]), count=len(people))


def ground(change: "Change") -> str:
    """The basis of the rules' seat with its articles."""
    from allocator.compare import article_of

    if change.rules is None:
        return words("none")
    return words("why.basis", basis=words(f"basis.{change.rules.basis}"), article=article_of(change.rules))


def effect(trade: "Trade") -> str:
    """What a trade does to the first level it changes."""
    if trade.decided_by is None:
        return words("trade.nothing")
    delta = trade.levels[trade.decided_by]
    sign = "+" if delta > 0 else ""
    return f"{words(f'level.{trade.decided_by}')} {sign}{level_value(trade.decided_by, delta)}"


def _trades(page: Page, trades: Sequence["Trade"], labels: Labels) -> None:
    if not trades:
        return
    page.text("")
    rows = [[str(trade.number), labels.people(trade.people), effect(trade)] for trade in trades]
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
            claim_ground(claim),
        ]
        for claim in claims[:shown]
    ]
    page.table([words(f"head.{name}") for name in ("wanted", "person", "has", "holder", "ground")], rows)
    if len(claims) > shown:
        page.say("compare.more_claims", count=len(claims) - shown)


def claim_ground(claim: "Claim") -> str:
    """By which key of the post's own order the person stands first, with the figures where they mean anything."""
    if claim.holder is None or claim.holder_value is None:
        return words("claim.vacant")
    if claim.clause in ("applied", "lot", "id"):
        return words(f"claim.{claim.clause}")
    name = "composite" if claim.clause == "composite" else ""
    mine, theirs = level_value(name, claim.person_value), level_value(name, claim.holder_value)
    return words(f"claim.{claim.clause}", person=mine, holder=theirs)


def _whole(page: Page, comparison: "Comparison", labels: Labels) -> None:
    page.heading("compare.whole")
    page.say("compare.whole_note")
    rules, optimal = comparison.rules.outcome, comparison.optimal.outcome
    rows = [[words(f"total.{name}"), str(one), str(two)] for name, one, two in totals(rules, optimal)]
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


def totals(rules: "Outcome", optimal: "Outcome") -> list[tuple[str, int, int]]:
    """The figures of two outcomes side by side."""
    return [(name, one, two) for (name, one), (_, two) in zip(_totals(rules), _totals(optimal), strict=True)]


def _totals(outcome: "Outcome") -> list[tuple[str, int]]:
    return [
        ("chiefs", sum(one.role == "chief" for one in outcome.placements)),
        ("placed", len(outcome.placements)),
        ("unplaced", len(outcome.unplaced)),
        ("chief_vacant", sum(one.count for one in outcome.vacancies if one.role == "chief")),
        ("seats_vacant", sum(one.count for one in outcome.vacancies if one.role == "clerk")),
        ("ties", len(outcome.ties)),
    ]
