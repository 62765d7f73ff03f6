"""A case made fit to leave the house: no name, no free text, no id, no seed; and its results put back at home.

What travels is JSON that anybody may read: codes in place of ids, in the same order, and the draws already made, so
that every comparison, every tie and every level comes out as it would at home.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from pydantic_core import to_json

from allocator.lots import lot
from models.competition.case import ROW_TYPES, Case
from models.competition.rulebook import Rulebook

BLANK = "-"
CODE = re.compile(r'"[ps]#[0-9]+"')
PERSON_COLUMNS = frozenset({"person_id", "person_a", "person_b", "chief_id"})
BLANKED = frozenset({"name", "reason", "authority"})
DROPPED = frozenset({"home_unit", "relation"})
MATCHED = ("specialty", "proficiency")
"""Free text that a composition target may ask for; it travels as a code, and only where a target names it."""


@dataclass(frozen=True)
class Codes:
    """The run-local codes of one case under one rulebook. They keep the order of what they stand for."""

    case: Case
    rulebook: Rulebook
    seed: str

    @cached_property
    def people(self) -> Mapping[str, str]:
        """The code of each person."""
        return _coded("p", (person.person_id for person in self.case.people))

    @cached_property
    def sections(self) -> Mapping[str, str]:
        """The code of each section."""
        return _coded("s", (section.section_id for section in self.case.sections))

    @cached_property
    def judges(self) -> Mapping[str, str]:
        """The code of each judge of speeches."""
        return _coded("j", (row.judge for row in self.case.speeches))

    @cached_property
    def papers(self) -> Mapping[str, str]:
        """The code of each exam paper."""
        return _coded("e", self.rulebook.exam.weights)

    @cached_property
    def heads(self) -> Mapping[str, str]:
        """The code of each head of the appraisal."""
        return _coded("a", self.rulebook.appraisal.weights)

    @cached_property
    def groups(self) -> Mapping[str, str]:
        """The code of each voter group."""
        return _coded("g", self.rulebook.recommendation.weights)

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """The code of each free text that a target asks for."""
        targets = (target for target in self.rulebook.institution.composition if target.attribute in MATCHED)
        return _coded("t", (value for target in targets for value in target.values))

    @cached_property
    def names(self) -> Mapping[str, str]:
        """From code back to person or section, both as they are written in JSON."""
        own = ((code, own) for codes in (self.people, self.sections) for own, code in codes.items())
        return {json.dumps(code): json.dumps(name) for code, name in own}

    def named(self, content: str) -> str:
        """A JSON document with every code of a person or section replaced by what it stands for."""
        return CODE.sub(lambda found: self.names[found.group()], content)

    def draws(self) -> list[tuple[str, str, list[tuple[int, int]], int]]:
        """Every draw a method or the audit may ask for: person, section, (round, draw) of its seats, the pair's."""
        rounds: dict[tuple[str, str], set[int]] = {(person, ""): set() for person in self.people}
        for filing in self.case.clerk_applications:  # a required seat counts as one of the first round
            rounds.setdefault((filing.person_id, filing.section_id), {1}).add(filing.round)
        for rows in (self.case.applications, self.case.ballots, self.case.picks):
            for row in rows:
                rounds.setdefault((row.person_id, row.section_id), set())
        found = []
        for (person, section), filed in rounds.items():
            seats = [(round_, lot(self.seed, person, section, round_)) for round_ in sorted(filed)]
            code = self.sections[section] if section else ""
            found.append((self.people[person], code, seats, lot(self.seed, person, section)))
        return found


def _coded(prefix: str, values: Iterable[str]) -> dict[str, str]:
    """Codes of one width in the order of the values, which no id, stage or reason of the program can look like."""
    known = sorted(set(values))
    width = len(str(len(known)))
    return {value: f"{prefix}#{number:0{width}d}" for number, value in enumerate(known)}


class Parcel(NamedTuple):
    """What travels of one case, each part as JSON: its rulebook, its tables and its draws, in codes."""

    rulebook: bytes
    case: bytes
    draws: bytes


def packed(codes: Codes) -> Parcel:
    """The parcel of a case."""
    return Parcel(*(to_json(part) for part in (_rulebook(codes), _case(codes), codes.draws())))


def _rulebook(codes: Codes) -> dict[str, Any]:
    content: dict[str, Any] = codes.rulebook.model_dump(mode="json")
    content["name"] = BLANK
    for part, names in (("exam", codes.papers), ("appraisal", codes.heads), ("recommendation", codes.groups)):
        content[part]["weights"] = {names[name]: weight for name, weight in content[part]["weights"].items()}
    for target in content["institution"]["composition"]:
        if target["attribute"] in MATCHED:
            target["values"] = [codes.texts[value] for value in target["values"]]
    return content


def _case(codes: Codes) -> dict[str, Any]:
    content: dict[str, Any] = codes.case.model_dump(mode="json", exclude_defaults=True, exclude={"decisions"})
    content["case"] |= {"name": BLANK, "lottery_seed": BLANK}
    for table, row_type in ROW_TYPES.items():
        for column in row_type.model_fields.keys() & CHANGED:
            change = _change(codes, table, column)
            for row in content.get(table, ()):
                if column in row:
                    row[column] = change(row[column])
    return content


CHANGED = PERSON_COLUMNS | BLANKED | DROPPED | frozenset({"section_id", "judge", "group", "marks", *MATCHED})


def _change(codes: Codes, table: str, column: str) -> Callable[[Any], Any]:
    """What travels in place of the cells of one column."""
    if column in BLANKED:
        return lambda _text: BLANK
    if column in DROPPED:
        return lambda _text: None
    if column == "marks":
        names = codes.papers if table == "exams" else codes.heads
        return lambda marks: {names[name]: mark for name, mark in marks.items()}
    if column in MATCHED:
        return codes.texts.get
    if column in PERSON_COLUMNS:
        return codes.people.__getitem__
    return {"section_id": codes.sections, "judge": codes.judges, "group": codes.groups}[column].__getitem__
