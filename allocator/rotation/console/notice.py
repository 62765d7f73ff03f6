"""The verb ``notice`` of exchange and rotation: its papers, as Word documents and as PDF."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from allocator.console.failures import DONE, REFUTED
from allocator.console.language import joined, language, words
from allocator.console.misuse import Misuse
from allocator.console.outputs import refuse_file
from allocator.console.session import audited, open_case, open_claimed
from allocator.console.show import bare_document, note
from allocator.console.verdict import verdict_page

if TYPE_CHECKING:
    from allocator.console.options import CaseOptions
    from allocator.exercise import Opened
    from allocator.papers.layout import Kind
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
    spec, day = _asked(kind, person), _day(issued)
    refuse_file(output)
    if given is not None:
        raise Misuse("nothing_given_here", exercise="rotation")
    from allocator.rotation.papers import Options, write_notice
    from allocator.rotation.report import Findings

    opened, claimed = _opened(asked, outcome)
    if violations := audited(opened, claimed):
        verdict_page(opened, claimed, violations).show()
        note("notice.refused")
        return REFUTED
    findings = Findings(opened.ready, claimed)
    options = Options(issued=day, person_id=person)
    files = write_notice(
        spec.name, findings, output, language(), options, form=form, templates=templates, read=opened.draft
    )
    if templates is not None and form != "docx":
        note("notice.built_in_pdf")
    for path in files:
        note("wrote", path=path)
    if as_json:
        bare_document({"kind": spec.name, "files": [path.name for path in files]})
    return DONE


def _asked(name: str, person: str | None) -> Kind:
    """The kind by any of its names, if it can be made as asked."""
    from allocator.rotation.papers import KINDS, kind_named

    spec = kind_named(name)
    if spec is None:
        raise Misuse("no_such_kind", name=name, kinds=joined(KINDS))
    if person is not None and not spec.persons:
        raise Misuse("no_person_there", kind=words(f"rotation.papers.kind.{spec.name}"))
    return spec


def _day(text: str | None) -> dt.date | None:
    try:
        return None if text is None else dt.date.fromisoformat(text)
    except ValueError:
        raise Misuse("bad_date", value=text) from None


def _opened(asked: CaseOptions, outcome: Path | None) -> tuple[Opened, RotationOutcome]:
    """The case with the outcome named, else with the plan by the rules."""
    if outcome is not None:
        if asked.seed is not None:
            raise Misuse("outcome_has_seed")
        return open_claimed(asked.case, asked.rulebook, outcome, asked.strict)
    from allocator.rotation.planning import plan

    opened = open_case(asked)
    return opened, plan(opened.ready, "rules").outcome
