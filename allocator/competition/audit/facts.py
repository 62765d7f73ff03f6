"""All that follows from the case alone, worked out once and independently of every other part of the program."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from allocator.competition.audit import marks, people
from allocator.competition.audit.pairs import Pair, asked_for, reaches_floor, votes_by_pair
from allocator.competition.audit.replayed import Replayed
from models.common.canonical import case_sha256, sha256
from models.common.rules import carries
from models.competition.case import Case
from models.competition.codes import Role, Stage, Track
from models.competition.filings import Application
from models.competition.people import Person
from models.competition.records import Review
from models.competition.rule_ids import RuleId
from models.competition.rulebook import Rulebook
from models.competition.sections import Section


class Seat(NamedTuple):
    """A section and a role in it."""

    section: str
    role: Role


@dataclass(frozen=True)
class Facts:
    """The case, the rulebook and the seed of the draw, and what the rules make of them."""

    case: Case
    rulebook: Rulebook
    seed: str

    def lot(self, *parts: str | int) -> int:
        """The published draw of a person and a section, or of a mutual seat."""
        text = "|".join([self.seed, *(str(part) for part in parts)])
        return int.from_bytes(hashlib.sha256(text.encode("utf-8")).digest()[:4], "big")

    @cached_property
    def replays(self) -> dict[object, Mapping[Stage, Replayed]]:
        """The procedures played so far, by the stages run and the seats given: one outcome needs its own but once."""
        return {}

    @cached_property
    def case_hash(self) -> str:
        """The hash of the case."""
        return case_sha256(self.case)

    @cached_property
    def rulebook_hash(self) -> str:
        """The hash of the rulebook."""
        return sha256(self.rulebook)

    @cached_property
    def people(self) -> Mapping[str, Person]:
        """Everybody, by id."""
        return {person.person_id: person for person in self.case.people}

    @cached_property
    def sections(self) -> Mapping[str, Section]:
        """Every section, by id, in id order."""
        return {s.section_id: s for s in sorted(self.case.sections, key=lambda s: s.section_id)}

    @cached_property
    def eligible(self) -> frozenset[str]:
        """Who may contest a chief post by rank and years."""
        day = self.case.case.reference_date
        return frozenset(p.person_id for p in self.case.people if people.eligible(p, self.rulebook, day))

    @cached_property
    def track(self) -> Mapping[str, Track]:
        """Everybody's track."""
        return {pid: people.track(person, pid in self.eligible) for pid, person in self.people.items()}

    @cached_property
    def withdrawn(self) -> frozenset[str]:
        """Who gave up the contest for chief posts."""
        return frozenset(
            pid for pid, person in self.people.items() if people.withdrew(person, self.track[pid], pid in self.eligible)
        )

    @cached_property
    def entrants(self) -> frozenset[str]:
        """Who takes part in the contest for chief posts."""
        polls = {row.person_id: row for row in self.case.satisfaction}
        limit = self.rulebook.eligibility.dissatisfied_below
        return frozenset(
            pid for pid, p in self.people.items() if people.entrant(p, self.track[pid], polls.get(pid), limit)
        )

    @cached_property
    def avoided(self) -> Mapping[str, frozenset[str]]:
        """Whom each person named in an avoidance pair may not sit with."""
        return people.avoided((row.person_a, row.person_b) for row in self.case.avoidances)

    @cached_property
    def fixed(self) -> Mapping[str, Seat]:
        """The seats of the people who do not rotate."""
        found: dict[str, Seat] = {}
        for pid, person in self.people.items():
            if self.track[pid] == "fixed" and person.section_id is not None:
                own: Role = "clerk" if person.staffing == "administrative" else "institution"
                found[pid] = Seat(person.section_id, "chief" if person.chief else own)
        return found

    @cached_property
    def pinned(self) -> Mapping[str, Seat]:
        """The seats that pins assign."""
        return {pin.person_id: Seat(pin.section_id, pin.role) for pin in self.case.pins if pin.mode == "assign"}

    @cached_property
    def forbidden(self) -> frozenset[tuple[str, str, Role]]:
        """The seats that pins forbid."""
        return frozenset((pin.person_id, pin.section_id, pin.role) for pin in self.case.pins if pin.mode == "forbid")

    @cached_property
    def open_posts(self) -> frozenset[str]:
        """The sections whose chief post is neither kept by a fixed chief nor assigned by a pin (article 9-1)."""
        return open_posts(self)

    def original(self, person: str, section: str) -> bool:
        """Whether the section is the person's present one and the person is not fixed."""
        who = self.people[person]
        return who.section_id == section and not who.fixed

    @cached_property
    def filings(self) -> Mapping[str, Mapping[int, str]]:
        """The section each person filed for in each round of mutual choice."""
        found: dict[str, dict[int, str]] = {}
        for row in self.case.clerk_applications:
            found.setdefault(row.person_id, {})[row.round] = row.section_id
        return found

    def filed(self, person: str, role: Role) -> dict[str, int]:
        """The sections a person filed for that no pin forbids, with the earliest round of each."""
        found: dict[str, int] = {}
        for round_, section in sorted(self.filings.get(person, {}).items()):
            if (person, section, role) not in self.forbidden:
                found.setdefault(section, round_)
        return found

    @cached_property
    def lists(self) -> Mapping[str, Mapping[str, int]]:
        """The rank of everybody on each section's list."""
        rows: dict[str, list[tuple[int, str]]] = {}
        for row in self.case.picks:
            rows.setdefault(row.section_id, []).append((row.order, row.person_id))
        return {sid: {pid: n + 1 for n, (_, pid) in enumerate(sorted(found))} for sid, found in rows.items()}

    def rank(self, person: str, section: str) -> int | None:
        """The person's rank on a section's list, ``None`` when not on it."""
        return self.lists.get(section, {}).get(person)

    @cached_property
    def listing(self) -> Mapping[str, tuple[str, ...]]:
        """The sections whose lists name each person."""
        found: dict[str, list[str]] = {}
        for section, ranks in self.lists.items():
            for person in ranks:
                found.setdefault(person, []).append(section)
        return {person: tuple(sections) for person, sections in found.items()}

    def retain(self, section: str, role: Role) -> int:
        """How many of its own people a section may keep in a role (articles 15 and 16)."""
        if role == "institution":
            return self.rulebook.institution.retain
        own = self.sections[section].retain
        return self.rulebook.clerks.retain if own is None else own

    @cached_property
    def quantification(self) -> Mapping[str, int | None]:
        """Everybody's quantification in thousandths, where the records allow one."""
        exams = {row.person_id: row.marks for row in self.case.exams}
        appraisals = {row.person_id: row.marks for row in self.case.appraisals}
        reviews: dict[str, list[Review]] = {}
        for row in self.case.reviews:
            reviews.setdefault(row.person_id, []).append(row)
        return {
            pid: marks.quantification(
                marks.exam(exams.get(pid), self.rulebook),
                marks.appraisal(appraisals.get(pid), self.rulebook),
                marks.review(reviews.get(pid, ()), self.rulebook),
                person.rank,
                self.rulebook,
            )
            for pid, person in self.people.items()
        }

    def points(self, person: str) -> int:
        """The quantification as a number to order by."""
        return self.quantification[person] or 0

    @cached_property
    def votes(self) -> Mapping[tuple[str, str], dict[str, int]]:
        """The votes of each person for each section, by voter group."""
        return votes_by_pair((row.person_id, row.section_id, row.group, row.votes) for row in self.case.ballots)

    @cached_property
    def present(self) -> int:
        """Everybody present at the recommendation meeting."""
        return sum(row.present for row in self.case.attendance)

    @cached_property
    def pairs(self) -> Mapping[tuple[str, str], Pair]:
        """Every pair of an unpinned entrant and an open post that was filed or written in and is not forbidden."""
        return chief_pairs(self)


