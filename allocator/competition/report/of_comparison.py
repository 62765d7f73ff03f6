"""Sheets of the comparison: levels, wishes, people, sections and claims under both methods."""

from collections.abc import Iterator

from allocator.competition.compare import Change, Comparison, Crew, LevelPair, StageComparison, Trade
from allocator.competition.labels import Labels
from allocator.competition.phrases import claim_ground, ground, why, wish, wish_kinds
from allocator.competition.report.level_cell import level_cell
from allocator.report.sheet import Cell, Sheet, Tone, sheet

LEVEL_HEADS = "#order level sense #rules #optimal better proven"
TONES: dict[str, Tone] = {"gains": "good", "loses": "bad", "moved": "note", "unchanged": ""}


def scopes(comparison: Comparison, labels: Labels) -> Iterator[tuple[str, StageComparison]]:
    """Every stage of both comparisons, with the name of the comparison."""
    yield from ((labels.words("scope.stagewise"), stage) for stage in comparison.stages)
    yield from ((labels.words("scope.whole"), stage) for stage in comparison.whole)


def compared_levels(comparison: Comparison, labels: Labels) -> Sheet:
    """One row a level of a stage as both methods reached it."""
    rows: list[list[Cell]] = [
        [scope, labels.words(f"arg.stage.{stage.stage}"), *_level(number, pair, labels)]
        for scope, stage in scopes(comparison, labels)
        for number, pair in enumerate(stage.levels, start=1)
    ]
    return sheet(labels, "compared_levels", f"scope stage {LEVEL_HEADS}", rows)


def levels_of(stage: StageComparison, labels: Labels) -> Sheet:
    """The levels of one stage."""
    rows = [_level(number, pair, labels) for number, pair in enumerate(stage.levels, start=1)]
    return sheet(labels, "compared_levels", LEVEL_HEADS, rows)


def whole_levels(comparison: Comparison, labels: Labels) -> Sheet:
    """The levels of the two whole pipelines, each from its own earlier stages."""
    rows = [
        [labels.words(f"arg.stage.{stage.stage}"), *_level(number, pair, labels)]
        for stage in comparison.whole
        for number, pair in enumerate(stage.levels, start=1)
    ]
    return sheet(labels, "compared_levels", f"stage {LEVEL_HEADS}", rows)


def _level(number: int, pair: LevelPair, labels: Labels) -> list[Cell]:
    return [
        number,
        labels.words(f"level.{pair.name}"),
        labels.words(f"sense.{pair.sense}"),
        level_cell(pair.name, pair.rules),
        level_cell(pair.name, pair.optimal),
        labels.words(f"better.{pair.better}"),
        labels.words("mark.proven" if pair.proven else "mark.unproven"),
    ]


def changes_of(stage: StageComparison, labels: Labels) -> Sheet:
    """The people of one stage who are not where the other method has them."""
    trades = {trade.number: trade for trade in stage.trades}
    changed = [change for change in stage.changes if change.verdict != "unchanged"]
    rows: list[list[Cell]] = [
        [
            labels.words(f"mark.verdict.{change.verdict}"),
            labels.person(change.person_id),
            labels.section(change.present_section),
            labels.seat(change.rules),
            labels.seat(change.optimal),
            why(change, trades.get(change.trade or 0), labels),
        ]
        for change in changed
    ]
    tones = [TONES[change.verdict] for change in changed]
    return sheet(labels, "compared_people", "verdict person from rules optimal ~why", rows, tones)


def compared_wishes(comparison: Comparison, labels: Labels) -> Sheet:
    """One row a kind of wish of a stage: how many people each method gave it to."""
    rows: list[list[Cell]] = [
        [
            scope,
            labels.words(f"arg.stage.{stage.stage}"),
            wish(kind, labels),
            stage.wishes_rules.get(kind, 0),
            stage.wishes_optimal.get(kind, 0),
        ]
        for scope, stage in scopes(comparison, labels)
        for kind in wish_kinds(stage.wishes_rules, stage.wishes_optimal)
    ]
    return sheet(labels, "compared_wishes", "scope stage wish #rules #optimal", rows)


def compared_people(comparison: Comparison, labels: Labels) -> Sheet:
    """One row a person of a stage, and of the two whole pipelines."""
    rows: list[list[Cell]] = []
    tones: list[Tone] = []
    for stage in comparison.stages:
        trades = {trade.number: trade for trade in stage.trades}
        name = labels.words(f"arg.stage.{stage.stage}")
        for change in stage.changes:
            trade = trades.get(change.trade or 0)
            rows.append(_person(labels.words("scope.stagewise"), name, change, trade, labels))
            tones.append(TONES[change.verdict])
    for change in comparison.people:
        rows.append(_person(labels.words("scope.whole"), labels.words("stage.all"), change, None, labels))
        tones.append(TONES[change.verdict])
    names = "scope stage person_id person from rules rules_ground optimal verdict #trade ~why"
    return sheet(labels, "compared_people", names, rows, tones)


def _person(scope: str, stage: str, change: Change, trade: Trade | None, labels: Labels) -> list[Cell]:
    return [
        scope,
        stage,
        change.person_id,
        labels.person(change.person_id),
        labels.section(change.present_section),
        labels.seat(change.rules),
        ground(change, labels),
        labels.seat(change.optimal),
        labels.words(f"mark.verdict.{change.verdict}"),
        change.trade,
        why(change, trade, labels) or None,
    ]


def compared_sections(comparison: Comparison, labels: Labels) -> Sheet:
    """One row a section with its people under each method."""
    rows: list[list[Cell]] = [
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
            labels.words("mark.changed" if row.changed else "mark.same"),
        ]
        for row in comparison.sections
    ]
    names = "section_id section #headcount rules_chief optimal_chief ~rules_staff ~optimal_staff"
    return sheet(labels, "compared_sections", f"{names} #rules_free #optimal_free changed", rows)


def crews(comparison: Comparison, labels: Labels, named: bool) -> Sheet:
    """The people of each section under each method, without ids; in a large bureau counted, chiefs apart."""

    def staff(crew: Crew) -> Cell:
        people = crew.clerks + crew.institution
        return labels.people(people) if named else len(people)

    rows: list[list[Cell]] = [
        [
            labels.section(row.section_id),
            row.headcount,
            labels.person(row.rules.chief) if row.rules.chief else labels.words("figure.vacant"),
            labels.person(row.optimal.chief) if row.optimal.chief else labels.words("figure.vacant"),
            staff(row.rules),
            staff(row.optimal),
        ]
        for row in comparison.sections
    ]
    kind = "~" if named else "#"
    names = f"section #headcount rules_chief optimal_chief {kind}rules_staff {kind}optimal_staff"
    return sheet(labels, "by_section" if named else "by_section_counted", names, rows)


def claims_sheet(comparison: Comparison, labels: Labels) -> Sheet:
    """One row a claim: somebody ranked higher on a post's own order wanted what a lower one, or nobody, holds."""
    rows: list[list[Cell]] = [
        [
            scope,
            labels.words(f"arg.stage.{stage.stage}"),
            labels.words(f"method.{method}"),
            labels.section(claim.section_id),
            claim.person_id,
            labels.person(claim.person_id),
            labels.section(claim.has_section),
            labels.person(claim.holder),
            claim_ground(claim, labels),
        ]
        for scope, stage in scopes(comparison, labels)
        for method, claims in (("rules", stage.claims_rules), ("optimal", stage.claims_optimal))
        for claim in claims
    ]
    return sheet(labels, "claims", "scope stage method wanted person_id person has holder ~ground", rows)
