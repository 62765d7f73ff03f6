"""Papers made of their fields: as Word documents, as PDF, or both."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Literal

from allocator.faults import Fault, InvalidInput
from allocator.files import Draft, write_bytes_atomically
from allocator.papers.layout import Kind
from allocator.papers.legible import Origin, refuse_illegible, tidy
from allocator.words import Lang

Form = Literal["docx", "pdf", "both"]


def made_files(
    kind: Kind,
    known: Iterable[str],
    papers: Mapping[str, dict[str, Any]],
    origins: Iterable[Origin],
    lang: Lang,
    *,
    form: Form,
    templates: Path | None,
    read: Draft | None,
) -> dict[str, bytes]:
    """The files of a kind by name, its texts made fit to print or refused.

    Args:
        kind: the kind.
        known: the names of all kinds of the exercise, one of which a bureau's own folder of templates must hold.
        papers: the fields of each paper by the stem of its file.
        origins: every text of the case that a paper may show.
        lang: the language of every sentence.
        form: Word documents, PDF or both.
        templates: a folder with the bureau's own templates.
        read: what the case was read from, so that a text that cannot be printed is named with its row.

    Raises:
        InvalidInput: when a text cannot be printed, or a template cannot be used.
    """
    fit: Mapping[str, dict[str, Any]] = tidy(dict(papers))
    refuse_illegible(origins, list(fit.values()), lang, pdf=form != "docx", read=read)
    template = template_of(kind, known, None if form == "pdf" else templates, lang)
    return paper_files(kind, fit, lang, form=form, template=template)


def write_files(made: Mapping[str, bytes], folder: Path) -> tuple[Path, ...]:
    """Writes files into a folder, each whole or not at all, and returns them in the order of their names."""
    for name, content in made.items():
        write_bytes_atomically(folder / name, content)
    return tuple(folder / name for name in made)


def paper_files(
    kind: Kind, papers: Mapping[str, dict[str, Any]], lang: Lang, *, form: Form, template: Path
) -> dict[str, bytes]:
    """The files of a kind by name, from the fields of each paper by its stem."""
    from allocator.papers.pdf import pdf_bytes
    from allocator.papers.word import filled

    files: dict[str, bytes] = {}
    for stem, fields in sorted(papers.items()):
        title = (fields["sheets"][0] if kind.sheets else fields)["title"]
        if form != "pdf":
            files[f"{stem}.docx"] = filled(template, fields, title, lang)
        if form != "docx":
            files[f"{stem}.pdf"] = pdf_bytes(kind, fields, title, lang)
    return files


def template_of(kind: Kind, known: Iterable[str], templates: Path | None, lang: Lang) -> Path:
    """The bureau's own template of a kind, for the language or for any, else the built-in one.

    Raises:
        InvalidInput: when the bureau's folder is not there or holds no template at all.
    """
    from allocator.papers.word import BUILT_IN, template_names

    if templates is not None:
        if not any((templates / name).is_file() for one in known for name in template_names(one, lang)):
            raise InvalidInput((Fault("notice_templates_missing", templates.name, args={"path": str(templates)}),))
        for name in template_names(kind.name, lang):
            if (templates / name).is_file():
                return templates / name
    return BUILT_IN / template_names(kind.name, lang)[0]
