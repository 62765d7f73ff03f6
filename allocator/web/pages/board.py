"""The section board: every seat of an outcome, who sits in it, and the pins that the next run will have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from allocator.competition.report.seats import basis_text
from allocator.web.pages.shared import pins_now, roles_of, run_page
from allocator.web.routes.ids import RunId
from allocator.web.view import Seen
from allocator.web.wire import task_of
from models.competition.codes import STAGES

if TYPE_CHECKING:
    from allocator.web.names import Names
    from allocator.web.pages.shared import PinsNow
    from allocator.web.records import PinRecord
    from allocator.web.results import Result
    from models.competition.codes import Role
    from models.competition.outcome import Placement

router = APIRouter()
Text = Annotated[str, Query(max_length=200)]


@dataclass(frozen=True)
class Card:
    """One person on the board. ``drawn`` is a seat that only the draw decided, ``follows`` one that may change with it.

    ``pin`` is the seat that the next run is to give, ``ruled_out`` those that it is not to give.
    """

    person_id: str
    name: str
    role: Role | None
    note: str
    home: str
    score: str | None
    roles: tuple[Role, ...]
    drawn: bool = False
    follows: bool = False
    pin: PinRecord | None = None
    ruled_out: tuple[PinRecord, ...] = ()


@dataclass(frozen=True)
class Place:
    """One section on the board: who is chief, who sits there, what is vacant, whom the next run is to put there.

    ``coming`` are pins of both modes: people who are to have a seat there, and people for whom one is ruled out.
    """

    section_id: str
    name: str
    headcount: int
    chiefs: tuple[Card, ...]
    staff: tuple[Card, ...]
    chief_vacant: bool
    vacant: int
    coming: tuple[PinRecord, ...]

    @property
    def seated(self) -> int:
        """How many people sit there."""
        return len(self.chiefs) + len(self.staff)


@dataclass(frozen=True)
class _Maker:
    """Makes the cards of one result."""

    result: Result
    names: Names
    pins: PinsNow

    @cached_property
    def pin_of(self) -> Mapping[str, PinRecord]:
        return {record.person_id: record for record in self.pins.coming if record.mode == "assign"}

    @cached_property
    def ruled_out(self) -> Mapping[str, tuple[PinRecord, ...]]:
        found: dict[str, tuple[PinRecord, ...]] = {}
        for record in self.pins.coming:
            if record.mode == "forbid":
                found[record.person_id] = (*found.get(record.person_id, ()), record)
        return found

    def places(self) -> tuple[Place, ...]:
        """Every section, in id order."""
        outcome = self.result.outcome
        by_section: dict[str, list[Placement]] = {}
        for placement in outcome.placements:
            by_section.setdefault(placement.section_id, []).append(placement)
        drawn = {(tie.section_id, person) for tie in outcome.ties for person in tie.people}
        vacant = {(one.section_id, one.role): one.count for one in outcome.vacancies}
        found = []
        for section_id, section in self.result.opened.scores.bureau.sections.items():
            cards = [(p, self._seated(p, (section_id, p.person_id) in drawn)) for p in by_section.get(section_id, ())]
            found.append(
                Place(
                    section_id,
                    self.names.section(section_id),
                    section.headcount,
                    tuple(card for p, card in cards if p.role == "chief"),
                    tuple(card for p, card in cards if p.role != "chief"),
                    bool(vacant.get((section_id, "chief"))),
                    vacant.get((section_id, "clerk"), 0),
                    tuple(record for record in self.pins.coming if record.section_id == section_id),
                )
            )
        return tuple(found)

    def without(self) -> tuple[Card, ...]:
        """The people without a seat, each with the reason."""
        return tuple(
            self._card(one.person_id, None, self.names.words(f"reason.{one.reason}"), None, False)
            for one in self.result.outcome.unplaced
        )

    def _seated(self, one: Placement, drawn: bool) -> Card:
        basis = basis_text(one, self.names)
        name = "composite" if one.composite else "quantification"
        value = one.composite or one.quantification
        score = None if value is None else self.names.words(f"pages.board.{name}", score=value)
        return self._card(one.person_id, one.role, basis, score, drawn)

    def _card(self, person_id: str, role: Role | None, note: str, score: str | None, drawn: bool) -> Card:
        scores = self.result.opened.scores
        home = self.names.section(scores.bureau.people[person_id].section_id)
        roles = roles_of(scores, person_id) if person_id not in scores.bureau.assigned else ()
        pin, ruled_out = self.pin_of.get(person_id), self.ruled_out.get(person_id, ())
        name, follows = self.names.person(person_id), person_id in self.result.outcome.follows
        return Card(person_id, name, role, note, home, score, roles, drawn, follows, pin, ruled_out)


@router.get("/runs/{run_id}/board")
def board(view: Seen, run_id: RunId, q: Text = "", section: Text = "") -> Response:
    """Who sits where under a run, section by section, as cards that can be moved."""
    result = view.result(run_id)
    names = view.names(result.opened.case)
    pins = pins_now(view, result)
    maker = _Maker(result, names, pins)
    places, without = maker.places(), maker.without()
    shown = tuple(_matching(places, q.strip().casefold(), section))
    task = task_of(dict(result.record.request))
    return run_page(
        view,
        "pages/board.html",
        result,
        "board",
        outcome=result.outcome,
        places=shown,
        all_places=places,
        without=without if not section else (),
        pins=pins,
        file_pins=[pin for pin in result.opened.case.pins if pin not in task.pins],
        wanted={"q": q, "section": section},
        whole=task.given is None and task.stages == STAGES,
        both=task.both,
    )


def _matching(places: Iterable[Place], text: str, section: str) -> Iterable[Place]:
    """The sections asked for: one of them, or those in which a name, an id or the section's own name has the text."""
    for place in places:
        if section and place.section_id != section:
            continue
        words = [place.name, place.section_id]
        words += [word for card in (*place.chiefs, *place.staff) for word in (card.name, card.person_id)]
        if not text or any(text in word.casefold() for word in words):
            yield place
