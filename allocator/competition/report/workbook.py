"""The result workbook of a competition: a cover, then each table on a sheet of its own."""

from pathlib import Path

from allocator.competition.report.cover import cover
from allocator.competition.report.findings import Findings
from allocator.competition.report.sheets import sheets
from allocator.files import write_bytes_atomically
from allocator.report import workbook
from allocator.report.workbook import Front
from allocator.words import Lang


def write_workbook(findings: Findings, path: Path, lang: Lang) -> None:
    """Writes the workbook, whole or not at all.

    Raises:
        InvalidInput: when the path cannot be written.
    """
    write_bytes_atomically(path, workbook_bytes(findings, lang))


def workbook_bytes(findings: Findings, lang: Lang) -> bytes:
    """The workbook of a proposal: a cover, then each table on a sheet of its own."""
    tables, labels = sheets(findings, lang), findings.labels(lang)
    front = Front(
        title=labels.words("report.title", case=findings.case.case.name),
        day=findings.case.case.reference_date,
        cover_name=labels.words("report.cover.name"),
        case=findings.case.case.name,
        state=labels.words("report.decided_short" if findings.decided else "report.proposal_short"),
        sha256=findings.run.outcome.case.sha256,
        page_of=labels.words("report.page_of"),
    )
    return workbook.workbook_bytes(front, cover(findings, tables, labels), tables, lang)
