"""Papers of exchange and rotation as files: Word documents, PDF, or both."""

from collections.abc import Iterator
from pathlib import Path

from allocator.files import Draft
from allocator.labels import Wording
from allocator.papers.legible import Origin, texts_of, visible
from allocator.papers.writing import Form, made_files
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
    papers = material(kind, findings, options, lang)
    where = _origins(findings, lang)
    return made_files(TABLE[kind], TABLE, papers, where, lang, form=form, templates=templates, read=read)


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
