"""The verb ``report``: the result workbook and the report for reading and printing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from allocator.competition.console.work import both_methods
from allocator.console.failures import DONE, REFUTED, UNPROVEN
from allocator.console.language import language
from allocator.console.misuse import Misuse
from allocator.console.options import RunOptions
from allocator.console.outputs import json_bytes, refuse_file, write_all
from allocator.console.session import audited, open_claimed, open_work
from allocator.console.show import document, note
from allocator.console.solving import Clock, Teller, file_hash, hashes_by_name, interruptible, limits_of, run_record
from allocator.console.verdict import verdict_page
from allocator.exercise import Opened

if TYPE_CHECKING:
    from allocator.competition.audit import Violation
    from allocator.competition.report import Findings
    from models.competition.filings import Decision
    from models.competition.outcome import Outcome


class _Refuted(Exception):
    """An outcome that fails the independent check; no paper is made of it."""

    def __init__(self, opened: Opened, outcome: Outcome, violations: tuple[Violation, ...]) -> None:
        self.opened = opened
        self.outcome = outcome
        self.violations = violations
        super().__init__()


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
    from allocator.files import no_collection

    try:
        with no_collection():
            findings = _of_both(asked, method) if outcome is None else _of_one(asked, method, outcome)
    except _Refuted as refused:
        if as_json:
            document({"refused": [one.code for one in refused.violations]})
        else:
            verdict_page(refused.opened, refused.outcome, refused.violations).show()
        note("report.refused")
        return REFUTED
    from allocator.competition.report import folder_files

    record = run_record(
        clock, "report", asked, findings.inputs, findings.readings, method=method, outcome=outcome, output=output
    )
    with no_collection():
        files = {**folder_files(findings, language()), "run.json": json_bytes(record)}
    write_all(output, files)
    for name in files:
        note("wrote", path=output / name)
    if as_json:
        document(_document(findings, output, list(files)))
    if all(run.outcome.status != "feasible" for run in findings.runs):
        return DONE
    note("error.unproven")
    return UNPROVEN


def _of_both(asked: RunOptions, method: str | None) -> Findings:
    """Both methods run now and laid side by side; the method named, else the rules', is the proposal."""
    from allocator.competition.report import Findings

    limits = limits_of("optimal", asked)
    work = open_work(asked)
    with interruptible(limits):
        comparison = both_methods(work, limits, Teller())
    proposal = comparison.optimal if method == "optimal" else comparison.rules
    for run in (comparison.rules, comparison.optimal):
        _refuse_broken(work.opened, run.outcome)
    inputs = hashes_by_name(work.opened.draft.files, file_hash(asked.given), file_hash(asked.rulebook))
    return Findings(
        scores=work.opened.ready,
        run=proposal,
        rules=comparison.rules,
        optimal=comparison.optimal,
        comparison=comparison,
        audited=(),
        decided=_decided(work.opened, asked.given),
        inputs=inputs,
        readings=work.opened.draft.readings,
    )


def _of_one(asked: RunOptions, method: str | None, path: Path) -> Findings:
    """An outcome that is there already, checked independently before anything is made of it."""
    from allocator.competition.explain import run_from
    from allocator.competition.report import Findings

    if asked.given is not None or asked.stage != "all" or asked.seed is not None:
        raise Misuse("outcome_has_its_own")
    opened, claimed = open_claimed(asked.case, asked.rulebook, path, asked.strict)
    if method not in (None, claimed.method):
        raise Misuse("outcome_has_method")
    _refuse_broken(opened, claimed)
    inputs = hashes_by_name(opened.draft.files, file_hash(path), file_hash(asked.rulebook))
    run = run_from(opened.ready, claimed)
    return Findings(
        scores=opened.ready,
        run=run,
        audited=(),
        decided=_decided(opened, None),
        inputs=inputs,
        readings=opened.draft.readings,
    )


def _refuse_broken(opened: Opened, outcome: Outcome) -> None:
    violations = audited(opened, outcome)
    if violations:
        raise _Refuted(opened, outcome, violations)


def _decided(opened: Opened, given: Path | None) -> tuple[Decision, ...]:
    """What the party group has decided: the table of decisions that was given, else the case's own."""
    from allocator.competition.files import read_given

    if given is not None:
        source = read_given(given, opened.rulebook)
        if isinstance(source, tuple):
            return source
    decisions: tuple[Decision, ...] = opened.case.decisions
    return decisions


def _document(findings: Findings, folder: Path, files: list[str]) -> dict[str, Any]:
    from allocator.competition.report import sheets

    return {
        "proposal": findings.run.outcome.method,
        "status": {run.outcome.method: run.outcome.status for run in findings.runs},
        "verified": findings.audited == (),
        "decided": len(findings.decided),
        "files": [str(folder / name) for name in files],
        "sheets": {table.name: len(table.rows) for table in sheets(findings, language())},
    }
