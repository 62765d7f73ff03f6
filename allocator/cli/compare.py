"""The verb ``compare``: the rules' own outcome and the optimum side by side."""

from pathlib import Path
from typing import TYPE_CHECKING

from allocator.cli._comparison import comparison_page
from allocator.cli._comparison_files import comparison_files
from allocator.cli._failures import DONE, UNPROVEN
from allocator.cli._options import AsJson, Output, RunOptions, with_groups
from allocator.cli._outputs import json_bytes, refuse_file, write_all
from allocator.cli._proof import PROOF
from allocator.cli._session import Opened, Work, open_work
from allocator.cli._show import document, note
from allocator.cli._solving import Clock, Teller, interruptible, limits_of, run_record
from allocator.cli.solve import outcome_files, proof_files

if TYPE_CHECKING:
    from allocator.competition.compare import Comparison
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
        from allocator.competition.compare import document as as_document

        document(as_document(comparison))
    else:
        comparison_page(comparison, opened.labels).show()
    if comparison.proven:
        return DONE
    note("error.unproven")
    return UNPROVEN


def both_methods(work: Work, limits: "Limits | None") -> "Comparison":
    """Both pipelines, the optimum of each stage from the rules' own standing, and the two laid side by side."""
    from allocator.competition.compare import compare as lay_side_by_side
    from allocator.competition.pipeline import stage_by_stage

    scores, teller = work.opened.scores, Teller()
    rules, optimal = work.run("rules"), work.run("optimal", limits, teller)
    stagewise = stage_by_stage(scores, rules, optimal, limits=limits, progress=teller)
    return lay_side_by_side(scores, rules, optimal, stagewise)


def all_files(opened: Opened, comparison: "Comparison") -> dict[str, bytes]:
    """The comparison's files and, in a folder each, those of the two outcomes."""
    files = comparison_files(comparison, opened.labels)
    for done in (comparison.rules, comparison.optimal):
        own = {**outcome_files(opened, done), **proof_files(opened, done)}
        files |= {f"{done.outcome.method}/{name}": data for name, data in own.items()}
    return files
