"""The verb ``demo``: the whole main job on the embedded bureau, in one command."""

from pathlib import Path
from typing import Annotated

import typer

from allocator.cli._comparison import comparison_page
from allocator.cli._failures import DONE, REFUTED, UNPROVEN
from allocator.cli._options import AsJson
from allocator.cli._outcome import outcome_page
from allocator.cli._outputs import refuse_file, write_all
from allocator.cli._session import Opened
from allocator.cli._show import document, note
from allocator.cli._solving import interruptible, limits_of
from allocator.cli.check import check_page
from allocator.cli.compare import all_files, both_methods
from allocator.cli.verify import audited, verdict_page

Folder = Annotated[Path | None, typer.Option("--output", "-o", metavar="DIR")]


def demo(output: Folder = None, as_json: AsJson = False) -> int:
    """Checks the embedded bureau, places it by both methods, compares them and verifies both outcomes."""
    from models.base import STAGES

    refuse_file(output)
    opened = embedded_bureau()
    limits = limits_of("optimal", None, None)
    with interruptible(limits):
        comparison = both_methods(opened, STAGES, None, limits)
    violations = {done.outcome.method: audited(opened, done.outcome) for done in (comparison.rules, comparison.optimal)}
    if output is not None:
        _write(output, opened, all_files(opened, comparison))
    if as_json:
        from allocator.compare import document as as_document

        verified = {method: len(found) for method, found in violations.items()}
        document({"comparison": as_document(comparison), "violations": verified})
    else:
        check_page(opened.draft, opened.checked).show()
        for done in (comparison.rules, comparison.optimal):
            outcome_page(done.outcome, opened.labels, brief=True).show()
        comparison_page(comparison, opened.labels).show()
        for done in (comparison.rules, comparison.optimal):
            verdict_page(done.outcome, violations[done.outcome.method]).show()
    if any(violations.values()):
        return REFUTED
    return DONE if comparison.proven else UNPROVEN


def embedded_bureau() -> Opened:
    """The embedded case, checked and scored."""
    from allocator.check import check
    from allocator.faults import InvalidInput
    from allocator.files import draft_of
    from models.rulebook import Rulebook
    from scenarios import embedded

    draft = draft_of(embedded())
    checked = check(draft, Rulebook())
    if checked.case is None or checked.scores is None:
        raise InvalidInput(checked.faults)
    return Opened(Path(), draft, Rulebook(), checked, checked.case, checked.scores)


def _write(folder: Path, opened: Opened, files: dict[str, bytes]) -> None:
    """The case itself as a workbook, so that every other verb can be tried on it, and all results."""
    from allocator.files import write_case

    write_all(folder, files)
    write_case(opened.case, folder / "case.xlsx")
    note("wrote", path=folder)
