"""What should be looked at before the party group decides: of the case, of the draw and of the plan."""

from collections.abc import Iterable, Iterator

from allocator.rotation.moves import Moves
from allocator.rotation.posts import PostIndex
from models.common.canonical import canonical_bytes
from models.common.outcome import Draw, Notice
from models.rotation.outcome import Unmet


def notices(moves: Moves, unmet: Iterable[Unmet], others: Iterable[Notice] = ()) -> tuple[Notice, ...]:
    """Every warning of an outcome, sorted by code and arguments, without repetitions."""
    found = [*others, *of_draw(moves.roster.lottery), *of_case(moves), *musts_unmet(unmet)]
    unique = {(notice.code, canonical_bytes(notice.args)): notice for notice in found}
    return tuple(unique[key] for key in sorted(unique))


def of_case(moves: Moves) -> Iterator[Notice]:
    """What of a case alone should be looked at: it stands in the check and in every outcome."""
    yield from over_seats(moves)
    yield from wishes_not_allowed(moves)
    yield from due_without_post(moves)


def of_draw(lottery: Draw) -> Iterator[Notice]:
    """A draw that was not published with the case could have been chosen after the fact."""
    code = {"case": None, "default": "lottery_default", "option": "lottery_overridden"}[lottery.source]
    if code is not None:
        yield Notice(code=code, args={"seed": lottery.seed})


def over_seats(moves: Moves) -> Iterator[Notice]:
    """Posts that hold more people today than they have seats (article 15-1)."""
    roster = moves.roster
    for post in sorted(roster.over_seats):
        holders, seats = len(roster.holders[post]), roster.posts[post].seats
        yield Notice(code="post_over_seats", args={"post_id": post, "holders": holders, "seats": seats})


def wishes_not_allowed(moves: Moves) -> Iterator[Notice]:
    """Wishes for posts the person may not move to, with the ground; they count nowhere."""
    for wish in moves.roster.case.wishes:
        bar = moves.bar(wish.person_id, wish.post_id)
        if bar is not None:
            yield Notice(
                code="wish_not_allowed",
                args={"person_id": wish.person_id, "choice": wish.choice, "post_id": wish.post_id, "bar": bar},
            )


def due_without_post(moves: Moves) -> Iterator[Notice]:
    """People due to move, by whatever duty, who may move to no post at all; those assigned a post are settled."""
    index = PostIndex(moves)
    for person, due in moves.due.items():
        if due.duty == "none" or person in moves.roster.assigned:
            continue
        if all(next(index.open_to(person, kind), None) is None for kind in ("exchange", "rotation")):
            yield Notice(code="due_without_post", args={"person_id": person, "duty": due.duty})


def musts_unmet(unmet: Iterable[Unmet]) -> Iterator[Notice]:
    """People who must be exchanged and are not (article 7-1), with the reason."""
    for one in unmet:
        if one.duty == "must":
            yield Notice(code="must_unmet", args={"person_id": one.person_id, "reason": one.reason})
