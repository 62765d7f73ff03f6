"""One post: who holds it today and after, who could come, and who could not and why."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from allocator.rotation.compare.comparison import plan_of
from allocator.rotation.duties import Due
from allocator.rotation.legality import Clause, PlanState
from allocator.rotation.moves import Moves
from allocator.rotation.roster import Roster
from models.rotation.codes import DUTIES
from models.rotation.outcome import RotationOutcome

ASSIGNED = "assigned"
"""What keeps people from a post whom a pin assigns another, beside the grounds against moves."""
MOST_NAMED = 30
"""So many of those who could come are named; the rest are counted."""


@dataclass(frozen=True)
class Candidate:
    """Somebody who may move to a post: the duty, the choice if it is wished for, and what becomes of it.

    ``clauses`` are those that the move would break with everybody else as in the plan; ``there`` that the person ends
    in the post.
    """

    person_id: str
    due: Due
    choice: int | None
    there: bool
    clauses: tuple[Clause, ...]


@dataclass(frozen=True)
class PostExplained:
    """Everything that is told of one post in one plan."""

    post_id: str
    method: str
    seats: int
    today: tuple[str, ...]
    after: tuple[str, ...]
    candidates: tuple[Candidate, ...]
    more: int
    barred: Mapping[str, int]


def explain_post(roster: Roster, outcome: RotationOutcome, post_id: str) -> PostExplained:
    """Who could come to a post, and who could not and why; those who come first, then by duty, choice and id."""
    moves, plan = Moves(roster), plan_of(roster, outcome)
    state = PlanState(roster, plan)
    barred = Counter[str]()
    found: list[Candidate] = []
    for person in roster.officers:
        if roster.present[person] == post_id:
            continue
        there = plan[person] == post_id
        bar = ASSIGNED if person in roster.assigned else moves.bar(person, post_id)
        if bar is not None and not there:
            barred[bar] += 1
            continue
        clauses = () if there else state.broken_by((person, post_id))
        choice = roster.choices.get(person, {}).get(post_id)
        found.append(Candidate(person, moves.due[person], choice, there, clauses))
    found.sort(key=lambda one: (not one.there, DUTIES.index(one.due.duty), one.choice or 9, one.person_id))
    return PostExplained(
        post_id=post_id,
        method=outcome.method,
        seats=roster.posts[post_id].seats,
        today=roster.holders[post_id],
        after=tuple(person for person, post in plan.items() if post == post_id),
        candidates=tuple(found[:MOST_NAMED]),
        more=max(0, len(found) - MOST_NAMED),
        barred=dict(sorted(barred.items())),
    )
