"""A case folder and the people in it: rows, draw, tracks, entrants (articles 2, 3, 5 and 7).

Wherever a rule stands it can be left out (``without``), so that a test can see whether the rule made a difference.
"""

import csv
import datetime as dt
import hashlib
from fractions import Fraction
from functools import cache
from pathlib import Path

from tests.competition.reference.rulebook import read_rulebook

NOTHING: frozenset[str] = frozenset()


class Records:
    """One case folder: its rows, its draw, and who is on which track."""

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

    def rows(self, table: str) -> list[dict[str, str]]:
        if table not in self.tables:
            path = self.folder / f"{table}.csv"
            if path.exists():
                with path.open(encoding="utf-8-sig", newline="") as stream:
                    self.tables[table] = list(csv.DictReader(stream))
            else:
                self.tables[table] = []
        return self.tables[table]

    @cache  # noqa: B019
    def lot(self, *parts: object) -> int:
        text = "|".join([self.seed, *[str(part) for part in parts]])
        return int(hashlib.sha256(text.encode("utf-8")).hexdigest()[:8], 16)

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


def full_years(since: dt.date, today: dt.date) -> int:
    """Whole years gone by; the anniversary of 29 February is 1 March in common years."""
    years = today.year - since.year
    try:
        anniversary = since.replace(year=today.year)
    except ValueError:
        anniversary = dt.date(today.year, 3, 1)
    return years if anniversary <= today else years - 1
