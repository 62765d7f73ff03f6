"""The neutral seats of the optimum: those that neither side asked for, given out in the order of direction."""

from collections.abc import Iterable, Iterator, Mapping

from allocator.competition.audit.board import Board, in_direction_order
from allocator.competition.audit.facts import Seat
from allocator.competition.audit.ledger import Ledger
from allocator.competition.audit.levels import named
from allocator.competition.audit.matching import Assignment, Matching
from allocator.competition.audit.violation import Violation, breach, shown
from models.common.rules import carries
from models.competition.rule_ids import RuleId


def applies(ledger: Ledger) -> bool:
    """Whether the neutral seats can be held to their order: the optimum of the clerks' stage, every level proven."""
    if ledger.outcome.method != "optimal" or not ledger.proven.get("clerks"):
        return False
    return "placed" in ledger.facts.rulebook.objective.clerks


@carries(RuleId.DIRECTION, "audit")
def neutral_seats(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that people without a wished-for seat were seated as article 15-6 is read.

    In the order quantification, draw, each has the section with the most free seats, then the lowest id, among those
    neither side named, the rules allow, and with which as many people as before can still be seated.
    """
    if not applies(ledger):
        return
    facts = ledger.facts
    rows = ledger.decided("clerks")
    wished = [row for row in rows if row.placement.basis != "directed" or named(facts, row.person, row.section)]
    board = ledger.before("clerks").copy()
    for row in wished:
        board.seat(row.person, Seat(row.section, "clerk"))
    people = in_direction_order(facts, ledger.clerks - {row.person for row in wished})
    expected = fill(board, people, len(rows) - len(wished))
    for person in people:
        seat = ledger.by_person.get(person)
        if (seat.section if seat else None) != expected.get(person):
            yield breach(
                RuleId.DIRECTION,
                seat.where if seat else "placements",
                "audit.neutral_seat",
                person_id=person,
                expected=shown(expected.get(person)),
                found=shown(seat.section if seat else None),
            )


def fill(board: Board, people: list[str], count: int) -> Assignment:
    """Seats people in order so that ``count`` of them have a seat in the end; the board is filled accordingly."""
    facts = board.facts
    open_ = [s for s, free in board.free.items() if free > 0]
    reach = {p: {s for s in open_ if not board.closed(p, s, "clerk") and not named(facts, p, s)} for p in people}
    plan = Matching(board, reach).seat(people, count)
    seated: Assignment = {}
    while reach and plan is not None:
        person = next(iter(reach))
        own = reach.pop(person)
        need = count - len(seated) - 1
        for section in sorted(own, key=lambda s: (-board.free[s], s)):
            answer = _with(Matching(board, reach), plan, person, section, need)
            if answer is not None:
                plan = answer
                seated[person] = section
                board.seat(person, Seat(section, "clerk"))
                _close(board, reach, person, section)
                break
    return seated


def _close(board: Board, reach: Mapping[str, set[str]], person: str, section: str) -> None:
    """Takes a section that has changed from those to whom it is now closed."""
    avoiding = board.facts.avoided.get(person, frozenset())
    if board.free[section] <= 0:
        closed: Iterable[str] = reach
    elif board.room_for_own(section, "clerk") <= 0:
        closed = [p for p in reach if p in avoiding or board.facts.original(p, section)]
    else:
        closed = [p for p in reach if p in avoiding]
    for other in closed:
        reach[other].discard(section)


def _with(matching: Matching, plan: Assignment, person: str, section: str, need: int) -> Assignment | None:
    """A plan for the others that seats ``need`` of them beside the person in the section, ``None`` if there is none."""
    others = {p: s for p, s in plan.items() if p != person}
    if len(others) >= need and _fits(matching.board, others, person, section):
        return others
    swapped = _swapped(matching, others, person, section, plan.get(person))
    if swapped is not None and len(swapped) >= need:
        return swapped
    board = matching.board.copy()
    board.seat(person, Seat(section, "clerk"))
    reach = {p: set(sections) for p, sections in matching.reach.items()}
    _close(board, reach, person, section)
    return Matching(board, reach).seat(reach, need)


def _fits(board: Board, others: Assignment, person: str, section: str) -> bool:
    """Whether a section open to a person still has room for him beside those planned there."""
    there = [p for p, s in others.items() if s == section]
    if len(there) >= board.free[section] or not board.facts.avoided.get(person, frozenset()).isdisjoint(there):
        return False
    own = sum(board.facts.original(p, section) for p in there)
    return not board.facts.original(person, section) or own < board.room_for_own(section, "clerk")


def _swapped(matching: Matching, others: Assignment, person: str, section: str, left: str | None) -> Assignment | None:
    """The plan in which one of those planned for a section makes room, going where the person would have gone."""
    for other in sorted(p for p, s in others.items() if s == section):
        rest = {p: s for p, s in others.items() if p != other}
        if not _fits(matching.board, rest, person, section):
            continue
        if left is None:
            return rest
        if left in matching.reach[other] and _fits(matching.board, rest, other, left):
            return {**rest, other: left}
    return None
