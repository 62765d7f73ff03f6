"""Every sheet of the workbook in order."""

from allocator.report.sheet import Sheet
from allocator.rotation.report import of_plan, of_run
from allocator.rotation.report.findings import Findings
from allocator.words import Lang


def sheets(findings: Findings, lang: Lang) -> tuple[Sheet, ...]:
    """The tables of a proposal: one row a record, in the order of the workbook, the cover apart."""
    labels = findings.labels(lang)
    own = findings.outcome.method
    ordered = sorted(findings.outcomes, key=lambda outcome: outcome.method != own)
    found = [of_plan.due_sheet(findings, labels)]
    found += [of_plan.plan_sheet(outcome, labels) for outcome in ordered]
    found += [of_plan.unmet_sheet(findings, labels), of_plan.levels_sheet(findings, labels)]
    if findings.comparison is not None:
        found.append(of_run.people_sheet(findings, labels))
    found += [
        of_plan.units_sheet(findings, labels),
        of_plan.sensitive_sheet(findings, labels),
        of_plan.summary_sheet(findings, labels),
        of_plan.ties_sheet(findings, labels),
        of_run.warnings_sheet(findings, labels),
        of_run.pins_sheet(findings, labels),
        of_run.rulebook_sheet(findings, labels),
        of_run.facts_sheet(findings, labels),
    ]
    return tuple(found)
