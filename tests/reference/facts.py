"""What a case folder says, worked out by hand: tracks, scores, pairs, opening seats (RULES 0 to 3 and 7).

Standard library only. It reads the csv files and ``rulebook.toml`` itself and knows nothing of the product. Wherever a
rule stands it can be left out (``without``), so that a test can see whether the rule made a difference.
"""

import csv
import datetime as dt
import hashlib
import tomllib
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

RULEBOOK: dict[str, dict[str, Any]] = {
    "rounding": {"decimals": 3},
    "eligibility": {
        "years": {"head": 0, "head_nominal": 3, "deputy": 2, "deputy_nominal": 3},
        "dissatisfied_below": "1/3",
    },
    "exam": {"weights": {"aptitude": "0.3", "essay": "0.5", "knowledge": "0.2"}},
    "appraisal": {
        "weights": {"virtue": "0.30", "ability": "0.15", "diligence": "0.10", "results": "0.25", "integrity": "0.20"}
    },
    "review": {"years": 3},
    "quantification": {
        "weights": {"exam": "0.1", "appraisal": "0.3", "review": "0.6"},
        "bonus": {"head": 4, "head_nominal": 2, "deputy": 1, "deputy_nominal": 0, "staff": 0},
    },
    "speech": {"drop_highest": 2, "drop_lowest": 2},
    "recommendation": {
        "weights": {"leaders": "0.35", "staff": "0.40", "institutions": "0.15", "counties": "0.10"},
        "floor": "1/3",
    },
    "composite": {"weights": {"quantification": "0.3", "speech": "0.1", "recommendation": "0.6"}},
    "applications": {"caps": [2, 2, 1], "reading": "tiers", "priority": True},
    "clerks": {"retain": 1},
    "institution": {
        "retain": 1,
        "required": True,
        "composition": [
            {"attribute": "gender", "values": ["female"], "min_count": 1, "from_headcount": 3},
            {"attribute": "gender", "values": ["male"], "min_count": 1, "from_headcount": 3},
            {"attribute": "age", "below": 35, "min_count": 1, "from_headcount": 3},
            {"attribute": "education", "values": ["bachelor", "master", "doctor"], "min_count": 1, "from_headcount": 3},
        ],
    },
    "objective": {
        "chiefs": ["posts_filled", "composite", "votes", "applied", "round", "lot"],
        "clerks": ["placed", "mutual", "quantification", "one_sided", "round", "pick_order", "lot"],
        "institution": ["required", "placed", "shortfall", "quantification", "round", "pick_order", "lot"],
    },
}

NOTHING: frozenset[str] = frozenset()


class Seat(NamedTuple):
    """One person in one seat. ``round`` and ``order`` as the levels count them, None where nothing is counted."""

    section: str
    role: str
    person: str
    basis: str
    round: int | None = None
    order: int | None = None


class Pair(NamedTuple):
    """One entrant and one open post (RULES 3)."""

    person: str
    section: str
    round: int
    choice: int
    applied: bool
    votes: int
    rate: Fraction
    composite: int
    lot: int


