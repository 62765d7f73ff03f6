"""The first sheet: what this is, the case, the figures at a glance, and what stands where."""

from collections.abc import Sequence

from allocator.competition.labels import Labels
from allocator.competition.report.findings import Findings
from allocator.competition.report.of_run import about_case, glance_sheet
from allocator.report.block import Block
from allocator.report.sheet import Sheet


def cover(findings: Findings, tables: Sequence[Sheet], labels: Labels) -> tuple[Block, ...]:
    """The blocks of the first sheet from top to bottom."""
    glance = glance_sheet(findings, labels)
    say = labels.words
    return (
        Block("title", say("report.title", case=findings.case.case.name)),
        Block("statement", statement(findings, labels)),
        Block("heading", say("report.about.title")),
        Block("table", rows=tuple(about_case(findings, labels))),
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
            rows=tuple(
                (table.name, say("report.described", title=table.title, note=table.note), len(table.rows))
                for table in tables
            ),
            numbers=(2,),
        ),
    )


def statement(findings: Findings, labels: Labels) -> str:
    """That this is a proposal, or how much of it has been decided."""
    if findings.decided:
        return labels.words("report.partly_decided")
    both = f"both_{findings.run.outcome.method}" if len(findings.runs) == 2 else findings.run.outcome.method
    return labels.words(f"report.proposal_{both}")
