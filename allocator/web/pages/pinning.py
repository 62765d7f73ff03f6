"""Pins set and withdrawn: the seat is chosen, its price worked out and shown, then reason and authority recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, Form, Path, Query
from starlette.responses import Response

from allocator.web.answering import Material, Question
from allocator.web.open_cases import pin_of
from allocator.web.pages.answers import blocks
from allocator.web.pages.shared import case_tabs, key_of, roles_of, run_page
from allocator.web.records import PinRecord
from allocator.web.routes.ids import CaseId, Long, RunId, Short
from allocator.web.store import Missing
from allocator.web.view import Seen, View
from allocator.web.wire import task_of
from models.common.base import PinMode
from models.competition.codes import Role
from models.competition.filings import Pin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allocator.faults import Fault
    from allocator.web.questions import Asked
    from allocator.web.results import Result

router = APIRouter()
QuestionKey = Annotated[str, Path(pattern=r"^q[0-9a-f]{12}$")]
PersonId = Annotated[str, Query(max_length=200)]
MODES: tuple[PinMode, ...] = ("assign", "forbid")
"""What a pin does: it gives a seat, or rules it out."""


def known(result: Result, person_id: str, section_id: str | None = None) -> None:
    """Holds ids of a request against the case.

    Raises:
        Missing: when it has no such person or section.
    """
    bureau = result.opened.scores.bureau
    if person_id not in bureau.people or (section_id is not None and section_id not in bureau.sections):
        raise Missing


@router.get("/runs/{run_id}/pin")
def choose(view: Seen, run_id: RunId, person: PersonId, mode: PinMode = "assign") -> Response:
    """The form to choose the section and role that a person is to have, or that is to be ruled out for him."""
    result = view.result(run_id)
    known(result, person)
    bureau = result.opened.scores.bureau
    filed = [row.section_id for row in bureau.case.applications if row.person_id == person]
    filed += bureau.clerk_filings.get(person, {}).values()
    return run_page(
        view,
        "pages/pin.html",
        result,
        "board",
        person_id=person,
        mode=mode,
        modes=MODES,
        roles=roles_of(result.opened.scores, person),
        seat=next((one for one in result.outcome.placements if one.person_id == person), None),
        filed=[s for s in dict.fromkeys(filed) if s in bureau.sections],
        sections=list(bureau.sections),
        vacant={one.section_id for one in result.outcome.vacancies},
        pinned=person in bureau.assigned,
    )


@router.post("/runs/{run_id}/price")
def price(
    view: Seen,
    run_id: RunId,
    person_id: Short,
    section_id: Short,
    role: Annotated[Role, Form()],
    mode: Annotated[PinMode, Form()] = "assign",
) -> Response:
    """Asks what pinning the person there, or ruling that seat out, would cost."""
    return ask(view, run_id, Question("price", run_id, person_id, section_id, role, mode))


@router.post("/runs/{run_id}/winning")
def winning(view: Seen, run_id: RunId, person_id: Short, section_id: Short) -> Response:
    """Asks what would have won a post for a person."""
    return ask(view, run_id, Question("winning", run_id, person_id, section_id))


def ask(view: View, run_id: str, question: Question) -> Response:
    """Puts a question to a process of its own and leads to the page that waits for the answer."""
    result = view.result(run_id)
    if question.kind != "decision":
        known(result, question.person_id, question.section_id)

    def material() -> Material:
        store, content = view.house.store, view.house.store.outcome(run_id)
        assert content is not None
        return Material(store.case_files(result.record.case_id), task_of(dict(result.record.request)).pins, content)

    asked = view.house.questions.ask(question, material)
    return view.go(f"/runs/{run_id}/questions/{asked.key}")


def _asked(view: View, run_id: str, key: str) -> Asked:
    view.house.store.run(run_id)
    asked = view.house.questions.find(run_id, key)
    if asked is None:
        raise Missing
    return asked


@router.get("/runs/{run_id}/questions/{key}")
def question(view: Seen, run_id: RunId, key: QuestionKey) -> Response:
    """A question under way, or its answer; under a price the form that confirms the pin."""
    return _question(view, run_id, _asked(view, run_id, key))


def _question(
    view: View,
    run_id: str,
    asked: Asked,
    status: int = 200,
    filled: dict[str, str] | None = None,
    against: Sequence[Fault] = (),
) -> Response:
    """The page of a question. ``filled`` is what was typed to confirm a pin, ``against`` what speaks against it."""
    result = view.result(run_id)
    names = view.names(result.opened.case)
    said = [names.fault(one) for one in against]
    context: dict[str, Any] = {"asked": asked, "question": asked.question, "filled": filled, "against": said}
    tab = "decision" if asked.question.kind == "decision" else "board"
    if not asked.over:
        return run_page(view, "pages/asking.html", result, tab, **context)
    if asked.state != "done":
        faults = [names.fault(one) for one in asked.faults]
        return run_page(view, "pages/unanswered.html", result, tab, faults=faults, **context)
    if asked.question.kind == "decision":
        return view.go(f"/runs/{run_id}/decision")
    if asked.question.kind == "price":
        from allocator.competition.explain import price_sentences

        lines = price_sentences(asked.answer, result.scores, view.lang)
        wanted = asked.question
        pin = (wanted.person_id, wanted.section_id, wanted.role, wanted.mode)
        in_force = any(key_of(one) == pin for one in view.house.store.pins(result.record.case_id))
        context |= {"price": asked.answer, "lines": lines, "in_force": in_force}
        return run_page(view, "pages/price.html", result, "board", status=status, **context)
    found = blocks(asked.answer, result.scores, view.lang)
    return run_page(view, "pages/winning.html", result, "people", blocks=found, **context)


@router.get("/runs/{run_id}/questions/{key}/progress")
def progress(view: Seen, run_id: RunId, key: QuestionKey, heard: Annotated[str, Query(max_length=60)] = "") -> Response:
    """How far a question is: put into its page every second; at the end the page is loaded anew."""
    asked = _asked(view, run_id, key)
    if asked.over:
        return Response(status_code=204, headers={"HX-Refresh": "true"})
    names = view.names(None)
    return view.fragment("pages/asking_now.html", asked=asked, question=asked.question, names=names, heard=heard)


@router.post("/runs/{run_id}/questions/{key}/stop")
def stop(view: Seen, run_id: RunId, key: QuestionKey) -> Response:
    """Ends a question with the best found so far."""
    view.house.questions.stop(_asked(view, run_id, key))
    view.tell("pages.question.stop_asked")
    return view.go(f"/runs/{run_id}/questions/{key}")


@router.post("/runs/{run_id}/questions/{key}/pin")
def confirm(view: Seen, run_id: RunId, key: QuestionKey, reason: Long = "", authority: Short = "") -> Response:
    """Records the pin whose price was shown, with its reason and authority, unless a pin in force speaks against it."""
    asked = _asked(view, run_id, key)
    shown = asked.question.kind == "price" and asked.state == "done" and asked.answer.possible
    if not shown or asked.question.role is None:
        raise Missing
    filled = {"reason": plain(reason), "authority": plain(authority)}
    if not all(filled.values()):
        return _question(view, run_id, asked, 422, filled)
    who, where, role = asked.question.person_id, asked.question.section_id, asked.question.role
    mode = asked.question.mode
    pin = Pin(person_id=who, section_id=where, role=role, mode=mode, **filled)
    house, result = view.house, view.result(run_id)
    case_id = result.record.case_id
    in_force = [pin_of(record) for record in house.store.pins(case_id)]
    checked = house.desk.with_pins(case_id, (*in_force, pin))
    if not checked.sound:
        return _question(view, run_id, asked, 422, filled, checked.faults)
    house.store.set_pin(case_id, pin)
    names = view.names(result.opened.case)
    view.tell(f"pages.pin.set.{mode}", person=names.person(who), seat=seat_words(names, where, role))
    return view.go(f"/runs/{run_id}/board")


def seat_words(names: Any, section_id: str, role: str) -> str:
    """A seat in words."""
    return str(names.words("seat", section=names.section(section_id), role=names.words(f"arg.role.{role}")))


def plain(text: str) -> str:
    """A line of text as typed, without what cannot be seen."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


