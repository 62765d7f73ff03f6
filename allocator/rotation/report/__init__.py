"""The result workbook and the report of an exchange and rotation: one plan, or both methods side by side."""

from allocator.rotation.report.findings import Findings
from allocator.rotation.report.page import folder_files, report_html
from allocator.rotation.report.sheets import sheets

__all__ = ["Findings", "folder_files", "report_html", "sheets"]
