"""A comparison as files: JSON, text and tables for Excel."""

from typing import TYPE_CHECKING

from allocator.competition.console.comparison import comparison_page
from allocator.competition.labels import Labels
from allocator.tabular import table_bytes

if TYPE_CHECKING:
    from allocator.competition.compare import Comparison
    from allocator.report import Sheet


def comparison_files(comparison: "Comparison", labels: Labels) -> dict[str, bytes]:
    """The files of a comparison by name."""
    from pydantic_core import to_json

    from allocator.competition.compare import document
    from allocator.competition.report import of_comparison

    return {
        "comparison.json": to_json(document(comparison), indent=2) + b"\n",
        "comparison.txt": comparison_page(comparison, labels, whole_lists=True).plain().encode(),
        "comparison-levels.csv": _csv(of_comparison.compared_levels(comparison, labels)),
        "comparison-people.csv": _csv(of_comparison.compared_people(comparison, labels)),
        "comparison-sections.csv": _csv(of_comparison.compared_sections(comparison, labels)),
        "comparison-claims.csv": _csv(of_comparison.claims_sheet(comparison, labels)),
    }


def _csv(table: "Sheet") -> bytes:
    """A sheet of the result workbook as a file of its own."""
    from allocator.report import cell_text

    rows = [[cell if isinstance(cell, int) else cell_text(cell) for cell in row] for row in table.rows]
    return table_bytes([column.heading for column in table.columns], rows)
