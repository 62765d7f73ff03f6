"""The fields of every paper of a kind, by the name of the file each goes to."""

import re
from typing import Any
from urllib.parse import quote

from allocator.competition.papers.before_decision import BEFORE, filing_forms, filing_rounds
from allocator.competition.papers.kinds import TABLE
from allocator.competition.papers.results import RESULTS
from allocator.competition.papers.slips import confirmations, personal_slips
from allocator.competition.papers.source import Desk, Options, Source
from allocator.faults import Fault, InvalidInput
from allocator.words import Lang
from models.competition.codes import Role

LONGEST_ID = 80
_SLIP_ROLES: dict[str, Role] = {"confirmation-clerks": "clerk", "confirmation-institution": "institution"}


def material(kind: str, source: Source, options: Options, lang: Lang) -> dict[str, dict[str, Any]]:
    """What each paper of a kind shows: for each file name without ending the fields of its template.

    Nothing else reaches a template. Papers of one sheet a person hold their sheets under ``sheets``.

    Raises:
        InvalidInput: when a result is not decided, the person is unknown, or the paper concerns nobody.
        KeyError: when there is no such kind.
    """
    spec, desk = TABLE[kind], Desk(kind, source, options, lang)
    if options.person_id is not None and options.person_id not in desk.bureau.people:
        known = {"id": options.person_id}
        raise InvalidInput((Fault("unknown_person", table="people", value=options.person_id, args=known),))
    if kind in BEFORE:
        return {kind: BEFORE[kind](desk)}
    if kind in RESULTS:
        return {kind: RESULTS[kind](desk)}
    if kind == "filing-round":
        return filing_rounds(desk)
    if kind == "personal-slip":
        return {f"{kind}-{_file_part(who)}": {"sheets": [one]} for who, one in personal_slips(desk).items()}
    sheets = filing_forms(desk) if kind == "filing-forms" else confirmations(desk, _SLIP_ROLES[kind])
    name = kind if options.person_id is None else f"{kind}-{_file_part(options.person_id)}"
    assert spec.sheets
    return {name: {"sheets": sheets}}


def _file_part(person_id: str) -> str:
    """An id as part of a file name on any system; it can name no folder."""
    safe = "".join(mark if re.match(r"[\w-]", mark) else quote(mark, safe="").replace(".", "%2E") for mark in person_id)
    return safe[:LONGEST_ID]
