"""A case as read, as data that another process can take: its rows by table, its faults, the rows around them."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from allocator.competition.check import Checked, check
from allocator.files import Bytes, Draft, Located, Reading, no_collection
from allocator.web.excerpts import Excerpt, ExcerptRow
from allocator.web.opened import Opened, Unknown
from allocator.web.wire import fault_document, fault_of
from models.common.base import Frozen
from models.common.outcome import Notice
from models.competition.case import ROW_TYPES, CaseInfo
from models.competition.rulebook import Rulebook

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from allocator.faults import Fault

_NOTICES = TypeAdapter(tuple[Notice, ...])
_READINGS = TypeAdapter(tuple[Reading, ...])


def packed(opened: Opened) -> tuple[dict[str, Any], Sequence[Bytes]]:
    """A head that goes into a line of JSON, and the rows of each table."""
    draft = opened.draft
    head = {
        "rulebook": opened.rulebook.model_dump(mode="json"),
        "info": None if draft.info is None else draft.info.model_dump(mode="json"),
        "numbers": {table: [row.row for row in rows] for table, rows in draft.rows.items()},
        "notices": _NOTICES.dump_python(draft.notices, mode="json"),
        "readings": _READINGS.dump_python(draft.readings, mode="json"),
        "present": sorted(draft.present),
        "inputs": dict(draft.files),
        "left_out": {table: sorted(ids) for table, ids in draft.left_out.items()},
        "faults": [fault_document(fault) for fault in opened.faults],
        "excerpts": [asdict(one) for one in opened.excerpts],
        "unknown": [asdict(one) for one in opened.unknown],
    }
    rows = {table: tuple(row.value for row in rows) for table, rows in draft.rows.items()}
    return head, [Bytes(table, _rows(table).dump_json(values)) for table, values in rows.items()]


def unpacked(head: Mapping[str, Any], parts: Sequence[Bytes]) -> Opened:
    """The case that :func:`packed` was given; a sound one is checked and scored here."""
    faults = tuple(fault_of(one) for one in head["faults"])
    rulebook = Rulebook.model_validate_json(json.dumps(head["rulebook"]))
    with no_collection():
        draft = _draft(head, {part.name: part.data for part in parts}, faults)
        checked = Checked(None, faults, ()) if faults else check(draft, rulebook)
    unknown = tuple(Unknown(**one) for one in head["unknown"])
    return Opened(rulebook, draft, checked, tuple(_excerpt(one) for one in head["excerpts"]), unknown=unknown)


def _draft(head: Mapping[str, Any], content: Mapping[str, bytes], faults: tuple[Fault, ...]) -> Draft:
    numbers: Mapping[str, Sequence[int]] = head["numbers"]
    return Draft(
        info=None if head["info"] is None else CaseInfo.model_validate_json(json.dumps(head["info"])),
        rows={
            table: tuple(map(Located, numbers[table], _rows(table).validate_json(content[table])))
            for table in ROW_TYPES
        },
        faults=faults,
        notices=_NOTICES.validate_json(json.dumps(head["notices"])),
        readings=_READINGS.validate_json(json.dumps(head["readings"])),
        present=frozenset(table for table in ROW_TYPES if table in head["present"]),
        files=head["inputs"],
        left_out={table: frozenset(head["left_out"][table]) for table in ROW_TYPES if table in head["left_out"]},
    )


def _excerpt(document: Mapping[str, Any]) -> Excerpt:
    return Excerpt(
        table=document["table"],
        label=document["label"],
        heading_row=document["heading_row"],
        headings=tuple(document["headings"]),
        rows=tuple(ExcerptRow(row["number"], tuple(row["cells"]), row["gap"]) for row in document["rows"]),
        at_fault=tuple(document["at_fault"]),
    )


@cache
def _rows(table: str) -> TypeAdapter[tuple[Frozen, ...]]:
    return TypeAdapter(tuple[ROW_TYPES[table], ...])  # type: ignore[valid-type]
