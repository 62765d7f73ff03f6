"""Specimens that can be read and still cannot be: at least one for every fault of a case's contents."""

from collections.abc import Sequence
from typing import Any

from tests.bad_input.corpus import Specimen, add, all_of, drop, put
from tests.bad_input.raw_case import Edit, Tables


def person(person_id: str, **cells: str) -> Edit:
    """Adds a person: an administrative staff member without a section unless the cells say otherwise."""

    def edit(tables: Tables) -> None:
        row = {"person_id": person_id, "name": person_id, "staffing": "行政", "rank": "科员", **cells}
        tables["people"].append([row.get(heading, "") for heading in tables["people"][0]])

    return edit


def pin(person_id: str, section_id: str, role: str, mode: str = "assign") -> Edit:
    """Adds a pin; the valid case has one in row 2, which these are apart from."""
    return add("pins", person_id, section_id, role, mode, "工作需要", "局党组")


def decide(*people: str) -> Edit:
    """Adds a table of decisions that seat people as chief of s1."""

    def edit(tables: Tables) -> None:
        tables["decisions"] = [["person_id", "section_id", "role"], *([p, "s1", "chief"] for p in people)]

    return edit


def keep(table: str, rows: int) -> Edit:
    """Leaves only the first rows of a table."""

    def edit(tables: Tables) -> None:
        del tables[table][rows + 1 :]

    return edit


def strangers(count: int) -> Edit:
    """Adds exams of people nobody knows."""

    def edit(tables: Tables) -> None:
        tables["exams"] += [[f"x{n:04}", "1", "1", "1"] for n in range(count)]

    return edit


def without_exam(*rows: int) -> Edit:
    """Takes exams out, the last row first."""
    return all_of(*(drop("exams", row) for row in sorted(rows, reverse=True)))


def of(code: str, table: str, row: int | None, column: str, *edits: Edit, **more: Any) -> Specimen:
    """A specimen that every form carries."""
    return Specimen(code, table, row, column, all_of(*edits), **more)


SMALL_SECTION = add("sections", "s3", "三科", "1", "")
FIXED_CLERK = person("f", section_id="s2", fixed="是")
FIXED_CHIEF = person("k", section_id="s2", chief="是", fixed="是", staffing="事业")

REFERENCES: Sequence[Specimen] = (
    of("table_without_rows", "people", None, "person_id", keep("people", 0), note="people"),
    of("table_without_rows", "sections", None, "section_id", keep("sections", 0), note="sections"),
    *(
        of("unknown_person", table, 2, column, put(table, 2, column, "p9"), note=f"{table}-{column}", alone=False)
        for table, column in (
            ("exams", "person_id"),
            ("appraisals", "person_id"),
            ("reviews", "person_id"),
            ("satisfaction", "person_id"),
            ("applications", "person_id"),
            ("speeches", "person_id"),
            ("ballots", "person_id"),
            ("clerk_applications", "person_id"),
            ("picks", "person_id"),
            ("avoidances", "person_a"),
            ("avoidances", "person_b"),
            ("pins", "person_id"),
        )
    ),
    of("unknown_person", "decisions", 2, "person_id", decide("p9"), note="decisions"),
    of("unknown_chief", "picks", 2, "chief_id", put("picks", 2, "chief_id", "p9")),
    *(
        of("unknown_section", table, 2, "section_id", put(table, 2, "section_id", "s9"), note=table)
        for table in ("people", "applications", "ballots", "clerk_applications", "picks", "pins")
    ),
    of("unknown_group", "attendance", 6, "group", add("attendance", "public", "3"), note="attendance"),
    of("unknown_group", "ballots", 2, "group", put("ballots", 2, "group", "public"), note="ballots"),
    of("more_of_the_same", "exams", None, "person_id", strangers(1_002), alone=False),
)

DUPLICATES: Sequence[Specimen] = (
    of("duplicate_section", "sections", 4, "section_id", add("sections", "s1", "又一科", "2", "")),
    of("duplicate_section", "sections", 4, "section_id", add("sections", " s1 ", "又一科", "2", ""), note="spaces"),
    of("duplicate_person", "people", 7, "person_id", person("p3")),
    of("duplicate_exam", "exams", 7, "person_id", add("exams", "p3", "1", "1", "1")),
    of("duplicate_appraisal", "appraisals", 7, "person_id", add("appraisals", "p3", *"11111")),
    of("duplicate_review", "reviews", 17, "year", add("reviews", "p3", "2023", "1")),
    of("duplicate_satisfaction", "satisfaction", 4, "person_id", add("satisfaction", "p1", "1", "", "0")),
    of("duplicate_filing", "applications", 4, "section_id", add("applications", "p1", "1", "2", "s2")),
    of("duplicate_filing", "applications", 4, "section_id", add("applications", "p1", "1", "1", "s2"), note="copied"),
    of("duplicate_speech_mark", "speeches", 16, "judge", add("speeches", "p1", "j1", "80")),
    of("duplicate_attendance", "attendance", 6, "group", add("attendance", "staff", "20")),
    of("duplicate_attendance", "attendance", 6, "group", add("attendance", "局领导", "5"), note="chinese"),
    of("duplicate_ballot", "ballots", 7, "group", add("ballots", "p1", "s2", "staff", "1")),
    of("duplicate_clerk_filing", "clerk_applications", 5, "round", add("clerk_applications", "p3", "1", "s1")),
    of("duplicate_pick", "picks", 5, "person_id", add("picks", "s2", "p3", "3", "")),
    of("duplicate_avoidance", "avoidances", 3, "person_b", add("avoidances", "p5", "p3", "")),
    of("duplicate_pin", "pins", 3, "role", pin("p4", "s2", "clerk", "forbid")),
    of("duplicate_decision", "decisions", 3, "role", decide("p1", "p1")),
    of("choice_filed_twice", "applications", 4, "choice", add("applications", "p1", "1", "1", "s1")),
    of("pick_order_taken", "picks", 5, "order", add("picks", "s2", "p4", "1", "")),
)

