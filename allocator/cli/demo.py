"""The verb ``demo``: the whole main job on the embedded bureau, in one command."""

from pathlib import Path
from typing import Annotated, Any

import typer

from allocator.cli._samples import ExerciseName, samples_of
from allocator.cli.check import check_page
from allocator.cli.compare import all_files, both_methods
from allocator.console.failures import DONE, REFUTED, UNPROVEN
from allocator.console.misuse import Misuse
from allocator.console.options import AsJson, Engine, RunOptions
from allocator.console.outputs import refuse_file, write_all
from allocator.console.session import audited, open_work
from allocator.console.show import document, line, note, result
from allocator.console.solving import interruptible, limits_of
from allocator.console.verdict import verdict_page
from allocator.exercise import Opened
from allocator.exercises import DEFAULT

Folder = Annotated[Path | None, typer.Option("--output", "-o", metavar="DIR")]
Specimen = Annotated[Path | None, typer.Option("--as-kept", metavar="FILE.xlsx")]


def demo(
    output: Folder = None,
    as_kept: Specimen = None,
    exercise: ExerciseName = DEFAULT,
    engine: Engine = "certified",
    as_json: AsJson = False,
) -> int:
    """Checks the embedded bureau, places it by both methods, compares them and verifies both outcomes.

    With ``--as-kept`` it only writes the bureau's workbook as a personnel office keeps it, to practise on.
    """
    samples = samples_of(exercise)
    if as_kept is not None:
        return _specimen(samples, as_kept, output, as_json)
    refuse_file(output)
    asked = RunOptions(case=samples.embedded_folder(), engine=engine)
    work = open_work(asked)
    opened = work.opened
    limits = limits_of("optimal", asked)
    with interruptible(limits):
        comparison = both_methods(work, limits)
    runs = (comparison.rules, comparison.optimal)
    violations = {done.outcome.method: audited(opened, done.outcome) for done in runs}
    if output is not None:
        _write(output, opened, all_files(opened, comparison))
    screen = opened.exercise.screen
    if as_json:
        verified = {method: len(found) for method, found in violations.items()}
        document({"comparison": screen.comparison_document(comparison), "violations": verified})
    else:
        pages = [check_page(opened)]
        pages += [screen.outcome(done.outcome, opened.labels, brief=True) for done in runs]
        pages += [screen.comparison(comparison, opened.labels)]
        pages += [verdict_page(opened, done.outcome, violations[done.outcome.method]) for done in runs]
        for page in pages:
            page.show()
            line()
    if any(violations.values()):
        return REFUTED
    return DONE if comparison.proven else UNPROVEN


def _specimen(samples: Any, path: Path, output: Path | None, as_json: bool) -> int:
    from allocator.files import write_new_file

    if not hasattr(samples, "as_kept"):
        raise Misuse("as_kept_not_here")
    if output is not None:
        raise Misuse("as_kept_alone")
    if path.suffix.casefold() != ".xlsx":
        raise Misuse("as_kept_xlsx")
    write_new_file(path, samples.as_kept())
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
