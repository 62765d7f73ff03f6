"""The seats below chief by the procedure of articles 15 and 16: direction, mutual choice, required retention."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from allocator.competition.audit.board import (
    Board,
    clerk_pool,
    clerk_reason,
    duties,
    in_direction_order,
    institution_pool,
    institution_reason,
    institution_staff,
)
from allocator.competition.audit.facts import Seat
from allocator.competition.audit.replayed import Replayed, Taken
from models.common.rules import carries
from models.competition.codes import Role, UnplacedReason
from models.competition.rule_ids import RuleId


@carries(RuleId.CLERK_ORDER, "audit")
def replay_clerks(before: Board) -> Replayed:
    """Plays article 15: directs those who withdrew, plays the rounds of mutual choice, directs the rest."""
    board, facts = before.copy(), before.facts
    pool = in_direction_order(facts, clerk_pool(board))
    first = [p for p in pool if p in facts.withdrawn]
    seats: dict[str, Taken] = {}
    left: dict[str, UnplacedReason] = {}
    _direct(board, first, seats, left)
    play_rounds(board, [p for p in pool if p not in facts.withdrawn], "clerk", {}, seats)
    rest = [p for p in pool if p not in facts.withdrawn and p not in seats]
    _direct(board, rest, seats, left)
    ties = {tie for group in (first, rest) for tie in _direction_ties(board, group, seats)}
    return Replayed(seats, left, frozenset(ties))


@carries(RuleId.DIRECTION, "audit")
def _direct(board: Board, group: Iterable[str], seats: dict[str, Taken], left: dict[str, UnplacedReason]) -> None:
    """Directs people in order: by wish, earliest filing round, most free seats, section id (article 15-6)."""
    roomy = sorted((-free, section) for section, free in board.free.items() if free > 0)
    for person in group:
        section = _wished(board, person) or _roomiest(board, person, roomy)
        if section is None:
            left[person] = clerk_reason(board)
            continue
        free = board.free[section]
        del roomy[bisect_left(roomy, (-free, section))]
        if free > 1:
            insort(roomy, (1 - free, section))
        seats[person] = Taken(section, "directed")
        board.seat(person, Seat(section, "clerk"))


def _wished(board: Board, person: str) -> str | None:
    """The first of the open sections that the person filed for or that list the person; nothing where none is open."""
    facts = board.facts
    filed = facts.filed(person, "clerk")
    found: list[tuple[int, int, int, str]] = []
    for section in {*filed, *facts.listing.get(person, ())}:
        if board.open_to(person, section, "clerk"):
            listed = facts.rank(person, section) is not None
            wish = (1 if listed else 2) if section in filed else 3
            found.append((wish, filed.get(section, 0), -board.free[section], section))
    return min(found)[3] if found else None


def _roomiest(board: Board, person: str, roomy: Iterable[tuple[int, str]]) -> str | None:
    """The first open section of those with free seats, ``roomy``, which stand by free seats and id."""
    return next((section for _, section in roomy if not board.closed(person, section, "clerk")), None)


def directed_to(board: Board, person: str) -> str | None:
    """The section where a person would be directed now; nothing where none is open."""
    return _wished(board, person) or _roomiest(board, person, sorted((-n, s) for s, n in board.free.items() if n > 0))


def _direction_ties(
    board: Board, group: Sequence[str], seats: Mapping[str, Taken]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """People of one group with one quantification, ordered by the draw alone, whose results differ."""
    for _, same in groupby(group, key=board.facts.points):
        people = tuple(sorted(same))
        results = {seats[p].section if p in seats else "" for p in people}
        if len(results) > 1:
            yield from ((section, people) for section in results if section)


@carries(RuleId.MUTUAL_CHOICE, "audit")
def play_rounds(
    board: Board, pool: Iterable[str], role: Role, owing: Mapping[str, list[str]], seats: dict[str, Taken]
) -> None:
    """Plays the rounds: each section with a free seat takes the highest on its list who filed and may come.

    The own people of a section in ``owing`` come in by its required seat only.
    """
    facts = board.facts
    wanted: dict[int, dict[str, list[tuple[int, str]]]] = {}
    for person in pool:
        for round_, section in facts.filings.get(person, {}).items():
            rank = facts.rank(person, section)
            if rank is not None and not (section in owing and facts.original(person, section)):
                wanted.setdefault(round_, {}).setdefault(section, []).append((rank, person))
    for round_ in sorted(wanted):
        taken: list[tuple[str, Taken]] = []
        for section, listed in wanted[round_].items():
            for rank, person in sorted(listed):
                if person not in seats and board.open_to(person, section, role):
                    taken.append((person, Taken(section, "mutual", round_, rank)))
                    break
        for person, seat in taken:
            seats[person] = seat
            board.seat(person, Seat(seat.section, role))


@carries(RuleId.INSTITUTION_ORDER, "audit")
def replay_institution(before: Board) -> Replayed:
    """Plays article 16: the required retentions, then the rounds of mutual choice; nobody is directed."""
    board, facts = before.copy(), before.facts
    pool = institution_pool(board)
    owing = duties(board, pool)
    seats: dict[str, Taken] = {}
    ties: set[tuple[str, tuple[str, ...]]] = set()
    for section, own in owing.items():
        length = len(facts.lists.get(section, {}))
        keys = {
            p: (facts.rank(p, section) or length + 1, -facts.points(p))
            for p in own
            if board.open_to(p, section, "institution")
        }
        if not keys:
            continue
        best = min(keys, key=lambda p: (keys[p], -facts.lot(p, section), p))
        seats[best] = Taken(section, "required")
        board.seat(best, Seat(section, "institution"))
        equal = sorted(p for p in keys if keys[p] == keys[best])
        if len(equal) > 1:
            ties.add((section, tuple(equal)))
    play_rounds(board, pool, "institution", owing, seats)
    left = {p: institution_reason(board, p, owing) for p in institution_staff(board)}
    return Replayed(seats, left, frozenset(ties))
