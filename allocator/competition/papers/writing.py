"""Papers of a competition written into a folder, as Word documents, as PDF, or both."""

import datetime as dt
from pathlib import Path

from allocator.competition.papers.kinds import TABLE
from allocator.competition.papers.material import material
from allocator.competition.papers.origins import origins
from allocator.competition.papers.source import Options, Source
from allocator.files import Draft
from allocator.papers.writing import Form, made_files, write_files
from allocator.words import Lang


def write_notice(
    kind: str,
    findings: Source,
    folder: Path,
    lang: Lang,
    *,
    form: Form = "both",
    templates: Path | None = None,
    person_id: str | None = None,
    period_days: int = 7,
    issued: dt.date | None = None,
    draft: bool = False,
    read: Draft | None = None,
) -> tuple[Path, ...]:
    """Writes every paper of a kind and returns the files, in the order of their names.

    Args:
        kind: one of :data:`allocator.competition.papers.KINDS`.
        findings: the scores, the proposal and the recorded decisions.
        folder: where to; it is made where it is missing.
        lang: the language of every sentence.
        form: Word documents, PDF or both.
        templates: a folder with the bureau's own ``<kind>.docx`` (for English alone ``<kind>.en.docx``); kinds without
            one there take the built-in template.
        person_id: this person only, for kinds of one sheet a person.
        period_days: for how many days a proposal is published (article 7-4).
        issued: the date of the paper; left blank to be filled in by hand where not given.
        draft: a result before its decision, marked as a proposal.
        read: what the case was read from, so that a text that cannot be printed is named with its row.

    Raises:
        InvalidInput: when a result is not decided, the paper concerns nobody, a text cannot be printed, or a template
            cannot be used. Nothing has been written then.
    """
    options = Options(period_days=period_days, issued=issued, draft=draft, person_id=person_id)
    made = notice_files(kind, findings, lang, options, form=form, templates=templates, read=read)
    return write_files(made, folder)


def notice_files(
    kind: str,
    findings: Source,
    lang: Lang,
    options: Options,
    *,
    form: Form = "both",
    templates: Path | None = None,
    read: Draft | None = None,
) -> dict[str, bytes]:
    """The files of a kind by name, as :func:`write_notice` writes them."""
    papers = material(kind, findings, options, lang)
    where = origins(findings, lang)
    return made_files(TABLE[kind], TABLE, papers, where, lang, form=form, templates=templates, read=read)
