"""The verb ``demo``: the whole main job on the embedded bureau, in one command."""

from pathlib import Path
from typing import Annotated

import typer

from allocator.cli._comparison import comparison_page
from allocator.cli._failures import DONE, REFUTED, UNPROVEN
from allocator.cli._options import AsJson, CaseOptions, Engine, SolvingOptions
from allocator.cli._outcome import outcome_page
from allocator.cli._outputs import refuse_file, write_all
from allocator.cli._session import Opened, Work, open_case
from allocator.cli._show import document, line, note
from allocator.cli._solving import interruptible, limits_of
from allocator.cli.check import check_page
from allocator.cli.compare import all_files, both_methods
from allocator.cli.verify import audited, verdict_page

Folder = Annotated[Path | None, typer.Option("--output", "-o", metavar="DIR")]


def demo(output: Folder = None, engine: Engine = "certified", as_json: AsJson = False) -> int:
    """Checks the embedded bureau, places it by both methods, compares them and verifies both outcomes."""
    from models.base import STAGES
    from scenarios import embedded_folder

    refuse_file(output)
    opened = open_case(CaseOptions(case=embedded_folder()))
    limits = limits_of("optimal", SolvingOptions(engine=engine))
    with interruptible(limits):
        comparison = both_methods(Work(opened, STAGES), limits)
    violations = {done.outcome.method: audited(opened, done.outcome) for done in (comparison.rules, comparison.optimal)}
    if output is not None:
        _write(output, opened, all_files(opened, comparison))
    if as_json:
        from allocator.compare import document as as_document

        verified = {method: len(found) for method, found in violations.items()}
        document({"comparison": as_document(comparison), "violations": verified})
    else:
        runs = (comparison.rules, comparison.optimal)
        pages = [check_page(opened.draft, opened.checked)]
        pages += [outcome_page(done.outcome, opened.labels, brief=True) for done in runs]
        pages += [comparison_page(comparison, opened.labels)]
        pages += [verdict_page(done.outcome, violations[done.outcome.method]) for done in runs]
        for page in pages:
            page.show()
            line()
    if any(violations.values()):
        return REFUTED
    return DONE if comparison.proven else UNPROVEN


def _write(folder: Path, opened: Opened, files: dict[str, bytes]) -> None:
    """All results, and the case itself as a folder of tables, so that every other verb can be tried on it."""
    tables = {f"case/{file.name}": file.read_bytes() for file in sorted(opened.path.iterdir()) if file.is_file()}
    write_all(folder, {**files, **tables})
    note("wrote", path=folder)
