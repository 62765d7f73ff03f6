"""What single thing would let somebody have what is owed: each one tried by running the same method again."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from allocator.rotation.moves import Moves
from allocator.rotation.posts import PostIndex
from allocator.rotation.roster import Roster
from allocator.solver import Limits
from models.common.base import Method
from models.rotation.codes import MoveKind
from models.rotation.outcome import RotationOutcome, Unmet

Thing = Literal["seat", "quota", "exemption", "forbidden"]
SEATS_TRIED = 4
"""One seat more is tried in so many posts: those wished for, then the first that are allowed."""
MOST_PEOPLE = 2_000
"""In a larger bureau running the method again and again would take too long; nothing is tried there."""


@dataclass(frozen=True)
class Change:
    """One thing changed in the case after which the same method gives the person what is owed."""

    thing: Thing
    post_id: str | None = None
    article: str | None = None


def changes_that_help(
    roster: Roster, outcome: RotationOutcome, unmet: Unmet, limits: Limits | None
) -> tuple[Change, ...] | None:
    """The single changes after which the person is met, each confirmed by the method; ``None`` where none was tried."""
    if len(roster.officers) > MOST_PEOPLE:
        return None
    found = []
    for change, again in _tried(roster, unmet):
        if _met(again, outcome.method, unmet.person_id, limits):
            found.append(change)
    return tuple(found)


def _met(roster: Roster, method: Method, person_id: str, limits: Limits | None) -> bool:
    from allocator.rotation.planning import plan

    made = plan(roster, method, limits).outcome
    return made.status != "feasible" and person_id not in {one.person_id for one in made.unmet}


def _tried(roster: Roster, unmet: Unmet) -> Iterator[tuple[Change, Roster]]:
    """Each change with the case as it would be."""
    case, person = roster.case, unmet.person_id
    quota = case.case.exchange_quota
    if quota is not None:
        more = case.case.model_copy(update={"exchange_quota": quota + 1})
        yield Change("quota"), _with(roster, case=more)
    for post in islice(_posts(Moves(roster), unmet), SEATS_TRIED):
        row = roster.posts[post]
        posts = tuple(row.model_copy(update={"seats": row.seats + 1}) if p is row else p for p in case.posts)
        yield Change("seat", post), _with(roster, posts=posts)
    for article in sorted({one.article for one in case.exemptions if one.person_id == person}):
        kept = tuple(one for one in case.exemptions if (one.person_id, one.article) != (person, article))
        yield Change("exemption", article=article), _with(roster, exemptions=kept)
    for pin in case.pins:
        if pin.person_id == person and pin.mode == "forbid":
            kept_pins = tuple(one for one in case.pins if one is not pin)
            yield Change("forbidden", pin.post_id), _with(roster, pins=kept_pins)


def _with(roster: Roster, **tables: object) -> Roster:
    return Roster(roster.case.model_copy(update=tables), roster.rulebook, roster.lottery)


def _posts(moves: Moves, unmet: Unmet) -> Iterator[str]:
    """The posts of the kind owed that a person may move to: those wished for first."""
    kinds: tuple[MoveKind, ...] = ("rotation", "exchange") if unmet.duty == "rotate" else ("exchange",)
    index, person = PostIndex(moves), unmet.person_id
    if person in moves.roster.assigned:
        return
    wished = moves.roster.choices.get(person, {})
    for post in sorted(wished, key=lambda one: (wished[one], one)):
        if moves.allowed(person, post) and moves.kind(person, post) in kinds:
            yield post
    for kind in kinds:
        yield from (post for post in index.open_to(person, kind) if post not in wished)
