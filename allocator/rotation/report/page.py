"""The report for reading and printing, and the workbook beside it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from allocator.report import workbook
from allocator.report.block import Block
from allocator.report.frame import rendered
from allocator.report.workbook import Front
from allocator.rotation.report import of_plan, of_run
from allocator.rotation.report.picture_chains import chains_figure
from allocator.rotation.report.sheets import sheets

if TYPE_CHECKING:
    from allocator.report.sheet import Sheet
    from allocator.rotation.labels import Labels
    from allocator.rotation.report.findings import Findings
    from allocator.words import Lang

SHOWN = 60
"""The most rows of a table of people in the report; the workbook has every one."""


def report_html(findings: Findings, lang: Lang) -> str:
    """The report of a proposal in one language; the same findings give the same text."""
    labels = findings.labels(lang)
    return rendered(Path(__file__).parent / "templates", "rotation.html", labels, **_content(findings, labels))


def statement(findings: Findings, labels: Labels) -> str:
    """That this is a proposal, and of which method."""
    both = "both_" if findings.comparison is not None else ""
    return labels.words(f"report.rotation.proposal_{both}{findings.outcome.method}")


def _content(findings: Findings, labels: Labels) -> dict[str, Any]:
    from markupsafe import Markup

    chains = chains_figure(findings, labels)
    figures = {} if chains is None else {chains.name: (chains, [Markup(svg) for svg in chains.svgs])}
    comparison = findings.comparison
    first = None if comparison is None else comparison.decided_by
    verdict = labels.words("rotation.compare.same")
    if first is not None:
        level = labels.words(f"level.{first.name}")
        verdict = labels.words("rotation.compare.decided", level=level, rules=first.rules, optimal=first.optimal)
    return {
        "title": labels.words("report.rotation.title", case=findings.roster.case.case.name),
        "kind": labels.words("rotation.page.kind"),
        "statement": statement(findings, labels),
        "about": of_run.about_case(findings, labels),
        "glance": of_run.glance_sheet(findings, labels),
        "figures": figures,
        "due": of_plan.due_sheet(findings, labels),
        "plan": of_plan.plan_sheet(findings.outcome, labels),
        "unmet": of_plan.unmet_sheet(findings, labels),
        "units": of_plan.units_sheet(findings, labels),
        "sensitive": of_plan.sensitive_sheet(findings, labels),
        "summary": of_plan.summary_sheet(findings, labels),
        "compared": comparison is not None,
        "verdict": verdict,
        "levels": of_plan.levels_sheet(findings, labels),
        "people": of_run.people_sheet(findings, labels),
        "ties": of_plan.ties_sheet(findings, labels),
        "warnings": of_run.warnings_sheet(findings, labels),
        "pins": of_run.pins_sheet(findings, labels),
        "facts": of_run.facts_sheet(findings, labels),
        "shown": SHOWN,
    }


def workbook_bytes(findings: Findings, lang: Lang) -> bytes:
    """The workbook of a proposal: a cover, then each table on a sheet of its own."""
    tables, labels = sheets(findings, lang), findings.labels(lang)
    case = findings.roster.case.case
    front = Front(
        title=labels.words("report.rotation.title", case=case.name),
        day=case.reference_date,
        cover_name=labels.words("report.cover.name"),
        case=case.name,
        state=labels.words("report.proposal_short"),
        sha256=findings.outcome.case.sha256,
        page_of=labels.words("report.page_of"),
    )
    return workbook.workbook_bytes(front, _cover(findings, tables, labels), tables, lang)


def _cover(findings: Findings, tables: Sequence[Sheet], labels: Labels) -> tuple[Block, ...]:
    """The blocks of the first sheet from top to bottom."""
    glance, say = of_run.glance_sheet(findings, labels), labels.words
    described = (
        (table.name, say("report.described", title=table.title, note=table.note), len(table.rows)) for table in tables
    )
    return (
        Block("title", say("report.rotation.title", case=findings.roster.case.case.name)),
        Block("statement", statement(findings, labels)),
        Block("heading", say("report.about.title")),
        Block("table", rows=tuple(of_run.about_case(findings, labels))),
        Block("heading", glance.title),
        Block(
            "table",
            headings=tuple(column.heading for column in glance.columns),
            rows=glance.rows,
            numbers=tuple(range(1, len(glance.columns))),
        ),
        Block("heading", say("report.contents.title")),
        Block(
            "contents",
            headings=tuple(say(f"head.{name}") for name in ("sheet", "content", "records")),
            rows=tuple(described),
            numbers=(2,),
        ),
    )


def folder_files(findings: Findings, lang: Lang) -> dict[str, bytes]:
    """Both papers by file name."""
    return {"result.xlsx": workbook_bytes(findings, lang), "report.html": report_html(findings, lang).encode()}
