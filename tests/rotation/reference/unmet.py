"""Who did not get what is owed, and why not.

An exchange is owed to must, should and volunteer, any move to rotate, to be apart from everybody avoided to relation.
`instead` is `rotation` where somebody of must or should rotated, by a pin too (article 9-4). A reason speaks of the
posts of the kind owed (relation: exchange) that are allowed: would each single move to one of them, everybody else as
in the plan, break continuity; the quota; avoidance? Pinned people have no allowed posts: `no_post`.
"""

from dataclasses import dataclass

from tests.rotation.reference.case import Case
from tests.rotation.reference.duties import Duty, duties, together_with
from tests.rotation.reference.plans import (
    AVOIDANCE,
    CONTINUITY,
    QUOTA,
    SEATS,
    Plan,
    allowed,
    broken,
)


@dataclass(frozen=True)
class Unmet:
    """A person whose duty the plan leaves open."""

    person_id: str
    duty: Duty
    instead: str | None
    reason: str


def unmet(case: Case, plan: Plan) -> list[Unmet]:
    """Everybody with a duty that is not met, by person_id."""
    found = []
    for person, owed in duties(case).items():
        if owed.name != "none" and not met(case, person, owed, plan):
            rotated = owed.name in ("must", "should") and case.move_of(person, plan[person]) == "rotation"
            found.append(Unmet(person, owed, "rotation" if rotated else None, reason(case, person, owed, plan)))
    return found


def met(case: Case, person: str, owed: Duty, plan: Plan) -> bool:
    kind = case.move_of(person, plan[person])
    if owed.name == "relation":
        return not together_with(case, person, plan)
    return kind != "stays" if owed.name == "rotate" else kind == "exchange"


def reason(case: Case, person: str, owed: Duty, plan: Plan) -> str:
    """The first reason that holds."""
    kinds = ("exchange", "rotation") if owed.name == "rotate" else ("exchange",)
    posts = [post for post in allowed(case, person) if case.move_of(person, post) in kinds]
    if not posts:
        return "no_post"
    breaks = [broken(case, plan | {person: post}) for post in posts]
    for name in (CONTINUITY, QUOTA, AVOIDANCE):
        if all(name in found for found in breaks):
            return name
    return SEATS