RECORDS: Sequence[Specimen] = (
    of("avoidance_of_oneself", "avoidances", 3, "person_b", add("avoidances", "p3", "p3", "")),
    of("poll_without_ballots", "satisfaction", 4, "satisfied", add("satisfaction", "p3", "0", "", "0")),
    of("attendance_missing", "attendance", None, "group", drop("attendance", 5)),
    of("attendance_zero", "attendance", 5, "present", put("attendance", 5, "present", "0")),
    of("votes_over_present", "ballots", 2, "votes", put("ballots", 2, "votes", "6")),
    of("round_beyond_caps", "applications", 4, "round", add("applications", "p1", "4", "1", "s1")),
    of(
        "filings_over_cap",
        "applications",
        5,
        "section_id",
        SMALL_SECTION,
        add("applications", "p1", "1", "2", "s1"),
        add("applications", "p1", "1", "3", "s3"),
    ),
    of(
        "filings_over_cap",
        "applications",
        5,
        "section_id",
        add("applications", "p1", "3", "1", "s1"),
        add("applications", "p1", "3", "2", "s2"),
        note="last round",
    ),
    of("reference_date_impossible", "case", None, "reference_date", put("case", 3, "value", "1905-07-14")),
    of("birth_after_reference", "people", 4, "birth", put("people", 4, "birth", "2024-07-02")),
    of(
        "rank_before_birth",
        "people",
        2,
        "rank_since",
        put("people", 2, "rank_since", "1975-01-01"),
    ),
    of("exam_missing", "exams", None, "person_id", drop("exams", 2), note="incumbent"),
    of("exam_missing", "exams", None, "person_id", drop("exams", 6), note="institution"),
    of("exam_missing", "exams", None, "person_id", without_exam(2, 4), note="two", alone=False),
    of("appraisal_missing", "appraisals", None, "person_id", drop("appraisals", 3)),
    of("review_missing", "reviews", None, "person_id", keep("reviews", 12)),
    of("too_few_speech_marks", "speeches", None, "person_id", keep("speeches", 11), note="four"),
    of("too_few_speech_marks", "speeches", None, "person_id", keep("speeches", 7), note="none"),
)

SEATS: Sequence[Specimen] = (
    of("fixed_without_section", "people", 7, "section_id", person("f", fixed="是")),
    of("two_fixed_chiefs", "people", 8, "chief", FIXED_CHIEF, person("l", section_id="s2", chief="是", fixed="是")),
    of("two_present_chiefs", "people", 7, "chief", person("l", section_id="s1", chief="是", fixed="是")),
    of("fixed_over_seats", "sections", 4, "headcount", SMALL_SECTION, person("f", section_id="s3", fixed="是")),
    of("pin_contradiction", "pins", 3, "mode", pin("p4", "s2", "clerk")),
    of("pin_on_fixed", "pins", 3, "person_id", FIXED_CLERK, pin("f", "s1", "clerk")),
    of("pin_on_fixed", "pins", 3, "person_id", FIXED_CLERK, pin("f", "s1", "clerk", "forbid"), note="forbid"),
    of("pin_against_staffing", "pins", 3, "role", pin("p5", "s1", "clerk"), note="institution"),
    of("pin_against_staffing", "pins", 3, "role", pin("p3", "s1", "institution"), note="administrative"),
    of(
        "pin_against_staffing",
        "pins",
        3,
        "role",
        person("t", staffing="聘用"),
        pin("t", "s1", "clerk"),
        note="contract",
    ),
    of("pin_against_track", "pins", 3, "role", pin("p3", "s1", "chief")),
    of("pin_assigned_twice", "pins", 4, "section_id", pin("p3", "s2", "clerk"), pin("p3", "s1", "clerk"), alone=False),
    of("pin_two_chiefs", "pins", 4, "section_id", pin("p1", "s2", "chief"), pin("p2", "s2", "chief"), alone=False),
    of("pin_on_held_post", "pins", 3, "section_id", FIXED_CHIEF, pin("p1", "s2", "chief")),
    of("pin_over_seats", "pins", 3, "section_id", SMALL_SECTION, pin("p3", "s3", "clerk")),
    of("pin_over_retention", "pins", 4, "section_id", pin("p1", "s1", "clerk"), pin("p3", "s1", "clerk"), alone=False),
    of(
        "pin_against_avoidance",
        "pins",
        3,
        "person_id",
        FIXED_CLERK,
        add("avoidances", "f", "p3", ""),
        pin("p3", "s2", "clerk"),
        note="fixed",
    ),
    of("pin_against_avoidance", "pins", 4, "person_id", pin("p3", "s2", "clerk"), pin("p5", "s2", "institution")),
)

SEMANTIC: Sequence[Specimen] = (*REFERENCES, *DUPLICATES, *RECORDS, *SEATS)
"""Every specimen of the check of a case's contents."""
