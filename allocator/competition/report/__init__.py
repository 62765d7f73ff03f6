"""The result workbook and the report of a competition: one proposal, or both methods side by side."""

from allocator.competition.report.findings import Findings
from allocator.competition.report.page import folder_files, report_html, write_report
from allocator.competition.report.sheets import sheets
from allocator.competition.report.workbook import workbook_bytes, write_workbook

__all__ = [
    "Findings",
    "folder_files",
    "report_html",
    "sheets",
    "workbook_bytes",
    "write_report",
    "write_workbook",
]
