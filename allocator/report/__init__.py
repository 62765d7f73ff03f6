"""The result workbook and the report: one proposal, or both methods side by side, for reading and printing."""

from allocator.report.findings import Findings
from allocator.report.page import folder_files, report_html, write_report
from allocator.report.sheet import Cell, Column, Points, Sheet, cell_text
from allocator.report.sheets import sheets
from allocator.report.workbook import workbook_bytes, write_workbook

__all__ = [
    "Cell",
    "Column",
    "Findings",
    "Points",
    "Sheet",
    "cell_text",
    "folder_files",
    "report_html",
    "sheets",
    "workbook_bytes",
    "write_report",
    "write_workbook",
]
