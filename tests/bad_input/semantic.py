"""Cases that can be read without fault and still cannot be: one for each fault of the check, all written down as cases.

A case holds its rows in key order, so that a row's number is its place in that order, the heading being row 1.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from models.case import Case
from models.filings import Application, ClerkApplication, Decision, Pick
from models.records import Attendance, Ballot, Satisfaction, SpeechMark
from models.sections import Section
from tests import builders as b
from tests.check.build import people, sound

Place = tuple[str, int | None, str, str]
"""Where a fault stands: table, row, column and value."""


@dataclass(frozen=True)
class Semantic:
    """A case with one kind of fault, and every place where it must be found; nothing else may be found.

    The faults counted by ``more_of_the_same`` stand beside it under their own code.
    """

    code: str
    case: Case
    places: tuple[Place, ...]

    @property
    def expected(self) -> list[tuple[str, str, int | None, str, str]]:
        """What the check must find, as (code, table, row, column, value), in its order."""
        if self.code != "more_of_the_same":
            return [(self.code, *place) for place in self.places]
        (_, _, _, counted), *listed = self.places
        return [(self.code, *self.places[0]), *((counted, *place) for place in listed)]


def more(table: str, *rows: Any, **changes: Any) -> Case:
    """The sound bureau with more rows in one table."""
    case = sound(**changes)
    return Case(**{**case.__dict__, table: (*getattr(case, table), *rows)})


def fewer(table: str, *person_ids: str) -> Case:
    """The sound bureau without some people's rows of a table."""
    case = sound()
    kept = tuple(row for row in getattr(case, table) if row.person_id not in person_ids)
    return Case(**{**case.__dict__, table: kept})


def pinned(*pins: Any) -> Case:
    """The sound bureau with a fixed clerk f, a fixed chief k of s3, contract staff t, and pins."""
    everybody = people(
        b.person("f", section="s3", fixed=True),
        b.person("k", section="s3", fixed=True, chief=True),
        b.person("t", staffing="contract"),
    )
    return sound(people=everybody, pins=pins)


def among(*people_: Any) -> Case:
    """The sound bureau with more people."""
    return sound(people=people(*people_))


def _ballot(section: str, group: str, votes: int) -> Ballot:
    return Ballot(person_id="a", section_id=section, group=group, votes=votes)


def _decision() -> Decision:
    return Decision(person_id="a", section_id="s1", role="chief")


def _filing(round_: int, choice: int, section: str) -> Application:
    return Application(person_id="a", round=round_, choice=choice, section_id=section)


def _list(section: str, person: str, order: int, chief: str | None = None) -> Pick:
    return Pick(section_id=section, person_id=person, order=order, chief_id=chief)


LATE = dt.date(2024, 7, 2)
SMALL = [*sound().sections, Section(section_id="s4", name="s4", headcount=1)]

STRANGERS = tuple(f"x{n:04}" for n in range(1_002))

