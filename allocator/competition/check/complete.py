"""Whoever takes part has every record the scores are made from (articles 2, 8 and 10)."""

from collections.abc import Callable, Iterator
from operator import attrgetter

from allocator.competition.check.material import Material, fault
from allocator.competition.check.readiness import clerk_pool, institution_pool
from allocator.competition.scoring import PersonScores, Scores
from allocator.faults import Fault
from models.common.rules import carries
from models.competition.filings import Pin
from models.competition.rule_ids import RuleId

PARTS: tuple[tuple[str, str, Callable[[PersonScores], int | None], str], ...] = (
    ("exams", "exam", attrgetter("exam"), "exam_missing"),
    ("appraisals", "appraisal", attrgetter("appraisal"), "appraisal_missing"),
    ("reviews", "review", attrgetter("review"), "review_missing"),
)
"""For each part of the quantification its table, its score, and the code when a person lacks it."""


@carries(RuleId.COMPLETE_SCORES, "check")
def missing_parts(material: Material, scores: Scores) -> Iterator[Fault]:
    """Everybody in the pools and the chief contest has an exam, an appraisal and a review.

    A table without rows is no fault: its stages are not ready. Nor is a row missed that may be one of the faulty.
    """
    weights = scores.bureau.rulebook.quantification.weights
    needed = sorted({*clerk_pool(scores), *institution_pool(scores)})
    for table, part, of, code in PARTS:
        if not material.has_rows(table) or not weights.get(part, 0):  # type: ignore[call-overload]
            continue
        for who in needed:
            if of(scores.people[who]) is None and not _doubtful(material, who, table):
                yield fault(code, table, None, "person_id", who, person_id=who, name=scores.bureau.people[who].name)


@carries(RuleId.COMPLETE_SCORES, "check")
def too_few_speech_marks(material: Material, scores: Scores) -> Iterator[Fault]:
    """An entrant who stands for an open post has a mark left after the highest and lowest are dropped (article 10)."""
    rules = scores.bureau.rulebook
    if not material.has_rows("speeches") or not rules.composite.weights.get("speech", 0):
        return
    marks: dict[str, int] = {}
    for row in scores.bureau.case.speeches:
        marks[row.person_id] = marks.get(row.person_id, 0) + 1
    needed = rules.speech.drop_highest + rules.speech.drop_lowest + 1
    for who in scores.pairs_of:
        count = marks.get(who, 0)
        if count < needed and not any(_doubtful(material, who, t) for t in ("speeches", "applications")):
            name = scores.bureau.people[who].name
            yield fault(
                "too_few_speech_marks",
                "speeches",
                None,
                "person_id",
                who,
                person_id=who,
                name=name,
                marks=count,
                needed=needed,
            )


@carries(RuleId.PIN_FITS, "check")
def pins_against_track(material: Material, scores: Scores) -> Iterator[Fault]:
    """A chief post is pinned to present chiefs and candidates only (article 2)."""
    for row, pin in material.table(Pin):
        record = scores.tracks[pin.person_id]
        if pin.role == "chief" and record.track == "clerk" and not material.may_hold("people", pin.person_id):
            yield fault(
                "pin_against_track",
                "pins",
                row,
                "role",
                pin.role,
                person_id=pin.person_id,
                section_id=pin.section_id,
            )


def _doubtful(material: Material, who: str, table: str) -> bool:
    """Whether a faulty row may explain what a person lacks: his own, a pin of his, or one of the table itself."""
    return any(material.may_hold(t, who) for t in ("people", "pins", table))
