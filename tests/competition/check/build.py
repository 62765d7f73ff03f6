"""Helpers of the checks' tests: a small sound bureau, and what a check says of a changed one."""

import dataclasses
from typing import Any

from allocator.competition.check import Checked, check
from allocator.files.draft import Draft, Located, draft_of
from models.competition.case import Case
from models.competition.rulebook import Rulebook
from tests.competition import builders as b

MARKS = {"a": 80, "b": 75, "c": 70, "d": 65, "i": 60}


def sound(**changes: Any) -> Case:
    """A sound bureau: chief a of s1, candidate b, clerks c and d, institution i, three sections."""
    people = [
        b.incumbent("a", "s1"),
        b.candidate("b", "s2"),
        b.person("c", section="s1"),
        b.person("d", section="s2"),
        b.institution("i", "s3"),
    ]
    parts: dict[str, Any] = {
        "people": people,
        "sections": {"s1": 3, "s2": 3, "s3": 3},
        "marks": MARKS,
        "speeches": {"a": 90, "b": 85},
        "filed": [("a", 1, 1, "s1"), ("a", 1, 2, "s2"), ("b", 1, 1, "s2")],
        "votes": {("a", "s1"): 20, ("b", "s2"): 18},
        "clerk_filed": {"c": ["s2"], "d": ["s3"], "i": ["s3"]},
        "picks": {"s2": ["c"], "s3": ["d", "i"]},
        "dissatisfied": {"a": (9, 1, 1)},
    }
    return b.case(**(parts | changes))


def people(*more: Any) -> list[Any]:
    """The people of the sound bureau, with more of them or others of the same id in their place."""
    found = {p.person_id: p for p in (*sound().people, *more)}
    return list(found.values())


def checked(case: Case, rulebook: Rulebook | None = None) -> Checked:
    return check(draft_of(case), rulebook or Rulebook())


def faults(case: Case | Draft, rulebook: Rulebook | None = None) -> list[tuple[Any, ...]]:
    """Each fault as (code, table, row, column, value)."""
    draft = draft_of(case) if isinstance(case, Case) else case
    found = check(draft, rulebook or Rulebook()).faults
    return [(f.code, f.table, f.row, f.column, f.value) for f in found]


def warned(case: Case, rulebook: Rulebook | None = None) -> list[tuple[str, dict[str, Any]]]:
    """The warnings of a case that must be sound."""
    result = checked(case, rulebook)
    assert result.faults == ()
    return [(w.code, dict(w.args)) for w in result.warnings]


def with_rows(draft: Draft, table: str, *more: Any) -> Draft:
    """The draft with more rows at the end of a table."""
    rows = draft.rows[table]
    last = rows[-1].row if rows else 1
    added = tuple(Located(last + i, value) for i, value in enumerate(more, start=1))
    return dataclasses.replace(draft, rows={**draft.rows, table: (*rows, *added)}, present=draft.present | {table})


def left_out(draft: Draft, table: str, row: int, *faults: Any) -> Draft:
    """The draft as if one row of a table had not been readable, its first id excepted."""
    from allocator.competition.files import FIRST_KEY

    gone = next(at for at in draft.rows[table] if at.row == row)
    ids = draft.left_out.get(table, frozenset()) | {getattr(gone.value, FIRST_KEY[table])}
    return dataclasses.replace(
        draft,
        rows={**draft.rows, table: tuple(at for at in draft.rows[table] if at.row != row)},
        faults=(*draft.faults, *faults),
        left_out={**draft.left_out, table: ids},
    )
