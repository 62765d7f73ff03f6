"""What was decided on a run: its proposal with the changes of the draft that the decision follows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from allocator.competition.files import outcome_of
from allocator.competition.pipeline import take_given
from allocator.files import Bytes
from allocator.web.records import ActRecord, Change
from models.competition.codes import STAGES
from models.competition.filings import Decision

if TYPE_CHECKING:
    from allocator.competition.scoring import Scores
    from allocator.web.store import Store
    from models.competition.outcome import Outcome


def last(acts: Sequence[ActRecord], act: str) -> ActRecord | None:
    """The last act of a kind, if there is any."""
    return next((one for one in reversed(acts) if one.act == act), None)


def changes_decided(acts: Sequence[ActRecord]) -> tuple[Change, ...]:
    """The changes of the draft that was decided; of the latest draft where nothing is decided yet."""
    decided = last(acts, "decided")
    follows = None if decided is None else decided.follows
    drafts = [act for act in acts if act.act == "drafted" and follows in (None, act.act_id)]
    return drafts[-1].changes if drafts else ()


def seats(
    outcome: Outcome, changes: Sequence[Change], act: ActRecord | None = None, *, settled: bool = True
) -> tuple[Decision, ...]:
    """The proposal with the changes put in, as rows of a decisions table, sorted as placements are.

    Args:
        outcome: the proposal.
        changes: where it is departed from.
        act: the decision, for its authority, document and date.
        settled: whether people whom a mark or a pin seats anyway are among the rows.
    """
    changed = {change.person_id: change for change in changes}
    found = {
        (p.section_id, p.role, p.person_id)
        for p in outcome.placements
        if p.person_id not in changed and (settled or p.basis not in ("fixed", "pinned"))
    }
    found |= {
        (change.section_id, change.role, change.person_id)
        for change in changes
        if change.section_id is not None and change.role is not None
    }
    date = None if act is None or act.date is None else dt.date.fromisoformat(act.date)
    words = {"authority": None if act is None else act.authority, "document": None if act is None else act.document}
    rows = [Decision(person_id=p, section_id=s, role=r, date=date, **words) for s, r, p in found]
    order = {"chief": 0, "clerk": 1, "institution": 2}
    return tuple(sorted(rows, key=lambda row: (row.section_id, order[row.role], row.person_id)))


def decisions_of(store: Store, run_id: str) -> tuple[Decision, ...] | None:
    """The decisions recorded on a run; ``None`` where there are none.

    Raises:
        Missing: when there is no such run.
    """
    acts, content = store.acts(run_id), store.outcome(run_id)
    decided = last(acts, "decided")
    if decided is None or content is None:
        return None
    return seats(outcome_of(Bytes("outcome.json", content)), changes_decided(acts), decided, settled=False)


def refuse_unsound(scores: Scores, outcome: Outcome, changes: Sequence[Change]) -> None:
    """Holds a draft against the hard rules.

    Raises:
        InvalidInput: naming each unknown person or section and each rule that the changed placements break.
    """
    take_given(scores, seats(outcome, changes), STAGES)