@carries(RuleId.OPEN_POST, "audit")
def open_posts(facts: Facts) -> frozenset[str]:
    """The sections whose chief post nobody holds before the contest (article 9-1)."""
    taken = {seat.section for seats in (facts.fixed, facts.pinned) for seat in seats.values() if seat.role == "chief"}
    return frozenset(facts.sections) - taken


def chief_pairs(facts: Facts) -> dict[tuple[str, str], Pair]:
    """The pairs of the contest for chief posts, admissible or not (articles 9 and 11)."""
    case, rulebook = facts.case, facts.rulebook
    attendance = {row.group: row.present for row in case.attendance}
    voted: dict[str, set[str]] = {}
    for (pid, sid), by_group in facts.votes.items():
        if sum(by_group.values()) > 0:
            voted.setdefault(pid, set()).add(sid)
    rows: dict[str, list[Application]] = {}
    for row in case.applications:
        if (row.person_id, row.section_id, "chief") not in facts.forbidden:
            rows.setdefault(row.person_id, []).append(row)
    speeches: dict[str, list[Decimal]] = {}
    for mark in case.speeches:
        speeches.setdefault(mark.person_id, []).append(mark.score)
    early: dict[str, set[str]] = {}
    for pid, seat in (*facts.fixed.items(), *facts.pinned.items()):
        early.setdefault(seat.section, set()).add(pid)
    found: dict[tuple[str, str], Pair] = {}
    for pid in sorted(facts.entrants - facts.pinned.keys()):
        said = marks.speech(speeches.get(pid, ()), rulebook)
        asked = asked_for(rows.get(pid, ()), voted.get(pid, ()), rulebook.applications)
        for sid, filed in sorted(asked.items()):
            if sid not in facts.open_posts or (pid, sid, "chief") in facts.forbidden:
                continue
            by_group = facts.votes.get((pid, sid), {})
            votes = sum(by_group.values())
            score = marks.composite(
                facts.quantification[pid], said, marks.recommendation(by_group, attendance, rulebook), rulebook
            )
            clear = facts.avoided.get(pid, frozenset()).isdisjoint(early.get(sid, ()))
            admissible = clear and reaches_floor(votes, facts.present, rulebook)
            found[pid, sid] = Pair(pid, sid, filed, votes, facts.present, score, facts.lot(pid, sid), admissible)
    return found
