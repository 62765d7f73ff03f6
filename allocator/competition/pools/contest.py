"""What the two stages of mutual choice have in common: wishes on record and the room of the sections."""

from collections.abc import Mapping
from dataclasses import dataclass

from allocator.competition.pools.room import Room


@dataclass(frozen=True, slots=True)
class MutualSeat:
    """A seat that both sides want: the person filed for the section in the round, the section lists the person."""

    person_id: str
    section_id: str
    round: int
    pick_order: int
    lot: int


@dataclass(frozen=True, kw_only=True)
class Contest:
    """A stage of one role before it begins.

    ``people`` stand by quantification, the highest first; ``mutual`` are the seats both sides want; ``filed`` gives
    for each of a person's filings the earliest round; ``room`` is the state of the seats, not to be changed.
    """

    people: tuple[str, ...]
    mutual: tuple[MutualSeat, ...]
    filed: Mapping[str, Mapping[str, int]]
    room: Room

    @property
    def free(self) -> Mapping[str, int]:
        """Free seats of each section at the start of the stage."""
        return self.room.free

    @property
    def keep_left(self) -> Mapping[str, int]:
        """How many more of its own people each section may keep in this role."""
        return self.room.keep_left

    def allowed(self, person_id: str, section_id: str) -> bool:
        """Whether the person may take a seat of the section at the start of the stage."""
        return self.room.allowed(person_id, section_id)

    def rounds(self) -> tuple[int, ...]:
        """The rounds in which mutual seats exist, in order."""
        return tuple(sorted({seat.round for seat in self.mutual}))
