"""The seating of a stage of mutual choice as it proceeds: rounds, and the members seated so far."""

from collections.abc import Sequence

from allocator.competition.pools import MutualSeat, Room
from allocator.competition.results import Step
from models.competition.codes import Stage
from models.competition.rule_ids import RuleId
from models.competition.standing import Member


class Seating:
    """Who has taken which seat in a stage, with the trace; the seats themselves are the room's business."""

    def __init__(self, stage: Stage, room: Room) -> None:
        self.stage: Stage = stage
        self.room = room.copy()
        self.members: dict[str, Member] = {}
        self.trace: list[Step] = []

    def seat(self, member: Member) -> None:
        """Seats one person."""
        self.room.take(member.person_id, member.section_id)
        self.members[member.person_id] = member

    def unseat(self, person_id: str) -> None:
        """Takes a person's seat away again."""
        self.room.leave(person_id, self.members.pop(person_id).section_id)

    def say(self, code: str, rule: RuleId, **args: str | int) -> None:
        """Adds a step to the trace."""
        self.trace.append(Step(self.stage, f"{self.stage}.{code}", rule, args))


def play_rounds(seating: Seating, seats: Sequence[MutualSeat], rounds: Sequence[int]) -> None:
    """The rounds of mutual choice (articles 15-2 to 15-3 and 16-2 to 16-5).

    For each round in order, and at the same moment in every section with a free seat:

    1. take the people not yet placed who filed for the section in this round and are on its list;
    2. strike out those whom retention or avoidance keeps out;
    3. the section takes the one highest on its list, or passes when nobody is left.
    """
    by_round: dict[int, dict[str, list[MutualSeat]]] = {}
    for seat in seats:
        by_round.setdefault(seat.round, {}).setdefault(seat.section_id, []).append(seat)
    for round_ in rounds:
        seating.say("round_opens", RuleId.MUTUAL_CHOICE, round=round_)
        wanted = by_round.get(round_, {})
        chosen = [_choose(seating, wanted[section]) for section in sorted(wanted)]
        for taken in chosen:
            if taken is not None:
                _take(seating, taken)


def _choose(seating: Seating, seats: list[MutualSeat]) -> MutualSeat | None:
    waiting = [seat for seat in seats if seat.person_id not in seating.members]
    for seat in sorted(waiting, key=lambda s: s.pick_order):
        facts: dict[str, str | int] = {
            "person_id": seat.person_id,
            "section_id": seat.section_id,
            "round": seat.round,
            "pick_order": seat.pick_order,
        }
        if seating.room.free[seat.section_id] <= 0:
            seating.say("full", RuleId.HEADCOUNT, **facts)
            continue
        closed = seating.room.closed_by(seat.person_id, seat.section_id)
        if closed is None:
            return seat
        seating.say("closed", closed, **facts)
    return None


def _take(seating: Seating, seat: MutualSeat) -> None:
    seating.seat(
        Member(
            person_id=seat.person_id,
            section_id=seat.section_id,
            role="clerk" if seating.stage == "clerks" else "institution",
            basis="mutual",
            round=seat.round,
            pick_order=seat.pick_order,
        )
    )
    seating.say(
        "taken",
        RuleId.MUTUAL_CHOICE,
        person_id=seat.person_id,
        section_id=seat.section_id,
        round=seat.round,
        pick_order=seat.pick_order,
    )
