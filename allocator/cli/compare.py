"""The verb ``compare``: the rules' own outcome and the optimum side by side."""

from pathlib import Path
from typing import TYPE_CHECKING

from allocator.console.failures import DONE, UNPROVEN
from allocator.console.options import AsJson, Output, RunOptions, with_groups
from allocator.console.outputs import PROOF, json_bytes, refuse_file, write_all
from allocator.console.session import open_work
from allocator.console.show import document, note
from allocator.console.solving import Clock, Teller, interruptible, limits_of, run_record

if TYPE_CHECKING:
    from allocator.exercise import Comparison, Opened, Work
    from allocator.solver import Limits


@with_groups
def compare(asked: RunOptions, output: Output = None, as_json: AsJson = False) -> int:
    """Runs both methods and shows who gains, who loses and why; exit code 5 when an optimum is not proven."""
    clock = Clock()
    refuse_file(output)
    limits = limits_of("optimal", asked)
    work = open_work(asked)
    opened = work.opened
    with interruptible(limits):
        comparison = both_methods(work, limits)
    if output is not None:
        record = run_record(clock, "compare", asked, opened.draft.files, opened.draft.readings, output=output)
        files = {**all_files(opened, comparison), "run.json": json_bytes(record)}
        write_all(output, files)
        for name in files:
            if PROOF not in Path(name).parts:
                note("wrote", path=output / name)
    if as_json:
        document(opened.exercise.screen.comparison_document(comparison))
    else:
        opened.exercise.screen.comparison(comparison, opened.labels).show()
    if comparison.proven:
        return DONE
    note("error.unproven")
    return UNPROVEN


def both_methods(work: "Work", limits: "Limits | None") -> "Comparison":
    """Both methods and the two laid side by side."""
    return work.opened.exercise.compare(work, limits, Teller())


def all_files(opened: "Opened", comparison: "Comparison") -> dict[str, bytes]:
    """The comparison's files and, in a folder each, those of the two outcomes."""
    screen = opened.exercise.screen
    files: dict[str, bytes] = screen.comparison_files(comparison, opened.labels)
    for done in (comparison.rules, comparison.optimal):
        own = {**screen.outcome_files(opened, done), **screen.proof_files(opened, done)}
        files |= {f"{done.outcome.method}/{name}": data for name, data in own.items()}
    return files
