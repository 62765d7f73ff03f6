"""The verb ``solve``: one method's proposal, shown and written."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from allocator.console.failures import DONE, UNPROVEN
from allocator.console.misuse import Misuse
from allocator.console.options import AsJson, CrossCheck, MethodName, Output, RunOptions, with_groups
from allocator.console.outputs import PROOF, json_bytes, refuse_file, write_all
from allocator.console.session import open_work
from allocator.console.show import line, note
from allocator.console.solving import Clock, Teller, interruptible, limits_of, run_record

if TYPE_CHECKING:
    from allocator.exercise import Opened, Run

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
        screen = opened.exercise.screen
        if trace:
            screen.trace(done, opened.labels).show()
        screen.outcome(done.outcome, opened.labels).show()
    return exit_code(done)


def exit_code(done: "Run") -> int:
    """0, or 5 for an optimum that is not proven; says so on standard error."""
    if done.outcome.status != "feasible":
        return DONE
    note("error.unproven")
    return UNPROVEN


def _write(folder: Path, opened: "Opened", done: "Run", record: dict[str, Any]) -> None:
    screen = opened.exercise.screen
    files, proof = screen.outcome_files(opened, done), screen.proof_files(opened, done)
    for stale in {"trace.json", "trace.txt"} - files.keys():
        (folder / stale).unlink(missing_ok=True)
    for stale_proof in (folder / PROOF).glob("*.*"):
        if f"{PROOF}/{stale_proof.name}" not in proof and stale_proof.suffix in (".npz", ".json"):
            stale_proof.unlink()
    write_all(folder, {**files, **proof, "run.json": json_bytes(record)})
    for name in (*files, *([PROOF] if proof else []), "run.json"):
        note("wrote", path=folder / name)
