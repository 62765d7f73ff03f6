"""The verb ``notice``: the papers of the procedure, as Word documents and as PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from allocator.console.failures import REFUTED
from allocator.console.language import language, words
from allocator.console.misuse import Misuse
from allocator.console.options import CaseOptions
from allocator.console.outputs import refuse_file
from allocator.console.papers import asked_kind, issued_day, told
from allocator.console.session import audited, open_case, open_claimed
from allocator.console.show import note
from allocator.console.verdict import verdict_page
from allocator.exercise import Opened
from allocator.faults import Fault, InvalidInput

if TYPE_CHECKING:
    from allocator.competition.papers import Grounds, Kind
    from allocator.competition.pipeline import Given
    from models.competition.filings import Decision
    from models.competition.outcome import Outcome


PERIOD = 7
"""So many days a result is published unless asked otherwise (article 7-4)."""


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
    """Writes every paper of one kind; exit code 6 when the outcome named fails the independent check."""
    from allocator.competition.papers.kinds import KINDS, kind_named

    spec = asked_kind(kind, person, kind_named, KINDS, "papers.kind")
    day = issued_day(issued)
    refuse_file(output)
    from allocator.competition.papers import write_notice

    opened, claimed = _opened(asked, outcome)
    if claimed is not None and (violations := audited(opened, claimed)):
        verdict_page(opened, claimed, violations).show()
        note("notice.refused")
        return REFUTED
    grounds = _grounds(opened, claimed, spec, given, draft)
    files = write_notice(
        spec.name,
        grounds,
        output,
        language(),
        form=form,
        templates=templates,
        person_id=person,
        period_days=PERIOD if period is None else period,
        issued=day,
        draft=draft,
        read=opened.draft,
    )
    return told(spec, files, own_templates=templates is not None and form != "docx", as_json=as_json)


def _opened(asked: CaseOptions, outcome: Path | None) -> tuple[Opened, Outcome | None]:
    """The case, and the outcome with the lottery it names, where one is to be gone by."""
    if outcome is None:
        return open_case(asked), None
    if asked.seed is not None:
        raise Misuse("outcome_has_seed")
    return open_claimed(asked.case, asked.rulebook, outcome, asked.strict)


def _grounds(opened: Opened, claimed: Outcome | None, spec: Kind, given: Path | None, draft: bool) -> Grounds:
    """The scores with the proposal and the decisions, as far as they are named or the kind needs them."""
    from allocator.competition.papers import Grounds
    from allocator.competition.pipeline import run
    from models.competition.codes import STAGES

    taken, decided = _decisions(opened, spec, given, draft)
    if claimed is not None:
        from allocator.competition.explain import run_from

        return Grounds(opened.ready, run_from(opened.ready, claimed), decided)
    if taken is None and not spec.run and not (spec.result and draft):
        return Grounds(opened.ready, None, decided)
    done = run(opened.ready, "rules", stages=STAGES, given=taken, warnings=opened.checked.warnings)
    return Grounds(opened.ready, done, decided)


def _decisions(opened: Opened, spec: Kind, path: Path | None, draft: bool) -> tuple[Given | None, tuple[Decision, ...]]:
    """What ``--given`` names, else the case's own table of decisions, held against the hard rules.

    Raises:
        InvalidInput: when a result is asked for and only an outcome is given, which is no decision.
    """
    if path is None and not opened.case.decisions:
        return None, ()
    from allocator.competition.files import read_given
    from allocator.competition.pipeline import take_given
    from models.competition.codes import STAGES

    source = opened.case.decisions if path is None else read_given(path, opened.rulebook)
    taken = take_given(opened.ready, source, STAGES)
    if isinstance(source, tuple):
        return taken, source
    if spec.result and not draft:
        kind = words(f"papers.kind.{spec.name}")
        raise InvalidInput((Fault("notice_not_a_decision", "given", args={"kind": kind}),))
    return taken, ()
