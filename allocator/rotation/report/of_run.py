"""Sheets about both methods, the warnings, the pins and the run itself."""

from hashlib import sha256 as digest

from allocator.report.sheet import Cell, Column, Sheet, columns
from allocator.report.sheet import sheet as shared_sheet
from allocator.rotation.labels import Labels
from allocator.rotation.report.findings import Findings
from allocator.rotation.report.table import sheet
from models.common.rulebook_numbers import numbers


def people_sheet(findings: Findings, labels: Labels) -> Sheet:
    """One row a person who ends elsewhere under the other method."""
    changes = () if findings.comparison is None else findings.comparison.changes
    rows: list[list[Cell]] = [
        [
            change.person_id,
            labels.person(change.person_id),
            labels.words(f"rotation.duty.{change.due.duty}"),
            " ".join(change.due.articles),
            change.due.overdue,
            labels.post(change.present),
            labels.words("rotation.fate.stays") if change.rules == change.present else labels.post(change.rules),
            labels.words("rotation.fate.stays") if change.optimal == change.present else labels.post(change.optimal),
            labels.words(f"rotation.verdict.{change.verdict}"),
        ]
        for change in changes
    ]
    return sheet(labels, "people", "person_id person duty articles #overdue from rules optimal verdict", rows)


def glance_sheet(findings: Findings, labels: Labels) -> Sheet:
    """The figures of each outcome side by side."""
    rows: list[list[Cell]] = []
    for name in ("moves", "exchanges", "unmet", "musts_unmet", "ties"):
        figures = [
            {
                "moves": len(outcome.moves),
                "exchanges": sum(move.kind == "exchange" for move in outcome.moves),
                "unmet": len(outcome.unmet),
                "musts_unmet": sum(one.duty == "must" for one in outcome.unmet),
                "ties": len(outcome.ties),
            }[name]
            for outcome in findings.outcomes
        ]
        rows.append([labels.words(f"rotation.total.{name}"), *figures])
    methods = [Column(labels.words(f"method.{outcome.method}"), "number") for outcome in findings.outcomes]
    return shared_sheet(labels, "glance", [*columns(labels, "total"), *methods], rows)


def about_case(findings: Findings, labels: Labels) -> list[tuple[str, str]]:
    """The case in a few figures."""
    case = findings.roster.case
    quota = case.case.exchange_quota
    figures: list[tuple[str, object]] = [
        ("about.case", case.case.name),
        ("about.reference_date", case.case.reference_date.isoformat()),
        ("about.people", len(case.officers)),
        ("rotation.about.units", len(case.units)),
        ("rotation.about.posts", len(case.posts)),
        ("rotation.about.seats", sum(post.seats for post in case.posts)),
        ("rotation.about.quota", labels.words("rotation.about.no_quota") if quota is None else quota),
        ("about.rulebook", findings.outcome.rulebook.name),
        ("about.proposal", labels.words(f"method.{findings.outcome.method}")),
        ("about.audited", labels.words("about.audit_passed")),
    ]
    return [(labels.words(name), str(value)) for name, value in figures]


def warnings_sheet(findings: Findings, labels: Labels) -> Sheet:
    """One row a warning, with its code."""
    rows: list[list[Cell]] = [[labels.notice(one), one.code] for one in findings.outcome.warnings]
    return sheet(labels, "warnings", "~warning code", rows)


def pins_sheet(findings: Findings, labels: Labels) -> Sheet:
    """One row a pin, with its reason and authority."""
    rows: list[list[Cell]] = [
        [labels.person(p.person_id), labels.post(p.post_id), labels.words(f"pin.{p.mode}"), p.reason, p.authority]
        for p in findings.roster.case.pins
    ]
    return sheet(labels, "pins", "person post pin ~reason authority", rows)


def rulebook_sheet(findings: Findings, labels: Labels) -> Sheet:
    """One row a number of the rulebook in force, with its article."""
    rows: list[list[Cell]] = [
        [labels.words(f"rotation.rulebook.{key}"), key, _value(value, labels), article]
        for key, value, article in numbers(findings.roster.rulebook)
    ]
    return sheet(labels, "rulebook", "~meaning key ~value article", rows)


def _value(value: object, labels: Labels) -> str:
    if isinstance(value, bool):
        return labels.words("yes" if value else "no")
    if isinstance(value, list | tuple):
        return labels.joined(_code(str(one), labels) for one in value)
    return str(value)


def _code(code: str, labels: Labels) -> str:
    from allocator.words import CATALOGUE

    known = next((name for name in (f"word.kind.{code}", f"level.{code}") if name in CATALOGUE), None)
    return code if known is None else labels.words(known)


def facts_sheet(findings: Findings, labels: Labels) -> Sheet:
    """What was read and made, by hash, so that anybody can tell whether two papers speak of the same run."""
    from allocator.files import outcome_bytes

    outcome = findings.outcome
    rows: list[list[Cell]] = [
        [labels.words("fact.case"), outcome.case.sha256],
        [labels.words("fact.rulebook", name=outcome.rulebook.name), outcome.rulebook.sha256],
        [labels.words("fact.seed"), outcome.lottery.seed],
        [labels.words("fact.seed_source"), labels.words(f"fact.seed_from_{outcome.lottery.source}")],
        [labels.words("fact.allocator"), outcome.versions.allocator],
        [labels.words("fact.ortools"), outcome.versions.ortools],
    ]
    for one in findings.outcomes:
        method = labels.words(f"method.{one.method}")
        rows.append([labels.words("fact.status", method=method), labels.words(f"status.{one.status}")])
        rows.append([labels.words("fact.outcome", method=method), digest(outcome_bytes(one)).hexdigest()])
    rows += [[labels.words("fact.input", name=name), value] for name, value in sorted(findings.inputs.items())]
    return shared_sheet(labels, "facts", "fact ~value", rows)
