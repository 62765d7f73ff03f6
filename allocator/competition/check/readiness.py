"""For which stages the data suffice."""

from collections.abc import Mapping
from dataclasses import dataclass

from allocator.competition.pools.institution import outside_pool
from allocator.competition.scoring import Scores
from models.competition.codes import STAGES, Stage

QUANTIFICATION_TABLES: tuple[str, ...] = ("exams", "appraisals", "reviews")
CHOICE_TABLES: tuple[str, ...] = (*QUANTIFICATION_TABLES, "clerk_applications", "picks")
NEEDED: Mapping[Stage, tuple[str, ...]] = {
    "chiefs": (*QUANTIFICATION_TABLES, "applications", "speeches", "attendance", "ballots"),
    "clerks": CHOICE_TABLES,
    "institution": CHOICE_TABLES,
}
"""The tables a stage needs, once anybody takes part in it."""


@dataclass(frozen=True, slots=True)
class Readiness:
    """Whether a stage can be run, the tables without rows that it needs, and the earlier stage it waits for."""

    ready: bool
    missing: tuple[str, ...]
    waits_for: Stage | None = None


def chief_contestants(scores: Scores) -> tuple[str, ...]:
    """The entrants whom no pin has seated, while any chief post is open; nobody when none is."""
    if not scores.open_posts:
        return ()
    return tuple(p for p in scores.entrants if p not in scores.bureau.assigned)


def clerk_pool(scores: Scores) -> tuple[str, ...]:
    """The administrative people neither fixed nor pinned: clerks, and entrants who may be left without a post."""
    assigned = scores.bureau.assigned
    return tuple(
        p
        for p, record in scores.tracks.items()
        if record.track in ("clerk", "incumbent", "candidate") and p not in assigned
    )


def institution_pool(scores: Scores) -> tuple[str, ...]:
    """The institution staff who take part: agreed to, not failed in review, with a filing, not pinned (article 16)."""
    return tuple(p for p in willing_institution_staff(scores) if outside_pool(scores.bureau, p) is None)


def willing_institution_staff(scores: Scores) -> tuple[str, ...]:
    """The institution staff who may file: agreed to, not failed in review, not pinned (article 2-4)."""
    bureau = scores.bureau
    return tuple(
        p
        for p, record in scores.tracks.items()
        if record.track == "institution"
        and p not in bureau.assigned
        and bureau.people[p].consent
        and bureau.people[p].review != "fail"
    )


def readiness(scores: Scores) -> Mapping[Stage, Readiness]:
    """For each stage whether it can be run on what is recorded.

    A stage that concerns nobody needs nothing. A stage after one that is not ready is not ready either.
    """
    concerned: Mapping[Stage, bool] = {
        "chiefs": bool(chief_contestants(scores)),
        "clerks": bool(clerk_pool(scores)),
        "institution": bool(willing_institution_staff(scores)),
    }
    found: dict[Stage, Readiness] = {}
    waits_for: Stage | None = None
    for stage in STAGES:
        missing = tuple(t for t in NEEDED[stage] if concerned[stage] and not getattr(scores.bureau.case, t))
        found[stage] = Readiness(not missing and waits_for is None, missing, waits_for)
        if missing and waits_for is None:
            waits_for = stage
    return found
