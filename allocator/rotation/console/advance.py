"""The verb ``advance``: next year's case, as a plan leaves it."""

from __future__ import annotations

from pathlib import Path

from allocator.console.failures import DONE, REFUTED
from allocator.console.session import audited, open_claimed
from allocator.console.show import document, note, result
from allocator.console.verdict import verdict_page


def advance(
    case: Path,
    *,
    outcome: Path,
    output: Path,
    rulebook: Path | None = None,
    strict: bool = False,
    as_json: bool = False,
) -> int:
    """Writes the case of the next year; exit code 6 when the outcome fails the independent check."""
    opened, claimed = open_claimed(case, rulebook, outcome, strict)
    if violations := audited(opened, claimed):
        verdict_page(opened, claimed, violations).show()
        note("report.refused")
        return REFUTED
    from allocator.rotation.files import write_case
    from allocator.rotation.outlook import advanced

    write_case(advanced(opened.case, claimed), output)
    if as_json:
        document({"wrote": str(output)})
    else:
        result("rotation.outlook.wrote_case", path=output)
    return DONE