@router.get("/cases/{case_id}/pins")
def pins(view: Seen, case_id: CaseId) -> Response:
    """The pins of a case: those of its files, those in force on the page, and everything ever recorded here."""
    return _pins(view, case_id)


def _pins(view: View, case_id: str, status: int = 200, faulty: int | None = None) -> Response:
    opened = view.house.desk.case(case_id)
    names = view.names(opened.case)
    return view.page(
        "pages/pins.html",
        status=status,
        record=view.house.store.case(case_id),
        case_name=opened.case.case.name,
        tabs=case_tabs(case_id),
        tab="pins",
        names=names,
        in_force=view.house.store.pins(case_id),
        history=view.house.store.pin_history(case_id)[::-1],
        file_pins=[row.value for row in opened.draft.rows["pins"]],
        faulty=faulty,
        runs=[run for run in view.house.store.runs(case_id) if run.state == "done"],
    )


@router.post("/cases/{case_id}/pins/{pin_id}/withdraw")
def withdraw(
    view: Seen,
    case_id: CaseId,
    pin_id: Annotated[int, Path(ge=1)],
    reason: Long = "",
    authority: Short = "",
) -> Response:
    """Records that a pin is no longer in force: a new record with its own reason and authority."""
    store = view.house.store
    record: PinRecord | None = next((one for one in store.pins(case_id) if one.pin_id == pin_id), None)
    if record is None:
        raise Missing
    filled = {"reason": plain(reason), "authority": plain(authority)}
    if not all(filled.values()):
        return _pins(view, case_id, 422, pin_id)
    store.withdraw_pin(case_id, pin_of(record).model_copy(update=filled))
    names = view.names(view.house.desk.case(case_id).case)
    seat = seat_words(names, record.section_id, record.role)
    view.tell(f"pages.pin.withdrawn.{record.mode}", person=names.person(record.person_id), seat=seat)
    return view.go(f"/cases/{case_id}/pins")
