"""Draft, decision and publication of a run's placements: three separate acts, each on record."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Form
from starlette.responses import Response

from allocator.faults import Fault, InvalidInput
from allocator.web.answering import Question
from allocator.web.decisions import changes_decided, last, refuse_unsound
from allocator.web.pages.pinning import ask
from allocator.web.pages.shared import run_page
from allocator.web.questions import key_of
from allocator.web.records import Change
from allocator.web.results import Result
from allocator.web.routes.ids import Long, RunId, Short
from allocator.web.store import OutOfOrder
from allocator.web.view import Seen, View
from models.competition.codes import ROLES, Role

if TYPE_CHECKING:
    from allocator.competition.explain import Line
    from allocator.web.questions import Asked

router = APIRouter()
Filled = Annotated[str, Form(min_length=1, max_length=2000)]


@router.get("/runs/{run_id}/decision")
def decision(view: Seen, run_id: RunId) -> Response:
    """The acts on record and the forms for the next one."""
    result = view.result(run_id)
    acts = view.house.store.acts(run_id)
    places = {p.person_id: p for p in result.outcome.placements}
    changes = changes_decided(acts)
    asked = view.house.questions.find(run_id, key_of(Question("decision", run_id, changes=changes)))
    return run_page(
        view,
        "decision.html",
        result,
        "decision",
        acts=acts,
        draft=last(acts, "drafted"),
        decided=last(acts, "decided"),
        published=last(acts, "published"),
        changes=changes,
        asked=asked,
        weighed=_weighed(view, result, asked),
        places=places,
        people=sorted(result.opened.case.people, key=lambda person: person.person_id),
        sections=result.opened.case.sections,
        roles=ROLES,
        today=dt.datetime.now().astimezone().date().isoformat(),
    )


def _weighed(view: View, result: Result, asked: Asked | None) -> dict[str, list[Line] | None] | None:
    """Of each change of a draft that was weighed, the sentences of its price; ``None`` for a confirmed tie.

    Nothing at all while the answer is not there.
    """
    if asked is None or asked.state != "done":
        return None
    from allocator.competition.explain import price_sentences

    return {
        one.person_id: None
        if one.price is None
        else [line for line in price_sentences(one.price, result.scores, view.lang) if line.kind == "text"]
        for one in asked.answer.changes
    }


@router.post("/runs/{run_id}/weighing")
def weighing(view: Seen, run_id: RunId) -> Response:
    """Asks what the changes of the draft come to: confirmations of ties, or departures with their price."""
    changes = changes_decided(view.house.store.acts(run_id))
    if not changes:
        return view.go(f"/runs/{run_id}/decision")
    return ask(view, run_id, Question("decision", run_id, changes=changes))


@router.post("/runs/{run_id}/drafts")
def draft(
    view: Seen,
    run_id: RunId,
    person_id: Short = "",
    section_id: Short = "",
    role: Annotated[Role | None, Form()] = None,
    reason: Long = "",
) -> Response:
    """Records a draft: the proposal as it is, or the draft before it with one more change."""
    result = view.result(run_id)
    changes = {change.person_id: change for change in changes_decided(view.house.store.acts(run_id))}
    if person_id:
        changes[person_id] = _change(result, person_id.strip(), section_id, role, reason)
    _record(view, result, changes)
    return view.go(f"/runs/{run_id}/decision")


@router.post("/runs/{run_id}/drafts/withdraw")
def withdraw(view: Seen, run_id: RunId, person_id: Short) -> Response:
    """Records a draft in which one person is as proposed again."""
    result = view.result(run_id)
    changes = {change.person_id: change for change in changes_decided(view.house.store.acts(run_id))}
    changes.pop(person_id, None)
    _record(view, result, changes)
    return view.go(f"/runs/{run_id}/decision")


def _record(view: View, result: Result, changes: dict[str, Change]) -> None:
    ordered = [changes[person_id] for person_id in sorted(changes)]
    refuse_unsound(result.scores, result.outcome, ordered)
    view.house.store.draft(result.record.run_id, ordered)
    view.tell("web.decision.drafted")


def _change(result: Result, person_id: str, section_id: str, role: Role | None, reason: str) -> Change:
    """A change as typed: a known person, a seat or none, always a reason, and not what was proposed anyway."""
    bureau = result.opened.scores.bureau
    place = next((p for p in result.outcome.placements if p.person_id == person_id), None)
    seat = (section_id, role) if section_id and role else None
    proposed = None if place is None else (place.section_id, place.role)
    code = None
    if person_id not in bureau.people:
        code = "change_unknown_person"
    elif bool(section_id) != bool(role) or (section_id and section_id not in bureau.sections):
        code = "change_without_seat"
    elif place is not None and place.basis == "fixed":
        code = "change_of_fixed"
    elif not reason.strip():
        code = "change_without_reason"
    elif seat == proposed:
        code = "change_of_nothing"
    if code is not None:
        raise InvalidInput((Fault(code, value=person_id),))
    return Change(person_id, section_id or None, role if section_id else None, reason.strip())


@router.post("/runs/{run_id}/decided")
def decided(
    view: Seen,
    run_id: RunId,
    draft_id: Annotated[int, Form()],
    authority: Filled,
    document: Filled,
    date: Annotated[dt.date, Form()],
) -> Response:
    """Records the decision on the latest draft."""
    result = view.result(run_id)
    refuse_unsound(result.scores, result.outcome, changes_decided(view.house.store.acts(run_id)))
    view.house.store.decide(run_id, draft_id, authority.strip(), document.strip(), date)
    view.tell("web.decision.recorded")
    return view.go(f"/runs/{run_id}/decision")


@router.post("/runs/{run_id}/published")
def published(view: Seen, run_id: RunId, document: Filled, date: Annotated[dt.date, Form()]) -> Response:
    """Records the publication of the decision."""
    act = last(view.house.store.acts(run_id), "decided")
    if act is not None and act.date is not None and date.isoformat() < act.date:
        raise OutOfOrder("published")
    view.house.store.publish(run_id, document.strip(), date)
    view.tell("web.decision.published")
    return view.go(f"/runs/{run_id}/decision")
