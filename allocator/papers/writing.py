"""Papers made of their fields: as Word documents, as PDF, or both."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Literal

from allocator.faults import Fault, InvalidInput
from allocator.papers.layout import Kind
from allocator.words import Lang

Form = Literal["docx", "pdf", "both"]


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
