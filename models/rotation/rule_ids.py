"""The list of rules of exchange and rotation. Each has one id, one kind and its article, and the same id everywhere."""

from enum import StrEnum

from models.common.rules import Kind, Rule


class RuleId(StrEnum):
    """The id of every rule, as it stands in checks, duties, formulations, audits, explanations and docs."""

    # score: how a number is made
    HANDOVER = "rotation.score.handover"
    # data: what a record must be
    KNOWN_REFERENCES = "rotation.data.known_references"
    UNIQUE_KEYS = "rotation.data.unique_keys"
    DATES = "rotation.data.dates"
    PIN_FITS = "rotation.data.pin_fits"
    # duty: who owes a move
    TENURE = "rotation.duty.tenure"
    UNIT_TENURE = "rotation.duty.unit_tenure"
    DEVELOPMENT = "rotation.duty.development"
    VOLUNTEER = "rotation.duty.volunteer"
    RELATION = "rotation.duty.relation"
    NEEDED = "rotation.duty.needed"
    POST_TENURE = "rotation.duty.post_tenure"
    SENSITIVE_TENURE = "rotation.duty.sensitive_tenure"
    UNSUITED = "rotation.duty.unsuited"
    # filter: who may not move where
    EXEMPT_FROM_EXCHANGE = "rotation.filter.exempt_from_exchange"
    EXEMPT_FROM_ROTATION = "rotation.filter.exempt_from_rotation"
    SAME_LEVEL = "rotation.filter.same_level"
    SPECIALTY = "rotation.filter.specialty"
    OVER_SEATS = "rotation.filter.over_seats"
    NO_RETURN = "rotation.filter.no_return"
    KIND_OF_MOVE = "rotation.filter.kind_of_move"
    COUNTERPART = "rotation.filter.counterpart"
    PIN = "rotation.filter.pin"
    # row: what no two moves may do together
    SEATS = "rotation.row.seats"
    CONTINUITY = "rotation.row.continuity"
    QUOTA = "rotation.row.quota"
    AVOIDANCE = "rotation.row.avoidance"
    # order: what is better
    PLAN = "rotation.order.plan"
    ROTATION_INSTEAD = "rotation.order.rotation_instead"
    LOT = "rotation.order.lot"


_ARTICLES: dict[RuleId, tuple[Kind, str]] = {
    RuleId.KNOWN_REFERENCES: ("data", "4, 15"),
    RuleId.UNIQUE_KEYS: ("data", "4, 15"),
    RuleId.DATES: ("data", "7, 9"),
    RuleId.PIN_FITS: ("data", "13"),
    RuleId.TENURE: ("duty", "7-1"),
    RuleId.UNIT_TENURE: ("duty", "7-2"),
    RuleId.DEVELOPMENT: ("duty", "7-3"),
    RuleId.VOLUNTEER: ("duty", "7-4"),
    RuleId.RELATION: ("duty", "7-5"),
    RuleId.NEEDED: ("duty", "7-6"),
    RuleId.POST_TENURE: ("duty", "9-1"),
    RuleId.SENSITIVE_TENURE: ("duty", "9-2, 6-4"),
    RuleId.UNSUITED: ("duty", "9-3"),
    RuleId.EXEMPT_FROM_EXCHANGE: ("filter", "8"),
    RuleId.EXEMPT_FROM_ROTATION: ("filter", "10"),
    RuleId.SAME_LEVEL: ("filter", "3, 4"),
    RuleId.SPECIALTY: ("filter", "10-3"),
    RuleId.OVER_SEATS: ("filter", "15-1"),
    RuleId.NO_RETURN: ("filter", "4"),
    RuleId.KIND_OF_MOVE: ("filter", "7, 9"),
    RuleId.COUNTERPART: ("filter", "7-6"),
    RuleId.PIN: ("filter", "13"),
    RuleId.SEATS: ("row", "15-1"),
    RuleId.CONTINUITY: ("row", "12"),
    RuleId.QUOTA: ("row", "12"),
    RuleId.AVOIDANCE: ("row", "7-5"),
    RuleId.PLAN: ("order", "7, 9, 12"),
    RuleId.ROTATION_INSTEAD: ("order", "9-4"),
    RuleId.HANDOVER: ("score", "12-6, 15-4"),
    RuleId.LOT: ("order", "12"),
}

RULES: dict[RuleId, Rule] = {rule: Rule(rule, kind, article) for rule, (kind, article) in _ARTICLES.items()}
"""Every rule with its kind and the article it comes from."""
