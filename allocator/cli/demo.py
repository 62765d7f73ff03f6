"""The verb ``demo``: the whole main job on the embedded bureau, in one command."""

from pathlib import Path
from typing import Annotated

import typer

from allocator.cli._comparison import comparison_page
from allocator.cli._failures import DONE, REFUTED, UNPROVEN
from allocator.cli._help import Misuse
from allocator.cli._options import AsJson, CaseOptions, Engine, SolvingOptions
from allocator.cli._outcome import outcome_page
from allocator.cli._outputs import refuse_file, write_all
from allocator.cli._session import Opened, Work, open_case
from allocator.cli._show import document, line, note, result
from allocator.cli._solving import interruptible, limits_of
from allocator.cli.check import check_page
from allocator.cli.compare import all_files, both_methods
from allocator.cli.verify import audited, verdict_page

Folder = Annotated[Path | None, typer.Option("--output", "-o", metavar="DIR")]
Specimen = Annotated[Path | None, typer.Option("--as-kept", metavar="FILE.xlsx")]


def demo(output: Folder = None, as_kept: Specimen = None, engine: Engine = "certified", as_json: AsJson = False) -> int:
    """Checks the embedded bureau, places it by both methods, compares them and verifies both outcomes.

    With ``--as-kept`` it only writes the bureau's workbook as a personnel office keeps it, to practise on.
    """
    from models.competition.codes import STAGES
    from scenarios import embedded_folder

    if as_kept is not None:
        return _specimen(as_kept, output, as_json)
    refuse_file(output)
    opened = open_case(CaseOptions(case=embedded_folder()))
    limits = limits_of("optimal", SolvingOptions(engine=engine))
    with interruptible(limits):
        comparison = both_methods(Work(opened, STAGES), limits)
    violations = {done.outcome.method: audited(opened, done.outcome) for done in (comparison.rules, comparison.optimal)}
    if output is not None:
        _write(output, opened, all_files(opened, comparison))
    if as_json:
        from allocator.competition.compare import document as as_document

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


def _specimen(path: Path, output: Path | None, as_json: bool) -> int:
    from allocator.files import write_new_file
    from scenarios import embedded_folder
    from scenarios.as_kept import workbook

    if output is not None:
        raise Misuse("as_kept_alone")
    if path.suffix.casefold() != ".xlsx":
        raise Misuse("as_kept_xlsx")
    write_new_file(path, workbook(embedded_folder()))
    if as_json:
        document({"wrote": str(path)})
    else:
        result("demo.as_kept", path=path)
    return DONE


def _write(folder: Path, opened: Opened, files: dict[str, bytes]) -> None:
    """All results, and the case itself as a folder of tables, so that every other verb can be tried on it."""
    tables = {f"case/{file.name}": file.read_bytes() for file in sorted(opened.path.iterdir()) if file.is_file()}
    write_all(folder, {**files, **tables})
    note("wrote", path=folder)
