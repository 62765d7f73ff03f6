"""The verb ``notice`` of exchange and rotation: its papers, as Word documents and as PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from allocator.console.failures import REFUTED
from allocator.console.language import language
from allocator.console.misuse import Misuse
from allocator.console.outputs import refuse_file
from allocator.console.papers import asked_kind, issued_day, told
from allocator.console.session import audited, open_case, open_claimed
from allocator.console.show import note
from allocator.console.verdict import verdict_page

if TYPE_CHECKING:
    from allocator.console.options import CaseOptions
    from allocator.exercise import Opened
    from models.rotation.outcome import RotationOutcome


def notice(
    asked: CaseOptions,
    *,
    kind: str,
    output: Path,
    outcome: Path | None = None,
    given: Path | None = None,
    person: str | None = None,
    period: int | None = None,
    issued: str | None = None,
    form: Literal["docx", "pdf", "both"] = "both",
    templates: Path | None = None,
    draft: bool = False,
    as_json: bool = False,
) -> int:
    """Writes every paper of one kind; exit code 6 when the outcome named fails the independent check.

    Every paper is a proposal for the party group, so there are no periods of publication and no drafts of results.
    """
    for option, typed in (("--period", period is not None), ("--draft", draft)):
        if typed:
            raise Misuse("option_of_another", option=option, exercise="rotation")
    from allocator.rotation.papers.kinds import KINDS, kind_named

    spec = asked_kind(kind, person, kind_named, KINDS, "rotation.papers.kind")
    day = issued_day(issued)
    refuse_file(output)
    if given is not None:
        raise Misuse("nothing_given_here", exercise="rotation")
    from allocator.papers.writing import write_files
    from allocator.rotation.papers import Options, notice_files
    from allocator.rotation.report import Findings

    opened, claimed = _opened(asked, outcome)
    if violations := audited(opened, claimed):
        verdict_page(opened, claimed, violations).show()
        note("notice.refused")
        return REFUTED
    findings = Findings(opened.ready, claimed)
    options = Options(issued=day, person_id=person)
    made = notice_files(spec.name, findings, language(), options, form=form, templates=templates, read=opened.draft)
    files = write_files(made, output)
    return told(spec, files, own_templates=templates is not None and form != "docx", as_json=as_json)


def _opened(asked: CaseOptions, outcome: Path | None) -> tuple[Opened, RotationOutcome]:
    """The case with the outcome named, else with the plan by the rules."""
    if outcome is not None:
        if asked.seed is not None:
            raise Misuse("outcome_has_seed")
        return open_claimed(asked.case, asked.rulebook, outcome, asked.strict)
    from allocator.rotation.planning import plan

    opened = open_case(asked)
    return opened, plan(opened.ready, "rules").outcome