class Facts:
    """Everything RULES 0 to 3 derive from one case folder."""

    def __init__(self, folder: Path, without: frozenset[str] = NOTHING) -> None:
        self.folder = Path(folder)
        self.without = without
        self.tables: dict[str, list[dict[str, str]]] = {}
        self.book = read_rulebook(self.folder)
        head = {row["key"]: row["value"] for row in self.rows("case")}
        self.today = dt.date.fromisoformat(head["reference_date"])
        self.seed = head.get("lottery_seed") or head["name"]
        self.sections = {row["section_id"]: row for row in self.rows("sections")}
        self.people = {row["person_id"]: row for row in self.rows("people")}
        self.avoid = {frozenset((r["person_a"], r["person_b"])) for r in self.rows("avoidances")}
        pins = [] if "filter.pin" in without else self.rows("pins")
        self.assigned = {r["person_id"]: r for r in pins if r["mode"] == "assign"}
        self.forbidden = {(r["person_id"], r["section_id"], r["role"]) for r in pins if r["mode"] == "forbid"}
        if "row.avoidance" in without:
            self.avoid = set()
        self.lists: dict[str, list[str]] = {s: [] for s in self.sections}
        for row in sorted(self.rows("picks"), key=lambda r: int(r["order"])):
            self.lists[row["section_id"]].append(row["person_id"])
        self.tracks = {p: self.track(p) for p in self.people}
        self.quantification = {p: self._quantification(p) for p in self.people}
        self.open_posts = self._open_posts()
        self.pairs = self._pairs()

    def rows(self, table: str) -> list[dict[str, str]]:
        if table not in self.tables:
            path = self.folder / f"{table}.csv"
            if path.exists():
                with path.open(encoding="utf-8", newline="") as stream:
                    self.tables[table] = list(csv.DictReader(stream))
            else:
                self.tables[table] = []
        return self.tables[table]

    @cache  # noqa: B019
    def lot(self, *parts: object) -> int:
        text = "|".join([self.seed, *[str(part) for part in parts]])
        return int(hashlib.sha256(text.encode("utf-8")).hexdigest()[:8], 16)

    # ---- RULES 1: tracks -------------------------------------------------------------------------------------

    def eligible(self, person: str) -> bool:
        row = self.people[person]
        if "filter.eligibility" in self.without:
            return True
        needed = self.book["eligibility"]["years"].get(row["rank"])
        if needed is None:
            return False
        if needed == 0:
            return True
        return bool(row["rank_since"]) and full_years(dt.date.fromisoformat(row["rank_since"]), self.today) >= needed

    def track(self, person: str) -> str:
        row = self.people[person]
        staffing = row["staffing"]
        if staffing == "contract":
            if "filter.track" not in self.without:
                return "contract"
            staffing = "administrative"
        if row["fixed"] == "yes" and "fixed" not in self.without:
            return "fixed"
        if staffing == "institution":
            return "institution"
        if row["chief"] == "yes":
            return "incumbent"
        if row["bid"] == "compete" and self.eligible(person):
            return "candidate"
        return "clerk"

    def withdrew(self, person: str) -> bool:
        """Withdrawing has an effect for incumbents and eligible administrative people only."""
        row = self.people[person]
        if row["bid"] != "withdraw" or self.tracks[person] not in ("incumbent", "clerk"):
            return False
        return self.tracks[person] == "incumbent" or self.eligible(person)

    def dissatisfied(self, person: str) -> bool:
        for row in self.rows("satisfaction"):
            if row["person_id"] == person:
                bad = int(row["dissatisfied"])
                everybody = bad + int(row["satisfied"]) + int(row["basic"] or 0)
                return Fraction(bad, everybody) >= Fraction(self.book["eligibility"]["dissatisfied_below"])
        return False

    def entrant(self, person: str) -> bool:
        row = self.people[person]
        if self.tracks[person] not in ("incumbent", "candidate"):
            return False
        if "filter.entrant" in self.without:
            return True
        if row["review"] == "fail" or row["bid"] == "withdraw" or self.dissatisfied(person):
            return False
        return self.tracks[person] == "incumbent" or row["cleared"] == "yes"

    # ---- RULES 2: scores, in whole thousandths ---------------------------------------------------------------

    def rounded(self, points: Fraction) -> int:
        """Half up to the rulebook's decimals, as thousandths."""
        step = 10 ** self.book["rounding"]["decimals"]
        return int((points * step * 2 + 1) // 2) * (1000 // step)

    def weighted(self, part: str, marks: dict[str, str] | dict[str, Fraction]) -> Fraction:
        weights = self.book[part]["weights"]
        return sum((Fraction(weights[name]) * Fraction(marks[name]) for name in weights), Fraction(0))

    def one(self, table: str, person: str) -> dict[str, str] | None:
        for row in self.rows(table):
            if row["person_id"] == person:
                return row
        return None

    def _quantification(self, person: str) -> int | None:
        exam_row, appraisal_row = self.one("exams", person), self.one("appraisals", person)
        years = sorted((int(r["year"]), r["score"]) for r in self.rows("reviews") if r["person_id"] == person)
        if exam_row is None or appraisal_row is None or not years:
            return None
        last = [Fraction(score) for _, score in years[-self.book["review"]["years"] :]]
        parts = {
            "exam": self.rounded(self.weighted("exam", exam_row)),
            "appraisal": self.rounded(self.weighted("appraisal", appraisal_row)),
            "review": self.rounded(sum(last) / len(last)),
        }
        named = {n: Fraction(0 if f"score.{n}" in self.without else v, 1000) for n, v in parts.items()}
        if "score.quantification" in self.without:
            return 0
        bonus = self.book["quantification"]["bonus"].get(self.people[person]["rank"], 0)
        return (
            self.rounded(self.weighted("quantification", {n: named.get(n, Fraction(0)) for n in parts})) + bonus * 1000
        )

    def speech(self, person: str) -> int:
        marks = sorted(Fraction(r["score"]) for r in self.rows("speeches") if r["person_id"] == person)
        rules = self.book["speech"]
        kept = marks[rules["drop_lowest"] : len(marks) - rules["drop_highest"]]
        return 0 if "score.speech" in self.without else self.rounded(sum(kept) / len(kept))

    def ballot(self, person: str, section: str) -> dict[str, int]:
        return {
            r["group"]: int(r["votes"])
            for r in self.rows("ballots")
            if (r["person_id"], r["section_id"]) == (person, section)
        }

    # ---- RULES 3: chief pairs --------------------------------------------------------------------------------

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
                composite = self._composite(person, ballot, present)
                lot = self.lot(person, section)
                found.append(Pair(person, section, number, choice, section in filed, votes, rate, composite, lot))
        return found

    def _composite(self, person: str, ballot: dict[str, int], present: dict[str, int]) -> int:
        weights = self.book["recommendation"]["weights"]
        shares = [Fraction(weights[g]) * ballot.get(g, 0) / present[g] for g in weights if Fraction(weights[g])]
        recommendation = 0 if "score.recommendation" in self.without else self.rounded(100 * sum(shares))
        named = {
            "quantification": Fraction(self.quantification[person] or 0, 1000),
            "speech": Fraction(self.speech(person), 1000),
            "recommendation": Fraction(recommendation, 1000),
        }
        return 0 if "score.composite" in self.without else self.rounded(self.weighted("composite", named))

    # ---- RULES 5 to 7: what every later stage asks -------------------------------------------------------------

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
        """Why a person of the institution track is not in the pool of RULES 6, None if he is."""
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


def full_years(since: dt.date, today: dt.date) -> int:
    """Whole years gone by; the anniversary of 29 February is 1 March in common years."""
    years = today.year - since.year
    try:
        anniversary = since.replace(year=today.year)
    except ValueError:
        anniversary = dt.date(today.year, 3, 1)
    return years if anniversary <= today else years - 1


def read_rulebook(folder: Path) -> dict[str, dict[str, Any]]:
    """The built-in rulebook with the folder's differences: weights replaced whole, years and bonus key by key."""
    path = folder / "rulebook.toml"
    own = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    book = {part: dict(values) for part, values in RULEBOOK.items()}
    for part, values in own.items():
        if not isinstance(values, dict):
            continue
        for key, value in values.items():
            book[part][key] = {**book[part][key], **value} if key in ("years", "bonus") else value
    return book
