"""The codes of the competition: staffing, ranks, tracks, roles, stages, and the ground of a seat."""

from typing import Literal

Staffing = Literal["administrative", "institution", "contract"]
Rank = Literal["head", "head_nominal", "deputy", "deputy_nominal", "staff"]
Bid = Literal["compete", "withdraw"]
ReviewVerdict = Literal["pass", "fail"]
Track = Literal["incumbent", "candidate", "clerk", "institution", "fixed", "contract"]
Role = Literal["chief", "clerk", "institution"]
Stage = Literal["chiefs", "clerks", "institution"]
Basis = Literal["fixed", "pinned", "given", "filed", "written_in", "mutual", "directed", "required"]
UnplacedReason = Literal["no_seat", "closed", "no_consent", "review_fail", "no_filing", "not_listed"]

STAGES: tuple[Stage, ...] = ("chiefs", "clerks", "institution")
ROLES: tuple[Role, ...] = ("chief", "clerk", "institution")
RANKS: tuple[Rank, ...] = ("head", "head_nominal", "deputy", "deputy_nominal", "staff")


def role_order(role: Role) -> int:
    """Position of a role within a section: chief, clerk, institution."""
    return ROLES.index(role)
