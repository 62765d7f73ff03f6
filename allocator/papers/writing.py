"""Papers written into a folder, as Word documents, as PDF, or both."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from allocator.faults import Fault, InvalidInput
from allocator.files import Draft, write_bytes_atomically
from allocator.papers.kinds import TABLE, Kind
from allocator.papers.legible import refuse_illegible, tidy
from allocator.papers.material import material
from allocator.papers.source import Options, Source
from allocator.words import Lang

Form = Literal["docx", "pdf", "both"]


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
        kind: one of :data:`allocator.papers.KINDS`.
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
    for name, content in made.items():
        write_bytes_atomically(folder / name, content)
    return tuple(folder / name for name in made)


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
    from allocator.papers.pdf import pdf_bytes
    from allocator.papers.word import filled

    spec = TABLE[kind]
    papers: Mapping[str, dict[str, Any]] = tidy(material(kind, findings, options, lang))
    refuse_illegible(findings, list(papers.values()), lang, pdf=form != "docx", read=read)
    files: dict[str, bytes] = {}
    for stem, fields in sorted(papers.items()):
        title = (fields["sheets"][0] if spec.sheets else fields)["title"]
        if form != "pdf":
            files[f"{stem}.docx"] = filled(template_of(spec, templates, lang), fields, title, lang)
        if form != "docx":
            files[f"{stem}.pdf"] = pdf_bytes(spec, fields, title, lang)
    return files


def template_of(kind: Kind, templates: Path | None, lang: Lang) -> Path:
    """The bureau's own template of a kind, for the language or for any, else the built-in one.

    Raises:
        InvalidInput: when the bureau's folder is not there or holds no template at all.
    """
    from allocator.papers.word import BUILT_IN, template_names

    if templates is not None:
        if not any((templates / name).is_file() for one in TABLE for name in template_names(one, lang)):
            raise InvalidInput((Fault("notice_templates_missing", templates.name, args={"path": str(templates)}),))
        for name in template_names(kind.name, lang):
            if (templates / name).is_file():
                return templates / name
    return BUILT_IN / template_names(kind.name, lang)[0]
