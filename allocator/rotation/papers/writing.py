"""Papers of exchange and rotation written into a folder, as Word documents, as PDF, or both."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from allocator.files import Draft, write_bytes_atomically
from allocator.labels import Wording
from allocator.papers.legible import Origin, refuse_illegible, texts_of, tidy, visible
from allocator.papers.writing import Form, paper_files, template_of
from allocator.rotation.papers.kinds import TABLE
from allocator.rotation.papers.making import Options, material
from allocator.rotation.report.findings import Findings
from allocator.words import Lang


def notice_files(
    kind: str,
    findings: Findings,
    lang: Lang,
    options: Options,
    *,
    form: Form = "both",
    templates: Path | None = None,
    read: Draft | None = None,
) -> dict[str, bytes]:
    """The files of a kind by name.

    Raises:
        InvalidInput: when the paper concerns nobody, a text cannot be printed, or a template cannot be used.
    """
    spec = TABLE[kind]
    papers: Mapping[str, dict[str, Any]] = tidy(material(kind, findings, options, lang))
    refuse_illegible(_origins(findings, lang), list(papers.values()), lang, pdf=form != "docx", read=read)
    template = template_of(spec, TABLE, None if form == "pdf" else templates, lang)
    return paper_files(spec, papers, lang, form=form, template=template)


def write_notice(
    kind: str,
    findings: Findings,
    folder: Path,
    lang: Lang,
    options: Options,
    *,
    form: Form = "both",
    templates: Path | None = None,
    read: Draft | None = None,
) -> tuple[Path, ...]:
    """Writes every paper of a kind and returns the files, in the order of their names.

    Raises:
        InvalidInput: as :func:`notice_files`. Nothing has been written then.
    """
    made = notice_files(kind, findings, lang, options, form=form, templates=templates, read=read)
    for name, content in made.items():
        write_bytes_atomically(folder / name, content)
    return tuple(folder / name for name in made)


def _origins(findings: Findings, lang: Lang) -> Iterator[Origin]:
    """Every text of the case that a paper may show, with whose it is and where it stands."""
    case, words = findings.roster.case, Wording(lang).words
    whole = words("papers.who.case")
    yield Origin(whole, None, "name", case.case.name, case.case)
    names = {}
    for one in case.officers:
        who = words("papers.who.person", name=visible(one.name), id=visible(one.person_id))
        names[one.person_id] = who
        yield from texts_of(one, who, "officers", "name", "person_id")
    for unit in case.units:
        who = words("papers.who.section", name=visible(unit.name), id=visible(unit.unit_id))
        yield from texts_of(unit, who, "units", "name", "unit_id")
    for post in case.posts:
        who = words("papers.who.section", name=visible(post.name), id=visible(post.post_id))
        yield from texts_of(post, who, "posts", "name", "post_id")
    for pin in case.pins:
        yield from texts_of(pin, names.get(pin.person_id, whole), "pins", "reason", "authority")
