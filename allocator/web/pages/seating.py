"""Who sits where under a run, in few words, and what of it only the draw decided: the first screen of a result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from allocator.competition.report.seats import seat_text, seats_of

if TYPE_CHECKING:
    from allocator.web.names import Names
    from models.competition.codes import Stage
    from models.competition.outcome import Outcome, Placement

MOST_SECTIONS = 40
"""Sections on the first screen; the section board has them all."""


@dataclass(frozen=True)
class Seated:
    """A person in a seat. ``drawn``: only the draw gave it; ``follows``: it may change with what the draw decided."""

    person_id: str
    drawn: bool
    follows: bool


@dataclass(frozen=True)
class Row:
    """A section: its chief, its other people, its vacant seats in words."""

    section_id: str
    chiefs: tuple[Seated, ...]
    staff: tuple[Seated, ...]
    vacant: str


@dataclass(frozen=True)
class TiedPerson:
    """Somebody with a tied seat in a section: whether the draw gave it, the seat proposed, the other tied sections."""

    person_id: str
    here: bool
    seat: str
    elsewhere: tuple[str, ...]


@dataclass(frozen=True)
class TiedSection:
    """The seats of a section that only the draw decided in a stage."""

    stage: Stage
    section_id: str
    people: tuple[TiedPerson, ...]


def rows_of(outcome: Outcome, names: Names, sections: tuple[str, ...]) -> tuple[Row, ...]:
    """The sections named, each with its people."""
    drawn = {(tie.section_id, person) for tie in outcome.ties for person in tie.people}
    following = frozenset(outcome.follows)
    vacant = {(one.section_id, one.role): one.count for one in outcome.vacancies}
    by_section: dict[str, list[Placement]] = {}
    for placement in outcome.placements:
        by_section.setdefault(placement.section_id, []).append(placement)

    def seated(section_id: str, chief: bool) -> tuple[Seated, ...]:
        return tuple(
            Seated(one.person_id, (section_id, one.person_id) in drawn, one.person_id in following)
            for one in by_section.get(section_id, ())
            if (one.role == "chief") == chief
        )

    def free(section_id: str) -> str:
        chief = [names.words("arg.role.chief")] if (section_id, "chief") in vacant else []
        count = vacant.get((section_id, "clerk"), 0)
        found = [*chief, names.words("web.run.vacant.staff", count=count)] if count else chief
        return names.joined(found) if found else ""

    return tuple(Row(one, seated(one, True), seated(one, False), free(one)) for one in sections)


def ties_of(outcome: Outcome, names: Names, section_id: str | None = None) -> tuple[TiedSection, ...]:
    """What the party group has to confirm, of all sections or of one: its people and where else each could sit."""
    seats = seats_of(outcome)
    sections: dict[tuple[Stage, str], list[str]] = {}
    for tie in outcome.ties:
        for person in tie.people:
            sections.setdefault((tie.stage, person), []).append(tie.section_id)

    def person_of(stage: Stage, here: str, person: str) -> TiedPerson:
        seat = seats.get(person)
        others = (names.section(one) for one in sections[stage, person] if one != here)
        return TiedPerson(
            person,
            seat is not None and seat.section_id == here,
            names.words("seat.none") if seat is None else seat_text(seat, names),
            tuple(others),
        )

    return tuple(
        TiedSection(tie.stage, tie.section_id, tuple(person_of(tie.stage, tie.section_id, one) for one in tie.people))
        for tie in outcome.ties
        if section_id in (None, tie.section_id)
    )
