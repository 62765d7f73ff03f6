"""The frames of workbook and report: tables, pictures, sheets, pages. What is in them comes from the exercise."""

from allocator.report.sheet import Cell, Column, Points, Sheet, cell_text

__all__ = ["Cell", "Column", "Points", "Sheet", "cell_text"]
