"""What the verb ``notice`` does alike for every exercise: the kind and the date asked for, and the files told."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from allocator.console.failures import DONE
from allocator.console.language import joined, words
from allocator.console.misuse import Misuse
from allocator.console.show import bare_document, note
from allocator.papers.layout import Kind


def asked_kind(
    name: str, person: str | None, named: Callable[[str], Kind | None], kinds: Iterable[str], family: str
) -> Kind:
    """The kind by any of its names, if it can be made as asked; ``family`` is where the words for kinds stand.

    Raises:
        Misuse: for a name that is none, or a person where there are no papers of one person.
    """
    spec = named(name)
    if spec is None:
        raise Misuse("no_such_kind", name=name, kinds=joined(kinds))
    if person is not None and not spec.persons:
        raise Misuse("no_person_there", kind=words(f"{family}.{spec.name}"))
    return spec


def issued_day(text: str | None) -> dt.date | None:
    """The date a paper bears.

    Raises:
        Misuse: when it is none.
    """
    try:
        return None if text is None else dt.date.fromisoformat(text)
    except ValueError:
        raise Misuse("bad_date", value=text) from None


def told(spec: Kind, files: Sequence[Path], *, own_templates: bool, as_json: bool) -> int:
    """Says which files were written; ``own_templates``: a bureau's own, which no PDF is made from."""
    if own_templates:
        note("notice.built_in_pdf")
    for path in files:
        note("wrote", path=path)
    if as_json:
        bare_document({"kind": spec.name, "files": [path.name for path in files]})
    return DONE
