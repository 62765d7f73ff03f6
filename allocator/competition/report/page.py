"""The report: one file for a browser, read without a network and printed on A4."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from allocator.competition.compare import StageComparison
from allocator.competition.labels import Labels
from allocator.competition.phrases import claim_ground
from allocator.competition.report import of_comparison, of_outcomes, of_run, side_by_side
from allocator.competition.report.cover import statement
from allocator.competition.report.findings import Findings
from allocator.competition.report.pictures import figures
from allocator.competition.report.proof import proof_sentences
from allocator.report.frame import rendered
from allocator.report.sheet import Cell, Sheet, sheet
from allocator.words import Lang

SHOWN = 60
"""The most rows of a table of people in the report; the workbook has every one."""
NAMED = 500
"""In a larger bureau the report counts the people of a section; the workbook names them."""


@dataclass(frozen=True, slots=True)
class StageView:
    """One stage of the comparison, ready to be shown."""

    name: str
    verdict: str
    counts: str
    levels: Sheet
    changes: Sheet
    claims: Sheet


def report_html(findings: Findings, lang: Lang) -> str:
    """The report of a proposal in one language; the same findings give the same text."""
    labels = findings.labels(lang)
    return rendered(Path(__file__).parent / "templates", "report.html", labels, **_content(findings, labels))


def _content(findings: Findings, labels: Labels) -> dict[str, Any]:
    from markupsafe import Markup

    comparison = findings.comparison
    optimal = [run for run in findings.runs if run.outcome.method == "optimal"]
    return {
        "title": labels.words("report.title", case=findings.case.case.name),
        "kind": labels.words("page.kind"),
        "statement": statement(findings, labels),
        "about": of_run.about_case(findings, labels),
        "glance": of_run.glance_sheet(findings, labels),
        "figures": {one.name: (one, [Markup(svg) for svg in one.svgs]) for one in figures(findings, labels)},
        "sections": _sections(findings, labels),
        "stages": [_stage(stage, labels) for stage in comparison.stages] if comparison else [],
        "advisory": labels.words("page.advisory_proposed" if _proposes_optimum(findings) else "compare.advisory"),
        "whole": of_comparison.whole_levels(comparison, labels) if comparison else None,
        "proof": proof_sentences(optimal[0], labels) if optimal else [],
        "proven": bool(optimal) and optimal[0].outcome.status == "optimal",
        "levels": of_outcomes.levels_sheet(findings, labels),
        "unplaced": side_by_side.unplaced(findings, labels),
        "vacancies": side_by_side.vacancies(findings, labels),
        "ties": side_by_side.ties(findings, labels),
        "follows": side_by_side.follows(findings, labels),
        "warnings": side_by_side.warnings(findings, labels),
        "pins": of_outcomes.pins_sheet(findings, labels),
        "facts": of_run.facts_sheet(findings, labels),
        "shown": SHOWN,
    }


def _proposes_optimum(findings: Findings) -> bool:
    return findings.run.outcome.method == "optimal"


def _sections(findings: Findings, labels: Labels) -> Sheet:
    """Each section with its people: under both methods, or in the one outcome."""
    if findings.comparison is not None:
        return of_comparison.crews(findings.comparison, labels, len(findings.case.people) <= NAMED)
    named = len(findings.case.people) <= NAMED
    members: dict[str, dict[str, list[str]]] = {}
    for one in findings.run.outcome.placements:
        roles = members.setdefault(one.section_id, {"chief": [], "clerk": [], "institution": []})
        roles[one.role].append(one.person_id)
    rows: list[list[Cell]] = []
    for section in findings.case.sections:
        roles = members.get(section.section_id, {"chief": [], "clerk": [], "institution": []})
        others: list[Cell] = [
            labels.people(roles[role]) if named else len(roles[role]) for role in ("clerk", "institution")
        ]
        chief = labels.people(roles["chief"]) if roles["chief"] else labels.words("figure.vacant")
        rows.append([labels.section(section.section_id), section.headcount, chief, *others])
    kind = "~" if named else "#"
    names = f"section #headcount chief {kind}clerks {kind}institution_staff"
    return sheet(labels, "by_section" if named else "by_section_counted", names, rows)


def _stage(stage: StageComparison, labels: Labels) -> StageView:
    first = next((pair for pair in stage.levels if pair.name == stage.decided_by), None)
    verdict = labels.words("compare.same")
    if first is not None:
        rules, optimal = labels.level(first.name, first.rules), labels.level(first.name, first.optimal)
        name = labels.words(f"level.{first.name}")
        verdict = labels.words(f"compare.decided.{first.better}", level=name, rules=rules, optimal=optimal)
    counts = Counter[str](change.verdict for change in stage.changes)
    kinds = ("gains", "loses", "moved", "unchanged")
    return StageView(
        name=labels.words(f"arg.stage.{stage.stage}"),
        verdict=verdict,
        counts=labels.words("compare.counts", **{kind: counts[kind] for kind in kinds}),
        levels=of_comparison.levels_of(stage, labels),
        changes=of_comparison.changes_of(stage, labels),
        claims=_claims(stage, labels),
    )


def _claims(stage: StageComparison, labels: Labels) -> Sheet:
    rows: list[list[Cell]] = [
        [
            labels.section(claim.section_id),
            labels.person(claim.person_id),
            labels.section(claim.has_section),
            labels.person(claim.holder),
            claim_ground(claim, labels),
        ]
        for claim in stage.claims_optimal
    ]
    return sheet(labels, "claims", "wanted person has holder ~ground", rows)


def folder_files(findings: Findings, lang: Lang) -> dict[str, bytes]:
    """Both papers by file name."""
    from allocator.competition.report.workbook import workbook_bytes

    return {"result.xlsx": workbook_bytes(findings, lang), "report.html": report_html(findings, lang).encode()}


def write_report(findings: Findings, folder: Path, lang: Lang) -> tuple[Path, ...]:
    """Writes ``result.xlsx`` and ``report.html`` into a folder, each whole or not at all.

    Raises:
        InvalidInput: when a file cannot be written.
    """
    from allocator.files import write_bytes_atomically

    files = folder_files(findings, lang)
    for name, content in files.items():
        write_bytes_atomically(folder / name, content)
    return tuple(folder / name for name in files)
