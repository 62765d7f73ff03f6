"""The named scores, in whole thousandths (articles 4, 6, 8, 10, 11 and 12)."""

from fractions import Fraction
from pathlib import Path

from tests.competition.reference.records import NOTHING, Records


class Scores(Records):
    """The records with every named score worked out."""

    def __init__(self, folder: Path, without: frozenset[str] = NOTHING) -> None:
        super().__init__(folder, without)
        self.quantification = {p: self._quantification(p) for p in self.people}

    def rounded(self, points: Fraction) -> int:
        """Half up to the rulebook's decimals, as thousandths."""
        step: int = 10 ** int(self.book["rounding"]["decimals"])
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
            "review": self.rounded(sum(last, Fraction(0)) / len(last)),
        }
        named = {n: Fraction(0 if f"score.{n}" in self.without else v, 1000) for n, v in parts.items()}
        if "score.quantification" in self.without:
            return 0
        bonus = int(self.book["quantification"]["bonus"].get(self.people[person]["rank"], 0))
        return self.rounded(self.weighted("quantification", named)) + bonus * 1000

    def speech(self, person: str) -> int:
        marks = sorted(Fraction(r["score"]) for r in self.rows("speeches") if r["person_id"] == person)
        rules = self.book["speech"]
        kept = marks[rules["drop_lowest"] : len(marks) - rules["drop_highest"]]
        return 0 if "score.speech" in self.without else self.rounded(sum(kept, Fraction(0)) / len(kept))

    def ballot(self, person: str, section: str) -> dict[str, int]:
        return {
            r["group"]: int(r["votes"])
            for r in self.rows("ballots")
            if (r["person_id"], r["section_id"]) == (person, section)
        }

    def composite(self, person: str, ballot: dict[str, int], present: dict[str, int]) -> int:
        weights = self.book["recommendation"]["weights"]
        shares = [Fraction(weights[g]) * ballot.get(g, 0) / present[g] for g in weights if Fraction(weights[g])]
        recommendation = 0 if "score.recommendation" in self.without else self.rounded(100 * sum(shares, Fraction(0)))
        named = {
            "quantification": Fraction(self.quantification[person] or 0, 1000),
            "speech": Fraction(self.speech(person), 1000),
            "recommendation": Fraction(recommendation, 1000),
        }
        return 0 if "score.composite" in self.without else self.rounded(self.weighted("composite", named))
