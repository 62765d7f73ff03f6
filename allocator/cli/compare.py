"""The verb ``compare``: the rules' own outcome and the optimum side by side."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from allocator.cli._comparison import comparison_page
from allocator.cli._comparison_files import comparison_files
from allocator.cli._failures import DONE, UNPROVEN
from allocator.cli._options import (
    AsJson,
    Case,
    Engine,
    GivenFile,
    Output,
    Rulebook,
    Seed,
    Stages,
    TimeLimit,
    Workers,
)
from allocator.cli._outputs import json_bytes, refuse_file, write_all
from allocator.cli._proof import PROOF
from allocator.cli._session import Opened, asked_stages, open_case, open_given
from allocator.cli._show import document, note
from allocator.cli._solving import Clock, Teller, file_hash, interruptible, limits_of, run_record
from allocator.cli.solve import outcome_files, proof_files, refuse_odd_stages

if TYPE_CHECKING:
    from allocator.compare import Comparison
    from allocator.pipeline import Given
    from allocator.solver import Limits
    from models.base import Stage


def compare(
    case: Case,
    output: Output = None,
    stage: Stages = "all",
    given: GivenFile = None,
    rulebook: Rulebook = None,
    seed: Seed = None,
    time_limit: TimeLimit = None,
    workers: Workers = None,
    engine: Engine = "certified",
    as_json: AsJson = False,
) -> int:
    """Runs both methods and shows who gains, who loses and why; exit code 5 when an optimum is not proven."""
    clock = Clock()
    refuse_odd_stages(stage, given)
    refuse_file(output)
    limits = limits_of("optimal", time_limit, workers, engine)
    opened = open_case(case, rulebook, seed)
    stages = asked_stages(stage)
    taken = open_given(opened, given, stages)
    with interruptible(limits):
        comparison = both_methods(opened, stages, taken, limits)
    if output is not None:
        options: dict[str, Any] = {"stage": stage, "given": given, "rulebook": rulebook, "seed": seed}
        options |= {"time_limit": time_limit, "workers": workers, "engine": engine, "output": output}
        record = run_record(
            clock, "compare", options, {**opened.draft.files, **file_hash(given), **file_hash(rulebook)}
        )
        files = {**all_files(opened, comparison), "run.json": json_bytes(record)}
        write_all(output, files)
        for name in files:
            if PROOF not in Path(name).parts:
                note("wrote", path=output / name)
    if as_json:
        from allocator.compare import document as as_document

        document(as_document(comparison))
    else:
        comparison_page(comparison, opened.labels).show()
    if comparison.proven:
        return DONE
    note("error.unproven")
    return UNPROVEN


def both_methods(
    opened: Opened, stages: tuple["Stage", ...], given: "Given | None", limits: "Limits | None"
) -> "Comparison":
    """Both pipelines, the optimum of each stage from the rules' own standing, and the two laid side by side."""
    from allocator.compare import compare as lay_side_by_side
    from allocator.pipeline import run, stage_by_stage

    scores, warnings, teller = opened.scores, opened.checked.warnings, Teller()
    rules = run(scores, "rules", stages=stages, given=given, warnings=warnings)
    optimal = run(scores, "optimal", stages=stages, given=given, limits=limits, progress=teller, warnings=warnings)
    stagewise = stage_by_stage(scores, rules, optimal, limits=limits, progress=teller)
    return lay_side_by_side(scores, rules, optimal, stagewise)


def all_files(opened: Opened, comparison: "Comparison") -> dict[str, bytes]:
    """The comparison's files and, in a folder each, those of the two outcomes."""
    files = comparison_files(comparison, opened.labels)
    for done in (comparison.rules, comparison.optimal):
        own = {**outcome_files(opened, done), **proof_files(opened, done)}
        files |= {f"{done.outcome.method}/{name}": data for name, data in own.items()}
    return files
