"""The list of rules. Each has one id, one kind and its article, and the same id wherever it appears.

A function that carries a rule says so with :func:`carries`; a test holds the tree to :data:`NEEDS`.
"""

from enum import StrEnum

from models.common.rules import Kind, Rule


class RuleId(StrEnum):
    """The id of every rule, as it stands in checks, formulations, audits, explanations and docs."""

    # data: what a record must be
    KNOWN_REFERENCES = "data.known_references"
    UNIQUE_KEYS = "data.unique_keys"
    MARK_RANGE = "data.mark_range"
    VOTES_WITHIN_PRESENT = "data.votes_within_present"
    COMPLETE_SCORES = "data.complete_scores"
    FILING_CAPS = "data.filing_caps"
    SEATS_WITHIN_HEADCOUNT = "data.seats_within_headcount"
    PIN_FITS = "data.pin_fits"
    # score: how a number is made
    EXAM = "score.exam"
    APPRAISAL = "score.appraisal"
    REVIEW = "score.review"
    QUANTIFICATION = "score.quantification"
    SPEECH = "score.speech"
    RECOMMENDATION = "score.recommendation"
    COMPOSITE = "score.composite"
    # filter: who may not have which seat
    TRACK = "filter.track"
    ELIGIBILITY = "filter.eligibility"
    ENTRANT = "filter.entrant"
    OPEN_POST = "filter.open_post"
    FILED_OR_WRITTEN_IN = "filter.filed_or_written_in"
    RECOMMENDATION_FLOOR = "filter.recommendation_floor"
    PIN = "filter.pin"
    WITHDRAWN = "filter.withdrawn"
    MUTUAL_CHOICE = "filter.mutual_choice"
    INSTITUTION_POOL = "filter.institution_pool"
    # row: what no two seats may do together
    ONE_SEAT = "row.one_seat"
    ONE_CHIEF = "row.one_chief"
    ROUND_PRIORITY = "row.round_priority"
    HEADCOUNT = "row.headcount"
    RETENTION_CLERK = "row.retention_clerk"
    RETENTION_INSTITUTION = "row.retention_institution"
    AVOIDANCE = "row.avoidance"
    ONE_PICK_A_ROUND = "row.one_pick_a_round"
    REQUIRED_RETENTION = "row.required_retention"
    COMPOSITION = "row.composition"
    # order: what is better
    CHIEF_ORDER = "order.chiefs"
    CLERK_ORDER = "order.clerks"
    DIRECTION = "order.direction"
    INSTITUTION_ORDER = "order.institution"
    LOT = "order.lot"


def _rules(kind: Kind, **articles: str) -> dict[RuleId, Rule]:
    return {RuleId[name]: Rule(RuleId[name], kind, article) for name, article in articles.items()}


RULES: dict[RuleId, Rule] = {
    **_rules(
        "data",
        KNOWN_REFERENCES="1, 3",
        UNIQUE_KEYS="3",
        MARK_RANGE="4, 6, 8, 10",
        VOTES_WITHIN_PRESENT="11-3",
        COMPLETE_SCORES="2, 8",
        FILING_CAPS="9-3",
        SEATS_WITHIN_HEADCOUNT="1-2",
        PIN_FITS="17",
    ),
    **_rules(
        "score",
        EXAM="4-3",
        APPRAISAL="6",
        REVIEW="8",
        QUANTIFICATION="8",
        SPEECH="10",
        RECOMMENDATION="11-4",
        COMPOSITE="12",
    ),
    **_rules(
        "filter",
        TRACK="2, 3-2",
        ELIGIBILITY="2-2",
        ENTRANT="5-1, 5-3, 7",
        OPEN_POST="9-1",
        FILED_OR_WRITTEN_IN="9-3, 11-2",
        RECOMMENDATION_FLOOR="11-3",
        PIN="17",
        WITHDRAWN="15-1",
        MUTUAL_CHOICE="15-2, 15-3",
        INSTITUTION_POOL="2-4, 16",
    ),
    **_rules(
        "row",
        ONE_SEAT="13, 15, 16",
        ONE_CHIEF="13-3",
        ROUND_PRIORITY="9-3, 13",
        HEADCOUNT="1-2",
        RETENTION_CLERK="15",
        RETENTION_INSTITUTION="16",
        AVOIDANCE="document 4, 7-5",
        ONE_PICK_A_ROUND="15-3, 16-5",
        REQUIRED_RETENTION="16",
        COMPOSITION="16",
    ),
    **_rules(
        "order",
        CHIEF_ORDER="13",
        CLERK_ORDER="15",
        DIRECTION="15-1, 15-6",
        INSTITUTION_ORDER="16",
        LOT="13-2, 13-3, 17",
    ),
}
