"""Sheets about the run itself: the figures at a glance, the rulebook in force, and what proves what was read."""

from collections.abc import Callable
from hashlib import sha256 as digest

from allocator.competition.labels import Labels
from allocator.competition.phrases import rulebook_rows, totals
from allocator.competition.report.findings import Findings
from allocator.report.sheet import Cell, Column, Sheet, columns, sheet


def glance_sheet(findings: Findings, labels: Labels) -> Sheet:
    """The figures of each outcome side by side."""
    figures = [totals(run.outcome) for run in findings.runs]
    rows: list[list[Cell]] = [[labels.words(f"total.{name}"), *(own[name] for own in figures)] for name in figures[0]]
    methods = [Column(labels.words(f"method.{run.outcome.method}"), "number") for run in findings.runs]
    return sheet(labels, "glance", [*columns(labels, "total"), *methods], rows)


def about_case(findings: Findings, labels: Labels) -> list[tuple[str, str]]:
    """The case in a few figures."""
    scores, case = findings.scores, findings.case
    figures: list[tuple[str, object]] = [
        ("case", case.case.name),
        ("reference_date", case.case.reference_date.isoformat()),
        ("people", len(case.people)),
        ("sections", len(case.sections)),
        ("headcount", sum(one.headcount for one in case.sections)),
        ("open_posts", len(scores.open_posts)),
        ("entrants", len(scores.entrants)),
        ("rulebook", findings.run.outcome.rulebook.name),
        ("proposal", labels.words(f"method.{findings.run.outcome.method}")),
        ("decided", decided_text(findings, labels)),
        ("audited", labels.words(audited_code(findings))),
    ]
    return [(labels.words(f"about.{name}"), str(value)) for name, value in figures]


def audited_code(findings: Findings) -> str:
    """Whether an independent check has been made, and what it found."""
    if findings.audited is None:
        return "about.not_audited"
    return "about.audit_failed" if findings.audited else "about.audit_passed"


def decided_text(findings: Findings, labels: Labels) -> str:
    """How many placements of the proposal have been decided as they stand, and how many otherwise."""
    placements = findings.run.outcome.placements
    found = [(one, findings.decision_of.get(one.person_id)) for one in placements]
    same = sum(d is not None and (d.section_id, d.role) == (one.section_id, one.role) for one, d in found)
    other = len(findings.decision_of) - same
    if not findings.decided:
        return labels.words("about.none_decided")
    return labels.words("about.some_decided", same=same, all=len(placements), other=other)


def rulebook_sheet(findings: Findings, labels: Labels) -> Sheet:
    """One row a number of the rulebook in force, with its article."""
    rows: list[list[Cell]] = [list(row) for row in rulebook_rows(findings.scores.bureau.rulebook, labels)]
    return sheet(labels, "rulebook", "~meaning key ~value article", rows)


def facts_sheet(findings: Findings, labels: Labels) -> Sheet:
    """What was read and made, by hash, so that anybody can tell whether two papers speak of the same run."""
    from allocator.files import outcome_bytes

    outcome = findings.run.outcome
    say: Callable[..., str] = labels.words
    rows: list[list[Cell]] = [
        [say("fact.case"), outcome.case.sha256],
        [say("fact.rulebook", name=outcome.rulebook.name), outcome.rulebook.sha256],
        [say("fact.seed"), outcome.lottery.seed],
        [say("fact.seed_source"), say(f"fact.seed_from_{outcome.lottery.source}")],
        [say("fact.allocator"), outcome.versions.allocator],
        [say("fact.ortools"), outcome.versions.ortools],
    ]
    if outcome.given is not None:
        rows.append([say("fact.given"), outcome.given.sha256])
    for run in findings.runs:
        method = say(f"method.{run.outcome.method}")
        rows.append([say("fact.status", method=method), say(f"status.{run.outcome.status}")])
        rows.append([say("fact.outcome", method=method), digest(outcome_bytes(run.outcome)).hexdigest()])
    rows += [[say("fact.input", name=name), value] for name, value in sorted(findings.inputs.items())]
    return sheet(labels, "facts", "fact ~value", rows)
