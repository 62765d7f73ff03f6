"""What a case folder says of posts and seats, worked out by hand (articles 9, 11, 15, 16 and 17).

The standard library only; the csv files and ``rulebook.toml`` are read here, and nothing of the product is known.
"""

import datetime as dt
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from tests.competition.reference.records import NOTHING, full_years
from tests.competition.reference.scores import Scores


class Seat(NamedTuple):
    """One person in one seat. ``round`` and ``order`` as the levels count them, None where nothing is counted."""

    section: str
    role: str
    person: str
    basis: str
    round: int | None = None
    order: int | None = None


class Pair(NamedTuple):
    """One entrant and one open post (articles 9 and 11)."""

    person: str
    section: str
    round: int
    choice: int
    applied: bool
    votes: int
    rate: Fraction
    composite: int
    lot: int


class Facts(Scores):
    """The scored records with the open posts, the admissible pairs, and what every later stage asks."""

    def __init__(self, folder: Path, without: frozenset[str] = NOTHING) -> None:
        super().__init__(folder, without)
        self.open_posts = self._open_posts()
        self.pairs = self._pairs()

    def _open_posts(self) -> list[str]:
        if "filter.open_post" in self.without:
            return sorted(self.sections)
        held = {r["section_id"] for p, r in self.people.items() if self.tracks[p] == "fixed" and r["chief"] == "yes"}
        held |= {r["section_id"] for r in self.assigned.values() if r["role"] == "chief"}
        return sorted(set(self.sections) - held)

    def filings(self, person: str) -> dict[str, tuple[int, int]]:
        """Section -> (round, choice) of the filings that count, under the reading; a forbidden one was never filed."""
        reading = self.book["applications"]["reading"]
        mine = sorted(
            (int(r["round"]), int(r["choice"]), r["section_id"])
            for r in self.rows("applications")
            if r["person_id"] == person and (person, r["section_id"], "chief") not in self.forbidden
        )
        found: dict[str, tuple[int, int]] = {}
        for number, choice, section in mine:
            if reading == "latest" and number != mine[-1][0]:
                continue
            if section not in found:
                found[section] = (number if reading == "tiers" else 1, choice)
        return found

    def ever_filed(self, person: str, section: str) -> bool:
        return any((r["person_id"], r["section_id"]) == (person, section) for r in self.rows("applications"))

    def _pairs(self) -> list[Pair]:
        """Every admissible pair of an unpinned entrant and an open post."""
        present = {r["group"]: int(r["present"]) for r in self.rows("attendance")}
        rules = self.book["applications"]
        late = len(rules["caps"]) + 1 if rules["reading"] == "tiers" else 1
        floor = Fraction(self.book["recommendation"]["floor"])
        settled = self.opening()
        found = []
        for person in sorted(self.people):
            if not self.entrant(person) or person in self.assigned:
                continue
            filed = self.filings(person)
            for section in self.open_posts:
                ballot = self.ballot(person, section)
                votes = sum(ballot.values())
                written_in = votes > 0 and not self.ever_filed(person, section)
                if section not in filed and not written_in and "filter.filed_or_written_in" not in self.without:
                    continue
                if (person, section, "chief") in self.forbidden:
                    continue
                if any(seat.section == section and self.at_odds(person, seat.person) for seat in settled):
                    continue
                rate = Fraction(votes, sum(present.values()))
                if rate < floor and "filter.recommendation_floor" not in self.without:
                    continue
                number, choice = filed.get(section, (late, 9))
                composite = self.composite(person, ballot, present)
                lot = self.lot(person, section)
                found.append(Pair(person, section, number, choice, section in filed, votes, rate, composite, lot))
        return found

    def at_odds(self, one: str, other: str) -> bool:
        return frozenset((one, other)) in self.avoid

    @cache  # noqa: B019
    def original(self, person: str, section: str) -> bool:
        return self.people[person]["section_id"] == section and self.tracks[person] != "fixed"

    def opening(self) -> list[Seat]:
        """Fixed and pinned people."""
        seats = []
        for person, row in self.people.items():
            if self.tracks[person] == "fixed":
                role = "chief" if row["chief"] == "yes" else "clerk"
                if role == "clerk" and row["staffing"] == "institution":
                    role = "institution"
                seats.append(Seat(row["section_id"], role, person, "fixed"))
        for person, pin in self.assigned.items():
            seats.append(Seat(pin["section_id"], pin["role"], person, "pinned"))
        return sorted(seats)

    @cache  # noqa: B019
    def seats(self, section: str) -> int:
        """Seats beside the chief post."""
        return int(self.sections[section]["headcount"]) - 1 + (1000 if "row.headcount" in self.without else 0)

    def free(self, standing: list[Seat], section: str) -> int:
        return self.seats(section) - sum(1 for s in standing if s.section == section and s.role != "chief")

    @cache  # noqa: B019
    def cap(self, section: str, role: str) -> int:
        """How many originals a section may keep in a role."""
        rule = {"clerk": "row.retention_clerk", "institution": "row.retention_institution"}[role]
        if rule in self.without:
            return 1000
        own = self.sections[section]["retain"] if "retain_override" not in self.without else ""
        if role == "clerk" and own:
            return int(own)
        return int(self.book["clerks" if role == "clerk" else "institution"]["retain"])

    def may_sit(self, standing: list[Seat], person: str, section: str, role: str) -> bool:
        """Retention, avoidance and forbidding pins; not the number of free seats."""
        if (person, section, role) in self.forbidden:
            return False
        members = [seat for seat in standing if seat.section == section]
        if any(self.at_odds(person, seat.person) for seat in members):
            return False
        if not self.original(person, section):
            return True
        kept = [s for s in members if s.role == role and self.original(s.person, section)]
        return len(kept) < self.cap(section, role)

    @cache  # noqa: B019
    def wishes(self, person: str, role: str) -> list[tuple[int, str]]:
        """(round, section) of the person's filings for mutual choice, forbidden ones left out, by round."""
        return sorted(
            (int(r["round"]), r["section_id"])
            for r in self.rows("clerk_applications")
            if r["person_id"] == person and (person, r["section_id"], role) not in self.forbidden
        )

    @cache  # noqa: B019
    def rank(self, section: str, person: str) -> int | None:
        """The person's place in the section's whole list, 1 first."""
        names = self.lists[section]
        return names.index(person) + 1 if person in names else None

    @cache  # noqa: B019
    def mutual(self, person: str, role: str) -> list[tuple[str, int, int]]:
        """(section, round, pick order) of everything both sides named."""
        found = []
        for number, section in self.wishes(person, role):
            order = self.rank(section, person)
            if order is None and "filter.mutual_choice" in self.without:
                order = len(self.lists[section]) + 1
            if order is not None:
                found.append((section, number, order))
        return found

    def clerk_pool(self, standing: list[Seat]) -> list[str]:
        seated = {seat.person for seat in standing}
        return sorted(p for p, t in self.tracks.items() if t in ("incumbent", "candidate", "clerk") and p not in seated)

    def takes_no_mutual(self, person: str) -> bool:
        return self.withdrew(person) and "filter.withdrawn" not in self.without

    def direction_order(self, person: str) -> tuple[int, int, str]:
        return (-(self.quantification[person] or 0), -self.lot(person, ""), person)

    def kept_out(self, person: str) -> str | None:
        """Why a person of the institution track is not in the pool of article 16, None if he is."""
        row = self.people[person]
        if "filter.institution_pool" not in self.without:
            if row["consent"] != "yes":
                return "no_consent"
            if row["review"] == "fail":
                return "review_fail"
        return None if self.wishes(person, "institution") else "no_filing"

    def institution_pool(self, standing: list[Seat]) -> list[str]:
        seated = {seat.person for seat in standing}
        mine = [p for p, t in self.tracks.items() if t == "institution" and p not in seated]
        return sorted(p for p in mine if self.kept_out(p) is None)

    def requirements(self, standing: list[Seat]) -> dict[str, list[tuple[str, int]]]:
        """Section -> (person, order) of the originals who may meet its required retention."""
        found: dict[str, list[tuple[str, int]]] = {}
        if not self.book["institution"]["required"] or "row.required_retention" in self.without:
            return found
        pool = self.institution_pool(standing)
        for section in sorted(self.sections):
            kept = [s.person for s in standing if s.section == section and self.original(s.person, section)]
            if any(self.tracks[p] in ("clerk", "institution") for p in kept) or self.free(standing, section) < 1:
                continue
            own = [
                p
                for p in pool
                if self.original(p, section) and section in [wish for _, wish in self.wishes(p, "institution")]
            ]
            if own:
                last = len(self.lists[section]) + 1
                found[section] = [(p, self.rank(section, p) or last) for p in own]
        return found

    def shortfall(self, standing: list[Seat]) -> int:
        """How far all sections together fall short of the composition targets."""
        if "row.composition" in self.without:
            return 0
        missing = 0
        for section, row in self.sections.items():
            members = [self.people[seat.person] for seat in standing if seat.section == section]
            for target in self.book["institution"]["composition"]:
                if int(row["headcount"]) >= target.get("from_headcount", 1):
                    have = sum(1 for member in members if self.meets(member, target))
                    missing += max(0, target.get("min_count", 1) - have)
        return missing

    def meets(self, member: dict[str, str], target: dict[str, Any]) -> bool:
        if target["attribute"] == "age":
            return (
                bool(member["birth"])
                and full_years(dt.date.fromisoformat(member["birth"]), self.today) < target["below"]
            )
        return member[target["attribute"]] in target["values"]
