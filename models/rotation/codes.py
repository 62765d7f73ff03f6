"""The codes of the exchange and rotation: levels and kinds of post, duties, moves, articles."""

from typing import Literal

PostLevel = Literal["head", "deputy", "staff"]
PostKind = Literal["discipline", "personnel", "finance", "approval", "funds", "logistics", "general"]
Duty = Literal["must", "should", "rotate", "volunteer", "relation", "none"]
MoveKind = Literal["exchange", "rotation"]
MoveBasis = Literal["proposed", "pinned"]
Opinion = Literal["agree", "object"]
Bar = Literal[
    "own_post",
    "other_level",
    "specialty",
    "over_seats",
    "exempt_from_exchange",
    "exempt_from_rotation",
    "left_lately",
    "exchange_only",
    "own_unit_or_kind",
    "too_short_in_post",
    "forbidden",
]
"""Why a move is not allowed, in the order in which the grounds are looked at."""
UnmetReason = Literal["no_post", "continuity", "quota", "avoidance", "seats"]
Stage = Literal["plan"]
PlanLevel = Literal[
    "together",
    "must",
    "should",
    "rotated",
    "volunteers",
    "overdue",
    "counterparts",
    "objections",
    "wishes",
    "moves",
    "lot",
]

POST_LEVELS: tuple[PostLevel, ...] = ("head", "deputy", "staff")
POST_KINDS: tuple[PostKind, ...] = (
    "discipline",
    "personnel",
    "finance",
    "approval",
    "funds",
    "logistics",
    "general",
)
DUTIES: tuple[Duty, ...] = ("must", "should", "rotate", "volunteer", "relation", "none")
"""The duties, the first that any hit gives first."""
PLAN_LEVELS: tuple[PlanLevel, ...] = (
    "together",
    "must",
    "should",
    "rotated",
    "volunteers",
    "overdue",
    "counterparts",
    "objections",
    "wishes",
    "moves",
    "lot",
)
MINIMISED: frozenset[PlanLevel] = frozenset({"together", "counterparts", "objections", "moves"})
"""The levels of which less is better; every other level is maximised."""
EXEMPT_FROM_EXCHANGE: tuple[str, ...] = ("8-1", "8-2", "8-3", "8-4")
EXEMPT_FROM_ROTATION: tuple[str, ...] = ("10-1", "10-2", "10-3", "10-4")
NOMINATED: tuple[str, ...] = ("7-6", "9-3")
"""The articles under which the party group names people."""
