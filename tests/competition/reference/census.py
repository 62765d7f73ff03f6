"""What matters in a case: which levels decide something in it, and which rules bind."""

from pathlib import Path

from tests.competition.reference import brute
from tests.competition.reference.facts import Facts
from tests.competition.reference.rulebook import RULEBOOK
from tests.competition.reference.search import STAGES, Result

LEVELS = tuple((stage, name) for stage in STAGES for name in RULEBOOK["objective"][stage])

RULES = (
    "score.exam",
    "score.appraisal",
    "score.review",
    "score.quantification",
    "score.speech",
    "score.recommendation",
    "score.composite",
    "filter.track",
    "filter.eligibility",
    "filter.entrant",
    "filter.open_post",
    "filter.filed_or_written_in",
    "filter.recommendation_floor",
    "filter.pin",
    "filter.withdrawn",
    "filter.mutual_choice",
    "filter.institution_pool",
    "row.one_seat",
    "row.one_chief",
    "row.round_priority",
    "row.headcount",
    "row.retention_clerk",
    "row.retention_institution",
    "row.avoidance",
    "row.one_pick_a_round",
    "row.required_retention",
    "row.composition",
    "order.chiefs",
    "order.clerks",
    "order.direction",
    "order.institution",
    "order.lot",
)
"""Every rule that can change an outcome; the data rules only refuse cases."""

ALSO = ("fixed", "retain_override")
"""Two provisions that are part of other rules and are counted by themselves."""


def who_sits_where(result: Result) -> list[tuple[str, str, str]]:
    return sorted((seat.section, seat.role, seat.person) for seat in result.standing)


def deciding_levels(folder: Path) -> set[tuple[str, str]]:
    """The levels without which the same stage, from the same standing, places somebody elsewhere."""
    facts = Facts(folder)
    standing, found = facts.opening(), set()
    for stage in STAGES:
        result = brute.solve_stage(facts, stage, standing)
        for level in LEVELS:
            if level[0] == stage:
                other = brute.solve_stage(facts, stage, standing, drop_level=level)
                if who_sits_where(other) != who_sits_where(result):
                    found.add(level)
        standing = result.standing
    return found


def binding_rules(folder: Path) -> set[str]:
    """The rules without which the three stages place somebody elsewhere, or leave him out for another reason."""
    whole = outcome(Facts(folder))
    return {rule for rule in (*RULES, *ALSO) if outcome(Facts(folder, frozenset({rule}))) != whole}


def outcome(facts: Facts) -> list[tuple[str, str, str]]:
    return who_sits_where(brute.solve(facts)["institution"])
