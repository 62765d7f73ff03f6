"""Mutual choice of clerks and sections: the pool, the wishes on both sides, the seats both sides want."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from allocator.competition.bureau import Bureau
from allocator.competition.pools.contest import Contest, MutualSeat
from allocator.competition.pools.room import Room
from allocator.competition.scoring import Scores
from models.common.rules import carries
from models.competition.codes import Role
from models.competition.rule_ids import RuleId
from models.competition.standing import Standing


@dataclass(frozen=True, kw_only=True)
class MutualContest(Contest):
    """The clerks' stage before it begins (article 15).

    ``people`` stand in the order in which they would be directed; ``withdrawn`` of them gave up the chief contest
    and take no mutual seat; ``named`` are the sections that a person filed for or that list the person.
    """

    withdrawn: frozenset[str]
    named: Mapping[str, frozenset[str]]


def clerk_contest(scores: Scores, standing: Standing) -> MutualContest:
    """The clerks' stage from a standing: administrative people without a seat (articles 15-1 to 15-6)."""
    bureau = scores.bureau
    pool = [
        person_id
        for person_id, record in scores.tracks.items()
        if record.track in ("clerk", "incumbent", "candidate") and person_id not in standing.seated
    ]
    people = in_direction_order(scores, pool)
    withdrawn = frozenset(p for p in people if scores.tracks[p].withdrawn)
    room = Room(bureau, standing, "clerk")
    filed = {p: first_rounds(bureau, p, "clerk") for p in people}
    return MutualContest(
        people=people,
        withdrawn=withdrawn,
        mutual=mutual_seats(bureau, may_choose(people, withdrawn), room),
        named=named_sections(bureau, people, filed, "clerk"),
        filed=filed,
        room=room,
    )


def in_direction_order(scores: Scores, people: Iterable[str]) -> tuple[str, ...]:
    """People by quantification, highest first, then by the draw for no section, then by id (article 15-6)."""
    bureau = scores.bureau

    def key(person_id: str) -> tuple[int, int, str]:
        quantification = scores.people[person_id].quantification
        return (-(quantification or 0), -bureau.pair_lot(person_id, ""), person_id)

    return tuple(sorted(people, key=key))


@carries(RuleId.WITHDRAWN, "filter")
def may_choose(people: Iterable[str], withdrawn: frozenset[str]) -> tuple[str, ...]:
    """Those who may take a mutual seat: people who withdrew from the chief contest are directed (article 15-1)."""
    return tuple(p for p in people if p not in withdrawn)


@carries(RuleId.MUTUAL_CHOICE, "filter")
def mutual_seats(bureau: Bureau, people: Iterable[str], room: Room) -> tuple[MutualSeat, ...]:
    """The seats both sides want and no rule closes at the start, sorted by section, person and round.

    A section's rank of a person is the place in its whole list, whoever the list names (articles 15-2, 15-3).
    """
    seats = []
    for person_id in people:
        for round_, section_id in bureau.clerk_filings.get(person_id, {}).items():
            rank = bureau.pick_rank.get(section_id, {}).get(person_id)
            if rank is not None and room.allowed(person_id, section_id):
                draw = bureau.seat_lot(person_id, section_id, round_)
                seats.append(MutualSeat(person_id, section_id, round_, rank, draw))
    return tuple(sorted(seats, key=lambda seat: (seat.section_id, seat.person_id, seat.round)))


def first_rounds(bureau: Bureau, person_id: str, role: Role) -> Mapping[str, int]:
    """The sections a person filed for with the earliest round of each; a forbidden seat counts as not filed."""
    return bureau.first_rounds(person_id, role)


def named_sections(
    bureau: Bureau, people: Iterable[str], filed: Mapping[str, Mapping[str, int]], role: Role
) -> dict[str, frozenset[str]]:
    """For each person the sections that he filed for or that list him, without forbidden seats."""
    forbidden = bureau.forbidden
    return {
        p: frozenset([*(s for s in bureau.listed_by.get(p, ()) if (p, s, role) not in forbidden), *filed[p]])
        for p in people
    }
