"""One person's data: everything the store holds about them in one case, and nothing about anybody else."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from allocator.competition.labels import PEOPLE
from allocator.web.store import Missing
from models.competition.case import ROW_TYPES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from allocator.web.open_cases import Opened
    from allocator.web.records import RunRecord
    from allocator.web.store import Store
    from models.common.base import Frozen

NAMING = ("person_id", "person_a", "person_b", "chief_id")
"""Columns that name a person; where they name somebody else they are left out."""


def person_data(store: Store, opened: Opened, person_id: str) -> dict[str, Any]:
    """What the store holds about a person of a case: rows, scores, pins, and every run with outcome and decision.

    Raises:
        Missing: when the case has no such person.
    """
    if not any(getattr(row.value, "person_id", None) == person_id for row in opened.draft.rows["people"]):
        raise Missing(person_id)
    return {
        "case_id": opened.case_id,
        "person_id": person_id,
        "records": {
            table: [_row(at.value, person_id) for at in opened.draft.rows[table] if _concerns(at.value, person_id)]
            for table in ROW_TYPES
        },
        "scores": _scores(opened, person_id),
        "pins": [
            {"act": pin.act, "section_id": pin.section_id, "role": pin.role, "mode": pin.mode, "reason": pin.reason}
            | {"authority": pin.authority, "at": pin.at, "operator": pin.operator}
            for pin in store.pin_history(opened.case_id)
            if pin.person_id == person_id
        ],
        "runs": [_run(store, run, person_id) for run in store.runs(opened.case_id)],
    }


def subject(case_id: str, person_id: str) -> str:
    """How the log names a person: a hash that tells whoever knows the id, and nobody else."""
    return hashlib.sha256(f"{case_id}|{person_id}".encode()).hexdigest()[:16]


def _concerns(row: Frozen, person_id: str) -> bool:
    return person_id in {getattr(row, name, None) for name in NAMING}


def _row(row: Frozen, person_id: str) -> dict[str, Any]:
    return _without_others(row.model_dump(mode="json"), person_id)


def _without_others(row: Mapping[str, Any], person_id: str) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in NAMING or value == person_id}


def _scores(opened: Opened, person_id: str) -> dict[str, Any]:
    if not opened.sound:
        return {}
    scores = opened.scores
    own = scores.people.get(person_id)
    names = ("exam", "appraisal", "review", "quantification", "speech")
    pairs = ("section_id", "round", "votes", "present", "recommendation", "composite", "admissible")
    return {
        "unit": "thousandths",
        "person": {} if own is None else {name: getattr(own, name) for name in names},
        "posts": [{name: getattr(p, name) for name in pairs} for p in scores.pairs if p.person_id == person_id],
    }


def _run(store: Store, run: RunRecord, person_id: str) -> dict[str, Any]:
    run_id, request = run.run_id, run.request
    found: dict[str, Any] = {"run_id": run_id, "placements": [], "unplaced": [], "ties": [], "warnings": []}
    found["pins"] = _own(request.get("pins"), person_id)
    given = json.loads(request.get("given_outcome") or "{}").get("placements")
    found["given"] = _own(given, person_id) + _own(request.get("given_decisions"), person_id)
    outcomes = {"run": store.outcome(run_id), **store.companions(run_id)}
    for name, content in outcomes.items():
        if content is None:
            continue
        outcome = json.loads(content)
        told = {"outcome": name, "method": outcome["method"]}
        for part in ("placements", "unplaced"):
            found[part] += [{**told, **row} for row in _own(outcome[part], person_id)]
        found["ties"] += [
            {**told, "stage": tie["stage"], "section_id": tie["section_id"]}
            for tie in outcome["ties"]
            if person_id in tie["people"]
        ]
        found["warnings"] += [{**told, "code": one["code"]} for one in outcome["warnings"] if _names(one, person_id)]
    found["decisions"] = [
        {"act": act.act, "at": act.at, "section_id": one.section_id, "role": one.role, "reason": one.reason}
        for act in store.acts(run_id)
        for one in act.changes
        if one.person_id == person_id
    ]
    return found


def _own(rows: Sequence[Mapping[str, Any]] | None, person_id: str) -> list[dict[str, Any]]:
    return [dict(row) for row in rows or () if row["person_id"] == person_id]


def _names(warning: Mapping[str, Any], person_id: str) -> bool:
    """Whether a warning speaks of a person. Its arguments may name others too, so only its code is given out."""
    said = (value for name, value in warning["args"].items() if name in PEOPLE)
    return any(person_id == value or (isinstance(value, list) and person_id in value) for value in said)
