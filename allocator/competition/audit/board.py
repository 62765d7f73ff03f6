"""Who sits where at one moment, and what the rules still allow; kept by the audit for itself."""

from collections.abc import Iterable, Mapping

from allocator.competition.audit.facts import Facts, Seat
from models.common.rules import carries
from models.competition.codes import Role, UnplacedReason
from models.competition.rule_ids import RuleId

POOL_TRACKS = ("incumbent", "candidate", "clerk")


class Board:
    """The seats of all sections as they stand; only :meth:`seat` and :meth:`unseat` change it."""

    def __init__(self, facts: Facts, seats: Mapping[str, Seat]) -> None:
        self.facts = facts
        self.seats: dict[str, Seat] = {}
        self.members: dict[str, list[str]] = {section: [] for section in facts.sections}
        self.chiefs: dict[str, list[str]] = {}
        self.free = {sid: section.headcount - 1 for sid, section in facts.sections.items()}
        self.kept: dict[tuple[str, Role], list[str]] = {}
        for person, seat in seats.items():
            self.seat(person, seat)

    def seat(self, person: str, seat: Seat) -> None:
        """Puts a person in a seat, allowed or not."""
        self.seats[person] = seat
        self.members[seat.section].append(person)
        if seat.role == "chief":
            self.chiefs.setdefault(seat.section, []).append(person)
        else:
            self.free[seat.section] -= 1
        if self.facts.original(person, seat.section):
            self.kept.setdefault((seat.section, seat.role), []).append(person)

    def unseat(self) -> None:
        """Takes back the seat put last, which must not be a chief's."""
        person, seat = self.seats.popitem()
        self.members[seat.section].pop()
        self.free[seat.section] += 1
        if self.facts.original(person, seat.section):
            self.kept[seat.section, seat.role].pop()

    def copy(self) -> "Board":
        """The same board, to be filled further."""
        return Board(self.facts, self.seats)

    def room_for_own(self, section: str, role: Role) -> int:
        """How many more of its own people a section may keep in a role."""
        return self.facts.retain(section, role) - len(self.kept.get((section, role), ()))

    def closed(self, person: str, section: str, role: Role) -> bool:
        """Whether a pin, retention or avoidance keeps a person out of a section, free seats or not."""
        if (person, section, role) in self.facts.forbidden:
            return True
        if self.facts.original(person, section) and self.room_for_own(section, role) <= 0:
            return True
        others = self.facts.avoided.get(person)
        return others is not None and not others.isdisjoint(self.members[section])

    def open_to(self, person: str, section: str, role: Role) -> bool:
        """Whether a person may take a seat of a section now."""
        return self.free[section] > 0 and not self.closed(person, section, role)


def clerk_pool(board: Board) -> list[str]:
    """Everybody whom the clerks' stage is to place."""
    return [p for p, own in board.facts.track.items() if own in POOL_TRACKS and p not in board.seats]


def in_direction_order(facts: Facts, people: Iterable[str]) -> list[str]:
    """People by quantification, highest first, then by the draw for no section (article 15-6)."""
    return sorted(people, key=lambda p: (-facts.points(p), -facts.lot(p, ""), p))


@carries(RuleId.INSTITUTION_POOL, "audit")
def outside_institution_pool(facts: Facts, person: str) -> UnplacedReason | None:
    """Why one of the institution staff takes no part in the last stage, if so (articles 2-4 and 3-2)."""
    who = facts.people[person]
    if not who.consent:
        return "no_consent"
    if who.review == "fail":
        return "review_fail"
    return None if facts.filed(person, "institution") else "no_filing"


def institution_staff(board: Board) -> list[str]:
    """The institution staff without a seat, in id order."""
    return sorted(p for p, own in board.facts.track.items() if own == "institution" and p not in board.seats)


def institution_pool(board: Board) -> list[str]:
    """The institution staff who take part in the last stage, in id order."""
    return [p for p in institution_staff(board) if outside_institution_pool(board.facts, p) is None]


def duties(board: Board, pool: Iterable[str]) -> dict[str, list[str]]:
    """The sections that must keep one of their own institution staff, with those of them who filed (article 16)."""
    facts = board.facts
    if not facts.rulebook.institution.required:
        return {}
    wanting: dict[str, list[str]] = {}
    for person in pool:
        for section in facts.filed(person, "institution"):
            if facts.original(person, section):
                wanting.setdefault(section, []).append(person)
    return {
        section: sorted(wanting[section])
        for section in sorted(wanting)
        if board.free[section] > 0 and not _kept_one(board, section)
    }


def _kept_one(board: Board, section: str) -> bool:
    clerks = board.kept.get((section, "clerk"), ())
    return bool(board.kept.get((section, "institution"))) or any(board.facts.track[p] == "clerk" for p in clerks)


def clerk_reason(board: Board) -> UnplacedReason:
    """Why somebody of the clerks' pool has no seat on this board."""
    return "closed" if any(free > 0 for free in board.free.values()) else "no_seat"


def institution_reason(board: Board, person: str, owing: Mapping[str, list[str]]) -> UnplacedReason:
    """Why one of the institution staff has no seat on the final board; ``owing`` are the sections with a duty."""
    facts = board.facts
    outside = outside_institution_pool(facts, person)
    if outside is not None:
        return outside
    wished = [
        section
        for section in facts.filed(person, "institution")
        if facts.rank(person, section) is not None or person in owing.get(section, ())
    ]
    if not wished:
        return "not_listed"
    free = [section for section in wished if board.free[section] > 0]
    return "closed" if free and all(board.closed(person, s, "institution") for s in free) else "no_seat"