SEMANTIC: Sequence[Semantic] = (
    Semantic(
        "table_without_rows",
        Case(case=sound().case, sections=(), people=(), exams=sound().exams),
        (("people", None, "person_id", ""), ("sections", None, "section_id", "")),
    ),
    Semantic(
        "more_of_the_same",
        more("exams", *(b.exam(x, 1, 1, 1) for x in STRANGERS)),
        (
            ("exams", None, "person_id", "unknown_person"),
            *(("exams", row, "person_id", x) for row, x in enumerate(STRANGERS[:1_000], start=7)),
        ),
    ),
    Semantic(
        "unknown_group",
        more("attendance", Attendance(group="public", present=3)),
        (("attendance", 5, "group", "public"),),
    ),
    Semantic("unknown_person", more("exams", b.exam("x", 1, 1, 1)), (("exams", 7, "person_id", "x"),)),
    Semantic("unknown_person", sound(avoid=[("a", "x")]), (("avoidances", 2, "person_b", "x"),)),
    Semantic("unknown_chief", more("picks", _list("s1", "c", 1, "x")), (("picks", 2, "chief_id", "x"),)),
    Semantic("unknown_section", among(b.person("e", section="s9")), (("people", 6, "section_id", "s9"),)),
    Semantic("unknown_section", more("applications", _filing(2, 1, "s9")), (("applications", 4, "section_id", "s9"),)),
    Semantic(
        "duplicate_section",
        more("sections", Section(section_id="s1", name="again", headcount=2)),
        (("sections", 3, "section_id", "s1"),),
    ),
    Semantic("duplicate_person", more("people", b.person("c")), (("people", 5, "person_id", "c"),)),
    Semantic("duplicate_exam", more("exams", b.exam("c", 1, 1, 1)), (("exams", 5, "person_id", "c"),)),
    Semantic(
        "duplicate_appraisal", more("appraisals", b.appraisal("c", *[1] * 5)), (("appraisals", 5, "person_id", "c"),)
    ),
    Semantic("duplicate_review", more("reviews", *b.reviews("a", 1)), (("reviews", 5, "year", "2023"),)),
    Semantic(
        "duplicate_satisfaction",
        more("satisfaction", Satisfaction(person_id="a", satisfied=1, dissatisfied=0)),
        (("satisfaction", 3, "person_id", "a"),),
    ),
    Semantic("duplicate_filing", more("applications", _filing(1, 3, "s2")), (("applications", 4, "section_id", "s2"),)),
    Semantic(
        "duplicate_speech_mark",
        more("speeches", SpeechMark(person_id="a", judge="j0", score=b.Decimal(1))),
        (("speeches", 3, "judge", "j0"),),
    ),
    Semantic(
        "duplicate_attendance",
        more("attendance", Attendance(group="counties", present=3)),
        (("attendance", 3, "group", "counties"),),
    ),
    Semantic("duplicate_ballot", more("ballots", _ballot("s1", "counties", 1)), (("ballots", 3, "group", "counties"),)),
    Semantic(
        "duplicate_clerk_filing",
        more("clerk_applications", ClerkApplication(person_id="c", round=1, section_id="s3")),
        (("clerk_applications", 3, "round", "1"),),
    ),
    Semantic("duplicate_pick", more("picks", _list("s2", "c", 2)), (("picks", 3, "person_id", "c"),)),
    Semantic("duplicate_avoidance", sound(avoid=[("a", "b"), ("b", "a")]), (("avoidances", 3, "person_b", "a"),)),
    Semantic("duplicate_pin", pinned(*[b.pin("c", "s2", "clerk")] * 2), (("pins", 3, "role", "clerk"),)),
    Semantic("duplicate_decision", more("decisions", _decision(), _decision()), (("decisions", 3, "role", "chief"),)),
    Semantic(
        "choice_filed_twice",
        sound(filed=[("a", 1, 1, "s1"), ("a", 1, 1, "s2")], speeches={"a": 90, "b": 85}),
        (("applications", 3, "choice", "1"),),
    ),
    Semantic("pick_order_taken", more("picks", _list("s2", "d", 1)), (("picks", 3, "order", "1"),)),
    Semantic("avoidance_of_oneself", sound(avoid=[("a", "a")]), (("avoidances", 2, "person_b", "a"),)),
    Semantic(
        "poll_without_ballots",
        sound(dissatisfied={"a": (9, 1, 1), "b": (0, 0, 0)}),
        (("satisfaction", 3, "satisfied", "0"),),
    ),
    Semantic(
        "attendance_missing",
        sound(present={"leaders": 10, "staff": 10, "institutions": 10}, votes={("a", "s1"): {"staff": 9}}),
        (("attendance", None, "group", "counties"),),
    ),
    Semantic(
        "attendance_zero", sound(present={**b.PRESENT, "staff": 0}, votes={}), (("attendance", 5, "present", "0"),)
    ),
    Semantic("votes_over_present", more("ballots", _ballot("s2", "staff", 11)), (("ballots", 6, "votes", "11"),)),
    Semantic("round_beyond_caps", more("applications", _filing(4, 1, "s3")), (("applications", 4, "round", "4"),)),
    Semantic("filings_over_cap", more("applications", _filing(1, 3, "s3")), (("applications", 4, "section_id", "s3"),)),
    Semantic(
        "reference_date_impossible",
        sound(reference_date=dt.date(1905, 7, 14)),
        (("case", None, "reference_date", "1905-07-14"),),
    ),
    Semantic("birth_after_reference", among(b.person("e", birth=LATE)), (("people", 6, "birth", "2024-07-02"),)),
    Semantic(
        "rank_before_birth",
        among(b.person("e", birth=dt.date(1990, 5, 1), rank_since=dt.date(1909, 5, 1))),
        (("people", 6, "rank_since", "1909-05-01"),),
    ),
    Semantic("fixed_without_section", among(b.person("f", fixed=True)), (("people", 6, "section_id", ""),)),
    Semantic(
        "two_fixed_chiefs",
        among(*(b.person(p, staffing="institution", section="s3", fixed=True, chief=True) for p in "fg")),
        (("people", 7, "chief", "yes"),),
    ),
    Semantic("two_present_chiefs", among(b.incumbent("e", "s1", fixed=True)), (("people", 6, "chief", "yes"),)),
    Semantic(
        "fixed_over_seats",
        sound(people=people(b.person("f", section="s4", fixed=True)), sections=SMALL),
        (("sections", 5, "headcount", "1"),),
    ),
    Semantic(
        "exam_missing",
        fewer("exams", "a", "d"),
        (("exams", None, "person_id", "a"), ("exams", None, "person_id", "d")),
    ),
    Semantic("appraisal_missing", fewer("appraisals", "b"), (("appraisals", None, "person_id", "b"),)),
    Semantic("review_missing", fewer("reviews", "i"), (("reviews", None, "person_id", "i"),)),
    Semantic("too_few_speech_marks", sound(speeches={"a": 9, "b": [8] * 4}), (("speeches", None, "person_id", "b"),)),
    Semantic(
        "pin_contradiction",
        pinned(b.pin("c", "s2", "clerk"), b.pin("c", "s2", "clerk", "forbid")),
        (("pins", 3, "mode", "forbid"),),
    ),
    Semantic("pin_on_fixed", pinned(b.pin("f", "s3", "clerk")), (("pins", 2, "person_id", "f"),)),
    Semantic("pin_against_staffing", pinned(b.pin("i", "s1", "clerk")), (("pins", 2, "role", "clerk"),)),
    Semantic("pin_against_track", pinned(b.pin("c", "s1", "chief")), (("pins", 2, "role", "chief"),)),
    Semantic(
        "pin_assigned_twice",
        pinned(b.pin("c", "s2", "clerk"), b.pin("c", "s3", "clerk")),
        (("pins", 3, "section_id", "s3"),),
    ),
    Semantic(
        "pin_two_chiefs",
        pinned(b.pin("a", "s2", "chief"), b.pin("b", "s2", "chief")),
        (("pins", 3, "section_id", "s2"),),
    ),
    Semantic("pin_on_held_post", pinned(b.pin("a", "s3", "chief")), (("pins", 2, "section_id", "s3"),)),
    Semantic(
        "pin_over_seats",
        pinned(b.pin("c", "s3", "clerk"), b.pin("d", "s3", "clerk")),
        (("pins", 3, "section_id", "s3"),),
    ),
    Semantic(
        "pin_over_retention",
        pinned(b.pin("a", "s1", "clerk"), b.pin("c", "s1", "clerk")),
        (("pins", 3, "section_id", "s1"),),
    ),
    Semantic(
        "pin_against_avoidance",
        Case(**{**pinned(b.pin("c", "s3", "clerk")).__dict__, "avoidances": sound(avoid=[("c", "f")]).avoidances}),
        (("pins", 2, "person_id", "c"),),
    ),
)
