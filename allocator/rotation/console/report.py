"""The verb ``report`` of exchange and rotation: the result workbook and the report for reading and printing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from allocator.console.failures import DONE, REFUTED, UNPROVEN
from allocator.console.language import language
from allocator.console.misuse import Misuse
from allocator.console.outputs import json_bytes, refuse_file, write_all
from allocator.console.session import audited, open_claimed, open_work
from allocator.console.show import document, note
from allocator.console.solving import (
    Clock,
    Teller,
    file_hash,
    hashes_by_name,
    interruptible,
    limits_of,
    run_record,
)
from allocator.console.verdict import verdict_page

if TYPE_CHECKING:
    from allocator.console.options import RunOptions
    from allocator.exercise import Opened
    from allocator.rotation.report import Findings
    from models.rotation.outcome import RotationOutcome


def report(
    asked: RunOptions,
    *,
    output: Path,
    method: Literal["rules", "optimal"] | None = None,
    outcome: Path | None = None,
    as_json: bool = False,
) -> int:
    """Writes ``result.xlsx`` and ``report.html``; exit code 5 when an optimum is not proven, 6 when refused."""
    clock = Clock()
    refuse_file(output)
    opened, findings = _of_both(asked, method) if outcome is None else _of_one(asked, method, outcome)
    for one in findings.outcomes:
        if violations := audited(opened, one):
            if as_json:
                document({"refused": [found.code for found in violations]})
            else:
                verdict_page(opened, one, violations).show()
            note("report.refused")
            return REFUTED
    from allocator.rotation.report import folder_files, sheets

    chosen = {"method": method, "outcome": outcome, "output": output}
    record = run_record(clock, "report", asked, findings.inputs, findings.readings, **chosen)
    files = {**folder_files(findings, language()), "run.json": json_bytes(record)}
    write_all(output, files)
    for name in files:
        note("wrote", path=output / name)
    if as_json:
        document(
            {
                "proposal": findings.outcome.method,
                "status": {one.method: one.status for one in findings.outcomes},
                "verified": True,
                "files": [str(output / name) for name in files],
                "sheets": {table.name: len(table.rows) for table in sheets(findings, language())},
            }
        )
    if all(one.status != "feasible" for one in findings.outcomes):
        return DONE
    note("error.unproven")
    return UNPROVEN


def _of_both(asked: RunOptions, method: str | None) -> tuple[Opened, Findings]:
    """Both methods run now and laid side by side; the method named, else the rules', is the proposal."""
    from allocator.rotation.compare import compare
    from allocator.rotation.report import Findings

    limits = limits_of("optimal", asked)
    work = open_work(asked)
    opened = work.opened
    with interruptible(limits):
        comparison = compare(opened.ready, work.run("rules"), work.run("optimal", limits, Teller()))
    proposal = comparison.optimal if method == "optimal" else comparison.rules
    inputs = hashes_by_name(opened.draft.files, file_hash(asked.rulebook))
    return opened, Findings(opened.ready, proposal.outcome, comparison, inputs, opened.draft.readings)


def _of_one(asked: RunOptions, method: str | None, path: Path) -> tuple[Opened, Findings]:
    """An outcome that is there already."""
    from allocator.rotation.report import Findings

    if asked.given is not None or asked.stage != "all" or asked.seed is not None:
        raise Misuse("outcome_has_its_own")
    opened, claimed = open_claimed(asked.case, asked.rulebook, path, asked.strict)
    outcome: RotationOutcome = claimed
    if method not in (None, outcome.method):
        raise Misuse("outcome_has_method")
    inputs = hashes_by_name(opened.draft.files, file_hash(path), file_hash(asked.rulebook))
    return opened, Findings(opened.ready, outcome, None, inputs, opened.draft.readings)
