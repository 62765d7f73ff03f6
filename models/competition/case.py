"""A bureau's case: everything the allocation is decided from."""

import datetime as dt
from operator import attrgetter
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel

from models.common.avoidance import Avoidance
from models.common.base import Frozen, Text
from models.competition.filings import Application, ClerkApplication, Decision, Pick, Pin
from models.competition.people import Person
from models.competition.records import Appraisal, Attendance, Ballot, Exam, Review, Satisfaction, SpeechMark
from models.competition.sections import Section

KEYS: dict[str, tuple[str, ...]] = {
    "sections": ("section_id",),
    "people": ("person_id",),
    "exams": ("person_id",),
    "appraisals": ("person_id",),
    "reviews": ("person_id", "year"),
    "satisfaction": ("person_id",),
    "applications": ("person_id", "round", "section_id"),
    "speeches": ("person_id", "judge"),
    "attendance": ("group",),
    "ballots": ("person_id", "section_id", "group"),
    "clerk_applications": ("person_id", "round"),
    "picks": ("section_id", "person_id"),
    "avoidances": ("pair",),
    "pins": ("person_id", "section_id", "role"),
    "decisions": ("person_id", "section_id", "role"),
}
"""The columns no two rows of a table may share; rows of a case are sorted by them."""

ROW_TYPES: dict[str, type[Frozen]] = {
    "sections": Section,
    "people": Person,
    "exams": Exam,
    "appraisals": Appraisal,
    "reviews": Review,
    "satisfaction": Satisfaction,
    "applications": Application,
    "speeches": SpeechMark,
    "attendance": Attendance,
    "ballots": Ballot,
    "clerk_applications": ClerkApplication,
    "picks": Pick,
    "avoidances": Avoidance,
    "pins": Pin,
    "decisions": Decision,
}


def row_key(table: str, row: BaseModel) -> tuple[Any, ...]:
    """The key of one row of a table, in the order of :data:`KEYS`."""
    return tuple(getattr(row, column) for column in KEYS[table])


def _sorted(table: str) -> AfterValidator:
    key = attrgetter(*KEYS[table])

    def by_key(rows: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(sorted(rows, key=key))

    return AfterValidator(by_key)


class CaseInfo(Frozen):
    """The case itself: its name, the date service and age are counted to, and the published lottery seed."""

    name: Text
    reference_date: dt.date
    lottery_seed: Text | None = None


class Case(Frozen):
    """A whole case. Its rows stand in key order, so the order they were typed in can never matter."""

    case: CaseInfo
    sections: Annotated[tuple[Section, ...], _sorted("sections")]
    people: Annotated[tuple[Person, ...], _sorted("people")]
    exams: Annotated[tuple[Exam, ...], _sorted("exams")] = ()
    appraisals: Annotated[tuple[Appraisal, ...], _sorted("appraisals")] = ()
    reviews: Annotated[tuple[Review, ...], _sorted("reviews")] = ()
    satisfaction: Annotated[tuple[Satisfaction, ...], _sorted("satisfaction")] = ()
    applications: Annotated[tuple[Application, ...], _sorted("applications")] = ()
    speeches: Annotated[tuple[SpeechMark, ...], _sorted("speeches")] = ()
    attendance: Annotated[tuple[Attendance, ...], _sorted("attendance")] = ()
    ballots: Annotated[tuple[Ballot, ...], _sorted("ballots")] = ()
    clerk_applications: Annotated[tuple[ClerkApplication, ...], _sorted("clerk_applications")] = ()
    picks: Annotated[tuple[Pick, ...], _sorted("picks")] = ()
    avoidances: Annotated[tuple[Avoidance, ...], _sorted("avoidances")] = ()
    pins: Annotated[tuple[Pin, ...], _sorted("pins")] = ()
    decisions: Annotated[tuple[Decision, ...], _sorted("decisions")] = ()
