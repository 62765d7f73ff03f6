"""The line: in which order people are moved by hand, those who stand for an avoidance pair first (articles 7 and 9)."""

from dataclasses import dataclass
from typing import Literal

from allocator.rotation.legality import PlanState
from allocator.rotation.moves import Moves
from models.common.rules import carries
from models.rotation.codes import DUTIES, Duty
from models.rotation.rule_ids import RuleId

IN_LINE: tuple[Duty, ...] = ("must", "should", "rotate", "volunteer")
"""The duties that put somebody in the line, in its order."""
PlacedBy = Literal["pair", "duty", "overdue", "lot", "last"]
"""What puts a person before the next one in the line."""


@dataclass(frozen=True, slots=True)
class Line:
    """Everybody in the line, in its order; ``pairs`` are the avoidance pairs that the first of them stand for."""

    people: tuple[str, ...]
    pairs: dict[str, tuple[str, str]]

    def stands_for_pair(self, person_id: str) -> bool:
        """Whether a person stands for an avoidance pair."""
        return person_id in self.pairs


@carries(RuleId.LOT, "procedure")
def make_line(moves: Moves, state: PlanState) -> Line:
    """The line as it stands when the pins are set: by pair, duty, months overdue and lot.

    People whom a pin assigns are not in it.
    """
    pairs = _standing(moves, state)
    roster, due = moves.roster, moves.due
    others = [p for p in roster.officers if due[p].duty in IN_LINE and p not in roster.assigned and p not in pairs]
    others.sort(key=lambda p: (DUTIES.index(due[p].duty), -due[p].overdue, roster.lot_rank(p)))
    return Line((*pairs, *others), pairs)


def _standing(moves: Moves, state: PlanState) -> dict[str, tuple[str, str]]:
    """Who stands for each avoidance pair that shares a unit (article 7-5).

    A pair needs nobody where one of its people stands already, or must or should be exchanged anyway. Otherwise, of
    those who may be exchanged, it is the one who came to the unit earlier.
    """
    roster = moves.roster
    found: dict[str, tuple[str, str]] = {}
    for pair in roster.together_today:
        if state.unit[pair[0]] != state.unit[pair[1]] or any(person in found for person in pair):
            continue
        free = [p for p in pair if p not in roster.exempt_from_exchange and p not in roster.assigned]
        if free and not any(moves.due[person].duty in ("must", "should") for person in free):
            one = min(free, key=lambda p: (roster.officers[p].unit_since, roster.lot_rank(p)))
            found[one] = pair
    return found


def placed_by(moves: Moves, line: Line, place: int) -> PlacedBy:
    """What puts the person at a place before the next one."""
    if place + 1 == len(line.people):
        return "last"
    one, other = line.people[place], line.people[place + 1]
    if line.stands_for_pair(one):
        return "pair"
    due, following = moves.due[one], moves.due[other]
    if due.duty != following.duty:
        return "duty"
    return "lot" if due.overdue == following.overdue else "overdue"
