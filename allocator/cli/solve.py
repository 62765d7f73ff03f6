"""The verb ``solve``: one method's proposal, shown and written."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from allocator.cli._failures import DONE, UNPROVEN
from allocator.cli._help import Misuse
from allocator.cli._language import language
from allocator.cli._options import AsJson, CrossCheck, MethodName, Output, RunOptions, with_groups
from allocator.cli._outcome import outcome_page, trace_page
from allocator.cli._outputs import json_bytes, refuse_file, write_all
from allocator.cli._proof import PROOF
from allocator.cli._session import Opened, open_work
from allocator.cli._show import line, note
from allocator.cli._solving import Clock, Teller, interruptible, limits_of, run_record
from allocator.competition.placements import placements_csv

if TYPE_CHECKING:
    from allocator.competition.pipeline import Run

Traced = Annotated[bool, typer.Option("--trace")]


@with_groups
def solve(
    asked: RunOptions,
    method: MethodName = "rules",
    output: Output = None,
    trace: Traced = False,
    cross_check: CrossCheck = False,
    as_json: AsJson = False,
) -> int:
    """Places everybody by one method; exit code 5 when the optimum could not be proven."""
    clock = Clock()
    if trace and method != "rules":
        raise Misuse("trace_is_for_rules")
    refuse_file(output)
    from allocator.files import outcome_bytes

    limits = limits_of(method, asked, cross_check)
    work = open_work(asked)
    opened = work.opened
    with interruptible(limits):
        done = work.run(method, limits, Teller())
    if output is not None:
        more = {"method": method, "cross_check": cross_check, "output": output}
        record = run_record(clock, "solve", asked, opened.draft.files, opened.draft.readings, **more)
        _write(output, opened, done, record)
    if as_json:
        line(outcome_bytes(done.outcome).decode().rstrip("\n"))
    else:
        if trace:
            trace_page([step for result in done.results.values() for step in result.trace], opened.labels).show()
        outcome_page(done.outcome, opened.labels).show()
    return exit_code(done)


def exit_code(done: "Run") -> int:
    """0, or 5 for an optimum that is not proven; says so on standard error."""
    if done.outcome.status != "feasible":
        return DONE
    note("error.unproven")
    return UNPROVEN


def outcome_files(opened: Opened, done: "Run") -> dict[str, bytes]:
    """The files of one outcome by name."""
    from allocator.files import outcome_bytes

    files = {
        "outcome.json": outcome_bytes(done.outcome),
        "placements.csv": placements_csv(done.outcome, opened.case, language()),
    }
    steps = [step for result in done.results.values() for step in result.trace]
    if done.outcome.method == "rules":
        files["trace.json"] = json_bytes([_step(step) for step in steps])
        files["trace.txt"] = trace_page(steps, opened.labels).plain().encode()
    return files


def proof_files(opened: Opened, done: "Run") -> dict[str, bytes]:
    """The proof of an optimum, in a folder of its own; nothing where nothing was proven by multipliers."""
    from allocator.certificates import proof_files as files_of

    found = files_of(opened.case, done.outcome, done.results)
    return {f"{PROOF}/{name}": content for name, content in found.items()}


def _step(step: Any) -> dict[str, Any]:
    args = {name: list(value) if isinstance(value, tuple) else value for name, value in step.args.items()}
    return {"stage": step.stage, "code": step.code, "rule": step.rule, "args": args}


def _write(folder: Path, opened: Opened, done: "Run", record: dict[str, Any]) -> None:
    files, proof = outcome_files(opened, done), proof_files(opened, done)
    for stale in {"trace.json", "trace.txt"} - files.keys():
        (folder / stale).unlink(missing_ok=True)
    for stale_proof in (folder / PROOF).glob("*.*"):
        if f"{PROOF}/{stale_proof.name}" not in proof and stale_proof.suffix in (".npz", ".json"):
            stale_proof.unlink()
    write_all(folder, {**files, **proof, "run.json": json_bytes(record)})
    for name in (*files, *([PROOF] if proof else []), "run.json"):
        note("wrote", path=folder / name)
