"""One person: what is due and since when, what becomes of it in a plan, and each post in question."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from allocator.rotation.compare.comparison import plan_of
from allocator.rotation.duties import Due, Hit, hits
from allocator.rotation.explain.changing import Change, changes_that_help
from allocator.rotation.explain.pricing import Price, price, price_of_pin
from allocator.rotation.legality import Clause, PlanState
from allocator.rotation.moves import Moves
from allocator.rotation.posts import PostIndex
from allocator.rotation.roster import Roster
from allocator.solver import Limits
from models.rotation.codes import Bar, MoveKind
from models.rotation.outcome import FateTie, Move, RotationOutcome, Unmet
from models.rotation.tables import Exemption

Verdict = Literal["there", "pinned", "barred", "breaks", "possible_alone"]
KINDS: tuple[MoveKind, ...] = ("exchange", "rotation")
POSTS_TOLD = 6
"""So many posts are looked into unless others are asked for: those wished for, then the first that are allowed."""


@dataclass(frozen=True)
class PostAnswer:
    """One post for one person.

    ``there``: the person ends in it. ``pinned``: a pin assigns the person another. ``barred``: the move is not
    allowed, by ``bar``. ``breaks``: with everybody else as in the plan it would break ``clauses``.
    ``possible_alone``: with everybody else as in the plan it would be legal. ``price`` is what the optimum would give
    up for it, asked of the optimal method alone.
    """

    post_id: str
    choice: int | None
    verdict: Verdict
    bar: Bar | None = None
    clauses: tuple[Clause, ...] = ()
    price: Price | None = None


@dataclass(frozen=True)
class PersonExplained:
    """Everything that is told of one person in one plan."""

    person_id: str
    method: str
    status: str
    reference_date: dt.date
    present: str
    post_since: dt.date
    unit_since: dt.date
    due: Due
    hits: tuple[Hit, ...]
    exemptions: tuple[Exemption, ...]
    move: Move | None
    tie: FateTie | None
    unmet: Unmet | None
    allowed: Mapping[str, int] | None
    posts: tuple[PostAnswer, ...]
    changes: tuple[Change, ...] | None
    pin_price: Price | None


def explain_person(
    roster: Roster,
    outcome: RotationOutcome,
    person_id: str,
    *,
    posts: Sequence[str] = (),
    limits: Limits | None = None,
) -> PersonExplained:
    """Why a person moves or not, and what stands against each post in question.

    Args:
        roster: a valid case.
        outcome: a plan of it.
        person_id: the person.
        posts: the posts in question; those wished for and the first that are allowed unless given.
        limits: deadline and workers of the optimum's prices.
    """
    moves = Moves(roster)
    officer = roster.officers[person_id]
    plan = plan_of(roster, outcome)
    state = PlanState(roster, plan)
    asked = tuple(posts) or _in_question(moves, person_id)
    unmet = next((one for one in outcome.unmet if one.person_id == person_id), None)
    return PersonExplained(
        person_id=person_id,
        method=outcome.method,
        status=outcome.status,
        reference_date=roster.case.case.reference_date,
        present=officer.post_id,
        post_since=officer.post_since,
        unit_since=officer.unit_since,
        due=moves.due[person_id],
        hits=tuple(hits(roster, person_id)),
        exemptions=tuple(one for one in roster.case.exemptions if one.person_id == person_id),
        move=next((one for one in outcome.moves if one.person_id == person_id), None),
        tie=next((one for one in outcome.ties if one.person_id == person_id), None),
        unmet=unmet,
        allowed=_allowed(moves, person_id),
        posts=tuple(_answer(moves, outcome, plan, state, person_id, post, limits) for post in asked),
        changes=changes_that_help(roster, outcome, unmet, limits) if unmet is not None else (),
        pin_price=price_of_pin(roster, outcome, person_id, limits)
        if outcome.method == "optimal" and person_id in roster.assigned
        else None,
    )


def _allowed(moves: Moves, person_id: str) -> dict[str, int] | None:
    """How many posts a person may move to, by the kind of move; nothing to be told of whom a pin assigns a post."""
    if person_id in moves.roster.assigned:
        return None
    index = PostIndex(moves)
    return {kind: sum(1 for _ in index.open_to(person_id, kind)) for kind in KINDS}


def _in_question(moves: Moves, person_id: str) -> tuple[str, ...]:
    """The posts wished for by choice, then the first that are allowed."""
    wished = moves.roster.choices.get(person_id, {})
    found = sorted(wished, key=lambda post: (wished[post], post))
    index = PostIndex(moves)
    for kind in KINDS:
        for post in index.open_to(person_id, kind):
            if len(found) >= POSTS_TOLD:
                break
            if post not in found:
                found.append(post)
    return tuple(found)


def _answer(
    moves: Moves,
    outcome: RotationOutcome,
    plan: Mapping[str, str],
    state: PlanState,
    person_id: str,
    post_id: str,
    limits: Limits | None,
) -> PostAnswer:
    roster = moves.roster
    choice = roster.choices.get(person_id, {}).get(post_id)
    if plan[person_id] == post_id:
        return PostAnswer(post_id, choice, "there")
    if person_id in roster.assigned:
        return PostAnswer(post_id, choice, "pinned")
    bar = moves.bar(person_id, post_id)
    if bar is not None and bar != "own_post":
        return PostAnswer(post_id, choice, "barred", bar=bar)
    clauses = state.broken_by((person_id, post_id))
    cost = price(roster, outcome, person_id, post_id, limits) if outcome.method == "optimal" else None
    return PostAnswer(post_id, choice, "breaks" if clauses else "possible_alone", clauses=clauses, price=cost)
