"""Every sheet of the workbook in order."""

from allocator.competition.labels import Labels
from allocator.competition.pipeline import Run
from allocator.competition.report import of_comparison, of_outcomes, of_people, of_run
from allocator.competition.report.findings import Findings
from allocator.report.sheet import Sheet
from allocator.words import Lang


def sheets(findings: Findings, lang: Lang) -> tuple[Sheet, ...]:
    """The tables of a proposal: one row a record, in the order of the workbook, the cover apart."""
    labels = findings.labels(lang)
    found = [of_outcomes.placements_sheet(findings, run, labels) for run in _proposal_first(findings)]
    found += [
        of_people.scores_sheet(findings, labels),
        of_people.pairs_sheet(findings, labels),
        of_people.contest_sheet(findings, labels),
        of_outcomes.choices_sheet(findings, labels),
        of_outcomes.vacancies_sheet(findings, labels),
        of_outcomes.unplaced_sheet(findings, labels),
    ]
    found += _comparison(findings, labels) or [of_outcomes.levels_sheet(findings, labels)]
    found += [
        of_outcomes.ties_sheet(findings, labels),
        of_outcomes.warnings_sheet(findings, labels),
        of_outcomes.pins_sheet(findings, labels),
        of_run.rulebook_sheet(findings, labels),
        of_run.facts_sheet(findings, labels),
    ]
    return tuple(found)


def _proposal_first(findings: Findings) -> list[Run]:
    own = findings.run.outcome.method
    return sorted(findings.runs, key=lambda run: run.outcome.method != own)


def _comparison(findings: Findings, labels: Labels) -> list[Sheet]:
    if findings.comparison is None:
        return []
    makers = (
        of_comparison.compared_levels,
        of_comparison.compared_wishes,
        of_comparison.compared_people,
        of_comparison.compared_sections,
        of_comparison.claims_sheet,
    )
    return [maker(findings.comparison, labels) for maker in makers]
